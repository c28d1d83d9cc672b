import { GatewayHarness, legacy, type ScriptedServer } from '../testing/index.js';

const TOOLS = [{ name: 'work' }];
const PROMPTS = [{ name: 'write' }];
const CALL = legacy('tools/call', { name: 'work', arguments: { a: 1 } });
const FORM = {
  method: 'elicitation/create',
  params: { mode: 'form', message: 'Who?', requestedSchema: { type: 'object', properties: {} } },
};
const PAGE = { method: 'elicitation/create', params: { mode: 'url', message: 'Sign in', url: 'https://idp.example/x' } };

const asking = (requests: object | undefined, requestState?: string): string =>
  JSON.stringify({ resultType: 'input_required', inputRequests: requests, requestState });
const DONE = '{"resultType":"complete","content":[]}';

function serving(call: ScriptedServer['call']): GatewayHarness {
  return new GatewayHarness({ one: { era: 'modern', tools: TOOLS, prompts: PROMPTS, call } });
}
const answer = (id: unknown, result: object): object => ({ jsonrpc: '2.0', id, result });
const inputsOf = (harness: GatewayHarness, at: number): Record<string, string> =>
  Object.fromEntries(harness.connector.sent[at]!.request.params);

describe('a legacy client of a modern server', () => {
  it('is asked on its open stream; the call is sent again with bare answers and the very same state', async () => {
    const state = 'opaque "\u00e9" \\ state';
    const harness = serving((request) =>
      request.params.some(([key]) => key === 'inputResponses') ? DONE : asking({ who: FORM, roots: { method: 'roots/list' } }, state),
    );
    const headers = await harness.legacySession('2025-11-25', { elicitation: {}, roots: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const form = await stream.method('elicitation/create');
    const roots = await stream.method('roots/list');
    await harness.send({ body: answer(roots.id, { roots: [] }), headers });
    await harness.send({ body: answer(form.id, { action: 'accept', content: { n: 1.0 } }), headers });
    expect((await stream.last()).result).toEqual({ content: [] });
    expect(inputsOf(harness, 1)).toEqual({
      name: '"work"',
      arguments: '{"a":1}',
      inputResponses: '{"who":{"action":"accept","content":{"n":1}},"roots":{"roots":[]}}',
      requestState: JSON.stringify(state),
    });
  });

  it('is not asked where the server only wants to be asked again', async () => {
    const harness = serving((request) => (request.params.some(([key]) => key === 'requestState') ? DONE : asking(undefined, 'later')));
    const answered = harness.send({ body: CALL });
    await harness.clock.advanceOnceAwaited(250);
    expect((await answered).json.result).toEqual({ content: [] });
    expect(inputsOf(harness, 1)).not.toHaveProperty('inputResponses');
  });

  it('that cannot be asked gets a tool error that names the capability; other methods an error', async () => {
    const harness = serving(() => asking({ who: FORM }));
    for (const headers of [await harness.legacySession('2025-11-25', { sampling: {} }), {}]) {
      const { json, calls } = await harness.send({ body: CALL, headers });
      expect(json.result).toMatchObject({ isError: true, content: [{ type: 'text', text: expect.stringContaining('elicitation') }] });
      expect(calls).toMatchObject([{ outcome: 'tool_error', status: 200, reason: 'gateway.client-cannot' }]);
    }
    const prompt = await harness.send({ body: legacy('prompts/get', { name: 'write' }) });
    expect(prompt.json.error.data.reason).toBe('gateway.client-cannot');
  });

  it('is sent to a page with an id of ours, or told of the page where it cannot show one', async () => {
    const harness = serving((request) => (request.params.some(([key]) => key === 'inputResponses') ? DONE : asking({ p: PAGE })));
    const able = await harness.legacySession('2025-11-25', { elicitation: { url: {} } });
    const { stream } = await harness.send({ body: CALL, headers: able });
    const page = await stream.method('elicitation/create');
    expect(page.params).toEqual({ ...PAGE.params, elicitationId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    await harness.send({ body: answer(page.id, { action: 'accept' }), headers: able });
    expect((await stream.last()).result).toEqual({ content: [] });

    const unable = await harness.send({ body: CALL, headers: await harness.legacySession('2025-06-18', { elicitation: {} }) });
    expect(unable.json.result.isError).toBe(true);
    expect(unable.json.result.content[0].text).toContain('https://idp.example/x');
  });

  it('that answers with an error ends the call, and its other questions are taken back', async () => {
    const harness = serving(() => asking({ a: FORM, b: FORM }));
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const first = await stream.method('elicitation/create');
    await harness.send({ body: { jsonrpc: '2.0', id: first.id, error: { code: -1, message: 'no hands' } }, headers });
    expect((await stream.last()).result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('no hands') }] });
    expect(stream.messages.filter(({ method }) => method === 'notifications/cancelled')).toHaveLength(1);
    expect(harness.connector.sent).toHaveLength(1);
  });

  it('whose revision has no word for a list to choose from cancels it by its error', async () => {
    const list = { mode: 'form', message: 'Which?', requestedSchema: { type: 'object', properties: { a: { type: 'array', items: {} } } } };
    const harness = serving((request) =>
      request.params.some(([key]) => key === 'inputResponses') ? DONE : asking({ a: { method: 'elicitation/create', params: list } }),
    );
    const headers = await harness.legacySession('2025-06-18', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    const { id } = await stream.method('elicitation/create');
    await harness.send({ body: { jsonrpc: '2.0', id, error: { code: -32602, message: 'what?' } }, headers });
    await stream.last();
    expect(inputsOf(harness, 1)['inputResponses']).toBe('{"a":{"action":"cancel"}}');
  });

  it('is spared a server that never stops asking', async () => {
    const harness = serving(() => asking(undefined, 'again'));
    const answered = harness.send({ body: CALL });
    for (let round = 0; round < 16; round++) await harness.clock.advanceOnceAwaited(250);
    expect((await answered).json.error.data.reason).toBe('gateway.upstream-broken');
    expect(harness.connector.sent).toHaveLength(17);
  });

  it('never sees questions to methods that may not ask, nor malformed ones', async () => {
    const malformed = [
      '{"resultType":"input_required"}',
      '{"resultType":"input_required","requestState":5}',
      asking({ a: { params: {} } }),
      asking({ a: 5 }),
    ];
    for (const text of [...malformed, '{"resultType":"task","taskId":"1"}']) {
      const { json } = await serving(() => text).send({ body: CALL });
      expect(json.error.data.reason).toBe('gateway.upstream-broken');
    }
    const completion = legacy('completion/complete', { ref: { type: 'ref/prompt', name: 'write' }, argument: { name: 'a', value: '' } });
    expect((await serving(() => asking(undefined, 'x')).send({ body: completion })).json.error.data.reason).toBe('gateway.upstream-broken');
  });

  it('hears logs although it set no level, because the server is told one', async () => {
    const harness = serving((_request, _signal, call) => {
      call.notify('notifications/message', { level: 'info', data: 1 });
      return DONE;
    });
    const { stream } = await harness.send({ body: CALL, headers: await harness.legacySession() });
    await stream.last();
    expect(stream.messages[0].method).toBe('notifications/message');
    expect(harness.connector.sent[0]!.request).toMatchObject({ logLevel: undefined, defaultLogLevel: 'info' });
  });

  it('cancels by notification whatever the server is doing, questions included', async () => {
    const harness = serving(() => asking({ a: FORM }));
    const headers = await harness.legacySession('2025-11-25', { elicitation: {} });
    const { stream } = await harness.send({ body: CALL, headers });
    await stream.method('elicitation/create');
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }, headers });
    await stream.last();
    expect(stream.messages.some(({ id, result }) => id === 1 && result)).toBe(false);
    // The keep-alive of the streams is all that still waits.
    expect(harness.clock.awaited).toBeLessThanOrEqual(1);
  });
});
