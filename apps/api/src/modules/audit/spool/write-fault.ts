/** SQLSTATE classes that blame the rows, not the database: data exception, integrity violation, program limit exceeded. */
const BLAMES_ROWS = /^(22|23|54)...$/;

/** Whether a failed write would fail again with the same rows; everything else is tried again until the database is back. */
export function blamesRows(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && BLAMES_ROWS.test(code);
}
