import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreatedToken, Server } from '@mcpnest/api-client';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { Client } from 'pg';
import { bytesOf, filesBelow } from '../harness/data-search.js';
import { eventually } from '../harness/eventually.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { callsOnceVisible, givenExposure, givenServer, givenToken, givenWorkspace } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
const canary = (what: string): string => `canary-${what}-${randomBytes(9).toString('hex')}`;

/** A local server in a few lines: one tool, which answers. */
const PROGRAM = `
  const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
  const answers = {
    initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'local', version: '1' } },
    'tools/list': { tools: [{ name: 'local_tool', inputSchema: { type: 'object' } }] },
    'tools/call': { content: [{ type: 'text', text: 'done' }] },
  };
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method } = JSON.parse(line);
    if (id === undefined) return;
    const result = answers[method];
    send(result ? { id, result } : { id, error: { code: -32601, message: 'unknown' } });
  });
`;

/** Every secret that the gateway is given or makes, and what clients send through it, looked for wherever it leaves traces. */
describe('no secret is found', () => {
  let database: SharedDatabase;
  let upstream: FakeUpstream;
  let server: RunningServer;
  const dataDir = newDataDir();
  /** What it is → the text that must not be found. */
  const secrets = new Map<string, string>();
  const plant = (what: string, text = canary(what.replaceAll(' ', '-'))): string => {
    secrets.set(what, text);
    return text;
  };

  beforeAll(async () => {
    [database, upstream] = await Promise.all([startSharedDatabase(), startFakeUpstream()]);
    const file = (name: string, text: string): string => {
      const path = join(dataDir, '..', name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    server = await startServer({
      withAdmin: false,
      dataDir,
      env: {
        ...LOOPBACK_ALLOWED,
        ...database.env,
        LOCAL_COMMANDS: process.execPath,
        MCPNEST_ADMIN_EMAIL: ADMIN.email,
        MCPNEST_ADMIN_PASSWORD_FILE: file('password', plant('password of the first operator')),
        MCPNEST_MASTER_KEY_FILE: file('master-key', plant('master key', randomBytes(32).toString('base64'))),
      },
    });
    await plantEverything();
  }, START_MS);

  afterAll(async () => {
    await server?.remove();
    await upstream?.close();
    await database?.remove();
  }, START_MS);

  async function plantEverything(): Promise<void> {
    const anonymous = await RestClient.anonymous(server.url);
    const login = await anonymous.send('POST', '/auth/login', {
      body: { email: ADMIN.email, password: secrets.get('password of the first operator') },
    });
    const operator = anonymous.signedInBy(login);
    plant('session', /=([^;]+)/.exec(login.headers.getSetCookie()[0] ?? '')?.[1]);
    await anonymous.send('POST', '/auth/login', { body: { email: ADMIN.email, password: plant('password that was wrong') } });
    plant('API key', (await operator.post<{ key: string }>('/api-keys', { name: 'key' })).key);
    const { slug } = await givenWorkspace(operator);
    await plantPeople(operator, anonymous, slug);
    await plantCredentials(operator, slug);
    await plantTokensAndCalls(operator, slug);
  }

  async function plantPeople(operator: RestClient, anonymous: RestClient, slug: string): Promise<void> {
    const invite = async (email: string): Promise<string> => {
      const { inviteUrl } = await operator.post<{ inviteUrl: string }>(`/workspaces/${slug}/members`, { email, role: 'developer' });
      return new URL(inviteUrl).hash.slice(1);
    };
    plant('invitation', await invite('invited@example.com'));
    const body = {
      code: plant('used invitation', await invite('joined@example.com')),
      name: 'Joined',
      password: plant('password of a member'),
    };
    await anonymous.send('POST', '/auth/invites/accept', { body });
    const oidc = await operator.send('PUT', '/settings/oidc', {
      body: {
        enabled: false,
        issuer: 'https://login.example',
        clientId: 'mcpnest',
        clientSecret: plant('client secret of the identity provider'),
        scopes: ['email'],
        buttonLabel: 'Sign in',
        emailDomains: [],
        emailTrusted: false,
        provisioning: 'invited',
        groupsClaim: 'groups',
        operatorGroup: null,
        groupRoles: [],
      },
    });
    expect(oidc.status).toBe(200);
  }

  async function plantCredentials(operator: RestClient, slug: string): Promise<void> {
    const header = [{ name: 'X-Api-Key', secret: true }];
    const one = await givenServer(operator, upstream.url, { headers: header, credentials: { 'X-Api-Key': plant('secret header') } });
    await givenExposure(operator, slug, one.slug);
    const put = (path: string, name: string) => operator.send('PUT', path, { body: { values: { 'X-Api-Key': plant(name) } } });
    expect((await put(`/workspaces/${slug}/servers/${one.slug}/credentials`, 'credential of a workspace')).status).toBe(200);
    expect((await put(`/workspaces/${slug}/servers/${one.slug}/my-credentials`, 'credential of a person')).status).toBe(200);
    const auths: [object, Record<string, string>][] = [
      [{ type: 'bearer' }, { 'auth:token': plant('bearer') }],
      [{ type: 'basic' }, { 'auth:username': 'me', 'auth:password': plant('basic password') }],
      [
        {
          type: 'oauth-client',
          tokenUrl: `${new URL(upstream.url).origin}/token`,
          clientId: 'me',
          method: 'client_secret_post',
          scopes: [],
        },
        { 'auth:client-secret': plant('client secret of a server') },
      ],
    ];
    for (const [auth, credentials] of auths) {
      const slugOf = `srv-${randomBytes(4).toString('hex')}`;
      const transport = { type: 'streamable-http', url: upstream.url, auth };
      await operator.post<Server>('/servers', { slug: slugOf, name: slugOf, transport, credentials });
    }
    await operator.post<Server>('/servers', {
      slug: 'local',
      name: 'Local',
      transport: { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM], env: [{ name: 'LOCAL_SECRET', secret: true }] },
      credentials: { LOCAL_SECRET: plant('variable of a local server') },
    });
    await givenExposure(operator, slug, 'local');
  }

  async function plantTokensAndCalls(operator: RestClient, slug: string): Promise<void> {
    const token = await givenToken(operator, slug);
    const rotated = await operator.post<CreatedToken>(`/workspaces/${slug}/tokens/${token.id}/rotate`, { overlapSeconds: 3_600 });
    const url = `${server.url}/api/gw/${slug}`;
    const client = new GatewayClient(url, plant('gateway token', rotated.token));
    plant('replaced gateway token', token.token);
    await eventually(async () => expect(await client.toolNames()).toEqual(expect.arrayContaining(['echo', 'local_tool'])), 30_000);
    await client.call('echo', { text: plant('argument of a call') });
    await client.call('local_tool', { text: plant('argument for a local server') });
    await client.call(`nothing`, { text: plant('argument of a refused call') });
    await new GatewayClient(`${url}?token=${plant('token in an address', `mng_${randomBytes(18).toString('hex')}`)}`).list();
    await new GatewayClient(url, plant('mistyped token', `mng_${randomBytes(18).toString('hex')}`)).list();
    await callsOnceVisible(operator, slug, (calls) => expect(calls.length).toBeGreaterThanOrEqual(3));
  }

  const foundIn = (bytes: Buffer): string[] =>
    [...secrets].flatMap(([what, text]) => (bytes.includes(text) || bytes.includes(Buffer.from(text).toString('hex')) ? [what] : []));

  it('in any row of any table', async () => {
    const client = new Client({ connectionString: database.env.DATABASE_OWNER_URL });
    await client.connect();
    try {
      const tables = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      expect(tables.rows.length).toBeGreaterThan(30);
      let rows = 0;
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const { rows: dumped } = await client.query<{ line: string }>(`SELECT row::text AS line FROM ${name} AS row`);
        rows += dumped.length;
        for (const { line } of dumped) found.push(...foundIn(Buffer.from(line)).map((what) => `${what} in ${name}`));
      }
      expect(rows).toBeGreaterThan(60);
      expect(found).toEqual([]);
    } finally {
      await client.end();
    }
  }, 60_000);

  it('in what the process logged and printed', () => {
    expect(server.stderr.length).toBeGreaterThan(0);
    expect(foundIn(Buffer.from([...server.stderr, ...server.stdout].join('\n')))).toEqual([]);
  });

  it('in the spool and all else that the process keeps in its folder', () => {
    const files = filesBelow(dataDir);
    expect(files.some((name) => name.startsWith('spool') || name.includes('spool'))).toBe(true);
    expect(files.flatMap((name) => foundIn(bytesOf(join(dataDir, name)) ?? Buffer.alloc(0)).map((what) => `${what} in ${name}`))).toEqual(
      [],
    );
  });

  it('in the environment or the command line of the gateway or its children, but for what a local server was given', () => {
    const processes = server.processes();
    expect(processes.length).toBeGreaterThan(1);
    const read = (pid: number, name: string): Buffer => bytesOf(`/proc/${pid}/${name}`) ?? Buffer.alloc(0);
    const found = processes.flatMap(({ pid }) =>
      ['environ', 'cmdline'].flatMap((name) =>
        foundIn(read(pid, name)).map((what) => ({ what, name, isGateway: pid === processes[0]!.pid })),
      ),
    );
    expect(found.filter(({ what, name, isGateway }) => isGateway || name === 'cmdline' || what !== 'variable of a local server')).toEqual(
      [],
    );
    expect(found.map(({ what }) => what)).toContain('variable of a local server');
  });

  it('while each of them was really there to be found', () => {
    expect([...secrets.values()].filter((text) => typeof text !== 'string' || text.length < 12)).toEqual([]);
    expect(secrets.size).toBeGreaterThanOrEqual(20);
    const sent = upstream.received.map((request) => JSON.stringify(request)).join('\n');
    for (const what of ['credential of a person', 'argument of a call']) expect(sent).toContain(secrets.get(what));
  });
});
