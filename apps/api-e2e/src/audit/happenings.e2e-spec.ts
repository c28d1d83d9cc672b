import { createHmac, randomBytes } from 'node:crypto';
import type { WebhookDelivery } from '@mcpnest/api-client';
import { readBody, startFixtureServer, startHttpServer, type FixtureServer, type RunningHttpServer } from '@mcpnest/testkit';
import { eventually } from '../harness/eventually.js';
import { givenRoute, givenToken, type Route } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
const DAY_MS = 86_400_000;
/** Three looks, each up to 36 seconds after the one before and up to ten long, and a round of webhooks. */
const DOWN_MS = 150_000;
/** Two looks, of a process that has to take the lead first. */
const UP_MS = 120_000;
/** Within which a token is made, on a busy machine. */
const MADE_MS = 10_000;
/** Some rounds of webhooks. */
const TOLD_MS = 20_000;
/** Standard Webhooks: how far a timestamp may be off. */
const TOLERANCE_S = 300;

interface Told {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('what happens by itself, with two gateway processes on one database', () => {
  let database: SharedDatabase;
  let upstream: FixtureServer;
  let receiver: RunningHttpServer;
  let servers: RunningServer[];
  let operator: RestClient;
  let route: Route;
  let hook: { readonly id: string; readonly secret: string };
  const told: Told[] = [];
  const refused: string[] = [];
  const env: Record<string, string> = { ...LOOPBACK_ALLOWED, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') };

  const startReplica = async (): Promise<RunningServer> => {
    const port = String(await freePort());
    return startServer({ env: { ...env, ...database.env, PORT: port, REPLICA_URL: `http://127.0.0.1:${port}` }, dataDir: newDataDir() });
  };
  const signIn = async ({ url }: RunningServer): Promise<RestClient> =>
    (await RestClient.anonymous(url)).signIn(ADMIN.email, ADMIN.password);

  /** Takes a message as the specification says: nothing that is not signed, and nothing that is old. */
  const take = (headers: Readonly<Record<string, unknown>>, body: string): number => {
    const [id, at] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64');
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
    const isGenuine = String(headers['webhook-signature']).split(' ').includes(signature);
    if (!isGenuine || Math.abs(Date.now() / 1_000 - Number(at)) > TOLERANCE_S) {
      refused.push(id);
      return 401;
    }
    told.push({ ...(JSON.parse(body) as Told), id });
    return 204;
  };

  beforeAll(async () => {
    [database, upstream] = await Promise.all([startSharedDatabase(), startFixtureServer({ mode: 'dual' })]);
    receiver = await startHttpServer((request, response) => {
      void readBody(request).then((body) => response.writeHead(take(request.headers, body)).end());
    });
    servers = [await startReplica()];
    servers.push(await startReplica());
    operator = await signIn(servers[0]!);
    const events = ['server.down', 'server.up', 'token.expiring', 'workspaces.'];
    hook = await operator.post('/settings/webhooks', { name: 'ops', url: `${receiver.origin}/hook`, events });
    route = await givenRoute(operator, [upstream.url]);
  }, START_MS);

  afterAll(async () => {
    await Promise.all([...(servers ?? []).map((server) => server.remove()), upstream?.close(), receiver?.close()]);
    await database?.remove();
  }, START_MS);

  const of = (type: string): Told[] => told.filter((event) => event.type === type);
  const arrives = (type: string, withinMs: number): Promise<Told> =>
    eventually(() => {
      expect(of(type)).toHaveLength(1);
      return of(type)[0]!;
    }, withinMs);
  /** Until what is told of now has arrived: rounds follow each other, so another message of what came before would have come as well. */
  const roundsPass = async (): Promise<void> => {
    for (let round = 0; round < 2; round++) {
      const before = of('workspaces.created').length;
      await operator.post('/workspaces', { name: `Round ${told.length}` });
      await eventually(() => expect(of('workspaces.created').length).toBe(before + 1), TOLD_MS);
    }
  };
  /** A process that is killed takes the lead with it where it had it. */
  const kill = async (server: RunningServer): Promise<void> => {
    await roundsPass();
    // A message arrives before it is noted as delivered, and one that is not noted would come once more.
    await eventually(async () => {
      const { data } = await operator.get<{ data: WebhookDelivery[] }>(`/settings/webhooks/${hook.id}/deliveries?limit=200`);
      expect(data.filter(({ state }) => state !== 'delivered')).toEqual([]);
    }, TOLD_MS);
    server.signal('SIGKILL');
    await server.ended;
  };

  it(
    'is told once each: a server that goes and comes back, and a token that will expire, whichever process is left to tell it',
    async () => {
      const [first, second] = servers as [RunningServer, RunningServer];
      const { port } = upstream;
      await upstream.close();
      const down = await arrives('server.down', DOWN_MS);
      expect(down.data).toMatchObject({ server: { slug: route.servers[0]!.slug }, version: 1, reason: 'gateway.upstream-unreachable' });

      await kill(first);
      operator = await signIn(second);
      upstream = await startFixtureServer({ mode: 'dual', port });
      const up = await arrives('server.up', UP_MS);
      expect(up.data).toMatchObject({ server: { slug: route.servers[0]!.slug }, version: 1 });

      const third = await startReplica();
      servers.push(third);
      operator = await signIn(third);
      await kill(second);
      // In a moment it will expire in seven days; a token that is made after that moment is not told of.
      const expiresAt = new Date(Date.now() + 7 * DAY_MS + MADE_MS).toISOString();
      const { id } = await givenToken(operator, route.workspace.slug, { expiresAt });
      const expiring = await arrives('token.expiring', MADE_MS + TOLD_MS);
      expect(expiring.data).toMatchObject({ token: { id }, workspace: { slug: route.workspace.slug }, expiresAt, days: 7 });

      servers.push(await startReplica());
      await roundsPass();
      const ids = told.map((event) => event.id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(['server.down', 'server.up', 'token.expiring'].map((type) => of(type).length)).toEqual([1, 1, 1]);
      expect(refused).toEqual([]);
    },
    DOWN_MS + UP_MS + 2 * START_MS,
  );
});
