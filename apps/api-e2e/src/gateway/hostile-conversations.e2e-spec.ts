import { resultText, sendEvents, startFakeUpstream, type FakeCall, type FakeMessage, type FakeUpstream } from '@mcpnest/testkit';
import { eventually, within } from '../harness/eventually.js';
import { givenInstallation, givenRoute, givenToken, type Installation, type Route } from '../harness/given.js';
import { envelope, GatewayClient, MODERN, type WireAnswer } from '../harness/gateway-client.js';
import { openMessageStream } from '../harness/message-stream.js';
import { rawExchange } from '../harness/raw-http.js';
import { unfeltBy } from '../harness/unfelt-by.js';

const MIB = 1024 * 1024;
const BOUND_MS = 20_000;
/** As often as clients are told that a list changed (ADR 0025). */
const TRICKLE_PER_SECOND = 5;
const STREAMS = { accept: 'application/json, text/event-stream' };
const FORM = { message: 'Who?', requestedSchema: { type: 'object', properties: { name: { type: 'string' } } } };
const TOOLS = ['work', 'other'].map((name) => ({ name, inputSchema: { type: 'object' } }));
const said = (text: string): object => ({ content: [{ type: 'text', text }] });

let installation: Installation;
let legacy: FakeUpstream;
let oldest: FakeUpstream;
let route: Route;
let sseRoute: Route;
let neighbour: Route;

beforeAll(async () => {
  [legacy, oldest, installation] = await Promise.all([
    startFakeUpstream({ era: 'legacy', sessions: true, answer: 'sse', tools: TOOLS }),
    startFakeUpstream({ era: 'sse', tools: TOOLS }),
    givenInstallation(),
  ]);
  const { operator } = installation;
  route = await givenRoute(operator, [{ url: legacy.url, wish: { era: 'legacy' } }]);
  sseRoute = await givenRoute(operator, [oldest.url]);
  neighbour = await givenRoute(operator, ['builtin']);
  for (const { client } of [route, sseRoute]) expect(await client.toolNames()).toEqual(['work', 'other']);
}, 90_000);

afterAll(async () => {
  await installation?.server.remove();
  await Promise.all([legacy?.close(), oldest?.close()]);
}, 60_000);

afterEach(() => {
  for (const upstream of [legacy, oldest]) {
    upstream.misbehave('tools/call', undefined);
    for (const { name } of TOOLS) upstream.script(name, undefined);
  }
});

const harmless = (attack: () => Promise<void>): Promise<void> => unfeltBy(neighbour, installation.server, attack);
const reasonOf = ({ json }: WireAnswer): string | undefined => json.error?.data?.reason;
const textOf = ({ json }: WireAnswer): string | undefined => json.result?.content?.[0]?.text;
const inTime = (answer: Promise<WireAnswer>): Promise<WireAnswer> => within(answer, BOUND_MS, 'the answer');

async function openSession(client: GatewayClient, capabilities: object = {}): Promise<Record<string, string>> {
  const params = { protocolVersion: '2025-11-25', capabilities, clientInfo: { name: 'raw', version: '1' } };
  const { headers } = await client.post({ jsonrpc: '2.0', id: 0, method: 'initialize', params }, STREAMS);
  return { 'mcp-session-id': headers.get('mcp-session-id') ?? '', 'mcp-protocol-version': '2025-11-25' };
}

describe('headers', () => {
  const lines = (changes: Readonly<Record<string, readonly string[]>>): string => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'work', arguments: {}, _meta: envelope() },
    });
    const headers: Record<string, readonly string[]> = {
      host: ['localhost'],
      authorization: [`Bearer ${route.token.token}`],
      'content-type': ['application/json'],
      'mcp-protocol-version': [MODERN],
      'mcp-method': ['tools/call'],
      'mcp-name': ['work'],
      'content-length': [String(Buffer.byteLength(body))],
      ...changes,
    };
    const head = Object.entries(headers).flatMap(([name, values]) => values.map((value) => `${name}: ${value}`));
    return [`POST ${new URL(route.client.url).pathname} HTTP/1.1`, ...head, '', body].join('\r\n');
  };

  it.each<[string, Record<string, string[]>, number, number | undefined]>([
    ['as they must be are taken', {}, 200, undefined],
    ['with the method twice', { 'mcp-method': ['tools/call', 'tools/call'] }, 400, -32020],
    ['with two methods', { 'mcp-method': ['tools/call', 'tools/list'] }, 400, -32020],
    ['with the name twice', { 'mcp-name': ['work', 'work'] }, 400, -32020],
    ['with two names', { 'mcp-name': ['other', 'work'] }, 400, -32020],
    ['with two revisions', { 'mcp-protocol-version': [MODERN, '2025-11-25'] }, 400, -32020],
    ['with the revision twice', { 'mcp-protocol-version': [MODERN, MODERN] }, 400, -32020],
  ])('%s', async (_case, changes, status, code) => {
    const before = legacy.messages('tools/call').length;
    const answer = await rawExchange(installation.server.url, lines(changes));
    expect([answer.status, (JSON.parse(answer.body) as WireAnswer['json']).error?.code]).toEqual([status, code]);
    expect(legacy.messages('tools/call')).toHaveLength(before + (status === 200 ? 1 : 0));
  });

  it('with two tokens are those of the first or of nobody', async () => {
    const stranger = `Bearer mng_${'0'.repeat(36)}`;
    const answer = await rawExchange(installation.server.url, lines({ authorization: [stranger, `Bearer ${route.token.token}`] }));
    expect(answer.status).toBe(401);
  });

  it('with two session ids name no session', async () => {
    const session = await openSession(route.client);
    const id = session['mcp-session-id']!;
    const answer = await rawExchange(
      installation.server.url,
      lines({ 'mcp-protocol-version': ['2025-11-25'], 'mcp-method': [], 'mcp-name': [], 'mcp-session-id': [id, id] }),
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('"result"');
  });
});

describe('a call that waits for its client', () => {
  const request = (more: object = {}, name = 'work', args: object = { a: 1 }): Record<string, unknown> => ({
    name,
    arguments: args,
    _meta: { ...envelope(), 'io.modelcontextprotocol/clientCapabilities': { elicitation: {} } },
    ...more,
  });
  const inputResponses = { r1: { action: 'accept', content: { name: 'Ann' } } };
  const asking = async (call: FakeCall): Promise<object> => said(JSON.stringify((await call.ask('elicitation/create', FORM)).result));
  const askedOf = async (client: GatewayClient): Promise<string> => {
    const { result } = (await client.modern('tools/call', request())).json;
    expect(result).toMatchObject({ resultType: 'input_required', inputRequests: { r1: { method: 'elicitation/create' } } });
    return String(result!['requestState']);
  };

  it('is gone on with by its own client, with its own request, once', async () => {
    legacy.script('work', asking);
    legacy.script('other', asking);
    const requestState = await askedOf(route.client);
    const sent = legacy.messages('tools/call').length;
    const other = new GatewayClient(route.client.url, (await givenToken(installation.operator, route.workspace.slug)).token);
    const elsewhere = await givenRoute(installation.operator, [{ url: legacy.url, wish: { era: 'legacy' } }]);
    await elsewhere.client.toolNames();
    const middle = Math.floor(requestState.length / 2);
    const changed = requestState.slice(0, middle) + (requestState[middle] === 'A' ? 'B' : 'A') + requestState.slice(middle + 1);
    const tries: [GatewayClient, Record<string, unknown>][] = [
      ...['', 'x', changed, requestState.slice(0, -1), `${requestState}A`, `${requestState} `, requestState.slice(1)].map(
        (state): [GatewayClient, Record<string, unknown>] => [route.client, request({ requestState: state, inputResponses })],
      ),
      [other, request({ requestState, inputResponses })],
      [elsewhere.client, request({ requestState, inputResponses })],
      [route.client, request({ requestState, inputResponses }, 'other')],
      [route.client, request({ requestState, inputResponses }, 'work', { a: 2 })],
    ];
    for (const [client, params] of tries) expect(reasonOf(await client.modern('tools/call', params))).toBe('gateway.request-state-unknown');
    for (const state of [7, null, {}, [requestState]]) {
      const { status, json } = await route.client.modern('tools/call', request({ requestState: state, inputResponses }));
      expect([status < 500, json.error?.code]).toEqual([true, -32602]);
    }
    const answer = await route.client.modern('tools/call', request({ requestState, inputResponses }));
    expect(textOf(answer)).toContain('Ann');
    const replayed = await route.client.modern('tools/call', request({ requestState, inputResponses }));
    expect(reasonOf(replayed)).toBe('gateway.request-state-unknown');
    expect(legacy.messages('tools/call')).toHaveLength(sent);
  }, 60_000);

  it.each<[string, (own: Route) => Promise<unknown>]>([
    [
      'its token is revoked',
      ({ workspace, token }) => installation.operator.post(`/workspaces/${workspace.slug}/tokens/${token.id}/revoke`),
    ],
    [
      'its server leaves the workspace',
      ({ workspace, servers }) => installation.operator.delete(`/workspaces/${workspace.slug}/servers/${servers[0]!.slug}`),
    ],
  ])(
    'is cancelled on its server within five seconds where %s',
    async (_case, change) => {
      const own = await givenRoute(installation.operator, [{ url: legacy.url, wish: { era: 'legacy' } }]);
      await own.client.toolNames();
      let cancelled: Promise<void> | undefined;
      legacy.script('work', (call) => {
        cancelled = call.cancelled;
        return asking(call);
      });
      await askedOf(own.client);
      await change(own);
      await within(cancelled!, 5_000, 'the cancellation');
    },
    30_000,
  );
});

describe('a session', () => {
  it('is unknown to every token but its own, whatever is asked of it, and feels nothing of that', async () => {
    const session = await openSession(route.client);
    const stream = await openMessageStream(route.client.url, { ...session, authorization: `Bearer ${route.token.token}` });
    const sameWorkspace = new GatewayClient(route.client.url, (await givenToken(installation.operator, route.workspace.slug)).token);
    for (const stranger of [sameWorkspace, neighbour.client]) {
      const headers = { ...session, ...STREAMS };
      const tries = [
        await stranger.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, headers),
        await stranger.post({ jsonrpc: '2.0', id: 'q1', result: { action: 'accept' } }, headers),
        await stranger.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }, headers),
        await stranger.send('GET', undefined, headers),
        await stranger.send('GET', undefined, { ...headers, 'last-event-id': '0123456789abcdef-0' }),
        await stranger.send('DELETE', undefined, headers),
      ];
      expect(tries.map(({ status }) => status)).toEqual(Array(tries.length).fill(404));
      expect(new Set(tries.map(reasonOf))).toEqual(new Set(['gateway.session-unknown']));
    }
    expect((await route.client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, session)).status).toBe(200);
    expect((await route.client.send('DELETE', undefined, session)).status).toBe(204);
    stream.close();
  });
});

describe('a cursor that was never given out', () => {
  it.each(['tools/list', 'prompts/list', 'resources/list', 'resources/templates/list'])('of %s is unknown in both eras', async (method) => {
    for (const cursor of ['', 'x', '2', 'MTAw', 'A'.repeat(10_000), '../../etc/passwd', 7, null, {}, ['x']]) {
      const answers = [
        await neighbour.client.modern(method, { cursor }),
        await neighbour.client.post({ jsonrpc: '2.0', id: 1, method, params: { cursor } }),
      ];
      for (const answer of answers)
        expect([answer.status, answer.json.error?.code, reasonOf(answer)]).toEqual([200, -32602, 'gateway.cursor-unknown']);
    }
  });
});

describe('answers of a server', () => {
  it('with wrong ids and given twice: its own counts, once, and the next call has its own', async () => {
    await harmless(async () => {
      legacy.misbehave('tools/call', ({ response, message }) =>
        sendEvents(response, [
          resultText({ id: 'nobody' }, said('stolen')),
          resultText({ id: Number(message.id) + 1 }, said('stolen')),
          resultText({ id: Number(message.id) - 1 }, said('stolen')),
          resultText(message, said(String((message.params?.['arguments'] as { n: number }).n))),
          resultText(message, said('twice')),
          resultText(message, said('thrice')),
        ]),
      );
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => inTime(route.client.call('work', { n }, 1))));
      expect(answers.map(textOf)).toEqual(answers.map((_, n) => String(n)));
    });
  });

  it('out of order on one stream reach those who asked', async () => {
    const waiting: { readonly message: FakeMessage; readonly done: (result: object) => void }[] = [];
    oldest.script('work', ({ message }) => {
      const answered = new Promise<object>((resolve) => waiting.push({ message, done: resolve }));
      if (waiting.length === 20)
        for (const { message: own, done } of waiting.reverse()) done(said(String((own.params?.['arguments'] as { n: number }).n)));
      return answered;
    });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => inTime(sseRoute.client.call('work', { n }, 1))));
    expect(answers.map(textOf)).toEqual(answers.map((_, n) => String(n)));
  });

  it('after the call was cancelled reach nobody', async () => {
    const session = await openSession(route.client);
    let late: FakeCall | undefined;
    legacy.script('work', async (call) => {
      late = call;
      await call.cancelled;
      call.sendRaw(`data: ${resultText(call.message, said('too late'))}\n\n`.repeat(3));
      return said('too late');
    });
    const call = { jsonrpc: '2.0', id: 'same', method: 'tools/call', params: { name: 'work', arguments: {} } };
    const cancelled = route.client.post(call, { ...session, ...STREAMS });
    await eventually(() => expect(late).toBeDefined(), BOUND_MS);
    await route.client.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'same' } }, session);
    expect((await inTime(cancelled)).text).not.toContain('too late');
    legacy.script('work', () => said('in time'));
    expect((await inTime(route.client.post(call, { ...session, ...STREAMS }))).text).toContain('in time');
  });
});

describe('streams of a server', () => {
  it.each<[string, string]>([
    ['an event that is no JSON', 'data: {"jsonrpc":\n\n'],
    ['an event that is no message', 'data: 7\n\n'],
    ['a message with a key twice', 'data: {"jsonrpc":"2.0","id":1,"id":2,"result":{}}\n\n'],
    ['a million levels', `data: {"jsonrpc":"2.0","id":1,"result":${'['.repeat(1_000_000)}\n\n`],
    ['a line of eleven mebibytes', `data: ${'x'.repeat(11 * MIB)}`],
    ['an event of eleven mebibytes in a million lines', 'data: 0123456\n'.repeat(MIB)],
  ])(
    'with %s end the call with the documented error, and nothing else',
    async (_case, junk) => {
      await harmless(async () => {
        legacy.misbehave('tools/call', ({ response }) => {
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          response.end(junk);
        });
        const answers = await Promise.all(Array.from({ length: 4 }, () => inTime(route.client.call('work'))));
        for (const answer of answers) expect(reasonOf(answer)).toMatch(/^gateway\.upstream-(broken|too-large)$/);
      });
      legacy.misbehave('tools/call', undefined);
      expect((await inTime(route.client.call('work', { well: 1 }))).json.error).toBeUndefined();
    },
    60_000,
  );

  it('with strange bytes between events are read all the same', async () => {
    legacy.misbehave('tools/call', ({ response, message }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(
        `\uFEFF:\r\r\nid\nretry: -1\nfoo: bar\n: ${'c'.repeat(70_000)}\r\ndata\n\nevent: message\rdata: ${resultText(message, said('found'))}\r\n\r\n`,
      );
    });
    expect(textOf(await inTime(route.client.call('work')))).toBe('found');
  });

  it('without end are let go of when their callers leave, and hold little until then', async () => {
    let open = 0;
    legacy.misbehave('tools/call', ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      open++;
      const timer = setInterval(() => response.write(`: ${'z'.repeat(4_096)}\n\n`), 20);
      response.on('close', () => {
        open--;
        clearInterval(timer);
      });
    });
    await harmless(async () => {
      const leave = new AbortController();
      const calls = Array.from({ length: 40 }, (_, id) =>
        fetch(route.client.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${route.token.token}` },
          body: JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'work', arguments: {} } }),
          signal: leave.signal,
        }).catch(() => undefined),
      );
      await eventually(() => expect(open).toBe(40), BOUND_MS);
      leave.abort();
      await Promise.all(calls);
      await eventually(() => expect(open).toBe(0), BOUND_MS);
    });
  }, 60_000);

  it('that all calls share may end by an event that is too large: those calls fail, the next does not', async () => {
    await harmless(async () => {
      let begun = 0;
      oldest.script('work', (call) => {
        if (++begun === 5) call.sendRaw(`data: ${'x'.repeat(11 * MIB)}`);
        return new Promise(() => undefined);
      });
      const answers = await Promise.all(Array.from({ length: 5 }, () => inTime(sseRoute.client.call('work'))));
      expect(new Set(answers.map(reasonOf))).toEqual(new Set(['gateway.upstream-too-large']));
    });
    oldest.script('work', () => said('again'));
    expect(textOf(await inTime(sseRoute.client.call('work')))).toBe('again');
  }, 60_000);
});

describe('floods', () => {
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'work', arguments: {}, _meta: { progressToken: 'p' } } };

  /** As fast as it goes, but for the turns that this process owes its other connections. */
  const flood = async (count: number, say: (at: number) => void): Promise<void> => {
    for (let at = 0; at < count; at++) {
      say(at);
      if (at % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it.each<[string, number, string]>([
    ['are thinned out, and the answer comes', 20_000, 'after the flood'],
    ['beyond what an answer may weigh end the call', 60_000, 'gateway.upstream-too-large'],
  ])(
    'of notifications within a call %s',
    async (_case, count, ending) => {
      const session = await openSession(route.client);
      legacy.script('work', (each) => {
        for (let at = 0; at < count; at++) {
          each.progress(at);
          each.log('info', 'x'.repeat(100));
        }
        return said('after the flood');
      });
      await harmless(async () => {
        const events = (await inTime(route.client.post(call, { ...session, ...STREAMS }))).text.trimEnd().split('\n\n');
        expect(events.at(-1)).toContain(ending);
        expect(events.length).toBeLessThan(10_000);
      });
    },
    60_000,
  );

  it('outside of calls reach listening clients as a trickle', async () => {
    await installation.operator.patch(`/servers/${sseRoute.servers[0]!.slug}`, { lockPolicy: 'trust' });
    const session = await openSession(sseRoute.client);
    const stream = await openMessageStream(sseRoute.client.url, { ...session, authorization: `Bearer ${sseRoute.token.token}` });
    await eventually(() => expect(oldest.openStreams.standing).toBeGreaterThan(1), BOUND_MS);
    const begun = performance.now();
    await harmless(async () => {
      oldest.offer({ tools: [...TOOLS, { name: 'third', inputSchema: { type: 'object' } }] });
      await flood(100_000, () => oldest.tell('notifications/tools/list_changed'));
      oldest.script('work', () => said('still here'));
      expect(textOf(await inTime(sseRoute.client.call('work')))).toBe('still here');
      await eventually(() => expect(stream.messages.length).toBeGreaterThan(0), BOUND_MS);
    });
    expect(stream.messages.length).toBeLessThan(10 + TRICKLE_PER_SECOND * ((performance.now() - begun) / 1_000));
    stream.close();
  }, 60_000);
});
