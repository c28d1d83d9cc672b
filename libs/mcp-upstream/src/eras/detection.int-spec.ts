import { performance } from 'node:perf_hooks';
import {
  misbehaviours,
  sendEvents,
  startFakeUpstream,
  startHttpServer,
  type FakeUpstream,
  type FakeUpstreamOptions,
} from '@mcpnest/testkit';
import type { McpUpstreamConnector } from '../connector.js';
import { callRequest, loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
async function stage(options: FakeUpstreamOptions): Promise<{ fake: FakeUpstream; connector: McpUpstreamConnector }> {
  const fake = await startFakeUpstream(options);
  const connector = loopbackConnector();
  closing.push(connector, fake);
  return { fake, connector };
}
const methods = (fake: FakeUpstream): (string | undefined)[] => fake.received.map(({ message, verb }) => message.method ?? verb);

test('a modern server is asked once for its era and then spoken to with the full envelope', async () => {
  const { fake, connector } = await stage({ era: 'dual' });
  const target = targetFor(fake.url);
  const request = callRequest(
    'Second.Tool',
    { a: 1 },
    {
      clientCapabilities: { elicitation: {} },
      meta: [
        ['vendor.example/key', '"kept"'],
        ['io.modelcontextprotocol/protocolVersion', '"1999-01-01"'],
      ],
      paramHeaders: { region: 'eu' },
    },
  );
  await Promise.all([connector.send(target, request, quiet()), connector.send(target, request, quiet())]);
  expect(methods(fake)).toEqual(['server/discover', 'tools/call', 'tools/call']);
  const [first, second] = fake.messages('tools/call');
  expect(first!.headers).toMatchObject({
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': 'Second.Tool',
    'mcp-param-region': 'eu',
    accept: 'application/json, text/event-stream',
  });
  expect(first!.headers).not.toHaveProperty('mcp-session-id');
  expect(first!.message.params).toEqual({
    name: 'Second.Tool',
    arguments: { a: 1 },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
      'io.modelcontextprotocol/clientInfo': { name: 'mcpnest-gateway', version: expect.any(String) },
      'vendor.example/key': 'kept',
    },
  });
  expect(new Set([first!.message.id, second!.message.id]).size).toBe(2);
});

test('a legacy server gets one handshake for everybody, then its session and version on each request', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true, legacyVersion: '2025-06-18' });
  const target = targetFor(fake.url);
  await Promise.all(Array.from({ length: 10 }, (_, call) => connector.send(target, callRequest('echo', { call }), quiet())));
  expect(methods(fake).slice(0, 3)).toEqual(['server/discover', 'initialize', 'notifications/initialized']);
  expect(fake.messages('initialize')).toHaveLength(1);
  expect(fake.messages('initialize')[0]!.message.params).toMatchObject({ protocolVersion: '2025-11-25', capabilities: {} });
  const ids = fake.messages('tools/call').map(({ headers }) => `${headers['mcp-session-id']} ${headers['mcp-protocol-version']}`);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36} 2025-06-18$/);
  expect(fake.messages('tools/call')[0]!.message.params).toEqual({ name: 'echo', arguments: { call: expect.any(Number) } });
});

test('an operator who names an era is believed: legacy is not probed, modern does not fall back', async () => {
  const { fake, connector } = await stage({ era: 'legacy' });
  await connector.send(targetFor(fake.url, { era: 'legacy' }), callRequest('echo'), quiet());
  expect(methods(fake)).toEqual(['initialize', 'notifications/initialized', 'tools/call']);
  await expect(connector.send(targetFor(fake.url, { era: 'modern' }), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
    sent: false,
  });
  expect(fake.messages('initialize')).toHaveLength(1);
});

test('calls that lose their session share one new handshake and are then carried out', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  fake.forgetSessions();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, call) => connector.send(target, callRequest('echo', { call }), quiet())));
  expect(answers.map(({ reply }) => reply.kind)).toEqual(Array(8).fill('result'));
  expect(fake.messages('initialize')).toHaveLength(2);
});

test('a session that is lost twice in a row ends in an error, not in a loop', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  fake.misbehave('tools/call', misbehaviours.error(404, -32001));
  await expect(connector.send(target, callRequest('echo'), quiet())).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
  expect(fake.messages('tools/call')).toHaveLength(3);
});

test('a server that ends our session and grants no other fails the call unsent, and is asked for its era next time', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  fake.forgetSessions();
  fake.misbehave('initialize', misbehaviours.error(400, -32603));
  await expect(connector.send(target, callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-broken',
    sent: false,
  });
  fake.misbehave('initialize', undefined);
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.kind).toBe('result');
  expect(fake.messages('server/discover')).toHaveLength(2);
});

test('a connector that was closed sends nothing any more', async () => {
  const { fake, connector } = await stage({});
  await connector.close();
  await expect(connector.send(targetFor(fake.url), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unreachable',
    sent: false,
  });
  expect(fake.connectionCount).toBe(0);
});

test('a 400 on a session does not repeat a call, but it does repeat a list', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  let refusals = 1;
  const refuseOnce = ({ behave, ...rest }: Parameters<Parameters<FakeUpstream['misbehave']>[1] & object>[0]): void =>
    refusals-- > 0 ? misbehaviours.error(400, -32000)({ behave, ...rest }) : behave();
  fake.misbehave('tools/call', refuseOnce);
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.error?.code).toBe(-32000);
  expect(fake.messages('tools/call')).toHaveLength(2);
  refusals = 1;
  fake.misbehave('tools/list', refuseOnce);
  expect((await connector.list(target, 'tools', quiet())).items).toHaveLength(2);
  expect(fake.messages('tools/list')).toHaveLength(2);
});

test("answers a server's ping and refuses its other requests, in the same session", async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  const answered = async (method: string): Promise<unknown> => {
    const replied = new Promise((resolve) =>
      fake.misbehave('POST', ({ message, request, behave }) => {
        resolve({ ...message, session: request.headers['mcp-session-id'] });
        behave();
      }),
    );
    fake.misbehave('tools/call', misbehaviours.askFirst(method));
    await connector.send(target, callRequest('echo'), quiet());
    return replied;
  };
  const session = fake.messages('tools/call')[0]!.headers['mcp-session-id'];
  expect(await answered('ping')).toEqual({ jsonrpc: '2.0', id: 'asked-1', result: {}, session });
  expect(await answered('sampling/createMessage')).toEqual({
    jsonrpc: '2.0',
    id: 'asked-1',
    error: { code: -32601, message: expect.any(String) },
    session,
  });
});

test('tells a legacy server when a call is given up, and closes the connection of a modern one', async () => {
  const legacy = await stage({ era: 'legacy', sessions: true });
  legacy.fake.misbehave('tools/call', misbehaviours.hang());
  const stop = new AbortController();
  const sent = legacy.connector.send(targetFor(legacy.fake.url), callRequest('echo'), stop.signal).catch((error: unknown) => error);
  const call = await legacy.fake.arrival('tools/call');
  stop.abort(new Error('gone'));
  expect(await sent).toEqual(new Error('gone'));
  expect((await legacy.fake.arrival('notifications/cancelled')).message.params).toMatchObject({ requestId: call.message.id });

  const modern = await stage({ era: 'modern' });
  const closed = new Promise<void>((resolve) => modern.fake.misbehave('tools/call', ({ response }) => void response.on('close', resolve)));
  const stopToo = new AbortController();
  const left = modern.connector.send(targetFor(modern.fake.url), callRequest('echo'), stopToo.signal).catch((error: unknown) => error);
  await modern.fake.arrival('tools/call');
  stopToo.abort(new Error('gone too'));
  expect(await left).toEqual(new Error('gone too'));
  await closed;
  expect(methods(modern.fake)).toEqual(['server/discover', 'tools/call']);
});

test('ends the session of a released target, but only after its calls', async () => {
  const { fake, connector } = await stage({ era: 'legacy', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  const ended = new Promise<string>((resolve) =>
    fake.misbehave('DELETE', ({ request, response }) => {
      resolve(String(request.headers['mcp-session-id']));
      response.writeHead(204).end();
    }),
  );
  const held = new Promise<() => void>((resolve) => fake.misbehave('tools/call', ({ behave }) => resolve(behave)));
  const sent = connector.send(target, callRequest('echo', { last: 1 }), quiet());
  const answer = await held;
  connector.release(target.key);
  answer();
  expect((await sent).reply.resultText).toContain('last');
  expect(await ended).toBe(fake.messages('tools/call')[0]!.headers['mcp-session-id']);
});

test('a modern server that refuses our revision is asked again for its era, and the call is sent once more', async () => {
  const { fake, connector } = await stage({ era: 'dual', sessions: true });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  const refuse = misbehaviours.error(400, -32022, { supported: ['2025-11-25'], requested: '2026-07-28' });
  fake.misbehave('server/discover', refuse);
  fake.misbehave('tools/call', (exchange) => (exchange.request.headers['mcp-method'] ? refuse(exchange) : exchange.behave()));
  const answer = await connector.send(target, callRequest('echo', { old: 1 }), quiet());
  expect(answer).toMatchObject({ era: 'legacy', reply: { kind: 'result' } });
});

test('a modern server that stops speaking modern is asked again for its era on the next call', async () => {
  const { fake, connector } = await stage({ era: 'dual' });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  fake.misbehave('tools/call', misbehaviours.error(400, -32000));
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.error?.code).toBe(-32000);
  fake.misbehave('tools/call', undefined);
  await connector.send(target, callRequest('echo'), quiet());
  expect(fake.messages('server/discover')).toHaveLength(2);
  expect(fake.messages('tools/call')).toHaveLength(3);
});

test.each([202, 200, 404, 405, 415, 500, 503])(
  'an old server that answers the probe with a bare %i is found by its handshake',
  async (status) => {
    const { fake, connector } = await stage({ era: 'legacy' });
    fake.misbehave('server/discover', misbehaviours.status(status));
    expect(await connector.send(targetFor(fake.url), callRequest('echo'), quiet())).toMatchObject({
      era: 'legacy',
      reply: { kind: 'result' },
    });
  },
);

test.each<[string, number]>([
  ['gateway.upstream-login-needed', 401],
  ['gateway.upstream-login-needed', 403],
  ['gateway.upstream-redirected', 308],
])('%s is reported for a probe answered with %i, and says nothing about the era', async (code, status) => {
  const { fake, connector } = await stage({ era: 'dual' });
  const target = targetFor(fake.url);
  fake.misbehave('server/discover', misbehaviours.status(status));
  await expect(connector.send(target, callRequest('echo'), quiet())).rejects.toMatchObject({ code, sent: false });
  expect(methods(fake)).toEqual(['server/discover']);
  fake.misbehave('server/discover', undefined);
  expect((await connector.send(target, callRequest('echo'), quiet())).era).toBe('modern');
});

test('a silent server times out for its caller without an era verdict', async () => {
  const { fake, connector } = await stage({ era: 'dual' });
  fake.misbehave('server/discover', misbehaviours.hang());
  await expect(connector.send(targetFor(fake.url), callRequest('echo', {}, { deadlineMs: 100 }), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-timeout',
    sent: false,
  });
  expect(fake.messages('initialize')).toHaveLength(0);
});

test.each([404, 405, 415, 202])('a server of HTTP+SSE that answers POSTs with a bare %i is found by its stream', async (status) => {
  const { fake, connector } = await stage({ era: 'sse' });
  fake.misbehave('server/discover', misbehaviours.status(status));
  fake.misbehave('initialize', (exchange) =>
    exchange.request.url === '/sse' ? misbehaviours.status(status)(exchange) : exchange.behave(),
  );
  expect(await connector.send(targetFor(fake.url), callRequest('echo', { hello: 1 }), quiet())).toMatchObject({
    era: 'legacy',
    reply: { kind: 'result', resultText: expect.stringContaining('hello') },
  });
  expect(methods(fake)).toEqual(['server/discover', 'initialize', 'GET', 'initialize', 'notifications/initialized', 'tools/call']);
});

test.each(['the transport', 'the era'])('an operator who names HTTP+SSE by %s is believed: nothing else is tried', async (by) => {
  const { fake, connector } = await stage({ era: 'sse' });
  const target = targetFor(fake.url, by === 'the era' ? { era: 'sse' } : { transport: { type: 'sse', url: fake.url } });
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.kind).toBe('result');
  expect(methods(fake)).toEqual(['GET', 'initialize', 'notifications/initialized', 'tools/call']);
});

test('an operator who names HTTP+SSE where there is none is told what the server answered', async () => {
  const { fake, connector } = await stage({ era: 'legacy' });
  await expect(connector.send(targetFor(fake.url, { era: 'sse' }), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
    sent: false,
    message: expect.stringContaining('405'),
  });
});

test('a stream without an endpoint event is no HTTP+SSE server', async () => {
  const server = await startHttpServer((request, response) => {
    if (request.method !== 'GET') return void response.writeHead(404).end();
    sendEvents(response, [{ jsonrpc: '2.0', method: 'notifications/message', params: {} }]);
  });
  const connector = loopbackConnector();
  closing.push(connector, server);
  await expect(connector.send(targetFor(`${server.origin}/x`), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
    message: expect.stringMatching(/404.*404.*no endpoint event/),
  });
});

test.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
  'a server that answers initialize with %s is spoken to in it',
  async (legacyVersion) => {
    for (const era of ['legacy', 'sse'] as const) {
      const { fake, connector } = await stage({ era, legacyVersion });
      await connector.send(targetFor(fake.url), callRequest('echo'), quiet());
      expect(fake.messages('tools/call')[0]!.headers['mcp-protocol-version']).toBe(legacyVersion);
    }
  },
);

test('a server that refuses our revision and names it all the same is asked once more, and believed then', async () => {
  const { fake, connector } = await stage({ era: 'dual' });
  let refusals = 1;
  const refuse = misbehaviours.error(400, -32022, { supported: ['2026-07-28'], requested: '2026-07-28' });
  fake.misbehave('server/discover', (exchange) => (refusals-- > 0 ? refuse(exchange) : exchange.behave()));
  expect((await connector.send(targetFor(fake.url), callRequest('echo'), quiet())).era).toBe('modern');
  fake.misbehave('server/discover', refuse);
  await expect(connector.send(targetFor(fake.url), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
  });
  expect(fake.messages('initialize')).toHaveLength(0);
});

test('something that is no MCP server is reported with the statuses of all attempts', async () => {
  const server = await startHttpServer((_request, response) => void response.writeHead(404).end('nothing'));
  const connector = loopbackConnector();
  closing.push(connector, server);
  await expect(connector.send(targetFor(`${server.origin}/x`), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
    message: expect.stringMatching(/discover \(HTTP 404\), initialize \(HTTP 404\), GET \(HTTP 404\)/),
  });
});

test('a server that answers initialize with a revision nobody knows is not spoken to', async () => {
  const { fake, connector } = await stage({ era: 'legacy', legacyVersion: '2031-01-01' });
  await expect(connector.send(targetFor(fake.url), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-unsupported',
    sent: false,
  });
});

test('nothing is sent while a credential is missing, or where a header cannot be sent', async () => {
  const { fake, connector } = await stage({});
  await expect(connector.send(targetFor(fake.url, { missingCredentials: ['x-key'] }), callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.credential-missing',
    sent: false,
  });
  await expect(
    connector.send(targetFor(fake.url, { headers: { 'x-key': 'a\r\nb: c' } }), callRequest('echo'), quiet()),
  ).rejects.toMatchObject({ code: 'gateway.credential-missing', sent: false });
  expect(fake.received).toHaveLength(0);
});

test('an error without an id on an event stream ends the call', async () => {
  const { fake, connector } = await stage({ era: 'modern' });
  fake.misbehave('tools/call', ({ response }) =>
    sendEvents(response, [{ jsonrpc: '2.0', id: null, error: { code: -32603, message: 'lost' } }]),
  );
  expect((await connector.send(targetFor(fake.url), callRequest('echo'), quiet())).reply.error?.code).toBe(-32603);
});

describe('a server whose era is known', () => {
  const MINUTES = 60_000;
  const now = performance.now.bind(performance);
  const later = (milliseconds: number): void => void jest.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds);
  afterEach(() => jest.restoreAllMocks());

  test('is looked at again while it is used, and what it offers by then is found', async () => {
    const { fake, connector } = await stage({ era: 'modern' });
    const target = targetFor(fake.url);
    expect((await connector.list(target, 'prompts', quiet())).items).toEqual([]);
    fake.offer({ prompts: [{ name: 'new' }] });
    expect((await connector.list(target, 'prompts', quiet())).items).toEqual([]);
    await fake.arrival('server/discover');
    later(11 * MINUTES);
    const answered = new Promise<void>((resolve) =>
      fake.misbehave('server/discover', ({ behave, response }) => {
        response.on('close', resolve);
        behave();
      }),
    );
    expect((await connector.send(target, callRequest('echo'), quiet())).reply.kind).toBe('result');
    await answered;
    await connector.send(target, callRequest('echo'), quiet());
    expect((await connector.list(target, 'prompts', quiet())).items).toHaveLength(1);
    expect(fake.messages('server/discover')).toHaveLength(2);
  });

  test('stays modern where it is in trouble when it is looked at again', async () => {
    const { fake, connector } = await stage({ era: 'dual' });
    const target = targetFor(fake.url);
    await connector.send(target, callRequest('echo'), quiet());
    later(11 * MINUTES);
    const answered = new Promise<void>((resolve) =>
      fake.misbehave('server/discover', ({ response }) => response.on('close', resolve).writeHead(503).end()),
    );
    await connector.send(target, callRequest('echo'), quiet());
    await answered;
    await connector.send(target, callRequest('echo'), quiet());
    expect((await connector.send(target, callRequest('echo'), quiet())).era).toBe('modern');
    expect(fake.messages('initialize')).toHaveLength(0);
  });

  test('is spoken to in the modern era a day after it learnt it', async () => {
    const { fake, connector } = await stage({ era: 'dual' });
    const target = targetFor(fake.url);
    fake.misbehave('server/discover', misbehaviours.status(404));
    expect((await connector.send(target, callRequest('echo'), quiet())).era).toBe('legacy');
    fake.misbehave('server/discover', undefined);
    later(23 * 60 * MINUTES);
    expect((await connector.send(target, callRequest('echo'), quiet())).era).toBe('legacy');
    expect(fake.messages('server/discover')).toHaveLength(1);
    later(25 * 60 * MINUTES);
    const answered = new Promise<void>((resolve) =>
      fake.misbehave('server/discover', ({ behave, response }) => {
        response.on('close', resolve);
        behave();
      }),
    );
    await connector.send(target, callRequest('echo'), quiet());
    await answered;
    await connector.send(target, callRequest('echo'), quiet());
    expect((await connector.send(target, callRequest('echo'), quiet())).era).toBe('modern');
  });
});
