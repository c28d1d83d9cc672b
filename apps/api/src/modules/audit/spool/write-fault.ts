/** SQLSTATE classes that blame the rows, not the database: data exception, integrity violation, program limit exceeded. */
const BLAMES_ROWS = /^(22|23|54)...$/;
const UNIQUE_VIOLATION = '23505';

/** Whether a failed write would fail again with the same rows; everything else is tried again until the database is back. */
export const blamesRows = (fault: unknown): boolean => BLAMES_ROWS.test(sqlStateOf(fault));

/** Whether a write failed because a row was there already. */
export const meetsRepeat = (fault: unknown): boolean => sqlStateOf(fault) === UNIQUE_VIOLATION;

function sqlStateOf(fault: unknown): string {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
