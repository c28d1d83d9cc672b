import { randomBytes } from 'node:crypto';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { LocalFence } from '@mcpnest/api-client';
import { eventually } from '../harness/eventually.js';
import { givenExposure, givenToken, givenWorkspace } from '../harness/given.js';
import { alive } from '../harness/process-tree.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 240_000;
/** Within which every process knows of another, or that it is gone. */
const KNOWN_MS = 10_000;
/** The same, with programs that are started for it, and an overview without what a runner does not tell within three seconds. */
const HOSTED_MS = 60_000;
/** Security bars: what a local server was is gone so long after its gateway, or its runner, was killed. */
const GONE_MS = 5_000;

const SLOW_MS = 3_000;

/** A local server in a few lines: it counts its calls, one tool takes its time, and one never answers. */
const PROGRAM = `
  let calls = 0;
  const held = [];
  const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
  const tell = (id, text) => say({ id, result: { content: [{ type: 'text', text: String(text) }] } });
  const tools = {
    count: (id) => tell(id, ++calls),
    slow: (id) => (held.push(id), setTimeout(() => tell(id, 'done'), ${SLOW_MS})),
    hold: (id) => held.push(id),
    held: (id) => tell(id, held.length),
  };
  const answers = {
    initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'local', version: '1' } },
    'tools/list': { tools: Object.keys(tools).map((name) => ({ name, inputSchema: { type: 'object' } })) },
  };
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method, params } = JSON.parse(line);
    if (method === 'tools/call') return tools[params.name](id);
    if (id === undefined) return;
    say(answers[method] ? { id, result: answers[method] } : { id, error: { code: -32601, message: 'unknown' } });
  });
`;

describe('two gateways and two runners on one database', () => {
  let database: SharedDatabase;
  let webs: RunningServer[];
  let runners: Map<string, RunningServer>;
  let operator: RestClient;
  let clients: Client[];
  const shared: Record<string, string> = {
    MCPNEST_MASTER_KEY: randomBytes(32).toString('base64'),
    LOCAL_COMMANDS: process.execPath,
  };

  const startWeb = () => startServer({ env: { ...shared, ...database.env, ROLE: 'web' }, dataDir: newDataDir() });
  const startRunner = async (): Promise<void> => {
    const port = String(await freePort());
    const url = `https://127.0.0.1:${port}`;
    const env = { ...shared, ...database.env, ROLE: 'runner', RUNNER_PORT: port, RUNNER_URL: url };
    runners.set(url, await startServer({ env, dataDir: newDataDir(), withAdmin: false }));
  };
  const connect = async (web: RunningServer, workspace = 'scaled'): Promise<Client> => {
    const client = new Client({ name: 'caller', version: '1.0.0' });
    const headers = { authorization: `Bearer ${(await givenToken(operator, workspace)).token}` };
    const transport = new StreamableHTTPClientTransport(new URL(`${web.url}/api/gw/${workspace}`), { requestInit: { headers } });
    await client.connect(transport as Parameters<typeof client.connect>[0]);
    return client;
  };
  const call = async (client: Client, name: string): Promise<string> => {
    const { content, isError } = await client.callTool({ name, arguments: {} }).catch((error: unknown) => {
      const told = webs.flatMap(({ stderr }) => stderr.filter((line) => line.includes('a runner takes no calls')));
      throw new Error(`${String(error)}\n${told.join('\n')}`, { cause: error });
    });
    const [first] = content as { text: string }[];
    if (isError) throw new Error(first!.text);
    return first!.text;
  };
  const overview = () => operator.get<LocalFence>('/local-servers');
  /** The runner that hosts the server now. */
  const hostNow = (): Promise<string> =>
    eventually(async () => {
      const { runners: seen } = await overview();
      const [host, ...others] = seen.filter(({ hosts }) => hosts.some(({ server, processes }) => server === 'local' && processes > 0));
      if (!host || others.length > 0) throw new Error(`not one host: ${JSON.stringify(seen)}`);
      return host.name;
    }, HOSTED_MS);

  beforeAll(async () => {
    database = await startSharedDatabase();
    runners = new Map();
    webs = [await startWeb()];
    webs.push(await startWeb());
    await startRunner();
    await startRunner();
    operator = await (await RestClient.anonymous(webs[0]!.url)).signIn(ADMIN.email, ADMIN.password);
    // Each gateway places servers by what it has heard itself.
    for (const { url } of webs) {
      const there = (await RestClient.anonymous(url)).withSession(operator.cookie);
      await eventually(async () => expect((await there.get<LocalFence>('/local-servers')).runners).toHaveLength(2), KNOWN_MS);
    }
    await givenWorkspace(operator, 'scaled');
    const transport = { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM] };
    await operator.post('/servers', { slug: 'local', name: 'Local', transport });
    await givenExposure(operator, 'scaled', 'local');
    clients = await Promise.all(webs.map((web) => connect(web)));
  }, START_MS);

  afterAll(async () => {
    await Promise.all((clients ?? []).map((client) => client.close()));
    await Promise.all([...(webs ?? []), ...(runners?.values() ?? [])].map((server) => server.remove()));
    await database?.remove();
  }, START_MS);

  it(
    'one process serves the clients of both',
    async () => {
      const counted: string[] = [];
      for (let round = 0; round < 3; round++) for (const client of clients) counted.push(await call(client, 'count'));
      expect(counted).toEqual(['1', '2', '3', '4', '5', '6']);
      const host = await hostNow();
      await eventually(async () => {
        const { data } = await operator.get<{ data: { runner: string; status: string }[] }>('/servers/local/processes');
        expect(data.filter(({ status }) => status === 'running')).toMatchObject([{ runner: host }]);
      }, HOSTED_MS);
    },
    START_MS,
  );

  it('gateways run no program at all, and runners answer nobody but their probes', async () => {
    for (const web of webs) expect(web.processes()).toHaveLength(1);
    for (const { url } of runners.values()) {
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      for (const path of ['/', '/api/v1/servers', '/api/gw/scaled']) expect((await fetch(url + path)).status).toBe(404);
    }
  });

  it('what is entered but not saved is run nowhere', async () => {
    const transport = { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM, 'another'] };
    const report = await operator.post<{ ok: boolean; stages: { detail: string }[] }>('/servers/test', { transport });
    expect(report).toMatchObject({ ok: false, stages: [{ detail: expect.stringContaining('approved Versions alone') }] });
  });

  it('a restart by hand ends the process on its runner, and the next call starts one', async () => {
    await operator.post('/servers/local/processes/restart');
    expect(await call(clients[1]!, 'count')).toBe('1');
  });

  it(
    'a runner that is stopped lets its calls end and hands over, and no call fails',
    async () => {
      const host = await hostNow();
      const leaving = runners.get(host)!;
      const slow = call(clients[0]!, 'slow');
      await eventually(async () => expect(await call(clients[1]!, 'held')).toBe('1'), KNOWN_MS);
      let isOver = false;
      const ended = leaving.ended.finally(() => (isOver = true));
      leaving.signal('SIGTERM');
      do for (const client of clients) expect(Number(await call(client, 'count'))).toBeGreaterThan(0);
      while (!isOver);
      expect(await slow).toBe('done');
      expect((await ended).code).toBe(0);
      expect(await hostNow()).not.toBe(host);
      await leaving.remove();
      runners.delete(host);
    },
    START_MS,
  );

  it(
    'a runner that comes takes its share and nothing else, and what moves ends where it was',
    async () => {
      const slugs = Array.from({ length: 8 }, (_, index) => `many-${index}`);
      await givenWorkspace(operator, 'many');
      for (const slug of slugs) {
        const transport = { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM, slug] };
        await operator.post('/servers', { slug, name: slug, transport });
        await givenExposure(operator, 'many', slug, { toolPrefix: slug });
      }
      const many = await connect(webs[0]!, 'many');
      clients.push(many);
      const hosts = async (): Promise<ReadonlyMap<string, string>> => {
        const names = (await many.listTools()).tools.map(({ name }) => name).filter((name) => name.endsWith('count'));
        expect(names).toHaveLength(slugs.length);
        for (const name of names) expect(Number(await call(many, name))).toBeGreaterThan(0);
        const { runners: seen } = await overview();
        const running = seen.flatMap(({ name, hosts: own }) =>
          own.filter(({ processes }) => processes > 0).map(({ server }) => [server, name] as const),
        );
        const many8 = running.filter(([server]) => slugs.includes(server));
        expect(many8).toHaveLength(slugs.length);
        return new Map(many8);
      };
      const before = await eventually(hosts, HOSTED_MS);
      const known = new Set(runners.keys());
      await startRunner();
      const [fresh] = [...runners.keys()].filter((url) => !known.has(url));
      await eventually(async () => expect((await overview()).runners.map(({ name }) => name)).toContain(fresh), KNOWN_MS);
      await eventually(async () => {
        const after = await hosts();
        const moved = slugs.filter((slug) => after.get(slug) !== before.get(slug));
        for (const slug of moved) expect(after.get(slug)).toBe(fresh);
      }, HOSTED_MS);
    },
    START_MS,
  );

  it(
    'a runner that is killed leaves nothing behind, and others go on within seconds',
    async () => {
      await call(clients[0]!, 'count');
      const host = await hostNow();
      const victim = runners.get(host)!;
      const family = victim.processes();
      expect(family.length).toBeGreaterThan(1);
      const held = expect(call(clients[0]!, 'hold')).rejects.toThrow(/runner/);
      await eventually(async () => expect(Number(await call(clients[1]!, 'held'))).toBeGreaterThan(0), KNOWN_MS);
      victim.signal('SIGKILL');
      await held;
      await eventually(() => expect(alive(family)).toEqual([]), GONE_MS);
      for (const client of clients.slice(0, 2)) expect(Number(await call(client, 'count'))).toBeGreaterThan(0);
      expect(await hostNow()).not.toBe(host);
    },
    START_MS,
  );
});
