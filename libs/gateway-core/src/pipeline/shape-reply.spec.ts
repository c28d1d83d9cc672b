import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type ScriptedServer } from '../testing/index.js';

const SERVER_INFO = { 'io.modelcontextprotocol/serverInfo': { name: 'mcpnest-acme', title: 'Acme', version: '1.2.3' } };
const OFFER: ScriptedServer = {
  tools: [{ name: 'work' }],
  prompts: [{ name: 'write' }],
  resources: [{ uri: 'file:///a', name: 'a' }],
};
const serving = (era: 'legacy' | 'modern', result: object | string): GatewayHarness =>
  new GatewayHarness({ one: { ...OFFER, era, call: () => (typeof result === 'string' ? result : JSON.stringify(result)) } });
const CALL = { name: 'work' };
const READ = { uri: 'file:///a' };

describe('a result', () => {
  it('keeps every byte where both ends are of one era', async () => {
    const text = '{ "resultType":"complete", "content":[ {"type":"novel", "n":1.0} ], "_meta":{"v/k":1E2} }';
    expect((await serving('modern', text).send(modern('tools/call', CALL))).text).toContain(text);
    expect((await serving('legacy', text).send({ body: legacy('tools/call', CALL) })).text).toContain(text);
  });

  it('of a legacy server is completed for modern clients', async () => {
    const { json } = await serving('legacy', { messages: [], x: 1 }).send(modern('prompts/get', { name: 'write' }));
    expect(json.result).toEqual({ messages: [], x: 1, resultType: 'complete', _meta: SERVER_INFO });
  });

  it('of a modern server loses what legacy clients do not know', async () => {
    const result = {
      resultType: 'complete',
      contents: [],
      ttlMs: 5,
      cacheScope: 'public',
      _meta: { a: 1, 'io.modelcontextprotocol/serverInfo': {} },
    };
    const { json } = await serving('modern', result).send({ body: legacy('resources/read', READ) });
    expect(json.result).toEqual({ contents: [], _meta: { a: 1 } });
  });

  it('that was read may be kept by nobody else, and as long as a modern server says', async () => {
    const contents = { contents: [{ uri: 'file:///a', text: '' }] };
    for (const [era, more, ttlMs] of [
      ['legacy', {}, 0],
      ['modern', { resultType: 'complete', ttlMs: 5_000, cacheScope: 'public' }, 5_000],
      ['modern', { resultType: 'complete', ttlMs: -1, cacheScope: 'private' }, 0],
      ['modern', { resultType: 'complete' }, 0],
      ['modern', {}, 0],
    ] as const) {
      const { json } = await serving(era, { ...contents, ...more }).send(modern('resources/read', READ));
      expect(json.result).toMatchObject({ ...contents, resultType: 'complete', ttlMs, cacheScope: 'private' });
    }
  });

  it('with structured output that is no object is wrapped for legacy clients, as its schema is', async () => {
    const result = { resultType: 'complete', content: [], structuredContent: [1, 2] };
    const harness = serving('modern', result);
    const sent = { body: legacy('tools/call', CALL), headers: await harness.legacySession() };
    expect((await harness.send(sent)).json.result.structuredContent).toEqual({ result: [1, 2] });
    expect((await harness.send(modern('tools/call', CALL))).json.result.structuredContent).toEqual([1, 2]);
  });

  it('is told to clients of old revisions in the words they have', async () => {
    const result = { content: [{ type: 'resource_link', uri: 'file:///a' }], structuredContent: {} };
    for (const [revision, expected] of [
      ['2025-06-18', result],
      ['2025-03-26', { content: [{ type: 'text', text: 'file:///a' }] }],
      ['2024-11-05', { content: [{ type: 'text', text: 'file:///a' }] }],
    ] as const) {
      const harness = serving('legacy', result);
      const headers = await harness.legacySession(revision);
      expect((await harness.send({ body: legacy('tools/call', CALL), headers })).json.result).toEqual(expected);
    }
  });

  it('of a kind that nobody asked for is no answer', async () => {
    for (const era of ['legacy', 'modern'] as const) {
      const { json } = await serving(era, { resultType: 'task', taskId: '1' }).send(modern('tools/call', CALL));
      expect(json.error).toMatchObject({ code: -32603, data: { reason: 'gateway.upstream-broken' } });
    }
  });

  it('and an error speak of resources by the URIs that clients know, and what was mentioned can be read', async () => {
    const link = { type: 'resource_link', uri: 'file:///a', name: 'a' };
    const two: ScriptedServer = {
      ...OFFER,
      call: ({ method }) =>
        JSON.stringify(method === 'tools/call' ? { content: [link, { ...link, uri: 'file:///hidden' }] } : { contents: [] }),
    };
    const routes = [exposureRoute('one'), exposureRoute('two', { position: 1, toolPrefix: 'two_' })];
    const harness = new GatewayHarness({ one: { ...OFFER, call: () => '{"contents":[]}' }, two }, [workspaceRoute(routes)]);
    const headers = await harness.legacySession();
    const read = (uri: string) => ({ body: legacy('resources/read', { uri }), headers });
    await harness.send({ body: legacy('resources/list'), headers });
    const { content } = (await harness.send({ body: legacy('tools/call', { name: 'two_work' }), headers })).json.result;
    expect(content[0].uri).not.toBe('file:///a');
    await harness.send(read(content[0].uri));
    await harness.send(read('file:///hidden'));
    expect(harness.connector.sent.slice(1).map(({ server, request }) => [server, request.name])).toEqual([
      ['two', 'file:///a'],
      ['two', 'file:///hidden'],
    ]);
    two.reply = () => JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: -32002, message: 'gone', data: { uri: 'file:///a', n: 1 } } });
    const { error } = (await harness.send(read(content[0].uri))).json;
    expect(error.data).toEqual({ uri: content[0].uri, n: 1 });
  });
});
