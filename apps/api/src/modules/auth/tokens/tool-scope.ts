import { DomainError } from '@mcpnest/shared/errors';

const PATTERN = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)*):(\S+)$/;

/** Which tools a token may use, as `server:tool` patterns; `*` stands for any server, or for any run of characters of a tool's name. */
export class ToolScope {
  private readonly exact = new Set<string>();
  private readonly globs: ReadonlyArray<{ readonly server: string; readonly parts: readonly string[] }>;

  constructor(readonly patterns: readonly string[]) {
    const globs: Array<{ server: string; parts: string[] }> = [];
    for (const pattern of patterns) {
      const [server, tool] = pattern === '*' ? ['*', '*'] : splitPattern(pattern);
      if (server !== '*' && !tool.includes('*')) this.exact.add(pattern);
      else globs.push({ server, parts: tool.split('*') });
    }
    this.globs = globs;
  }

  /** @param toolName the upstream's own name */
  allows(serverSlug: string, toolName: string): boolean {
    if (this.exact.has(`${serverSlug}:${toolName}`)) return true;
    return this.globs.some(({ server, parts }) => (server === '*' || server === serverSlug) && matches(parts, toolName));
  }
}

/** @throws DomainError `platform.invalid-request` */
export function assertToolPatterns(patterns: readonly string[]): void {
  const errors = patterns.flatMap((pattern, index) =>
    pattern === '*' || PATTERN.test(pattern)
      ? []
      : [{ pointer: `/tools/${index}`, detail: 'Write server:tool, such as github:get_issue or github:*.' }],
  );
  if (errors.length > 0)
    throw new DomainError('platform.invalid-request', { detail: 'Some tools are not written as server:tool.', errors });
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
