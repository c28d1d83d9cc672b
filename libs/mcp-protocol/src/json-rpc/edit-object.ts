import type { Members } from './scan.js';
export interface ObjectEdits {
  /** Members to leave out. */
  readonly drop?: readonly string[];
  /** Members to replace in place, or to append: key → raw JSON. */
  readonly set?: Iterable<readonly [string, string]>;
}
export function editObject(text: string, members: Members, edits: ObjectEdits): string { throw new Error(`unwritten ${text.length} ${members.size} ${String(edits)}`); }
