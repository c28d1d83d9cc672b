import { CALL_COLUMNS } from './call-columns.js';

/** A record as it was spooled: the members of its canonical text, and its place's hash. */
export interface SpooledRow {
  readonly members: Readonly<Record<string, string | number | undefined>>;
  readonly hash: Buffer;
}

/** The columns' names, and a typed array parameter for each. */
export const ROW_COLUMNS = {
  names: [...CALL_COLUMNS.map(({ name }) => name), 'hash'].join(', '),
  arrays: [...CALL_COLUMNS.map(({ type }) => type), 'bytea'].map((type, index) => `$${index + 1}::${type}[]`).join(', '),
};

/**
 * Rows as one array literal per column (PostgreSQL, "Array Input Syntax"). Written here and not by the driver, which looks at
 * every value several times.
 */
export function rowColumns(rows: readonly SpooledRow[]): string[] {
  const columns = CALL_COLUMNS.map(({ field }) => `{${rows.map(({ members }) => element(members[field])).join(',')}}`);
  return [...columns, `{${rows.map(({ hash }) => `"\\\\x${hash.toString('hex')}"`).join(',')}}`];
}

function element(value: string | number | undefined): string {
  if (value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
}
