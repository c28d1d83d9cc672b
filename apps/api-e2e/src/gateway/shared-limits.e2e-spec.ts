import { randomBytes } from 'node:crypto';
import type { CreatedToken } from '@mcpnest/api-client';
import { eventually } from '../harness/eventually.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { givenRoute, givenToken, type Route } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { hasRedis, startRedis, type RunningRedis } from '../harness/start-redis.js';
import { ADMIN, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
const KNOWN_MS = 10_000;
/** Allowed at once; so slowly does it fill again that a slow machine does not matter. */
const BURST = 40;
const RATE = 1;

(hasRedis() ? describe : describe.skip)('two gateway processes that share limits through Redis', () => {
  let database: SharedDatabase;
  let redis: RunningRedis;
  const servers: RunningServer[] = [];
  let operator: RestClient;
  let route: Route;

  beforeAll(async () => {
    [database, redis] = await Promise.all([startSharedDatabase(), startRedis()]);
    const shared = { ...database.env, REDIS_URL: redis.url, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') };
    for (let i = 0; i < 2; i++)
      servers.push(await startServer({ env: { ...shared, PORT: String(await freePort()) }, dataDir: newDataDir() }));
    operator = await (await RestClient.anonymous(servers[0]!.url)).signIn(ADMIN.email, ADMIN.password);
    route = await givenRoute(operator, ['builtin']);
    await operator.put(`/workspaces/${route.workspace.slug}/limits`, { scope: 'each-token', ratePerSecond: RATE, burst: BURST });
  }, START_MS);

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.remove()));
    await redis?.kill();
    await database?.remove();
  }, START_MS);

  /** A token that both processes know, of which nothing is taken but what finding that out took. */
  const known = async (): Promise<readonly GatewayClient[]> => {
    const token: CreatedToken = await givenToken(operator, route.workspace.slug);
    const clients = servers.map(({ url }) => new GatewayClient(`${url}/api/gw/${route.workspace.slug}`, token.token));
    for (const client of clients) await eventually(async () => expect((await client.list()).status).toBe(200), KNOWN_MS);
    return clients;
  };
  /** How many of so many requests at once are not refused. */
  const passed = async (client: GatewayClient, count: number): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: count }, () => client.list()));
    return answers.filter(({ status }) => status === 200).length;
  };

  it('grant one rate together', async () => {
    const [one, other] = (await known()) as [GatewayClient, GatewayClient];
    expect(await passed(one, BURST - 5)).toBe(BURST - 5);
    // What the other process hears of is gone there too.
    await eventually(async () => expect(await passed(other, 10)).toBeLessThan(10), KNOWN_MS);
  });

  it('grant each its half once Redis is killed, and still answer at once', async () => {
    await redis.kill();
    for (const { stderr } of servers) await eventually(() => expect(stderr.join('\n')).toContain('Redis is away'), KNOWN_MS);
    const halves = async (): Promise<number[]> => {
      const clients = await known();
      return Promise.all(clients.map((client) => passed(client, BURST)));
    };
    // From the next telling on, a second at most.
    await eventually(async () => {
      for (const half of await halves()) {
        expect(half).toBeGreaterThanOrEqual(BURST / 2 - 5);
        expect(half).toBeLessThan(BURST / 2 + 10);
      }
    }, KNOWN_MS);
  });
});
