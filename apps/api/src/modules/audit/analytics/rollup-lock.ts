/** A quarter of an hour may hold millions of rows; a process that is stopped meanwhile still ends in time (contract, commands). */
const PATIENCE_MS = 30_000;

/** Until the transaction ends nobody else counts quarters or notes what was seen in them: two at once would both write it. */
export const LOCK_ROLLUPS = `SELECT pg_advisory_xact_lock(hashtext('call_rollups')), set_config('statement_timeout', '${PATIENCE_MS}', true)`;
