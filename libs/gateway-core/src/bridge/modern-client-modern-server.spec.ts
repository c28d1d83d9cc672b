import { GatewayHarness, modern, type ScriptedServer } from '../testing/index.js';

const FORM = { method: 'elicitation/create', params: { message: 'Who?', requestedSchema: { type: 'object', properties: {} } } };
const DONE = '{"resultType":"complete","content":[]}';

const asking = (requests: object | undefined, requestState?: string): string =>
  JSON.stringify({ resultType: 'input_required', inputRequests: requests, requestState, vendor: { kept: true } });
const serving = (call: ScriptedServer['call']): GatewayHarness =>
  new GatewayHarness({ one: { era: 'modern', tools: [{ name: 'work' }], prompts: [{ name: 'write' }], call } });
const call = (more: object = {}, capabilities: object = { elicitation: {} }) =>
  modern('tools/call', { name: 'work', arguments: { a: 1 }, ...more }, 1, { capabilities });
const paramsOf = (harness: GatewayHarness, at: number): Record<string, string> =>
  Object.fromEntries(harness.connector.sent[at]!.request.params);

describe('a modern client of a modern server', () => {
  it("gets the server's questions as they are, with a state of ours around the server's", async () => {
    const harness = serving((request) => (request.params.length > 2 ? DONE : asking({ who: FORM }, 'secret "state"')));
    const { result } = (await harness.send(call())).json;
    expect(result).toEqual({
      resultType: 'input_required',
      inputRequests: { who: FORM },
      requestState: expect.any(String),
      vendor: { kept: true },
    });
    expect(result.requestState).not.toContain('secret');
    const body = JSON.stringify(call({ requestState: result.requestState, inputResponses: 0 }).body);
    const responses = '{"who": {"action":"accept", "content":{"n":1.50}}}';
    const { json } = await harness.send({ ...call(), body: body.replace('"inputResponses":0', `"inputResponses":${responses}`) });
    expect(json.result).toEqual({ resultType: 'complete', content: [] });
    expect(paramsOf(harness, 1)).toEqual({
      name: '"work"',
      arguments: '{"a":1}',
      inputResponses: responses,
      requestState: JSON.stringify('secret "state"'),
    });
  });

  it('comes back without a state to a server that gave none', async () => {
    const harness = serving((request) => (request.params.length > 2 ? DONE : asking({ who: FORM })));
    const { requestState } = (await harness.send(call())).json.result;
    await harness.send(call({ requestState, inputResponses: { who: { action: 'cancel' } } }));
    expect(paramsOf(harness, 1)).not.toHaveProperty('requestState');
  });

  it('that brings answers without a state has them passed on', async () => {
    const harness = serving(() => DONE);
    await harness.send(modern('tools/list'));
    await harness.send(call({ inputResponses: { who: { action: 'cancel' }, more: {} } }));
    expect(paramsOf(harness, 0)['inputResponses']).toBe('{"who":{"action":"cancel"},"more":{}}');
  });

  it('may come back with nothing but the state, and with no capability at all', async () => {
    const harness = serving((request) => (request.params.length > 2 ? DONE : asking(undefined, 'later')));
    const { requestState } = (await harness.send(call({}, {}))).json.result;
    expect((await harness.send(call({ requestState }, {}))).json.result.resultType).toBe('complete');
    expect(paramsOf(harness, 1)['requestState']).toBe('"later"');
  });

  it.each<[string, (state: string) => Parameters<GatewayHarness['send']>[0]]>([
    ['changed', (requestState) => call({ requestState: `${requestState}-TAMPERED` })],
    ["the server's own", () => call({ requestState: 'later' })],
    ['of another token', (requestState) => ({ ...call({ requestState }), principal: { tokenId: 'tok_2' } })],
    ['sent with other arguments', (requestState) => call({ requestState, arguments: { a: 2 } })],
  ])('is refused with a state that is %s, and the server never sees it', async (_why, forged) => {
    const harness = serving(() => asking({ who: FORM }, 'later'));
    const { requestState } = (await harness.send(call())).json.result;
    expect((await harness.send(forged(requestState))).json.error).toMatchObject({
      code: -32602,
      data: { reason: 'gateway.request-state-unknown' },
    });
    expect(harness.connector.sent).toHaveLength(1);
  });

  it('is refused with a state that is too old', async () => {
    const harness = serving(() => asking({ who: FORM }, 'later'));
    const { requestState } = (await harness.send(call())).json.result;
    harness.clock.advance(600_000);
    expect((await harness.send(call({ requestState }))).json.error.code).toBe(-32602);
  });

  it('is never asked for what its request does not declare: it learns by 400 what that would be', async () => {
    const { status, json } = await serving(() => asking({ who: FORM })).send(call({}, { sampling: {} }));
    expect([status, json.error.code, json.error.data.requiredCapabilities]).toEqual([400, -32021, { elicitation: { form: {} } }]);
  });

  it('learns by 400 of a capability that the server misses, and nothing of one that only we left out', async () => {
    const missing = (requiredCapabilities: object): ScriptedServer => ({
      era: 'modern',
      tools: [{ name: 'work' }],
      reply: () => JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: -32021, message: 'missing', data: { requiredCapabilities } } }),
    });
    const theirs = await new GatewayHarness({ one: missing({ sampling: {} }) }).send(call());
    expect([theirs.status, theirs.json.error]).toEqual([
      400,
      { code: -32021, message: 'missing', data: { requiredCapabilities: { sampling: {} } } },
    ]);
    const ours = await new GatewayHarness({ one: missing({ elicitation: {} }) }).send(call());
    expect([ours.status, ours.json.error.code]).toEqual([200, -32603]);
  });

  it('declares exactly what it can be asked for, request by request', async () => {
    const harness = serving(() => DONE);
    const apps = { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } };
    await harness.send(
      call({}, { elicitation: { form: {}, url: {}, x: {} }, extensions: { ...apps, 'io.modelcontextprotocol/tasks': {} } }),
    );
    await harness.send(call({}, {}));
    expect(harness.connector.sent.map(({ request }) => request.clientCapabilities)).toEqual([
      { elicitation: { form: {}, url: {} }, extensions: apps },
      {},
    ]);
  });

  it('without anything to hear or to be asked has nobody listen', async () => {
    const harness = serving(() => DONE);
    await harness.send(call({}, {}));
    expect(harness.connector.sent[0]!.request.listener).toBeUndefined();
  });

  it('cannot be asked on completion', async () => {
    const harness = serving(() => asking({ who: FORM }));
    const { json } = await harness.send(
      modern('completion/complete', { ref: { type: 'ref/prompt', name: 'write' }, argument: { name: 'a', value: '' } }, 1, {
        capabilities: { elicitation: {} },
      }),
    );
    expect(json.error.data.reason).toBe('gateway.upstream-broken');
    expect(harness.connector.sent[0]!.request.clientCapabilities).toEqual({});
  });
});
