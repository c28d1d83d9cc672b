import { GatewayHarness, legacy, type ScriptedServer } from '../testing/index.js';

const TOOLS = [{ name: 'work' }];
const FORM = { message: 'Who?', requestedSchema: { type: 'object', properties: { name: { type: 'string' } } } };
const CALL = legacy('tools/call', { name: 'work' });
const DONE = '{"content":[]}';

const serving = (call: ScriptedServer['call']): GatewayHarness => new GatewayHarness({ one: { tools: TOOLS, call } });
const answer = (id: unknown, result: object): object => ({ jsonrpc: '2.0', id, result });

describe('a legacy client of a legacy server', () => {
  it('is asked on the stream of its call, and answers in a POST of its own', async () => {
    const harness = serving(async (_request, _signal, call) => {
      const given = await call.ask('elicitation/create', FORM);
      return `{"content":[],"given":${JSON.stringify(given)}}`;
    });
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const question = await stream.method('elicitation/create');
    expect(question.params).toEqual(FORM);
    const taken = await harness.send({ body: answer(question.id, { action: 'accept', content: { name: 'Ann' } }), headers });
    expect(taken.status).toBe(202);
    const { id, result } = await stream.last();
    expect(id).toBe(1);
    expect(JSON.parse(result.given.text)).toEqual({ action: 'accept', content: { name: 'Ann' } });
    // The keep-alive of the streams is all that still waits.
    expect(harness.clock.awaited).toBeLessThanOrEqual(1);
  });

  it('declares to the server what it declared itself, less what cannot be bridged', async () => {
    const harness = serving(() => DONE);
    const capabilities = {
      roots: { listChanged: true },
      sampling: { tools: {}, other: {} },
      elicitation: { form: {} },
      tasks: {},
      experimental: { x: {} },
    };
    await harness.send({ body: CALL, headers: await harness.legacySession('2025-11-25', capabilities) });
    await harness.send({ body: CALL });
    expect(harness.connector.sent.map(({ request }) => request.clientCapabilities)).toEqual([
      { roots: { listChanged: true }, sampling: { tools: {} }, elicitation: {} },
      {},
    ]);
  });

  it('that cannot be asked on its stream is not declared to be askable', async () => {
    const harness = serving(() => DONE);
    const { accept: _, ...headers } = await harness.legacySession('2025-11-25', { sampling: {} });
    await harness.send({ body: CALL, headers });
    const [sent] = harness.connector.sent;
    expect([sent?.request.clientCapabilities, sent?.request.listener]).toEqual([{}, undefined]);
  });

  it('is not asked what it did not declare: the server is told', async () => {
    const harness = serving(async (_request, _signal, call) => {
      const answers = await Promise.all([
        call.ask('elicitation/create', FORM),
        call.ask('sampling/createMessage', { messages: [], tools: [] }),
        call.ask('tools/call', {}),
      ]);
      return `{"content":[],"codes":${JSON.stringify(answers.map((each) => each.kind === 'error' && each.code))}}`;
    });
    const headers = await harness.legacySession('2025-11-25', { sampling: {} });
    expect((await harness.send({ body: CALL, headers })).json.result.codes).toEqual([-32601, -32602, -32601]);
  });

  it('hears progress under its own token, and only where it asked for it; logs at or above its level', async () => {
    const harness = serving((_request, _signal, call) => {
      call.notify('notifications/progress', { progressToken: 'ours', progress: 1, total: 2, extra: { kept: 1.5 } });
      call.notify('notifications/message', { level: 'debug', data: 'quiet' });
      call.notify('notifications/message', { level: 'error', data: 'loud' });
      call.notify('notifications/tools/list_changed');
      return DONE;
    });
    const headers = await harness.legacySession();
    await harness.send({ body: legacy('logging/setLevel', { level: 'warning' }), headers });
    const plain = await harness.send({ body: CALL, headers });
    await plain.stream.last();
    expect(plain.stream.messages.slice(0, -1)).toEqual([
      { jsonrpc: '2.0', method: 'notifications/message', params: { level: 'error', data: 'loud' } },
    ]);
    const asked = await harness.send({ body: legacy('tools/call', { name: 'work', _meta: { progressToken: 7 } }, 2), headers });
    await asked.stream.last();
    expect(asked.stream.messages[0]).toEqual({
      jsonrpc: '2.0',
      method: 'notifications/progress',
      params: { progressToken: 7, progress: 1, total: 2, extra: { kept: 1.5 } },
    });
  });

  it('is told when the server takes a question back, and its late answer goes nowhere', async () => {
    let release: () => void = () => undefined;
    const harness = serving(async (_request, _signal, call) => {
      const question = call.question('elicitation/create', FORM);
      await new Promise<void>((resolve) => (release = resolve));
      question.withdraw();
      return `{"content":[],"kind":"${(await question.answer).kind}"}`;
    });
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const question = await stream.method('elicitation/create');
    release();
    expect((await stream.method('notifications/cancelled')).params.requestId).toBe(question.id);
    expect((await stream.last()).result.kind).toBe('error');
    expect((await harness.send({ body: answer(question.id, { action: 'accept' }), headers })).status).toBe(202);
  });

  it('may take as long as a person needs, and no longer; the server has its own time again for every stretch of work', async () => {
    const harness = serving(async (_request, signal, call) => {
      const { kind } = await call.ask('elicitation/create', FORM);
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      throw signal.reason instanceof Error ? signal.reason : new Error(kind);
    });
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const question = await stream.method('elicitation/create');
    harness.clock.advance(500_000);
    await harness.send({ body: answer(question.id, { action: 'decline' }), headers });
    await harness.clock.advanceOnceAwaited(60_000);
    expect((await stream.last()).error.data.reason).toBe('gateway.upstream-timeout');
  });

  it('whose person never answers is given up on, and the server is told', async () => {
    const harness = serving(
      async (_request, _signal, call) => `{"content":[],"kind":"${(await call.ask('elicitation/create', FORM)).kind}"}`,
    );
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    await stream.method('elicitation/create');
    harness.clock.advance(600_000);
    expect((await stream.last()).result.kind).toBe('error');
  });

  it('can tell the server of changed roots while its call is under way', async () => {
    const heard: unknown[] = [];
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    let release: () => void = () => undefined;
    const harness = serving(async (_request, _signal, call) => {
      begun();
      await new Promise<void>((resolve) => (release = resolve));
      heard.push(...call.heard.map(([method]) => method));
      return DONE;
    });
    const headers = await harness.legacySession('2025-11-25', { roots: { listChanged: true } });
    const answered = harness.send({ body: CALL, headers });
    await started;
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/roots/list_changed' }, headers });
    release();
    await answered;
    expect(heard).toEqual(['notifications/roots/list_changed']);
  });

  it('of before 2025-11-25 is asked in its own words: titled choices with enumNames, no mode', async () => {
    const schema = {
      type: 'object',
      properties: {
        size: {
          type: 'string',
          title: 'Size',
          oneOf: [
            { const: 's', title: 'Small' },
            { const: 'l', title: 'Large' },
          ],
        },
      },
    };
    const harness = serving(async (_request, _signal, call) => {
      await call.ask('elicitation/create', { mode: 'form', message: 'Which?', requestedSchema: schema });
      return DONE;
    });
    const { stream } = await harness.send({ body: CALL, headers: await harness.legacySession('2025-06-18', { elicitation: {} }) });
    expect((await stream.method('elicitation/create')).params).toEqual({
      message: 'Which?',
      requestedSchema: {
        type: 'object',
        properties: { size: { title: 'Size', type: 'string', enum: ['s', 'l'], enumNames: ['Small', 'Large'] } },
      },
    });
  });

  it('cannot be asked more than a call may ask at once', async () => {
    const harness = serving(async (_request, _signal, call) => {
      const asked = Array.from({ length: 40 }, () => call.ask('elicitation/create', FORM));
      const refused = await Promise.race([...asked.slice(32)]);
      return `{"content":[],"refused":"${refused.kind}"}`;
    });
    const { stream } = await harness.send({ body: CALL, headers: await harness.legacySession('2025-11-25', { elicitation: {} }) });
    expect((await stream.last()).result.refused).toBe('error');
    expect(stream.messages.filter(({ method }) => method === 'elicitation/create')).toHaveLength(32);
  });
});
