// Which runs there are. A run is a suite against one kind of server, reached in one way.

/** How the server is reached: by itself, or through the gateway. */
export const WAYS = {
  direct: 'direct',
  gateway: 'through the gateway',
  second: 'with a second server',
  replicas: 'over two replicas',
};

/** Servers by the revisions they know, and what the gateway is told about them. */
const SERVERS = {
  legacy: { title: 'handshake only', mode: 'legacy' },
  superset: { title: 'handshake only, told of all capabilities', mode: 'legacy', option: { clientCapabilities: 'superset' } },
  modern: { title: '2026-07-28 only', mode: 'modern' },
  dual: { title: 'every revision', mode: 'dual' },
  sse: { title: 'HTTP+SSE of 2024-11-05', mode: 'sse' },
};

/** A suite speaks to a server by itself only in a revision and over a transport that the server knows. */
const SUITES = {
  '2025-11-25': { servers: ['legacy', 'modern', 'dual', 'sse'], direct: ['legacy', 'dual'] },
  '2026-07-28': { servers: ['legacy', 'superset', 'modern', 'dual'], direct: ['modern', 'dual'] },
  '0.1.16': { servers: ['legacy', 'modern', 'dual', 'sse'], direct: ['legacy', 'dual'] },
};

/** One row per suite and server. */
export const ROWS = Object.entries(SUITES).flatMap(([suite, { servers, direct }]) =>
  servers.map((server) => ({
    suite,
    server,
    ...SERVERS[server],
    ways: Object.keys(WAYS).filter((way) => way !== 'direct' || direct.includes(server)),
  })),
);

/** Every cell that is measured. `baseline` is the file that holds what cannot pass. */
export const RUNS = ROWS.flatMap((row) =>
  row.ways.map((way) => ({
    ...row,
    way,
    name: `${row.suite} ${row.server} ${way}`,
    baseline: way === 'direct' ? `${row.suite}-direct` : `${row.suite}-on-${row.server}`,
  })),
);
