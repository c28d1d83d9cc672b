// Call records for benchmarks, made by the database itself: some workspaces with most of the calls, tools that are called often and
// hardly ever, one call in 20 that failed. A row is a function of its number within its day: days differ in ids, hashes and times alone.
export const WORKSPACES = 20;

/** Numbers of a row from its own number, so that every run and every day has the same rows. */
const ROWS = `
  SELECT n, (h & 65535) / 65536::float8 AS a, ((h >> 16) & 65535) / 65536::float8 AS b,
    ((h >> 32) & 65535) / 65536::float8 AS c, (h >> 48) & 32767 AS d
  FROM (SELECT n, hashint8extended(n, 7) AS h FROM generate_series(0, $1::bigint - 1) AS n) AS numbered`;

const COLUMNS = `call_id, created_at, retention_class, writer, sequence, workspace_id, token_id, token_name, user_id, server_slug, server_version,
  tool_name, published_name, definition_hash, status, outcome, reason, origin, era, latency_ms, upstream_latency_ms, request_bytes,
  response_bytes, client_name, protocol_version, trace_id, hash`;

const SELECT = `
  SELECT 'call_' || lpad(id::text, 12, '0') || substr(md5(id::text), 1, 14),
    $3::timestamptz + (n * $4::float8) * interval '1 millisecond',
    'standard', 'w' || substr(md5($2::text), 1, 16), n + 1,
    'ws_' || w, 'tok_' || w || '_' || floor(b * 40), 'laptop ' || floor(b * 40), 'usr_' || w || '_' || floor(b * 20),
    'server-' || floor(c * 12), 1 + d % 3, tool, tool, 'sha256-' || md5(tool) || md5(tool),
    CASE WHEN d < 16 THEN 504 WHEN d < 600 THEN 502 WHEN d < 1000 THEN 429 WHEN d < 1600 THEN 200 ELSE 200 END,
    CASE WHEN d < 16 THEN 'timeout' WHEN d < 600 THEN 'upstream_error' WHEN d < 1000 THEN 'limited' WHEN d < 1600 THEN 'tool_error' ELSE 'success' END,
    CASE WHEN d < 16 THEN 'gateway.upstream-timeout' WHEN d < 600 THEN 'gateway.upstream-failed' WHEN d < 1000 THEN 'gateway.limited' END,
    CASE WHEN d < 600 THEN 'upstream' WHEN d < 1000 THEN 'gateway' WHEN d < 1600 THEN 'upstream' END,
    'legacy', CASE WHEN d < 16 THEN 30000 ELSE 5 + 200 * c * c END, CASE WHEN d < 16 THEN 30000 ELSE 4 + 190 * c * c END,
    100 + d % 500, 200 + d % 5000, CASE WHEN n % 20000 = 0 THEN 'client-rare/1.0' ELSE 'client-' || floor(c * 5) || '/1.0' END, CASE WHEN b < 0.3 THEN '2026-07-28' ELSE '2025-11-25' END,
    CASE WHEN b < 0.25 THEN md5('trace' || id) END, sha256(int8send(id))
  FROM (SELECT n, $2::bigint + n AS id, b, c, d, floor(a * a * ${WORKSPACES})::int AS w,
      CASE WHEN n % 100000 = 0 THEN 'tool_rare' ELSE 'tool_' || floor(c * c * 60) END AS tool FROM (${ROWS}) AS drawn) AS shaped`;

/**
 * Writes the rows of one day, one after the other in time.
 * @param query runs a statement with its parameters
 * @param day how many rows, the number of the first among all days, when the day begins, and the milliseconds between two rows
 */
export const insertCalls = (query, table, { rows, first, begins, everyMs }) =>
  query(`INSERT INTO ${table} (${COLUMNS}) ${SELECT}`, [rows, first, begins, everyMs]);
