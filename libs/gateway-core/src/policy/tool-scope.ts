/** Decides which tools a token may see and call. */
export interface ToolGrant {
  /** @param toolName the upstream's own name. */
  allows(serverSlug: string, toolName: string): boolean;
  /** Whether it names all tools of a server, the ones to come included. */
  allowsAll(serverSlug: string): boolean;
}

/**
 * Whether a token sees what a server offers beside its tools: prompts and resources have no grants of their own, so one that
 * is limited to some of the tools sees none of them.
 */
export const isServerVisible = (grant: ToolGrant | null, serverSlug: string): boolean => grant?.allowsAll(serverSlug) ?? true;

/** What the name of a toolset follows in the limits of a token; no server has this slug. */
export const TOOLSET_PREFIX = 'toolset:';

/** Which tools a token may use, as `server:tool` patterns; `*` stands for any server, or for any run of characters of a tool's name. */
export class ToolScope implements ToolGrant {
  private readonly exact = new Set<string>();
  private readonly globs: ReadonlyArray<{ readonly server: string; readonly parts: readonly string[] }>;

  constructor(readonly patterns: readonly string[]) {
    const globs: Array<{ server: string; parts: string[] }> = [];
    for (const pattern of patterns) {
      // A toolset is written out by whoever reads the token; here its name stands for no tool.
      if ((!pattern.includes(':') && pattern !== '*') || pattern.startsWith(TOOLSET_PREFIX)) continue;
      const [server, tool] = pattern === '*' ? ['*', '*'] : splitPattern(pattern);
      if (server !== '*' && !tool.includes('*')) this.exact.add(pattern);
      else globs.push({ server, parts: tool.split('*') });
    }
    this.globs = globs;
  }

  allows(serverSlug: string, toolName: string): boolean {
    if (this.exact.has(`${serverSlug}:${toolName}`)) return true;
    return this.globs.some(({ server, parts }) => (server === '*' || server === serverSlug) && matches(parts, toolName));
  }

  allowsAll(serverSlug: string): boolean {
    return this.globs.some(
      ({ server, parts }) => (server === '*' || server === serverSlug) && parts.length > 1 && parts.every((part) => part === ''),
    );
  }
}

function splitPattern(pattern: string): [string, string] {
  const colon = pattern.indexOf(':');
  return [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

/** Whether the parts occur in order, the first at the start and the last at the end: linear, without a regular expression. */
function matches(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}
