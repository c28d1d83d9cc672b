import { ToolScope } from './policy/tool-scope.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type Received, type ScriptedServer } from './testing/index.js';

const OLD: ScriptedServer = {
  resources: [{ uri: 'test://both', name: 'both' }, { uri: 'test://old' }],
  templates: [{ uriTemplate: 'db://{table}/{id}', name: 'row' }],
};
const YOUNG: ScriptedServer = {
  tools: [{ name: 'link' }, { name: 'app', _meta: { ui: { resourceUri: 'ui://main' } } }],
  resources: [{ uri: 'test://both', name: 'both' }],
  templates: [
    { uriTemplate: 'db://{table}/{id}', name: 'row' },
    { uriTemplate: 'log://{day}', name: 'log' },
  ],
};
const WORKSPACE = workspaceRoute([exposureRoute('old'), exposureRoute('young', { createdAt: 2_000 })]);
const open = (young: Partial<ScriptedServer> = {}, old: Partial<ScriptedServer> = {}): GatewayHarness =>
  new GatewayHarness({ old: { ...OLD, ...old }, young: { ...YOUNG, ...young } }, [WORKSPACE]);
const read = (harness: GatewayHarness, uri: string): Promise<Received> => harness.send({ body: legacy('resources/read', { uri }) });
const callLink = async (harness: GatewayHarness): Promise<Received> =>
  harness.send({ body: legacy('tools/call', { name: 'link' }), headers: await harness.legacySession() });
const asked = ({ connector }: GatewayHarness): unknown[] =>
  connector.sent.map(({ server, request: { name, params } }) => [server, name, Object.fromEntries(params)['uri']]);

describe('the resources of a workspace', () => {
  it('keep their URIs, save those that an older server has already', async () => {
    const { json } = await open().send({ body: legacy('resources/list') });
    expect(json.result).toEqual({
      resources: [
        { uri: 'test://both', name: 'both' },
        { uri: 'test://old', name: 'test://old' },
        { uri: 'via-young+test://both', name: 'both' },
      ],
    });
  });

  it('have templates by the same rule', async () => {
    const { json } = await open().send({ body: legacy('resources/templates/list') });
    const templates = json.result.resourceTemplates.map(({ uriTemplate }: { uriTemplate: string }) => uriTemplate);
    expect(templates).toEqual(['db://{table}/{id}', 'via-young+db://{table}/{id}', 'log://{day}']);
  });

  it.each([
    ['test://both', 'old', 'test://both'],
    ['via-young+test://both', 'young', 'test://both'],
    ['db://users/7', 'old', 'db://users/7'],
    ['via-young+db://users/7', 'young', 'db://users/7'],
    ['log://monday', 'young', 'log://monday'],
    ['ui://main', 'young', 'ui://main'],
  ])('%s is read from %s as %s', async (uri, server, own) => {
    const harness = open();
    await read(harness, uri);
    expect(asked(harness)).toEqual([[server, own, JSON.stringify(own)]]);
  });

  it('come back under the URI that was asked for', async () => {
    const harness = open({ call: () => '{"contents":[{"uri":"test://both","text":"x"}]}' });
    const { json } = await read(harness, 'via-young+test://both');
    expect(json.result.contents).toEqual([{ uri: 'via-young+test://both', text: 'x' }]);
  });

  it('can be read where a result mentioned them, from the server that did', async () => {
    const link = (uri: string): string => `{"content":[{"type":"resource_link","name":"x","uri":"${uri}"}]}`;
    const harness = open({ call: ({ method }) => (method === 'tools/call' ? link('test://unlisted') : '{"contents":[]}') });
    const unknown = await read(harness, 'test://unlisted');
    expect(unknown.json.error.data.reason).toBe('gateway.resource-unknown');
    const { json } = await callLink(harness);
    await read(harness, json.result.content[0].uri);
    expect(asked(harness).at(-1)).toEqual(['young', 'test://unlisted', '"test://unlisted"']);
  });

  it('lead back to the server whose result mentioned them, even where another offers the same', async () => {
    const link = '{"content":[{"type":"resource_link","name":"x","uri":"db://users/7"}]}';
    const harness = open({ templates: [], call: ({ method }) => (method === 'tools/call' ? link : '{"contents":[]}') });
    await harness.send({ body: legacy('resources/list') });
    const { json } = await callLink(harness);
    expect(json.result.content[0].uri).toBe('via-young+db://users/7');
    await read(harness, json.result.content[0].uri);
    expect(asked(harness).at(-1)).toEqual(['young', 'db://users/7', '"db://users/7"']);
  });

  it('are asked for where only one server can have them, whatever it lists', async () => {
    const harness = new GatewayHarness({ files: { resources: [] }, other: { tools: [{ name: 'a' }] } });
    await read(harness, 'file:///anything');
    expect(asked(harness)).toEqual([['files', 'file:///anything', '"file:///anything"']]);
  });

  it('that do not exist are unknown, in the words of each era', async () => {
    const harness = open();
    expect((await read(harness, 'test://nope')).json.error).toMatchObject({
      code: -32002,
      data: { uri: 'test://nope', reason: 'gateway.resource-unknown' },
    });
    const { status, json } = await harness.send(modern('resources/read', { uri: 'test://nope' }));
    expect([status, json.error.code, json.error.data.uri]).toEqual([200, -32602, 'test://nope']);
  });

  it('are unknown to a token that may not use the whole server', async () => {
    const harness = open();
    const principal = { tools: new ToolScope(['old:*', 'young:link']) };
    const list = await harness.send({ body: legacy('resources/list'), principal });
    expect(list.json.result.resources).toHaveLength(2);
    const { json } = await harness.send({ body: legacy('resources/read', { uri: 'log://monday' }), principal });
    expect(json.error).toMatchObject({ code: -32002, data: { reason: 'gateway.resource-unknown' } });
    expect(harness.connector.sent).toEqual([]);
  });

  it('show the user interface of a tool by a URI that leads to its own server', async () => {
    const app = { name: 'app', _meta: { ui: { resourceUri: 'ui://main' } } };
    const harness = open({}, { tools: [{ ...app, name: 'old_app' }] });
    const { json } = await harness.send({ body: legacy('tools/list') });
    const uris = json.result.tools.flatMap(({ _meta }: { _meta?: { ui: { resourceUri: string } } }) => _meta?.ui.resourceUri ?? []);
    expect(uris).toEqual(['ui://main', 'ui://via-young+main']);
    await read(harness, 'ui://via-young+main');
    expect(asked(harness)).toEqual([['young', 'ui://main', '"ui://main"']]);
  });

  it('are completed by the server whose template it is', async () => {
    const harness = open();
    const complete = (uri: string) =>
      harness.send({ body: legacy('completion/complete', { ref: { type: 'ref/resource', uri }, argument: { name: 'id', value: '' } }) });
    await complete('db://{table}/{id}');
    await complete('via-young+db://{table}/{id}');
    const refs = harness.connector.sent.map(({ server, request: { params } }) => [server, Object.fromEntries(params)['ref']]);
    const own = '{"type":"ref/resource","uri":"db://{table}/{id}"}';
    expect(refs).toEqual([
      ['old', own],
      ['young', own],
    ]);
  });
});
