import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeUpstream, type FakeExchange, type FakeUpstream } from '@mcpnest/testkit';
import type { Call, Me } from '@mcpnest/api-client';
import { eventually } from '../harness/eventually.js';
import { GatewayClient, type WireAnswer } from '../harness/gateway-client.js';
import { callsOnceVisible, givenRoute, type Route } from '../harness/given.js';
import { alive, type ProcessRow } from '../harness/process-tree.js';
import { RestClient } from '../harness/rest-client.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startInVain, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 60_000;

describe('faults of the configuration', () => {
  it(
    'are told all at once, each with its variable, and keep the process from starting',
    async () => {
      const { code, stdout, stderr } = await startInVain({
        PORT: '99999',
        PUBLIC_URL: 'gateway.example.com',
        EGRESS_ALLOW: 'everything',
        MCPNEST_MASTER_KEY: 'c2hvcnQ=',
        MCPNEST_ADMIN_EMAIL: 'me@example.com',
        AUDIT_RETENTION_DAYS: 'many',
        LOCAL_SERVERS: 'maybe',
        TRUST_PROXY: 'somebody',
      });
      expect(code).not.toBe(0);
      for (const name of [
        'PORT',
        'PUBLIC_URL',
        'EGRESS_ALLOW',
        'MCPNEST_MASTER_KEY',
        'MCPNEST_ADMIN_PASSWORD',
        'AUDIT_RETENTION_DAYS',
        'LOCAL_SERVERS',
        'TRUST_PROXY',
      ])
        expect(stderr).toContain(name);
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr).not.toContain('c2hvcnQ=');
    },
    START_MS,
  );

  it(
    'name a file of a secret that cannot be read',
    async () => {
      const { code, stderr } = await startInVain({
        MCPNEST_MASTER_KEY_FILE: '/no/such/file',
        DATABASE_OWNER_URL: 'postgresql://x',
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain('MCPNEST_MASTER_KEY_FILE');
      expect(stderr).toContain('DATABASE_OWNER_URL');
    },
    START_MS,
  );

  it(
    'say that a database does not answer, without its password',
    async () => {
      const { code, stderr } = await startInVain({
        DATABASE_URL: 'postgresql://someone:very-secret@127.0.0.1:1/none',
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain('DATABASE');
      expect(stderr).not.toContain('very-secret');
    },
    START_MS,
  );
});

describe('an installation', () => {
  const dataDir = newDataDir();
  let upstream: FakeUpstream;
  let server: RunningServer;
  let anonymous: RestClient;
  let operator: RestClient;
  let route: Route;
  let client: GatewayClient;

  const start = async (): Promise<void> => {
    server = await startServer({ dataDir, env: LOOPBACK_ALLOWED });
    anonymous = await RestClient.anonymous(server.url);
    if (route) client = new GatewayClient(`${server.url}/api/gw/${route.workspace.slug}`, route.token.token);
  };

  const held: FakeExchange[] = [];
  const hold = (exchange: FakeExchange): void => void held.push(exchange);
  const release = (): void => {
    for (const { behave } of held.splice(0)) behave();
  };

  beforeAll(async () => {
    upstream = await startFakeUpstream();
    await start();
    operator = await anonymous.signIn(ADMIN.email, ADMIN.password);
    route = await givenRoute(operator, [
      {
        url: upstream.url,
        wish: { headers: [{ name: 'X-Api-Key', secret: true }], credentials: { 'X-Api-Key': 'kept-over-the-restart' } },
      },
      'builtin',
    ]);
    ({ client } = route);
  }, START_MS + 30_000);

  afterAll(async () => {
    release();
    await Promise.all([upstream?.close(), server?.remove()]);
  }, START_MS);

  it('prints one ready line and nothing else on stdout, and no setup link once it has an operator', () => {
    expect(server.stdout).toEqual([`ready ${server.url}`]);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('logs JSON alone', () => {
    expect(server.stderr.length).toBeGreaterThan(0);
    for (const line of server.stderr) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) });
  });

  it('keeps its keys to itself', () => {
    const modes = ['postgres-18', 'postgres-18.secrets.json'].map((name) => statSync(join(dataDir, name)).mode & 0o077);
    expect(modes).toEqual([0, 0]);
  });

  it('tells that it lives and that it is ready, and shows its document', async () => {
    const ask = async (path: string): Promise<unknown> => (await fetch(`${server.url}${path}`)).json();
    expect(await ask('/livez')).toEqual({ alive: true });
    expect(await ask('/readyz')).toEqual({ ready: true });
    expect(await ask('/readyz?verbose')).toMatchObject({ ready: true, checks: expect.any(Array) });
    expect(await ask('/api/openapi.json')).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
    const page = await fetch(`${server.url}/api/docs`);
    expect({ status: page.status, type: page.headers.get('content-type') }).toEqual({
      status: 200,
      type: expect.stringContaining('text/html'),
    });
    expect(await operator.get('/health')).toMatchObject({ database: { ok: true, secondWall: true }, audit: { dropped: 0 } });
  });

  it('answers what it does not know with a problem, not a page', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api/nothing',
      '/api/gw',
      '/api/gw/',
      '/api/gw/a/b',
      '/api/v1/%00',
      '/api/v1/..%2f..%2fetc%2fpasswd',
      '/api/v2/me',
    ]) {
      const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
      expect({ path, isError: response.status >= 400 && response.status < 500, type: response.headers.get('content-type') }).toEqual({
        path,
        isError: true,
        type: 'application/problem+json',
      });
    }
  });

  it(
    'answers every call that is under way when it is told to stop, and leaves no process behind',
    async () => {
      expect(await client.toolNames()).toContain('echo');
      upstream.misbehave('tools/call', hold);
      const processes = server.processes();
      expect(processes.length).toBeGreaterThan(3);
      const calls = Array.from({ length: 20 }, (_, index) => client.call('echo', { index }, index));
      await eventually(() => expect(held).toHaveLength(20), 5_000);
      const stopped = server.stop();
      await eventually(
        async () =>
          expect(
            await fetch(`${server.url}/readyz`).then(
              ({ status }) => status,
              () => 'refused',
            ),
          ).not.toBe(200),
        5_000,
      );
      release();
      const answers = await Promise.all(calls);
      expect(answers.map(({ status, json }) => [status, json.id, json.result?.content?.[0]?.text])).toEqual(
        answers.map((_answer, index) => [200, index, JSON.stringify({ index })]),
      );
      expect(await stopped).toEqual({ code: 0, signal: null });
      await nobodyOf(processes);
      upstream.misbehave('tools/call', undefined);
    },
    START_MS,
  );

  it(
    'goes on where it was: people, tokens, sessions, credentials and records',
    async () => {
      await start();
      const again = anonymous.withSession(operator.cookie);
      expect(await again.get<Me>('/me')).toMatchObject({ email: ADMIN.email, operator: true });
      expect((await client.call('echo', { again: true })).json.result?.content?.[0]?.text).toBe('{"again":true}');
      expect(upstream.messages('tools/call').at(-1)?.headers['x-api-key']).toBe('kept-over-the-restart');
      const calls = await callsOnceVisible(
        again,
        route.workspace.slug,
        (found) => expect(found.length).toBeGreaterThanOrEqual(21),
        '?limit=200',
      );
      expect(calls.filter(({ status, toolName }) => status === 200 && toolName === 'echo').length).toBe(21);
      operator = again;
    },
    START_MS,
  );

  it(
    'loses at most the records of the last moment and nothing else when it is killed, and leaves no process behind',
    async () => {
      const begun = Date.now();
      await client.call('echo', { before: 'the end' });
      const before = await callsOnceVisible(
        operator,
        route.workspace.slug,
        ([newest]) => expect(Date.parse(newest!.createdAt)).toBeGreaterThanOrEqual(begun),
        '?limit=200',
      );
      const processes = server.processes();
      server.signal('SIGKILL');
      expect(await server.ended).toEqual({ code: null, signal: 'SIGKILL' });
      await nobodyOf(processes);
      await start();
      operator = anonymous.withSession(operator.cookie);
      expect((await client.call('echo')).status).toBe(200);
      const { data } = await operator.get<{ data: Call[] }>(`/workspaces/${route.workspace.slug}/calls?limit=200`);
      expect(data.map(({ callId }) => callId)).toEqual(expect.arrayContaining(before.map(({ callId }) => callId)));
    },
    START_MS,
  );

  it(
    'heals when its database dies: known tokens go on calling, and records follow',
    async () => {
      const postmaster = server
        .processes()
        .find(({ command, parent }) => /postgres$/.test(command) && parent === server.processes()[0]!.pid);
      expect(postmaster).toBeDefined();
      const begun = Date.now();
      process.kill(postmaster!.pid, 'SIGKILL');
      const answers: WireAnswer[] = [];
      for (let sent = 0; sent < 10; sent++) answers.push(await client.call('echo', { sent }));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      await eventually(async () => {
        const { data } = await operator.get<{ data: Call[] }>(`/workspaces/${route.workspace.slug}/calls?limit=10`);
        expect(data.filter(({ createdAt }) => Date.parse(createdAt) >= begun)).toHaveLength(10);
      }, 30_000);
    },
    START_MS,
  );

  it(
    'cannot be used twice at the same time',
    async () => {
      const { code, stderr, stdout } = await startInVain({ DATA_DIR: dataDir });
      expect(code).not.toBe(0);
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect((await client.call('echo')).status).toBe(200);
    },
    START_MS,
  );

  it(
    'says so when its port is taken',
    async () => {
      const { code, stderr } = await startInVain({ PORT: new URL(server.url).port });
      expect(code).not.toBe(0);
      expect(stderr).toContain(new URL(server.url).port);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    START_MS,
  );

  it(
    'does not start with another master key than its own, and says why',
    async () => {
      await server.stop();
      const { code, stdout, stderr } = await startInVain({ DATA_DIR: dataDir, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') });
      expect(code).not.toBe(0);
      expect(stdout).toBe('');
      expect(stderr).toContain('MCPNEST_MASTER_KEY');
      expect(stderr).not.toMatch(/\n\s+at /);
      await start();
      expect((await client.call('echo')).status).toBe(200);
    },
    START_MS,
  );

  async function nobodyOf(processes: readonly ProcessRow[]): Promise<void> {
    await eventually(() => expect(alive(processes)).toEqual([]), 10_000);
  }
});

describe('an installation behind https', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ env: { PUBLIC_URL: 'https://gateway.example.com' } });
  }, START_MS);

  afterAll(() => server?.remove(), START_MS);

  it('binds its cookie to the host and to https, and shows that address in its links', async () => {
    const anonymous = await RestClient.anonymous(server.url);
    const answer = await anonymous.send('POST', '/auth/login', {
      body: ADMIN,
      headers: { origin: 'https://gateway.example.com', 'sec-fetch-site': 'same-origin' },
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-mcpnest=/);
    expect(cookie).toMatch(/; Secure/);
    const made = await anonymous.signedInBy(answer).post<{ gatewayUrl: string }>('/workspaces', { name: 'Public', slug: 'public' });
    expect(made.gatewayUrl).toBe('https://gateway.example.com/api/gw/public');
  });
});

describe('a data folder that cannot be used', () => {
  it(
    'is named, with what to do',
    async () => {
      const { code, stderr } = await startInVain({ DATA_DIR: '/dev/null/data' });
      expect(code).not.toBe(0);
      expect(stderr).toContain('/dev/null/data');
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    START_MS,
  );
});
