import { editObject, scanJson, sliceOf, type Members } from '@mcpnest/mcp-protocol';

/** What becomes of a raw JSON value; the value itself where nothing does. */
export type Change = (text: string) => string;

/** Changes some members of an object; anything else, or nothing changed, is given back as it is. */
export function changeMembers(text: string, changes: Readonly<Record<string, Change>>, members = membersOf(text)): string {
  if (!members) return text;
  const set: [string, string][] = [];
  for (const key of Object.keys(changes)) {
    const span = members.get(key);
    if (!span) continue;
    const former = sliceOf(text, span);
    const changed = changes[key]!(former);
    if (changed !== former) set.push([key, changed]);
  }
  return set.length === 0 ? text : editObject(text, members, { set });
}

/** Where the members of a raw object stand; undefined for anything else. */
export function membersOf(text: string): Members | undefined {
  if (!text.startsWith('{')) return undefined;
  const scan = scanJson(text, { depthMax: 512, keysMax: 250_000 });
  return scan.ok ? scan.members : undefined;
}
