import { randomBytes } from 'node:crypto';
import { connectSdkClientV1, connectSdkClientV2, startFixtureServer, type FixtureServer } from '@mcpnest/testkit';
import { eventually, within } from '../harness/eventually.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { givenRoute, givenToken, type Route } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
/** What is promised is one second; a loaded machine gets more before the test gives up. */
const SOON_MS = 5_000;
const TOOL = 'test_simple_text';
const CHANGED = 'notifications/tools/list_changed';

interface Hearing {
  readonly heard: string[];
  tools(): Promise<readonly string[]>;
  readonly closed?: Promise<unknown>;
  close(): Promise<void>;
}

describe('a token that is changed while clients use it, on two gateway processes', () => {
  let database: SharedDatabase;
  let fixture: FixtureServer;
  const servers: RunningServer[] = [];
  let operator: RestClient;
  let route: Route;

  beforeAll(async () => {
    [database, fixture] = await Promise.all([startSharedDatabase(), startFixtureServer({ mode: 'legacy' })]);
    const env = { ...LOOPBACK_ALLOWED, ...database.env, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') };
    for (let count = 0; count < 2; count++) {
      const PORT = String(await freePort());
      servers.push(await startServer({ env: { ...env, PORT, REPLICA_URL: `http://127.0.0.1:${PORT}` }, dataDir: newDataDir() }));
    }
    operator = await (await RestClient.anonymous(servers[0]!.url)).signIn(ADMIN.email, ADMIN.password);
    route = await givenRoute(operator, [fixture.url]);
  }, START_MS);

  afterAll(async () => {
    await Promise.all([...servers.map((server) => server.remove()), fixture?.close()]);
    await database?.remove();
  }, START_MS);

  const endpoint = (at: number) => `${servers[at]!.url}/api/gw/${route.workspace.slug}`;
  const hearing = async (era: string, token: string): Promise<Hearing> => {
    // A token is known at the other process within a second (contract, section 5).
    await eventually(async () => expect((await new GatewayClient(endpoint(1), token).call(TOOL)).status).toBe(200), SOON_MS);
    const heard: string[] = [];
    const note = ({ method }: { method: string }) => Promise.resolve(void heard.push(method));
    if (era === 'legacy') {
      const client = await connectSdkClientV1(endpoint(1), token);
      client.fallbackNotificationHandler = note;
      return { heard, tools: async () => (await client.listTools()).tools.map(({ name }) => name), close: () => client.close() };
    }
    const client = await connectSdkClientV2(endpoint(1), token);
    client.fallbackNotificationHandler = note;
    const { closed } = await client.listen({ toolsListChanged: true });
    return { heard, closed, tools: async () => (await client.listTools()).tools.map(({ name }) => name), close: () => client.close() };
  };

  it.each(['legacy', 'modern'])('is heard of by a %s client of the other process, which then sees the tools that are left', async (era) => {
    const { id, token } = await givenToken(operator, route.workspace.slug);
    const client = await hearing(era, token);
    try {
      expect((await client.tools()).length).toBeGreaterThan(1);
      await operator.patch(`/workspaces/${route.workspace.slug}/tokens/${id}`, { tools: [`${route.servers[0]!.slug}:${TOOL}`] });
      await eventually(() => expect(client.heard).toContain(CHANGED), SOON_MS);
      expect(await client.tools()).toEqual([TOOL]);
      const other = new GatewayClient(endpoint(0), token);
      expect((await other.call('test_image_content')).json.error).toBeDefined();
      expect((await other.call(TOOL)).json.result).toBeDefined();
    } finally {
      await client.close();
    }
  });

  it('begins its streams anew where it may be used from other addresses, and is refused from elsewhere', async () => {
    const { id, token } = await givenToken(operator, route.workspace.slug);
    const client = await hearing('modern', token);
    try {
      await operator.patch(`/workspaces/${route.workspace.slug}/tokens/${id}`, { addresses: ['203.0.113.0/24'] });
      await within(Promise.resolve(client.closed), SOON_MS, 'the end of the stream');
      for (const at of [0, 1])
        await eventually(async () => expect((await new GatewayClient(endpoint(at), token).call(TOOL)).status).toBe(401), SOON_MS);
    } finally {
      await client.close();
    }
  });
});
