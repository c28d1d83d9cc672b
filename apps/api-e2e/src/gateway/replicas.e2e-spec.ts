import { randomBytes } from 'node:crypto';
import { get, request as httpRequest, type IncomingMessage } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { startFixtureServer, type FixtureServer } from '@mcpnest/testkit';
import { eventually as tryUntil, within } from '../harness/eventually.js';
import { openMessageStream } from '../harness/message-stream.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { callsOnceVisible, givenMember, givenRoute, givenToken, type Route } from '../harness/given.js';
import { RestClient } from '../harness/rest-client.js';
import { freePort, startRoundRobin, type RoundRobin } from '../harness/round-robin.js';
import { startSharedDatabase, type SharedDatabase } from '../harness/shared-database.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from '../harness/start-server.js';

const START_MS = 120_000;
/** Within which every process knows of a change (contract, section 5), and of another process. */
const KNOWN_MS = 5_000;
const eventually = (attempt: () => Promise<void> | void): Promise<void> => tryUntil(attempt, KNOWN_MS);
const CAN_BE_ASKED = { elicitation: {} };
const STREAMS = { accept: 'application/json, text/event-stream' };
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: CAN_BE_ASKED, clientInfo: { name: 'raw', version: '1' } },
};

describe('several gateway processes on one database, behind a balancer that knows nothing of sessions', () => {
  let database: SharedDatabase;
  let fixture: FixtureServer;
  let servers: RunningServer[];
  let balancer: RoundRobin;
  let operator: RestClient;
  let route: Route;
  /** One address per process, and the balancer's. */
  let through: { readonly each: readonly GatewayClient[]; readonly any: GatewayClient };
  const env: Record<string, string> = { ...LOOPBACK_ALLOWED, MCPNEST_MASTER_KEY: randomBytes(32).toString('base64') };

  const startReplica = async (): Promise<RunningServer> => {
    const port = String(await freePort());
    return startServer({ env: { ...env, ...database.env, PORT: port, REPLICA_URL: `http://127.0.0.1:${port}` }, dataDir: newDataDir() });
  };
  const at = (origin: string, token = route.token.token) => new GatewayClient(`${origin}/api/gw/${route.workspace.slug}`, token);

  beforeAll(async () => {
    [database, fixture] = await Promise.all([startSharedDatabase(), startFixtureServer({ mode: 'legacy' })]);
    servers = [await startReplica()];
    servers.push(await startReplica());
    balancer = await startRoundRobin(servers.map(({ url }) => url));
    operator = await (await RestClient.anonymous(servers[0]!.url)).signIn(ADMIN.email, ADMIN.password);
    route = await givenRoute(operator, [fixture.url]);
    through = { each: servers.map(({ url }) => at(url)), any: at(balancer.origin) };
    await Promise.all(through.each.map((client) => eventually(async () => expect(await client.toolNames()).toContain('test_elicitation'))));
  }, START_MS);

  afterAll(async () => {
    await balancer?.close();
    await Promise.all([...(servers ?? []).map((server) => server.remove()), fixture?.close()]);
    await database?.remove();
  }, START_MS);

  /** A session of a client that can be asked, opened at one process. @returns its header */
  const openSession = async (client: GatewayClient): Promise<Record<string, string>> => {
    const opened = await client.post(INITIALIZE, STREAMS);
    expect(opened.status).toBe(200);
    const session = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '', 'mcp-protocol-version': '2025-11-25' };
    expect((await client.post({ jsonrpc: '2.0', method: 'notifications/initialized' }, session)).status).toBe(202);
    return session;
  };

  /** The stream of a session of its own. */
  const gatewayStream = async (origin: string, token: string): Promise<OpenStream> => {
    const client = at(origin, token);
    return openUntilEnd(client.url, { ...(await openSession(client)), authorization: `Bearer ${token}`, accept: 'text/event-stream' });
  };

  it('a session is one session: calls, questions and answers go to any of them', async () => {
    const client = new Client({ name: 'asked', version: '1.0.0' }, { capabilities: CAN_BE_ASKED });
    client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content: { username: 'ann', email: 'ann@example.com' } }));
    const headers = { authorization: `Bearer ${route.token.token}` };
    const transport = new StreamableHTTPClientTransport(new URL(through.any.url), { requestInit: { headers } });
    await client.connect(transport as Parameters<typeof client.connect>[0]);
    for (let times = 0; times < 6; times++) {
      const { content } = await client.callTool({ name: 'test_elicitation', arguments: { message: 'Who are you?' } });
      expect(JSON.stringify(content)).toContain('ann@example.com');
    }
    const session = { 'mcp-session-id': transport.sessionId ?? '' };
    await transport.terminateSession();
    await client.close();
    for (const replica of through.each) expect((await replica.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session)).status).toBe(404);
  }, 60_000);

  it('a session that ended at one of them has ended at the other', async () => {
    const [one, two] = through.each as [GatewayClient, GatewayClient];
    const session = await openSession(one);
    expect((await two.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session)).status).toBe(200);
    expect((await two.send('DELETE', undefined, session)).status).toBe(204);
    for (const client of [one, two]) expect((await client.post({ jsonrpc: '2.0', id: 2, method: 'ping' }, session)).status).toBe(404);
  });

  it('a session belongs to its token at every one of them', async () => {
    const session = await openSession(through.each[0]!);
    const other = await givenToken(operator, route.workspace.slug);
    for (const { url } of servers)
      await eventually(async () => {
        expect((await at(url, other.token).post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session)).status).toBe(404);
      });
    expect((await through.each[1]!.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session)).status).toBe(200);
  });

  it('a stream that broke off at one of them is resumed at the other', async () => {
    const [one, two] = through.each as [GatewayClient, GatewayClient];
    const session = await openSession(one);
    const headers = { ...session, ...STREAMS, authorization: `Bearer ${route.token.token}`, 'content-type': 'application/json' };
    const call = {
      jsonrpc: '2.0',
      id: 7,
      method: 'tools/call',
      params: { name: 'test_tool_with_progress', _meta: { progressToken: 'p' } },
    };
    const lastId = await firstEventOf(two.url, headers, JSON.stringify(call));
    const rest = await openMessageStream(two.url, { ...headers, 'last-event-id': lastId });
    await eventually(() => expect(rest.messages).toContainEqual(expect.objectContaining({ id: 7, result: expect.anything() })));
    rest.close();
  });

  it('a call of a modern client that waits for an answer gets it through any of them', async () => {
    const [one, two] = through.each as [GatewayClient, GatewayClient];
    const params = {
      name: 'test_elicitation',
      arguments: { message: 'Who?' },
      _meta: {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientCapabilities': CAN_BE_ASKED,
      },
    };
    const asked = (await one.modern('tools/call', params)).json.result as { inputRequests: Record<string, unknown>; requestState: string };
    const [key = ''] = Object.keys(asked.inputRequests);
    const inputResponses = { [key]: { action: 'accept', content: { username: 'bob', email: 'bob@example.com' } } };
    const answer = await two.modern('tools/call', { ...params, inputResponses, requestState: asked.requestState });
    expect(answer.json.result).toMatchObject({ resultType: 'complete', content: [{ text: expect.stringContaining('bob@example.com') }] });
    const again = await one.modern('tools/call', { ...params, inputResponses, requestState: asked.requestState });
    expect(again.json.error?.data?.reason).toBe('gateway.request-state-unknown');
  });

  it('each call stands in the audit log once, whichever of them the client came to', async () => {
    const token = await givenToken(operator, route.workspace.slug);
    await Promise.all(servers.map(({ url }) => eventually(async () => expect((await at(url, token.token).list()).status).toBe(200))));
    const session = await openSession(at(servers[0]!.url, token.token));
    for (const { url } of servers)
      expect(
        (
          await at(url, token.token).post(
            { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'test_simple_text', arguments: {} } },
            session,
          )
        ).status,
      ).toBe(200);
    const calls = await callsOnceVisible(operator, route.workspace.slug, (made) => expect(made).toHaveLength(2), `?token=${token.id}`);
    expect(calls.map(({ toolName, status }) => [toolName, status])).toEqual(Array(2).fill(['test_simple_text', 200]));
  });

  it('a stream ends with its token, within five seconds', async () => {
    const { id, token } = await givenToken(operator, route.workspace.slug);
    const { ended } = await gatewayStream(servers[0]!.url, token);
    await operator.post(`/workspaces/${route.workspace.slug}/tokens/${id}/revoke`, {});
    await within(ended, KNOWN_MS, 'the end of the stream');
  });

  it.each([
    ['switched off', (userId: string) => operator.patch(`/people/${userId}`, { state: 'deactivated' })],
    ['removed', (userId: string) => operator.delete(`/people/${userId}`)],
  ])('whoever is %s has no stream left at any of them, neither in the console nor with a token', async (_way, end) => {
    const { slug } = route.workspace;
    const { client: person, me } = await givenMember(operator, slug, 'developer');
    const { token } = await givenToken(person, slug);
    const streams = await Promise.all(
      servers.flatMap(({ url }) => [
        openUntilEnd(`${url}/api/v1/workspaces/${slug}/calls/stream`, { cookie: person.cookie, accept: 'text/event-stream' }),
        eventually(async () => expect((await at(url, token).list()).status).toBe(200)).then(() => gatewayStream(url, token)),
      ]),
    );
    expect(streams).toHaveLength(4);
    await end(me.id);
    await Promise.all(streams.map(({ ended }) => within(ended, KNOWN_MS, 'the end of a stream')));
  });

  it('nobody outside can pretend to be one of them', async () => {
    const forged = `${Date.now()}.${'A'.repeat(43)}`;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        host: 'evil.example',
        'x-mcpnest-hop': forged,
        authorization: `Bearer ${route.token.token}`,
        'content-type': 'application/json',
      };
      httpRequest(through.each[0]!.url, { method: 'POST', headers }, resolve).once('error', reject).end('{}');
    });
    expect(answer.resume().statusCode).toBe(403);
  });

  it(
    'a process that is killed costs its sessions nothing but what was under way, and one that comes back changes nothing',
    async () => {
      const third = await startReplica();
      servers.push(third);
      await eventually(async () => expect((await at(third.url).list()).status).toBe(200));
      const session = await openSession(at(third.url));
      const ping = (client: GatewayClient) => client.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, session);
      expect((await ping(through.each[0]!)).status).toBe(200);
      third.signal('SIGKILL');
      await third.ended;
      const afterwards = await Promise.all(through.each.map(ping));
      expect(afterwards.map(({ status }) => status)).toEqual([200, 200]);
    },
    START_MS,
  );

  it(
    'a process that is stopped hands over at once, although streams are open',
    async () => {
      const leaving = await startReplica();
      servers.push(leaving);
      await eventually(async () => expect((await at(leaving.url).list()).status).toBe(200));
      const session = await openSession(at(leaving.url));
      const headers = { ...session, authorization: `Bearer ${route.token.token}` };
      const streams = await Promise.all([
        openMessageStream(at(leaving.url).url, headers),
        openMessageStream(through.each[0]!.url, headers),
      ]);
      const begun = performance.now();
      const stopping = leaving.stop();
      const statuses: number[] = [];
      for (let times = 0; times < 20; times++)
        statuses.push((await through.each[times % 2]!.post({ jsonrpc: '2.0', id: times, method: 'ping' }, session)).status);
      expect((await stopping).code).toBe(0);
      expect(performance.now() - begun).toBeLessThan(15_000);
      expect(new Set(statuses)).toEqual(new Set([200]));
      for (const stream of streams) stream.close();
    },
    START_MS,
  );
});

interface OpenStream {
  /** Resolves when the answer is over, however. */
  readonly ended: Promise<unknown>;
}

/** Opens a stream. @throws where it is refused */
async function openUntilEnd(url: string, headers: Readonly<Record<string, string>>): Promise<OpenStream> {
  const stream = await new Promise<IncomingMessage>((resolve, reject) => get(url, { headers }, resolve).once('error', reject));
  if (stream.statusCode !== 200) throw new Error(`no stream: ${stream.statusCode}`);
  return { ended: new Promise((resolve) => stream.resume().on('error', resolve).once('close', resolve)) };
}

/** POSTs a call, waits for the first event that has an id, and breaks the connection. @returns the event's id */
function firstEventOf(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const id = /^id: ?(.+)$/m.exec(text)?.[1];
        if (id === undefined || !text.includes('\n\n')) return;
        response.destroy();
        resolve(id);
      });
      response.once('end', () => reject(new Error(`no event with an id: ${response.statusCode} ${text}`)));
      response.on('error', () => undefined);
    });
    call.once('error', reject).end(body);
  });
}
