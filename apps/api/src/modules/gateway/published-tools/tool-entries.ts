import { fold, type ToolEntry } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';

/** How a tool is addressed whatever its published name: by server and the server's own name. */
export const keyOf = ({ exposure, upstreamName }: ToolEntry): string => `${exposure.target.serverSlug}:${upstreamName}`;

/** @param name its published name, or `server:tool`. @throws DomainError `servers.tool-not-found` */
export function findEntry(entries: readonly ToolEntry[], name: string): ToolEntry {
  const entry = entries.find(({ publishedName }) => publishedName === name) ?? entries.find((candidate) => keyOf(candidate) === name);
  if (!entry)
    throw new DomainError('servers.tool-not-found', {
      detail: 'List the tools of this workspace and use a name, or server:tool, from there.',
    });
  return entry;
}

/**
 * Names must differ after folding too, and a collision is refused when it is made, not when it is met.
 * @param aliases the names that tools are given together, by `server:tool`; null gives a tool its own name back.
 * @throws DomainError `servers.alias-taken`
 */
export function assertFree(entries: readonly ToolEntry[], aliases: ReadonlyMap<string, string | null>): void {
  const taken = new Map<string, readonly [owner: string, name: string]>();
  for (const entry of entries) {
    const owner = keyOf(entry);
    const moves = typeof aliases.get(owner) === 'string';
    if (entry.publishedName !== null && !moves) taken.set(fold(entry.publishedName), [owner, entry.publishedName]);
  }
  for (const [key, alias] of aliases) {
    if (alias === null) continue;
    const holder = taken.get(fold(alias));
    if (holder && holder[0] !== key) {
      throw new DomainError('servers.alias-taken', {
        detail: `${key} cannot be named ${alias}: ${holder[0]} is published as ${holder[1]} already. Choose another name.`,
      });
    }
    taken.set(fold(alias), [key, alias]);
  }
}
