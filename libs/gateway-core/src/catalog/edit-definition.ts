import { editObject, scanJson } from '@mcpnest/mcp-protocol';

/** Definitions are bounded in bytes when they are fetched, so they get all the room there is. */
const BOUNDS = { depthMax: 512, keysMax: 250_000 } as const;

/** Edits a definition that was listed; every other byte stays as the upstream wrote it. */
export function editDefinition(
  definitionText: string,
  edits: { readonly drop?: readonly string[]; readonly set?: readonly (readonly [string, string])[] },
): string {
  const scan = scanJson(definitionText, BOUNDS);
  if (!scan.ok) throw new Error('a definition that was listed must be JSON');
  return editObject(definitionText, scan.members, edits);
}
