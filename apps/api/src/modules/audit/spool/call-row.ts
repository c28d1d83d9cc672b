import { CALL_COLUMNS } from './call-columns.js';

/** A record as it was spooled: its canonical text, and its place's hash. */
export interface SpooledRow {
  readonly text: string;
  readonly hash: Buffer;
}

/** What the canonical text of a row says. */
export const membersOf = ({ text }: Pick<SpooledRow, 'text'>): Readonly<Record<string, unknown>> =>
  JSON.parse(text) as Readonly<Record<string, unknown>>;

/** The columns' names, and the members of the rows' text that go there. */
export const ROW_COLUMNS = {
  names: [...CALL_COLUMNS.map(({ name }) => name), 'hash'].join(', '),
  members: [...CALL_COLUMNS.map(({ field }) => `"${field}"`), 'hash'].join(', '),
  types: [...CALL_COLUMNS.map(({ field, type }) => `"${field}" ${type}`), 'hash bytea'].join(', '),
};

/**
 * Rows as one JSON array, each the text that was spooled and its hash. The database takes the members apart: it does so beside
 * this process, which would spend more on that than on all the rest of a record.
 */
export const rowsText = (rows: readonly SpooledRow[]): string =>
  `[${rows.map(({ text, hash }) => `${text.slice(0, -1)},"hash":"\\\\x${hash.toString('hex')}"}`).join(',')}]`;
