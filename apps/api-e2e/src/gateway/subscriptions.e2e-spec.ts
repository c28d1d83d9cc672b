import {
  connectSdkClientV1,
  connectSdkClientV2,
  FIXTURE_MODES,
  startFakeUpstream,
  startFixtureServer,
  type FixtureMode,
  type FixtureServer,
} from '@mcpnest/testkit';
import { eventually, within } from '../harness/eventually.js';
import { givenExposure, givenInstallation, givenRoute, givenServer, givenToken, type Installation, type Route } from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { openMessageStream } from '../harness/message-stream.js';
import { LOOPBACK_ALLOWED, startServer } from '../harness/start-server.js';

const WATCHED = 'test://watched-resource';
const HEARD_WITHIN_MS = 5_000;
const UPDATED = 'notifications/resources/updated';
const CHANGED = { tools: 'notifications/tools/list_changed', prompts: 'notifications/prompts/list_changed' } as const;

interface Notice {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A client of either library that hears what changes. */
interface Hearing {
  readonly heard: readonly Notice[];
  call(name: string, args?: Record<string, unknown>): Promise<unknown>;
  /** The tools' definitions. */
  tools(): Promise<string>;
  /** Why listening ended; of modern clients alone. */
  readonly closed?: Promise<string>;
  close(): Promise<void>;
}

type Listen = (url: string, token: string) => Promise<Hearing>;

/** What both libraries have in common. */
interface SdkClient {
  fallbackNotificationHandler?: (notice: Notice) => Promise<void>;
  callTool(params: { name: string; arguments?: Record<string, unknown> }): Promise<unknown>;
  listTools(): Promise<{ tools: readonly unknown[] }>;
  close(): Promise<void>;
}

function hearing(client: SdkClient): Hearing & { readonly heard: Notice[] } {
  const heard: Notice[] = [];
  client.fallbackNotificationHandler = (notice) => Promise.resolve(void heard.push(notice));
  return {
    heard,
    call: (name, args = {}) => client.callTool({ name, arguments: args }),
    tools: async () => JSON.stringify((await client.listTools()).tools),
    close: () => client.close(),
  };
}

const legacyClient: Listen = async (url, token) => {
  const client = await connectSdkClientV1(url, token);
  const ear = hearing(client as SdkClient);
  await client.subscribeResource({ uri: WATCHED });
  return ear;
};

const modernClient: Listen = async (url, token) => {
  const client = await connectSdkClientV2(url, token);
  const ear = hearing(client as unknown as SdkClient);
  const listening = await client.listen({ toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: [WATCHED] });
  expect(listening.honoredFilter).toEqual({ toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: [WATCHED] });
  return { ...ear, closed: listening.closed };
};

const CLIENTS: Readonly<Record<string, Listen>> = { 'a legacy client': legacyClient, 'a modern client': modernClient };
const pairs = Object.keys(CLIENTS).flatMap((client) => FIXTURE_MODES.map((mode): [string, FixtureMode] => [client, mode]));

describe('clients of both eras hear what changes', () => {
  let installation: Installation;
  let fixtures: Readonly<Record<FixtureMode, FixtureServer>>;
  const open: Hearing[] = [];

  beforeAll(async () => {
    const started = FIXTURE_MODES.map(async (mode) => [mode, await startFixtureServer({ mode })] as const);
    fixtures = Object.fromEntries(await Promise.all(started)) as Record<FixtureMode, FixtureServer>;
    installation = await givenInstallation();
  }, 90_000);

  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.close()));
  });

  afterAll(async () => {
    await Promise.all([...Object.values(fixtures ?? {}).map((fixture) => fixture.close()), installation?.server.remove()]);
  }, 60_000);

  const listenOn = async (route: Route, client: string, token = route.token.token): Promise<Hearing> => {
    const ear = await CLIENTS[client]!(route.workspace.gatewayUrl, token);
    open.push(ear);
    return ear;
  };

  const hears = (ear: Hearing, method: string): Promise<Notice> =>
    eventually(() => {
      const notice = ear.heard.find((one) => one.method === method);
      if (!notice) throw new Error(`heard ${JSON.stringify(ear.heard)} and no ${method}`);
      return notice;
    }, HEARD_WITHIN_MS);

  it.each(pairs)('%s of a %s server hears of a changed list, and finds it changed', async (client, era) => {
    const resources = [{ uri: WATCHED, name: 'watched' }];
    const upstream = await startFakeUpstream({
      era,
      sessions: true,
      resources,
      tools: [{ name: 'before', inputSchema: { type: 'object' } }],
    });
    try {
      const route = await givenRoute(installation.operator, [upstream.url]);
      await installation.operator.patch(`/servers/${route.servers[0]!.slug}`, { lockPolicy: 'trust' });
      const ear = await listenOn(route, client);
      expect(await ear.tools()).toContain('"before"');
      upstream.offer({ tools: [{ name: 'after', inputSchema: { type: 'object' } }] });
      upstream.tell(CHANGED.tools);
      await hears(ear, CHANGED.tools);
      expect(await ear.tools()).toContain('"after"');
      expect(ear.heard.map(({ method }) => method)).toEqual([CHANGED.tools]);
    } finally {
      await upstream.close();
    }
  });

  it.each(pairs)('%s of a %s server hears of the resource it subscribed to, and of no other', async (client, mode) => {
    const route = await givenRoute(installation.operator, [fixtures[mode].url]);
    const ear = await listenOn(route, client);
    await ear.call('test_trigger_resource_update', { uri: 'test://static-text' });
    await ear.call('test_trigger_resource_update', { uri: WATCHED });
    expect((await hears(ear, UPDATED)).params?.['uri']).toBe(WATCHED);
    expect(ear.heard.map(({ params }) => params?.['uri'])).toEqual([WATCHED]);
  });

  it.each(Object.keys(CLIENTS))('%s hears of a server that joins its workspace, and of one that leaves', async (client) => {
    const { operator } = installation;
    const route = await givenRoute(operator, [fixtures.dual.url]);
    const ear = await listenOn(route, client);
    const demo = await givenServer(operator, 'builtin');
    await givenExposure(operator, route.workspace.slug, demo.slug, { toolPrefix: 'demo_' });
    await hears(ear, CHANGED.prompts);
    expect(await ear.tools()).toContain('"demo_');
    await operator.delete(`/workspaces/${route.workspace.slug}/servers/${demo.slug}`);
    await eventually(() => expect(ear.heard.filter(({ method }) => method === CHANGED.tools)).toHaveLength(2), HEARD_WITHIN_MS);
    expect(await ear.tools()).not.toContain('"demo_');
  });

  it('nobody of another workspace on the same server hears of what is not its own', async () => {
    const routes = await Promise.all([0, 1].map(() => givenRoute(installation.operator, [fixtures.dual.url])));
    const [one, two] = await Promise.all(routes.map((route) => listenOn(route, 'a modern client')));
    const { operator } = installation;
    const demo = await givenServer(operator, 'builtin');
    await givenExposure(operator, routes[0]!.workspace.slug, demo.slug);
    await hears(one!, CHANGED.tools);
    await two!.call('test_trigger_resource_update', { uri: WATCHED });
    await Promise.all([one!, two!].map((ear) => hears(ear, UPDATED)));
    expect(two!.heard.map(({ method }) => method)).toEqual([UPDATED]);
  });

  it('a modern client is told that listening is over when its token is revoked, and only that one', async () => {
    const { operator } = installation;
    const route = await givenRoute(operator, [fixtures.dual.url]);
    const other = await givenToken(operator, route.workspace.slug);
    const [revoked, kept] = [await listenOn(route, 'a modern client'), await listenOn(route, 'a modern client', other.token)];
    await operator.post(`/workspaces/${route.workspace.slug}/tokens/${route.token.id}/revoke`);
    expect(await within(revoked.closed!, HEARD_WITHIN_MS, 'the end')).toBe('graceful');
    await kept.call('test_trigger_tool_change');
    await hears(kept, CHANGED.tools);
  });

  it('a modern client is told that listening is over when the gateway stops', async () => {
    const { server, operator } = await givenInstallation();
    try {
      const route = await givenRoute(operator, [fixtures.dual.url]);
      const ear = await listenOn(route, 'a modern client');
      server.signal('SIGTERM');
      expect(await within(ear.closed!, HEARD_WITHIN_MS, 'the end')).toBe('graceful');
    } finally {
      await server.remove();
    }
  }, 90_000);

  it('a legacy session has its subscriptions back after the gateway was started again', async () => {
    const { server, operator } = await givenInstallation();
    let again: Awaited<ReturnType<typeof startServer>> | undefined;
    try {
      const route = await givenRoute(operator, [fixtures.dual.url]);
      const { client } = route;
      const started = await client.post({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
      });
      const session = { 'mcp-session-id': started.headers.get('mcp-session-id') ?? 'none', 'mcp-protocol-version': '2025-11-25' };
      const subscribed = await client.post({ jsonrpc: '2.0', id: 2, method: 'resources/subscribe', params: { uri: WATCHED } }, session);
      expect(subscribed.json.result).toEqual({});
      await server.stop();
      again = await startServer({ env: LOOPBACK_ALLOWED, dataDir: server.dataDir });
      const url = `${again.url}/api/gw/${route.workspace.slug}`;
      const stream = await openMessageStream(url, { ...session, authorization: `Bearer ${route.token.token}` });
      const revived = new GatewayClient(url, route.token.token);
      const notice = await eventually(async () => {
        await revived.call('test_trigger_resource_update', { uri: WATCHED });
        const found = stream.messages.find(({ method }) => method === UPDATED);
        if (!found) throw new Error(`heard ${JSON.stringify(stream.messages)}`);
        return found;
      }, 10_000);
      expect(notice).toEqual({ jsonrpc: '2.0', method: UPDATED, params: { uri: WATCHED } });
      stream.close();
    } finally {
      await (again ?? server).remove();
    }
  }, 120_000);
});
