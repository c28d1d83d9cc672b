import { sliceOf } from './message.js';
import type { Members } from './scan.js';

/** What to change about an object's members. A key both dropped and set is set. */
export interface ObjectEdits {
  /** Members to leave out. */
  readonly drop?: readonly string[];
  /** Members to replace where they stand, or to append: key → raw JSON. */
  readonly set?: Iterable<readonly [string, string]>;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/**
 * Edits a JSON object's text without touching the bytes of any member that stays; only white space between members goes.
 * `text` is the object from brace to brace, `members` all its members as spans in that text.
 * Returns `text` itself when nothing changes.
 */
export function editObject(text: string, members: Members, edits: ObjectEdits): string {
  const { drop = [] } = edits;
  const set = edits.set ? new Map(edits.set) : NOTHING;
  if (set.size === 0 && !drop.some((key) => members.has(key))) return text;

  let edited = '';
  const add = (member: string): void => {
    edited += edited === '' ? member : `,${member}`;
  };
  for (const [key, span] of members) {
    const raw = set.get(key);
    if (raw !== undefined) add(text.slice(span.keyStart, span.start) + raw);
    else if (!drop.includes(key)) add(text.slice(span.keyStart, span.end));
  }
  for (const [key, raw] of set) if (!members.has(key)) add(`${JSON.stringify(key)}:${raw}`);
  return `{${edited}}`;
}

/** The members of an object as `[key, raw JSON]` pairs, in order, less the keys named. */
export function memberEntries(text: string, members: Members, except: readonly string[] = []): [string, string][] {
  const entries: [string, string][] = [];
  for (const [key, span] of members) if (!except.includes(key)) entries.push([key, sliceOf(text, span)]);
  return entries;
}
