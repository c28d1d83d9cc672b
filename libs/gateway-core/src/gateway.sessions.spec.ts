import { LIMITS } from '@mcpnest/shared/limits';
import type { CancelSignal } from './exchange/abort-source.js';
import type { ClientAnswer } from './ports/upstream-connector.js';
import { SessionStore, type FoundSession } from './ports/session-store.js';
import type { LegacySession } from './sessions/legacy-session.js';
import { GatewayHarness, legacy, modern, type ScriptedCall, type ScriptedServer } from './testing/index.js';

const TOOLS = [{ name: 'work' }];
const call = (id: string | number = 1) => legacy('tools/call', { name: 'work' }, id);
const QUESTION = { message: 'Name?', requestedSchema: { type: 'object', properties: { name: { type: 'string' } } } };

const turns = async (count = 50): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

/** A server that asks a question and answers with what it heard. */
function curious(
  ask = (said: ScriptedCall): Promise<ClientAnswer> => said.ask('elicitation/create', QUESTION),
): ScriptedServer & { heard: ClientAnswer[] } {
  const heard: ClientAnswer[] = [];
  return {
    heard,
    tools: TOOLS,
    call: async (_request, _signal, said) => {
      heard.push(await ask(said));
      return '{"content":[]}';
    },
  };
}

describe('a question to a legacy client', () => {
  it('goes out on the stream of its own request, under an id of ours, and the answer comes with a POST', async () => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const general = await harness.send({ method: 'GET', headers });
    const { stream } = await harness.send({ body: call(5), headers });
    const question = await stream.method('elicitation/create');
    expect(question).toMatchObject({ jsonrpc: '2.0', params: QUESTION });
    expect(general.stream.messages).toEqual([]);
    const result = { action: 'accept', content: { name: 'Ada' }, 'x-vendor': [1] };
    const posted = await harness.send({ body: { jsonrpc: '2.0', id: question.id, result }, headers });
    expect([posted.status, posted.text]).toEqual([202, undefined]);
    expect(await stream.last()).toMatchObject({ id: 5, result: {} });
    expect(demo.heard).toEqual([{ kind: 'result', text: JSON.stringify(result) }]);
  });

  it('is answered once: what comes later, to nothing, or from another session is taken and dropped', async () => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const stranger = await harness.legacySession('2025-06-18', { elicitation: {} });
    const { stream } = await harness.send({ body: call(5), headers });
    const { id } = await stream.method('elicitation/create');
    const answer = (action: string, answered: unknown = id) => ({ jsonrpc: '2.0', id: answered, result: { action } });
    for (const sent of [
      { body: answer('stolen'), headers: stranger },
      { body: answer('to nothing', 'q999'), headers },
      { body: answer('to a number', 1), headers },
      { body: { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'what?' } }, headers },
      { body: answer('decline'), headers },
      { body: answer('too late'), headers },
    ]) {
      expect((await harness.send(sent)).status).toBe(202);
    }
    await stream.last();
    expect(demo.heard).toEqual([{ kind: 'result', text: '{"action":"decline"}' }]);
  });

  it('may be answered with an error, which the server hears with its code and data', async () => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const { stream } = await harness.send({ body: call(), headers });
    const { id } = await stream.method('elicitation/create');
    await harness.send({ body: { jsonrpc: '2.0', id, error: { code: -32601, message: 'No "form"', data: { big: 1 } } }, headers });
    await stream.last();
    expect(demo.heard).toEqual([{ kind: 'error', code: -32601, message: 'No "form"', dataText: '{"big":1}' }]);
  });

  it('outlives the connection: the client resumes the stream, reads the question and answers', async () => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: call(5), headers });
    const { id } = await stream.method('elicitation/create');
    stream.drop();
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events[0]!.id! } });
    expect(resumed.stream.messages).toMatchObject([{ id, method: 'elicitation/create' }]);
    await harness.send({ body: { jsonrpc: '2.0', id, result: { action: 'cancel' } }, headers });
    expect(await resumed.stream.last()).toMatchObject({ id: 5, result: {} });
  });

  it('is taken back where the server withdrew it', async () => {
    let withdraw: () => void = () => undefined;
    const harness = new GatewayHarness({
      demo: curious((said) => {
        const question = said.question('elicitation/create', QUESTION);
        withdraw = question.withdraw;
        return question.answer;
      }),
    });
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const { stream } = await harness.send({ body: call(), headers });
    const { id } = await stream.method('elicitation/create');
    withdraw();
    expect(await stream.method('notifications/cancelled')).toMatchObject({ params: { requestId: id } });
    expect(await stream.last()).toMatchObject({ result: {} });
  });

  it.each([
    ['without a session', {}, false],
    ['that takes no streams', { accept: 'application/json' }, true],
  ])('cannot be asked of a client %s', async (_, own, hasSession) => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const session = hasSession ? await harness.legacySession('2025-06-18', { elicitation: {} }) : {};
    const answer = await harness.send({ body: call(), headers: { ...session, ...own } });
    expect(answer.json.result).toBeDefined();
    expect(demo.heard).toMatchObject([{ kind: 'error', code: -32601 }]);
  });
});

describe('a request of a session', () => {
  it.each([
    [
      'stops',
      (said: ScriptedCall, signal: CancelSignal) =>
        new Promise<string>((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
          void said.ask('elicitation/create', QUESTION);
        }),
      'cancelled',
    ],
    [
      'answers all the same',
      async (said: ScriptedCall) => {
        await said.ask('elicitation/create', QUESTION);
        return '{"content":[]}';
      },
      'success',
    ],
  ] as const)('that was cancelled gets no answer on its stream where its server %s', async (_, work, outcome) => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS, call: (_request, signal, said) => work(said, signal) } });
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const { stream, calls } = await harness.send({ body: call('seven'), headers });
    const { id } = await stream.method('elicitation/create');
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'seven' } }, headers });
    await stream.last();
    expect(stream.messages.slice(1)).toMatchObject([{ method: 'notifications/cancelled', params: { requestId: id } }]);
    await turns();
    expect(calls).toMatchObject([{ outcome }]);
    expect((await harness.sessions.find('ws_acme:tok_1', headers['mcp-session-id']!)) as LegacySession).toMatchObject({
      inFlight: new Map(),
    });
  });

  it('hears of changed roots on the server that works on it', async () => {
    const calls: ScriptedCall[] = [];
    const harness = new GatewayHarness({
      demo: curious((said) => {
        calls.push(said);
        return said.ask('roots/list');
      }),
    });
    const headers = await harness.legacySession('2025-06-18', { roots: { listChanged: true } });
    const { stream } = await harness.send({ body: call(), headers });
    await stream.method('roots/list');
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/roots/list_changed' }, headers });
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/whatever', params: { a: 1 } }, headers });
    expect(calls[0]?.heard).toEqual([['notifications/roots/list_changed', undefined]]);
  });

  it('is recorded with what its session agreed on, also where the session is unknown', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const headers = await harness.legacySession('2025-03-26');
    expect((await harness.send({ body: call(), headers })).calls).toMatchObject([{ clientName: 'test/1', protocolVersion: '2025-03-26' }]);
    const lost = await harness.send({ body: call(), headers: { ...headers, 'mcp-session-id': 'f'.repeat(48) } });
    expect([lost.status, lost.json.id]).toEqual([404, 1]);
    expect(lost.calls).toMatchObject([{ outcome: 'invalid', status: 400, reason: 'gateway.session-unknown', clientName: null }]);
  });
});

describe('GET', () => {
  const notice = '{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}';
  const find = async (harness: GatewayHarness, headers: Record<string, string>): Promise<LegacySession> =>
    (await harness.sessions.find('ws_acme:tok_1', headers['mcp-session-id']!)) as LegacySession;

  it('opens a stream that begins with an event id where the revision wants it, and brings what belongs to no request', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const headers = await harness.legacySession('2025-11-25');
    const { status, stream } = await harness.send({ method: 'GET', headers });
    expect([status, stream.events]).toEqual([
      200,
      [{ event: 'message', data: '', retry: 1_000, id: expect.stringMatching(/^[0-9a-f]{16}-0$/) }],
    ]);
    (await find(harness, headers)).streams.send(notice);
    expect(stream.messages).toEqual([JSON.parse(notice)]);
  });

  it('says every message on exactly one stream, and keeps a few for a client that is not there', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const headers = await harness.legacySession('2025-06-18');
    const session = await find(harness, headers);
    for (let times = 0; times < 3; times++) session.streams.send(notice);
    for (let number = 0; number < 100; number++) session.streams.send(`{"jsonrpc":"2.0","method":"x","params":{"number":${number}}}`);
    session.streams.send(notice);
    const first = await harness.send({ method: 'GET', headers });
    expect(first.stream.messages).toHaveLength(64);
    expect(first.stream.messages.at(-1)).toEqual(JSON.parse(notice));
    const second = await harness.send({ method: 'GET', headers });
    session.streams.send(notice);
    expect([first.stream.messages.length, second.stream.messages.length]).toEqual([64, 1]);
    second.stream.drop();
    session.streams.send(notice);
    expect(first.stream.messages).toHaveLength(65);
  });

  it('with the last event id of such a stream goes on with it', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const headers = await harness.legacySession('2025-06-18');
    const session = await find(harness, headers);
    const { stream } = await harness.send({ method: 'GET', headers });
    session.streams.send(notice);
    session.streams.send('{"jsonrpc":"2.0","method":"seen"}');
    stream.drop();
    session.streams.send('{"jsonrpc":"2.0","method":"missed"}');
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events[0]!.id! } });
    session.streams.send('{"jsonrpc":"2.0","method":"later"}');
    expect(resumed.stream.messages.map(({ method }) => method)).toEqual(['seen', 'missed', 'later']);
    const ids = [...stream.events, ...resumed.stream.events].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('is bounded per token, and a closed stream makes room', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const headers = await harness.legacySession('2025-06-18');
    const open = () => harness.send({ method: 'GET', headers });
    const streams = [];
    for (let count = 0; count < LIMITS.streamsPerTokenMax; count++) streams.push((await open()).stream);
    const refused = await open();
    expect([refused.status, refused.headers['retry-after'], refused.json.error.data.reason]).toEqual([429, '60', 'gateway.session-limit']);
    expect((await harness.send({ method: 'GET', headers: await harness.legacySession('2025-06-18') })).status).toBe(429);
    const resume = { ...headers, 'last-event-id': 'nonsense' };
    expect((await harness.send({ method: 'GET', headers: resume })).status).toBe(429);
    streams[0]!.drop();
    expect((await open()).status).toBe(200);
  });

  it.each([
    ['without a session', { accept: 'text/event-stream' }, 405, 'POST'],
    ['in the modern era', { accept: 'text/event-stream', 'mcp-protocol-version': '2026-07-28' }, 405, 'POST'],
    ['that takes no event stream', { accept: 'application/json' }, 405, 'POST, DELETE'],
    ['of a revision that is not served', { 'mcp-protocol-version': '1999-01-01' }, 400, undefined],
  ])('%s is refused', async (_, own, status, allow) => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const session = status === 405 && allow === 'POST' ? {} : await harness.legacySession();
    const answer = await harness.send({ method: 'GET', headers: { ...session, ...own } });
    expect([answer.status, answer.headers['allow']]).toEqual([status, allow]);
  });
});

describe('DELETE', () => {
  it('ends everything of the session: calls, questions and streams', async () => {
    const demo = curious();
    const harness = new GatewayHarness({ demo });
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const general = await harness.send({ method: 'GET', headers });
    const { stream, calls } = await harness.send({ body: call(5), headers });
    await stream.method('elicitation/create');
    expect((await harness.send({ method: 'DELETE', headers })).status).toBe(204);
    await turns();
    expect([general.stream.ended, stream.ended]).toEqual([true, true]);
    expect(demo.heard).toMatchObject([{ kind: 'error' }]);
    expect(calls).toHaveLength(1);
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events[0]!.id! } });
    expect(resumed.status).toBe(404);
    expect(harness.connector.sent[0]?.signal.aborted).toBe(true);
  });
});

describe('what another replica holds', () => {
  class ElsewhereStore extends SessionStore {
    add = (): Promise<boolean> => Promise.resolve(true);
    find = (_: string, id: string): Promise<FoundSession | undefined> =>
      Promise.resolve(id === 'there' ? { elsewhere: 'replica-2' } : undefined);
    save = (): void => undefined;
    remove = (): Promise<boolean> => Promise.resolve(false);
    principalKeys = (): string[] => [];
    removeAllOf = (): Promise<void> => Promise.resolve();
  }

  it.each(['POST', 'GET', 'DELETE'])('is handed on to it, whole and unrecorded: %s of a session', async (method) => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } }, undefined, new ElsewhereStore());
    const headers = { 'mcp-session-id': 'there', accept: 'text/event-stream' };
    const answer = await harness.send({ method, headers, body: call() });
    expect([answer.elsewhere, answer.calls, harness.connector.sent]).toEqual(['replica-2', [], []]);
    expect((await harness.send({ method, headers: { ...headers, 'mcp-session-id': 'nowhere' }, body: call() })).status).toBe(404);
  });

  it('is handed on to it: the retry of a call that waits there, unless it cannot be reached', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const retry = modern('tools/call', { name: 'work', requestState: 'replica-2.sealed', inputResponses: {} });
    harness.replicas.reachable.add('replica-2');
    const there = await harness.send(retry);
    expect([there.elsewhere, there.calls]).toEqual(['replica-2', []]);
    harness.replicas.reachable.clear();
    const here = await harness.send(retry);
    expect([here.elsewhere, here.json.error.data.reason]).toEqual([undefined, 'gateway.request-state-unknown']);
    expect(here.calls).toHaveLength(1);
  });

  it('concerns no modern request: a session id means nothing there', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } }, undefined, new ElsewhereStore());
    for (const id of ['there', 'nowhere']) {
      const { status, headers } = await harness.send(modern('tools/call', { name: 'work' }, 1, { headers: { 'mcp-session-id': id } }));
      expect([status, headers['mcp-session-id']]).toEqual([200, undefined]);
    }
  });
});
