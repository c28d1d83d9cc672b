import { LIMITS } from '@mcpnest/shared/limits';
import { AbortSource } from '../exchange/abort-source.js';
import type { ClientAnswer } from '../ports/upstream-connector.js';
import {
  exposureRoute,
  GatewayHarness,
  modern,
  tableOf,
  TAKES_STREAMS,
  workspaceRoute,
  type Received,
  type ScriptedServer,
  type Sent,
} from '../testing/index.js';

const FORM = { message: 'Who?', requestedSchema: { type: 'object', properties: { name: { type: 'string' } } } };
const ALL = { elicitation: { form: {}, url: {} }, sampling: {}, roots: {} };
const ACCEPT = { action: 'accept', content: { name: 'Ann' } };
const DONE = '{"content":[]}';

const serving = (call: ScriptedServer['call'], more: Partial<ScriptedServer> = {}): GatewayHarness =>
  new GatewayHarness({ one: { tools: [{ name: 'work' }, { name: 'other' }], prompts: [{ name: 'write' }], call, ...more } });

const call = (more: object = {}, options: Parameters<typeof modern>[3] = { capabilities: ALL }, name = 'work') =>
  modern('tools/call', { name, arguments: { a: 1 }, ...more }, 1, options);

const text = (answers: readonly ClientAnswer[]): string => `{"content":[],"answers":${JSON.stringify(answers)}}`;
const asksOnce: ScriptedServer['call'] = async (_request, _signal, each) => text([await each.ask('elicitation/create', FORM)]);

/** Sends a call and lets the time pass in which questions are gathered. */
async function asked(harness: GatewayHarness, sent: Sent = call()): Promise<Received> {
  const answered = harness.send(sent);
  await harness.clock.advanceOnceAwaited(5);
  return answered;
}

describe('a modern client of a legacy server', () => {
  it('is asked by an input_required result while its call waits, and comes back with answers', async () => {
    const harness = serving(async (_request, _signal, each) =>
      text(
        await Promise.all([
          each.ask('elicitation/create', { ...FORM, mode: 'url', url: 'https://a.example', elicitationId: 'e1' }),
          each.ask('sampling/createMessage', { messages: [], maxTokens: 1, includeContext: 'thisServer', task: {} }),
          each.ask('roots/list'),
        ]),
      ),
    );
    const first = await asked(harness);
    expect([first.status, first.json.result]).toEqual([
      200,
      {
        resultType: 'input_required',
        inputRequests: {
          r1: { method: 'elicitation/create', params: { ...FORM, mode: 'url', url: 'https://a.example' } },
          r2: { method: 'sampling/createMessage', params: { messages: [], maxTokens: 1 } },
          r3: { method: 'roots/list' },
        },
        requestState: expect.stringMatching(/^replica-1\./),
        _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'mcpnest-acme', title: 'Acme', version: '1.2.3' } },
      },
    ]);
    const message = { role: 'assistant', model: 'm', content: { type: 'text', text: 'hi' } };
    const inputResponses = { r1: { action: 'decline' }, r2: message, r3: { roots: [] }, unknown: { x: 1 } };
    const { json } = await harness.send(call({ inputResponses, requestState: first.json.result.requestState }));
    expect(json.result.resultType).toBe('complete');
    expect(json.result.answers.map((each: { text: string }) => JSON.parse(each.text))).toEqual([
      { action: 'decline' },
      message,
      { roots: [] },
    ]);
    expect(harness.connector.sent).toHaveLength(1);
    expect(harness.clock.awaited).toBeLessThanOrEqual(1);
  });

  it('is asked again for what it left out, under the same keys, with a fresh state', async () => {
    const harness = serving(async (_request, _signal, each) =>
      text(await Promise.all([each.ask('elicitation/create', FORM), each.ask('roots/list')])),
    );
    const { requestState } = (await asked(harness)).json.result;
    const second = await asked(harness, call({ requestState, inputResponses: { r2: { roots: [] } } }));
    expect(Object.keys(second.json.result.inputRequests)).toEqual(['r1']);
    expect(second.json.result.requestState).not.toBe(requestState);
    const third = await asked(harness, call({ requestState: second.json.result.requestState }));
    expect(Object.keys(third.json.result.inputRequests)).toEqual(['r1']);
    const last = await harness.send(call({ requestState: third.json.result.requestState, inputResponses: { r1: ACCEPT } }));
    expect(last.json.result.answers).toHaveLength(2);
  });

  it('may be asked in several rounds, each under keys of its own', async () => {
    const harness = serving(async (_request, _signal, each) =>
      text([await each.ask('elicitation/create', FORM), await each.ask('elicitation/create', FORM)]),
    );
    const first = await asked(harness);
    const second = await asked(harness, call({ requestState: first.json.result.requestState, inputResponses: { r1: ACCEPT } }));
    expect(Object.keys(second.json.result.inputRequests)).toEqual(['r2']);
    const last = await harness.send(call({ requestState: second.json.result.requestState, inputResponses: { r2: ACCEPT } }));
    expect(last.json.result.answers).toHaveLength(2);
  });

  it('comes back on prompts and resources too', async () => {
    const harness = serving(asksOnce);
    const prompt = (more: object) => modern('prompts/get', { name: 'write', ...more }, 1, { capabilities: ALL });
    const { requestState } = (await asked(harness, prompt({}))).json.result;
    const { json } = await harness.send(prompt({ requestState, inputResponses: { r1: ACCEPT } }));
    expect(json.result.answers).toHaveLength(1);
  });

  it('cannot use a state twice', async () => {
    const harness = serving(asksOnce);
    const { requestState } = (await asked(harness)).json.result;
    const retry = call({ requestState, inputResponses: { r1: ACCEPT } });
    await harness.send(retry);
    const { status, json } = await harness.send(retry);
    expect([status, json.error.code, json.error.data.reason]).toEqual([200, -32602, 'gateway.request-state-unknown']);
    expect(harness.connector.sent).toHaveLength(1);
  });

  it.each<[string, (state: string) => Parameters<GatewayHarness['send']>[0]]>([
    ['changed', (requestState) => call({ requestState: `${requestState}-TAMPERED` })],
    ['sent to another process', (requestState) => call({ requestState: requestState.replace('replica-1', 'replica-2') })],
    ['of another token', (requestState) => ({ ...call({ requestState }), principal: { tokenId: 'tok_2' } })],
    ['sent with other arguments', (requestState) => call({ requestState, arguments: { a: 2 } })],
    ['sent to another tool', (requestState) => call({ requestState }, { capabilities: ALL }, 'other')],
    ['made up', () => call({ requestState: 'replica-1.abc' })],
    ['no string', () => call({ requestState: 5 })],
  ])('is refused with a state that was %s, and the call goes on waiting', async (_why, forged) => {
    const harness = serving(asksOnce);
    const { requestState } = (await asked(harness)).json.result;
    expect((await harness.send(forged(requestState))).json.error).toMatchObject({
      code: -32602,
      data: { reason: 'gateway.request-state-unknown' },
    });
    expect((await harness.send(call({ requestState, inputResponses: { r1: ACCEPT } }))).json.result.answers).toHaveLength(1);
  });

  it('may spell its arguments anew when it comes back', async () => {
    const harness = serving(asksOnce);
    const spelled = (more: object, args: string) => {
      const { body, headers } = modern('tools/call', { name: 'work', arguments: 0, ...more }, 1, { capabilities: ALL });
      return { headers, body: JSON.stringify(body).replace('"arguments":0', `"arguments":${args}`) };
    };
    const { requestState } = (await asked(harness, spelled({}, '{"a":1.0,"b":{"c":"\\u0041","d":[]}}'))).json.result;
    const { json } = await harness.send(spelled({ requestState, inputResponses: { r1: ACCEPT } }, '{"b": {"d":[], "c":"A"}, "a":1}'));
    expect(json.result.answers).toHaveLength(1);
  });

  it.each([[{ r1: 5 }], [null], [[]], [{ r1: { action: 'maybe' } }], [{ r1: { action: 'accept', content: 5 } }]])(
    'is told of malformed answers (%j), and may come back with the same state',
    async (inputResponses) => {
      const harness = serving(asksOnce);
      const { requestState } = (await asked(harness)).json.result;
      expect((await harness.send(call({ requestState, inputResponses }))).json.error.code).toBe(-32602);
      expect((await harness.send(call({ requestState, inputResponses: { r1: ACCEPT } }))).json.result.answers).toHaveLength(1);
    },
  );

  it('is not asked what this request does not declare: the server is told', async () => {
    const harness = serving(async (_request, _signal, each) =>
      text([await each.ask('elicitation/create', { mode: 'url' }), await each.ask('roots/list')]),
    );
    const { json } = await harness.send(call({}, { capabilities: { elicitation: {} } }));
    expect(json.result.answers.map(({ code }: { code: number }) => code)).toEqual([-32602, -32601]);
    expect(harness.connector.sent[0]!.request.clientCapabilities).toEqual({ elicitation: {} });
  });

  it('of a server that is told the superset learns by 400 what it would have to declare', async () => {
    const exposure = exposureRoute('one');
    const target = { ...exposure.target, transport: { ...exposure.target.transport, clientCapabilities: 'superset' as const } };
    const harness = new GatewayHarness({ one: { tools: [{ name: 'work' }], call: asksOnce } }, [workspaceRoute([{ ...exposure, target }])]);
    const { status, json, calls } = await harness.send(call({}, { capabilities: { sampling: {} } }));
    expect([status, json.error.code, json.error.data.requiredCapabilities]).toEqual([400, -32021, { elicitation: { form: {} } }]);
    expect(calls).toMatchObject([{ outcome: 'invalid', reason: 'gateway.capability-missing' }]);
    const [sent] = harness.connector.sent;
    expect(sent!.request.clientCapabilities).toMatchObject({
      elicitation: { form: {}, url: {} },
      sampling: { tools: {}, context: {} },
      roots: {},
    });
    expect(sent!.signal.aborted).toBe(true);
    expect((await asked(harness)).json.result.resultType).toBe('input_required');
  });

  it('hears progress and logs on each of its streams, and nothing in between', async () => {
    const harness = serving(async (_request, _signal, each) => {
      each.notify('notifications/progress', { progressToken: 'ours', progress: 1 });
      const given = await each.ask('elicitation/create', FORM);
      each.notify('notifications/message', { level: 'error', data: 1 });
      each.notify('notifications/elicitation/complete', { elicitationId: 'e' });
      each.notify('notifications/progress', { progressToken: 'ours', progress: 2 });
      return text([given]);
    });
    const options = { capabilities: ALL, headers: TAKES_STREAMS };
    const first = await asked(harness, call({ _meta: { progressToken: 'a' } }, options));
    const { result } = await first.stream.last();
    expect(first.stream.messages[0].params).toEqual({ progressToken: 'a', progress: 1 });
    const retry = call({ requestState: result.requestState, inputResponses: { r1: ACCEPT }, _meta: { progressToken: 'b' } }, options);
    const second = await harness.send(retry);
    await second.stream.last();
    expect(second.stream.messages.slice(0, -1)).toEqual([
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: 'b', progress: 2 } },
    ]);
  });

  it('that goes while the server works cancels it; that goes between rounds does not', async () => {
    const [gone, goneToo] = [new AbortSource(), new AbortSource()];
    const harness = serving(async (_request, signal, each) => {
      await each.ask('elicitation/create', FORM);
      goneToo.abort();
      throw new Error(signal.aborted ? 'aborted' : 'still wanted');
    });
    const { requestState } = (await asked(harness, { ...call(), signal: gone })).json.result;
    gone.abort();
    const [sent] = harness.connector.sent;
    expect(sent!.signal.aborted).toBe(false);
    const { json } = await harness.send({ ...call({ requestState, inputResponses: { r1: ACCEPT } }), signal: goneToo });
    expect(json.error.data.reason).toBe('gateway.cancelled');
    expect(sent!.signal.aborted).toBe(true);
  });

  it('that never comes back frees the server when the time is up', async () => {
    const harness = serving(asksOnce);
    const { requestState } = (await asked(harness)).json.result;
    harness.clock.advance(LIMITS.parkMs);
    expect(harness.connector.sent[0]!.signal.aborted).toBe(true);
    expect((await harness.send(call({ requestState, inputResponses: { r1: ACCEPT } }))).json.error.code).toBe(-32602);
  });

  it('has so many calls waiting at most, and the one too many is ended on the server', async () => {
    const harness = serving(asksOnce);
    for (let n = 0; n < LIMITS.parkedPerTokenMax; n++) await asked(harness);
    const refused = await asked(harness);
    expect([refused.status, refused.json.error.data.reason]).toEqual([429, 'gateway.parked-limit']);
    expect(harness.connector.sent.at(-1)!.signal.aborted).toBe(true);
    const other = harness.send({ ...call(), principal: { tokenId: 'tok_2' } });
    await harness.clock.advanceOnceAwaited(5);
    expect((await other).json.result.resultType).toBe('input_required');
  });

  it('whose gateway stops has its waiting calls ended at once', async () => {
    const harness = serving(asksOnce);
    await asked(harness);
    await harness.gateway.drain();
    expect(harness.connector.sent[0]!.signal.aborted).toBe(true);
  });

  it.each<[string, (harness: GatewayHarness) => void]>([
    ['the workspace is removed', ({ gateway }) => gateway.swap(tableOf([]))],
    ['the server leaves the workspace', ({ gateway }) => gateway.swap(tableOf([workspaceRoute([])]))],
    [
      'the token is no longer valid',
      ({ gateway }) => {
        for (const { tokenId, principalKey } of gateway.tokensThatWait()) if (tokenId === 'tok_1') gateway.endStreams(principalKey);
      },
    ],
  ])('has its waiting calls ended on the server where %s', async (_case, change) => {
    const harness = serving(asksOnce);
    await asked(harness);
    change(harness);
    expect(harness.connector.sent[0]!.signal.aborted).toBe(true);
    expect([...harness.gateway.tokensThatWait()]).toEqual([]);
  });

  it('whose server leaves the workspace while it works is left nothing waiting there', async () => {
    const harness = serving(async (_request, _signal, each) => {
      harness.gateway.swap(tableOf([workspaceRoute([])]));
      return text([await each.ask('elicitation/create', FORM)]);
    });
    await asked(harness);
    expect(harness.connector.sent[0]!.signal.aborted).toBe(true);
  });

  it('gets the answer of a server that did not wait for it, unless that is long', async () => {
    for (const [bytes, expected] of [
      [10, undefined],
      [100_000, 'gateway.upstream-too-large'],
    ] as const) {
      let release: () => void = () => undefined;
      const harness = serving(async (_request, _signal, each) => {
        each.question('elicitation/create', FORM);
        await new Promise<void>((resolve) => (release = resolve));
        return `{"content":[],"text":"${'x'.repeat(bytes)}"}`;
      });
      const { requestState } = (await asked(harness)).json.result;
      release();
      await harness.send(modern('server/discover'));
      const { json } = await harness.send(call({ requestState }));
      expect(json.error?.data.reason).toBe(expected);
    }
  });

  it('is not bothered with a question that the server took back', async () => {
    const harness = serving(async (_request, _signal, each) => {
      each.question('elicitation/create', FORM).withdraw();
      return text([await each.ask('roots/list')]);
    });
    expect(Object.keys((await asked(harness)).json.result.inputRequests)).toEqual(['r2']);
  });

  it('is given its time again for every stretch of the server, which has a deadline each', async () => {
    let goOn: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (goOn = resolve));
    const harness = serving(async (_request, signal, each) => {
      await each.ask('elicitation/create', FORM);
      goOn();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      throw signal.reason;
    });
    const { requestState } = (await asked(harness)).json.result;
    harness.clock.advance(LIMITS.parkMs - 1_000);
    const last = harness.send(call({ requestState, inputResponses: { r1: ACCEPT } }));
    await answered;
    harness.clock.advance(LIMITS.callDeadlineMs - 1);
    expect(harness.connector.sent[0]!.signal.aborted).toBe(false);
    harness.clock.advance(1);
    expect((await last).json.error.data.reason).toBe('gateway.upstream-timeout');
  });

  it('is sent to the pages that a server wants visited first, and its retry is a call like the first', async () => {
    const elicitations = [{ mode: 'url', elicitationId: 'e1', url: 'https://a.example/login', message: 'Sign in' }];
    let visited = false;
    const harness = serving(() => DONE, {
      reply: () =>
        visited
          ? `{"jsonrpc":"2.0","id":1,"result":${DONE}}`
          : JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: -32042, message: 'visit', data: { elicitations } } }),
    });
    const { result } = (await harness.send(call())).json;
    expect(result.inputRequests).toEqual({
      r1: { method: 'elicitation/create', params: { mode: 'url', message: 'Sign in', url: 'https://a.example/login' } },
    });
    visited = true;
    const { json } = await harness.send(call({ requestState: result.requestState, inputResponses: { r1: { action: 'accept' } } }));
    expect(json.result.resultType).toBe('complete');
    expect(harness.connector.sent[1]!.request.params).toEqual(harness.connector.sent[0]!.request.params);
    visited = false;
    const unable = await harness.send(call({}, { capabilities: { elicitation: {} } }));
    expect([unable.status, unable.json.error.code]).toEqual([400, -32021]);
  });

  it('that sends answers nobody asked for is asked anew; the server never sees them', async () => {
    const harness = serving(asksOnce);
    const first = await asked(harness, call({ inputResponses: { r1: ACCEPT } }));
    expect(first.json.result.resultType).toBe('input_required');
    expect(harness.connector.sent[0]!.request.params.map(([key]) => key)).toEqual(['name', 'arguments']);
  });
});
