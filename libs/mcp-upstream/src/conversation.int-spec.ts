import { startFakeUpstream, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import { conversationStage, resultOf, type ConversationStage } from './testing/conversation-stage.js';
import { ScriptedListener } from './testing/scripted-listener.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './testing/upstream-fixtures.js';

const ELICITS = { elicitation: {} };
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
async function stage(options: FakeUpstreamOptions): Promise<ConversationStage> {
  const opened = await conversationStage(options);
  closing.push(opened);
  return opened;
}
const sessionIds = (fake: FakeUpstream, method: string): Set<unknown> =>
  new Set(fake.messages(method).map(({ headers, path }) => headers['mcp-session-id'] ?? path));
const declared = (fake: FakeUpstream): unknown[] => fake.messages('initialize').map(({ message }) => message.params!['capabilities']);

const LEGACY: [string, FakeUpstreamOptions][] = [
  ['Streamable HTTP', { era: 'legacy', sessions: true, logging: true }],
  ['HTTP+SSE', { era: 'sse', logging: true }],
];
describe.each(LEGACY)('a legacy server over %s', (_name, options) => {
  test.each(['call', 'session'] as const)('asks on the stream of the %s and goes on with the answer', async (via) => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({ heard: (await each.ask('elicitation/create', { message: 'Who?' }, via)).result }));
    const listener = new ScriptedListener((question) => {
      question.answer({ kind: 'result', text: '{"action":"accept", "content":{"x":1.50}}' });
      question.answer({ kind: 'result', text: '{"action":"second"}' });
    });
    const answer = await call('ask', { clientCapabilities: ELICITS, listener });
    expect(resultOf(answer)).toEqual({ heard: { action: 'accept', content: { x: 1.5 } } });
    expect(listener.questions.map(({ method, paramsText }) => [method, paramsText])).toEqual([
      ['elicitation/create', '{"message":"Who?"}'],
    ]);
    expect(fake.received.filter(({ body }) => body.includes('"action"')).map(({ body }) => body)).toEqual([
      expect.stringContaining('"result":{"action":"accept", "content":{"x":1.50}}'),
    ]);
    expect(declared(fake)).toContainEqual(ELICITS);
  });

  test('is given an error where the client answers with one', async () => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({ error: (await each.ask('sampling/createMessage')).error }));
    const listener = new ScriptedListener((question) => question.answer({ kind: 'error', code: -1, message: 'No', dataText: '{"a":[1]}' }));
    expect(resultOf(await call('ask', { clientCapabilities: { sampling: {} }, listener }))).toEqual({
      error: { code: -1, message: 'No', data: { a: [1] } },
    });
  });

  test('asks several callers at once, and each answer goes to the call it is for', async () => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({
      mine: each.params['arguments'],
      heard: (await each.ask('elicitation/create', each.params['arguments'], 'session')).result,
    }));
    const calls = Array.from({ length: 12 }, (_, index) => {
      const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text: question.paramsText! }));
      const params = [
        ['name', '"ask"'],
        ['arguments', `{"index":${index}}`],
      ] as const;
      return call('ask', { clientCapabilities: ELICITS, listener, params });
    });
    (await Promise.all(calls)).forEach((answer, index) => expect(resultOf(answer)).toEqual({ mine: { index }, heard: { index } }));
    expect(sessionIds(fake, 'tools/call').size).toBe(12);
  });

  test('is called in the session that was used last, if its profile is the same', async () => {
    const { fake, call } = await stage(options);
    const listener = new ScriptedListener();
    await call('echo', { clientCapabilities: { roots: {}, elicitation: { url: {}, form: {} } }, listener });
    await call('echo', { clientCapabilities: { elicitation: { form: {}, url: {} }, roots: {} }, listener });
    expect(sessionIds(fake, 'tools/call').size).toBe(1);
    await call('echo', { clientCapabilities: ELICITS, listener });
    await call('echo');
    expect(sessionIds(fake, 'tools/call').size).toBe(3);
  });

  test('shares one session among calls that cannot be asked, and is refused there', async () => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({
      ping: (await each.ask('ping')).result,
      roots: (await each.ask('roots/list')).error,
      elicit: (await each.ask('elicitation/create')).error,
    }));
    const answers = await Promise.all([call('ask'), call('ask'), call('ask')]);
    for (const answer of answers) expect(resultOf(answer)).toMatchObject({ ping: {}, roots: { code: -32601 }, elicit: { code: -32601 } });
    expect(sessionIds(fake, 'tools/call').size).toBe(1);
    expect(declared(fake)).toEqual([{}]);
  });

  test('hears that there are no roots outside of a call, where roots were declared', async () => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({ roots: (await each.ask('roots/list')).result }));
    expect(resultOf(await call('ask', { clientCapabilities: { roots: {} } }))).toEqual({ roots: { roots: [] } });
  });

  test('withdraws a question, and goes on', async () => {
    const { fake, call } = await stage(options);
    let withdraw!: () => void;
    const heard = new Promise<void>((resolve) => (withdraw = resolve));
    fake.script('ask', async (each) => {
      void each.ask('elicitation/create');
      await heard;
      each.withdraw('no need');
      return { done: true };
    });
    const listener = new ScriptedListener();
    const answer = call('ask', { clientCapabilities: ELICITS, listener });
    await listener.until(({ questions }) => questions.length === 1);
    const fired = new Promise<void>((resolve) => listener.questions[0]!.withdrawn.addEventListener('abort', () => resolve()));
    withdraw();
    await Promise.all([fired, answer]);
    listener.questions[0]!.answer({ kind: 'result', text: '{"late":true}' });
    await call('echo', { clientCapabilities: ELICITS, listener });
    expect(fake.received.some(({ body }) => body.includes('late'))).toBe(false);
  });

  test('reports progress to its own call alone, under a token of the connector', async () => {
    const { fake, call } = await stage(options);
    fake.script('work', (each) => {
      each.progress(1, 2);
      each.notify('notifications/progress', { progressToken: 'stolen', progress: 9 });
      each.progress(2, 2);
      return { done: true };
    });
    const listeners = Array.from({ length: 5 }, () => new ScriptedListener());
    await Promise.all(listeners.map((listener) => call('work', { wantsProgress: true, listener })));
    const tokens = listeners.map(({ notifications }) => {
      expect(notifications.map(({ params }) => (params as { progress: number }).progress)).toEqual([1, 2]);
      return new Set(notifications.map(({ params }) => (params as { progressToken: unknown }).progressToken));
    });
    expect(new Set(tokens.flatMap((each) => [...each])).size).toBe(5);
    expect(sessionIds(fake, 'tools/call').size).toBe(1);
  });

  test('is told a log level once, in a session that nobody else uses', async () => {
    const { fake, call } = await stage(options);
    fake.script('work', (each) => {
      each.log('info', 'working');
      return {};
    });
    const listener = new ScriptedListener();
    await call('work', { logLevel: 'info', listener });
    await call('work', { logLevel: 'info', listener });
    await call('work', { logLevel: 'debug', listener });
    await call('work');
    expect(fake.messages('logging/setLevel').map(({ message }) => message.params)).toEqual([{ level: 'info' }, { level: 'debug' }]);
    expect(sessionIds(fake, 'logging/setLevel').size).toBe(1);
    expect(listener.notifications).toHaveLength(3);
    expect(sessionIds(fake, 'tools/call').size).toBe(2);
  });

  test('is told that a call was given up, and its session is not used again', async () => {
    const { fake, call } = await stage(options);
    let cancelled!: Promise<void>;
    fake.script('wait', async (each) => {
      cancelled = each.cancelled;
      await each.ask('elicitation/create');
      return {};
    });
    const listener = new ScriptedListener();
    const stop = new AbortController();
    const sent = call('wait', { clientCapabilities: ELICITS, listener }, stop.signal);
    await listener.until(({ questions }) => questions.length === 1);
    const reason = new Error('gone');
    stop.abort(reason);
    await expect(sent).rejects.toBe(reason);
    await cancelled;
    expect(listener.questions[0]!.withdrawn.aborted).toBe(true);
    await call('echo', { clientCapabilities: ELICITS, listener });
    expect(sessionIds(fake, 'tools/call').size).toBe(2);
  });

  test('is told meanwhile what belongs to the client', async () => {
    const { fake, call } = await stage(options);
    fake.script('ask', async (each) => ({ heard: (await each.ask('roots/list')).result }));
    const listener = new ScriptedListener((question) => {
      listener.call!.notify('notifications/roots/list_changed');
      question.answer({ kind: 'result', text: '{"roots":[]}' });
    });
    await call('ask', { clientCapabilities: { roots: { listChanged: true } }, listener });
    await fake.arrival('notifications/roots/list_changed');
    expect(sessionIds(fake, 'notifications/roots/list_changed')).toEqual(sessionIds(fake, 'tools/call'));
  });

  test('floods a call with notifications: what is too much is dropped, the answer arrives', async () => {
    const { fake, call } = await stage(options);
    fake.script('flood', (each) => {
      for (let count = 1; count <= 5_000; count++) each.progress(count);
      return { done: true };
    });
    const listener = new ScriptedListener();
    expect(resultOf(await call('flood', { wantsProgress: true, listener }))).toEqual({ done: true });
    expect(listener.notifications.length).toBeGreaterThanOrEqual(1_000);
    expect(listener.notifications.length).toBeLessThan(5_000);
  });

  test('asks without end: a bounded number of questions is open, the others are refused', async () => {
    const { fake, call } = await stage(options);
    fake.script('nag', async (each) => {
      const asked = Array.from({ length: 40 }, () => each.ask('elicitation/create'));
      const refused = await Promise.race(asked.map(async (answer) => (await answer).error));
      return { refused };
    });
    const listener = new ScriptedListener();
    expect(resultOf(await call('nag', { clientCapabilities: ELICITS, listener }))).toMatchObject({ refused: { code: -32603 } });
    expect(listener.questions).toHaveLength(32);
  });
});

test('a legacy server forgets its sessions: calls go on in new ones, each done once', async () => {
  const { fake, call } = await stage({ era: 'legacy', sessions: true });
  const listener = new ScriptedListener();
  for (let round = 0; round < 3; round++) {
    await call('echo');
    await call('echo', { clientCapabilities: ELICITS, listener });
    fake.forgetSessions();
  }
  const answers = await Promise.all([call('echo'), call('echo'), call('echo', { clientCapabilities: ELICITS, listener })]);
  expect(answers.every(({ reply }) => reply.kind === 'result')).toBe(true);
});

test('clients that have capabilities but cannot be asked share a session of their profile', async () => {
  const { fake, call } = await stage({ era: 'legacy', sessions: true });
  const clientCapabilities = { extensions: { 'io.modelcontextprotocol/ui': {} } };
  fake.script('work', (each) => {
    each.progress(1);
    return {};
  });
  const listeners = Array.from({ length: 5 }, () => new ScriptedListener());
  await Promise.all(listeners.map((listener) => call('work', { clientCapabilities, wantsProgress: true, listener })));
  expect(sessionIds(fake, 'tools/call').size).toBe(1);
  expect(declared(fake)).toEqual([{}, clientCapabilities]);
  for (const { notifications } of listeners) expect(notifications).toHaveLength(1);
});

test('a legacy server that asks at once on its own stream is heard', async () => {
  const { fake, call } = await stage({ era: 'legacy', sessions: true });
  fake.misbehave('GET', ({ behave }) => setTimeout(behave, 30));
  fake.script('ask', async (each) => {
    expect(fake.openStreams.standing).toBe(1);
    return { heard: (await each.ask('elicitation/create', {}, 'session')).result };
  });
  const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text: '{"ok":1}' }));
  expect(resultOf(await call('ask', { clientCapabilities: ELICITS, listener }))).toEqual({ heard: { ok: 1 } });
});

test('a legacy server that never opens its own stream delays no call for long', async () => {
  const { fake, call } = await stage({ era: 'legacy', sessions: true });
  fake.misbehave('GET', () => undefined);
  fake.script('ask', async (each) => ({ heard: (await each.ask('elicitation/create')).result }));
  const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text: '{"ok":1}' }));
  expect(resultOf(await call('ask', { clientCapabilities: ELICITS, listener }))).toEqual({ heard: { ok: 1 } });
});

describe('a modern server', () => {
  test('is told exactly what the client can do, and reports to the call', async () => {
    const { fake, call } = await stage({ era: 'modern' });
    fake.script('work', (each) => {
      each.log('warning', 'hot');
      each.progress(1);
      each.notify('notifications/progress', { progressToken: 'stolen', progress: 9 });
      each.sendRaw('data: {"jsonrpc":"2.0","id":7,"method":"elicitation/create"}\n\n');
      return {};
    });
    const listener = new ScriptedListener();
    await call('work', { clientCapabilities: ELICITS, logLevel: 'warning', wantsProgress: true, listener });
    expect(listener.notifications.map(({ method }) => method)).toEqual(['notifications/message', 'notifications/progress']);
    expect(listener.questions).toEqual([]);
    const { message } = fake.messages('tools/call')[0]!;
    expect(message.params!['_meta']).toMatchObject({
      'io.modelcontextprotocol/clientCapabilities': ELICITS,
      'io.modelcontextprotocol/logLevel': 'warning',
      progressToken: message.id,
    });
    await call('echo');
    const plain = fake.messages('tools/call')[1]!.message.params!['_meta'] as object;
    expect(Object.keys(plain).sort()).toEqual(
      ['clientCapabilities', 'clientInfo', 'protocolVersion'].map((key) => `io.modelcontextprotocol/${key}`),
    );
  });

  test('asks by its result, and is answered by another call', async () => {
    const { fake, call } = await stage({ era: 'modern' });
    fake.script('ask', (each) =>
      'who' in each.inputResponses
        ? { heard: each.inputResponses['who'], state: each.params['requestState'] }
        : { resultType: 'input_required', inputRequests: { who: { method: 'elicitation/create' } }, requestState: 's1' },
    );
    const first = await call('ask', { clientCapabilities: ELICITS });
    expect(first.reply.resultType).toBe('input_required');
    const params = [
      ['name', '"ask"'],
      ['inputResponses', '{"who":{"action":"accept"}}'],
      ['requestState', '"s1"'],
    ] as const;
    expect(resultOf(await call('ask', { clientCapabilities: ELICITS, params }))).toMatchObject({
      heard: { action: 'accept' },
      state: 's1',
    });
  });

  test('notices a call that is given up by the end of its stream', async () => {
    const { fake, call } = await stage({ era: 'modern' });
    let cancelled!: Promise<void>;
    fake.script('wait', (each) => {
      cancelled = each.cancelled;
      each.progress(1);
      return new Promise(() => undefined);
    });
    const listener = new ScriptedListener();
    const stop = new AbortController();
    const sent = call('wait', { wantsProgress: true, listener }, stop.signal);
    await listener.until(({ notifications }) => notifications.length === 1);
    stop.abort(new Error('gone'));
    await expect(sent).rejects.toThrow('gone');
    await cancelled;
  });
});

test('2,000 calls of two gateways with the same ids: every answer goes to its caller', async () => {
  const fake = await startFakeUpstream({ era: 'legacy', sessions: true });
  const sides = [loopbackConnector(), loopbackConnector()].map((connector) => ({ connector, target: targetFor(fake.url) }));
  closing.push(...sides.map(({ connector }) => connector), fake);
  fake.script('late', (each) => new Promise((resolve) => setImmediate(resolve, { mine: each.params['arguments'] })));
  for (let wave = 0; wave < 10; wave++) {
    const calls = Array.from({ length: 200 }, async (_, index) => {
      const { connector, target } = sides[index % 2]!;
      const answer = await connector.send(target, callRequest('late', { wave, index }), quiet());
      expect(resultOf(answer)).toEqual({ mine: { wave, index } });
    });
    await Promise.all(calls);
  }
  const ids = fake.messages('tools/call').map(({ message }) => message.id);
  expect(ids).toHaveLength(2_000);
  expect(new Set(ids).size).toBe(1_000);
}, 30_000);
