// Roll-ups of call records that were filled in: today and one whole day by the product itself, which counts row by row. The other days
// have the same rows at another date, so their sightings are those of that day, moved. Pages of calls read sightings and no roll-ups.
const { RollupRepository } = await import('../apps/api/src/modules/audit/analytics/rollup.repository.ts');

/** Makes the sightings anew, whatever stands there. @returns what rolling up and what copying cost */
export async function rollUpAndCopy(database, days) {
  await database.owner.query('TRUNCATE call_rollup_marks, call_rollups, call_sightings, call_names');
  await database.owner.query('UPDATE call_names_noted SET noted_since = oldest_at');
  const [{ counted }] = await database.owner.query(
    `WITH calls AS (SELECT created_at FROM mcp_tool_calls WHERE retention_class = 'standard' AND created_at >= current_date - 1),
          marked AS (INSERT INTO call_rollup_marks SELECT DISTINCT date_bin('15 minutes', created_at, timestamptz 'epoch') FROM calls)
     SELECT count(*)::int AS counted FROM calls`,
  );
  const rollups = new RollupRepository(database.tx);
  const cpu = database.cpuMicros();
  while (await rollups.rollUpAcrossWorkspaces());
  const [cpuMicrosPerRow, copying] = [(database.cpuMicros() - cpu) / counted, performance.now()];
  await copyYesterday(database.superuser, days);
  for (const table of ['call_rollups', 'call_sightings']) await database.owner.query(`VACUUM ANALYZE ${table}`);
  return { counted, cpuMicrosPerRow, copySeconds: (performance.now() - copying) / 1_000 };
}

/** Whatever columns there are: those of time move by the days, the others stay. */
async function copyYesterday(superuser, days) {
  const columns = await superuser.query(
    `SELECT quote_ident(attname) AS name, atttypid = 'timestamptz'::regtype AS moves
       FROM pg_attribute WHERE attrelid = 'call_sightings'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  const names = columns.map(({ name }) => name).join(', ');
  const moved = columns.map(({ name, moves }) => (moves ? `${name} - ago * interval '1 day'` : name)).join(', ');
  await superuser.query(
    `INSERT INTO call_sightings (${names}) SELECT ${moved} FROM call_sightings CROSS JOIN generate_series(1, $1::int) AS ago
      WHERE bucket_at >= current_date - 1 AND bucket_at < current_date ORDER BY workspace_id, dimension, value, ago DESC, bucket_at`,
    [days - 2],
  );
}
