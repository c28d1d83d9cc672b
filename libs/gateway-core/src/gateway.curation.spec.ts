import fc from 'fast-check';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute } from './testing/gateway-harness.js';
import type { ExposureRoute, ToolSetting } from './routing/route-table.js';

const inputSchema = {
  type: 'object',
  properties: { repo: { type: 'string', 'x-mcp-header': 'Repo' }, title: { type: 'string' }, debug: { type: 'boolean' } },
  required: ['repo', 'title'],
};
const PARAMS = [
  { name: 'repo', pinned: '"acme/public"' },
  { name: 'debug', pinned: null },
];
const setting = (part: Partial<ToolSetting>): ToolSetting => ({ enabled: true, alias: null, description: null, ...part });
function open(
  part: Partial<ToolSetting>,
  { era = 'legacy' as 'legacy' | 'modern', schema = inputSchema as object, route = {} as Partial<ExposureRoute> } = {},
) {
  const exposure = exposureRoute('git', { toolSettings: new Map([['issue', setting(part)]]), ...route });
  const tools = [{ name: 'issue', inputSchema: schema }, { name: 'other' }];
  return new GatewayHarness({ git: { era, tools } }, [workspaceRoute([exposure])]);
}
const listOf = async (harness: GatewayHarness) =>
  (await harness.send({ body: legacy('tools/list') })).json.result.tools as { name: string; inputSchema: Record<string, any> }[];
const call = (harness: GatewayHarness, args?: unknown) =>
  harness.send({ body: legacy('tools/call', { name: 'issue', ...(args === undefined ? {} : { arguments: args }) }) });
const sentArguments = (harness: GatewayHarness) => {
  const text = harness.connector.sent.at(-1)?.request.params.find(([key]) => key === 'arguments')?.[1];
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

describe('pinned and hidden parameters', () => {
  it('are in no schema that clients read', async () => {
    const [issue] = await listOf(open({ params: PARAMS }));
    expect(issue?.inputSchema).toEqual({ type: 'object', properties: { title: { type: 'string' } }, required: ['title'] });
  });

  it('carry the pinned value, whatever the client sends', async () => {
    const harness = open({ params: PARAMS });
    for (const args of [{ title: 'x' }, { title: 'x', repo: 'acme/secret' }, { repo: { any: 'thing' }, title: 'x' }]) {
      expect((await call(harness, args)).json.result).toBeDefined();
      expect(sentArguments(harness)).toEqual({ title: 'x', repo: 'acme/public' });
    }
    await call(harness);
    expect(sentArguments(harness)).toEqual({ repo: 'acme/public' });
  });

  it('cannot be set by any spelling of their names', async () => {
    const harness = open({ params: PARAMS });
    await harness.send({
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"issue","arguments":{"r\\u0065po":"acme/secret"}}}',
    });
    expect(sentArguments(harness)).toEqual({ repo: 'acme/public' });
    const { json } = await harness.send({
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"issue","arguments":{"\\u0064ebug":true}}}',
    });
    expect(json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.invalid-params' } });
  });

  it('never let a call through that carries a hidden one or leaves a pinned one out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('repo', 'title', 'debug', 'x'), fc.jsonValue())),
        async (args) => {
          const harness = open({ params: PARAMS });
          await call(harness, args);
          for (const { request } of harness.connector.sent) {
            const text = request.params.find(([key]) => key === 'arguments')?.[1] ?? '{}';
            const sent = JSON.parse(text) as Record<string, unknown>;
            expect(sent['repo']).toBe('acme/public');
            expect(sent).not.toHaveProperty('debug');
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are refused without a word to the server where a hidden one is sent', async () => {
    const harness = open({ params: PARAMS });
    const { json, calls } = await call(harness, { title: 'x', debug: true });
    expect(json.error.message).toBe('The tool takes no argument "debug". List the tools again.');
    expect(calls[0]).toMatchObject({ outcome: 'invalid', toolName: 'issue' });
    expect(harness.connector.sent).toEqual([]);
  });

  it('reach a modern server in the headers it asks for, and none of the client', async () => {
    const harness = open({ params: PARAMS }, { era: 'modern' });
    const sent = modern('tools/call', { name: 'issue', arguments: { title: 'x' } }, 1, { headers: { 'mcp-param-repo': 'acme/secret' } });
    expect((await harness.send(sent)).json.result).toBeDefined();
    expect(harness.connector.sent.at(-1)?.request.paramHeaders).toEqual({ 'Mcp-Param-Repo': 'acme/public' });
  });

  it.each<[string, object, string]>([
    ['a pinned parameter is gone', { type: 'object', properties: { title: {} } }, 'no parameter "repo" any more'],
    ['a hidden parameter came to be required', { ...inputSchema, required: ['debug'] }, 'requires the parameter "debug"'],
    ['parameters are defined by reference', { ...inputSchema, $ref: '#/$defs/x', $defs: { x: {} } }, 'by reference'],
  ])('take their own tool out where they no longer fit: %s', async (_, schema, reason) => {
    const harness = open({ params: PARAMS }, { schema });
    expect((await listOf(harness)).map(({ name }) => name)).toEqual(['other']);
    expect((await call(harness, {})).json.error.data.reason).toBe('gateway.tool-unknown');
    const described = await harness.gateway.describe('acme', 'tools');
    expect(described?.catalog.tools.entries[0]?.stopped).toEqual({ gate: 'schema', reason: expect.stringContaining(reason) as string });
  });

  it('change nothing about tools without them', async () => {
    const harness = open({ params: PARAMS });
    await harness.send({ body: legacy('tools/call', { name: 'other', arguments: { debug: true, repo: 'x' } }) });
    expect(sentArguments(harness)).toEqual({ debug: true, repo: 'x' });
  });
});

describe('tools that nobody decided about', () => {
  it('stay off where new ones do, and those with a setting are as it says', async () => {
    const harness = open({}, { route: { newTools: 'off' } });
    expect((await listOf(harness)).map(({ name }) => name)).toEqual(['issue']);
    const described = await harness.gateway.describe('acme', 'tools');
    expect(described?.catalog.tools.entries[1]?.stopped).toMatchObject({
      gate: 'enabled',
      reason: expect.stringContaining('new') as string,
    });
  });
});

describe('definitions that clients cannot be given', () => {
  it('take only their own tool out, with the reason', async () => {
    const tools = [
      { name: 'good' },
      { name: 'huge', description: 'x'.repeat(70_000) },
      { name: 'remote', inputSchema: { type: 'object', properties: { a: { $ref: 'https://example.com/x' } } } },
      { name: 'ring', inputSchema: { type: 'object', $ref: '#' } },
      { name: 'text', inputSchema: { type: 'string' } },
    ];
    const harness = new GatewayHarness({ git: { tools } });
    expect((await listOf(harness)).map(({ name }) => name)).toEqual(['good']);
    const described = await harness.gateway.describe('acme', 'tools');
    expect(described?.catalog.tools.entries.map(({ stopped }) => stopped?.gate)).toEqual([
      undefined,
      'schema',
      'schema',
      'schema',
      'schema',
    ]);
  });
});
