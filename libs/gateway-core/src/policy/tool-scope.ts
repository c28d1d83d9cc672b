/** Decides which tools a token may see and call, from its `server:tool` patterns (`*` for any server or any tool). */
export class ToolScope {
  private readonly exact = new Set<string>();
  private readonly wholeServers = new Set<string>();
  private readonly anywhere = new Set<string>();
  private readonly everything: boolean;

  constructor(patterns: readonly string[]) {
    this.everything = patterns.includes('*') || patterns.includes('*:*');
    for (const pattern of patterns) {
      const colon = pattern.indexOf(':');
      const [server, tool] = [pattern.slice(0, colon), pattern.slice(colon + 1)];
      if (colon < 0) continue;
      if (tool === '*') this.wholeServers.add(server);
      else if (server === '*') this.anywhere.add(tool);
      else this.exact.add(pattern);
    }
  }

  /** @param tool the upstream's own name. */
  allows(server: string, tool: string): boolean {
    return this.everything || this.wholeServers.has(server) || this.anywhere.has(tool) || this.exact.has(`${server}:${tool}`);
  }
}

const compiled = new WeakMap<readonly string[], ToolScope>();

/** The scope of a token's patterns, compiled once per list; null allows everything. */
export function toolScopeOf(patterns: readonly string[] | null): ToolScope | null {
  if (patterns === null) return null;
  let scope = compiled.get(patterns);
  if (!scope) compiled.set(patterns, (scope = new ToolScope(patterns)));
  return scope;
}
