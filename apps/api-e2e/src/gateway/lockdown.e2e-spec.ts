import { randomBytes } from 'node:crypto';
import { startFixtureServer, type FixtureServer } from '@mcpnest/testkit';
import { eventually, within } from '../harness/eventually.js';
import { GatewayClient, MODERN } from '../harness/gateway-client.js';
import { callsOnceVisible, givenMember, givenRoute, type Route } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
/** What is promised is one second and five; a loaded machine gets more before the test gives up. */
const REFUSED_MS = 5_000;
const CLOSED_MS = 15_000;
const STREAMS = { accept: 'application/json, text/event-stream' };

describe('a freeze, on two gateway processes', () => {
  let database: SharedDatabase;
  let fixture: FixtureServer;
  const servers: RunningServer[] = [];
  let operator: RestClient;
  let route: Route;
  let clients: readonly GatewayClient[];
  const env: Record<string, string> = { ...LOOPBACK_ALLOWED, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') };

  beforeAll(async () => {
    [database, fixture] = await Promise.all([startSharedDatabase(), startFixtureServer({ mode: 'legacy' })]);
    for (let count = 0; count < 2; count++) {
      const port = String(await freePort());
      servers.push(
        await startServer({ env: { ...env, ...database.env, PORT: port, REPLICA_URL: `http://127.0.0.1:${port}` }, dataDir: newDataDir() }),
      );
    }
    operator = await (await RestClient.anonymous(servers[0]!.url)).signIn(ADMIN.email, ADMIN.password);
    route = await givenRoute(operator, [fixture.url]);
    clients = servers.map(({ url }) => new GatewayClient(`${url}/api/gw/${route.workspace.slug}`, route.token.token));
    for (const client of clients) await eventually(async () => expect(await client.toolNames()).toContain('test_simple_text'), REFUSED_MS);
  }, START_MS);

  afterAll(async () => {
    await Promise.all([...servers.map((server) => server.remove()), fixture?.close()]);
    await database?.remove();
  }, START_MS);

  const freeze = (kind: string, subject: string) =>
    operator.post<{ id: string }>(`/workspaces/${route.workspace.slug}/freezes`, { kind, subject, reason: 'an incident' });
  const lift = (id: string) => operator.send('DELETE', `/workspaces/${route.workspace.slug}/freezes/${id}`);
  const reasonOf = async (client: GatewayClient) => (await client.call('test_simple_text')).json.error?.data?.reason ?? 'ok';
  const eachSays = (reason: string) =>
    Promise.all(clients.map((client) => eventually(async () => expect(await reasonOf(client)).toBe(reason), REFUSED_MS)));

  it.each(['token', 'workspace', 'server', 'tool'])(
    'of a %s refuses calls at once where it was made, soon at the other, until it is lifted',
    async (kind) => {
      const subjects: Record<string, string> = {
        token: route.token.id,
        workspace: route.workspace.slug,
        server: route.servers[0]!.slug,
        tool: `${route.servers[0]!.slug}:test_simple_text`,
      };
      const { id } = await freeze(kind, subjects[kind]!);
      expect(await reasonOf(clients[0]!)).toBe('gateway.frozen');
      await eachSays('gateway.frozen');
      await callsOnceVisible(operator, route.workspace.slug, (calls) => {
        expect(calls[0]).toMatchObject({ status: 403, outcome: 'denied', reason: 'gateway.frozen' });
      });
      await lift(id);
      expect(await reasonOf(clients[0]!)).toBe('ok');
      await eachSays('ok');
    },
  );

  it('of a token ends its open streams and sessions at every process, in both eras', async () => {
    const authorization = `Bearer ${route.token.token}`;
    const opened = await clients[1]!.post(
      {
        jsonrpc: '2.0',
        id: 0,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
      },
      STREAMS,
    );
    const session = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '', 'mcp-protocol-version': '2025-11-25' };
    const legacy = await fetch(clients[1]!.url, { headers: { ...session, accept: 'text/event-stream', authorization } });
    const modern = await fetch(clients[1]!.url, {
      method: 'POST',
      headers: {
        ...STREAMS,
        authorization,
        'content-type': 'application/json',
        'mcp-protocol-version': MODERN,
        'mcp-method': 'subscriptions/listen',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'subscriptions/listen',
        params: {
          notifications: { toolsListChanged: true },
          _meta: {
            'io.modelcontextprotocol/protocolVersion': MODERN,
            'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      }),
    });
    expect([legacy.status, modern.status]).toEqual([200, 200]);
    const { id } = await freeze('token', route.token.id);
    for (const stream of [legacy, modern])
      await within(
        stream.text().catch(() => ''),
        CLOSED_MS,
        'the end of a stream',
      );
    await lift(id);
    await eachSays('ok');
    await eventually(
      async () => expect((await clients[1]!.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session)).status).toBe(404),
      CLOSED_MS,
    );
  });

  it('of a member stops their tokens and their console, and nobody else', async () => {
    const { client, me } = await givenMember(operator, route.workspace.slug, 'admin');
    const own = await client.post<{ token: string }>(`/workspaces/${route.workspace.slug}/tokens`, { name: 'own' });
    const theirs = servers.map(({ url }) => new GatewayClient(`${url}/api/gw/${route.workspace.slug}`, own.token));
    for (const each of theirs) await eventually(async () => expect(await reasonOf(each)).toBe('ok'), REFUSED_MS);
    const { id } = await freeze('member', me.id);
    for (const each of theirs) await eventually(async () => expect(await reasonOf(each)).toBe('gateway.frozen'), REFUSED_MS);
    expect((await client.send('GET', `/workspaces/${route.workspace.slug}`)).status).toBe(404);
    expect(await reasonOf(clients[0]!)).toBe('ok');
    await lift(id);
    expect((await client.send('GET', `/workspaces/${route.workspace.slug}`)).status).toBe(200);
  });
});
