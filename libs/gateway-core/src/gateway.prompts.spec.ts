import fc from 'fast-check';
import { ToolScope } from './policy/tool-scope.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type Received } from './testing/index.js';

const SERVERS = {
  one: { prompts: [{ name: 'greet', description: 'Greets', arguments: [{ name: 'who' }] }] },
  two: { era: 'modern' as const, prompts: [{ name: 'greet' }, { name: 'odd name' }], capabilities: { prompts: {}, completions: {} } },
};
const WORKSPACE = workspaceRoute([exposureRoute('one'), exposureRoute('two', { createdAt: 2_000, toolPrefix: 't_' })]);
const open = (): GatewayHarness => new GatewayHarness(SERVERS, [WORKSPACE]);
const names = ({ json }: Received): string[] => json.result.prompts.map(({ name }: { name: string }) => name);
const sent = ({ connector }: GatewayHarness): unknown =>
  connector.sent.map(({ server, request: { method, name, params } }) => ({ server, method, name, params: Object.fromEntries(params) }));

describe('the prompts of a workspace', () => {
  it('are listed with names as tools have them', async () => {
    const answer = await open().send({ body: legacy('prompts/list') });
    expect(answer.json.result).toEqual({
      prompts: [{ name: 'greet', description: 'Greets', arguments: [{ name: 'who' }] }, { name: 't_greet' }, { name: 't_odd_name' }],
    });
  });

  it("go to the server that owns them, under the server's own name", async () => {
    const harness = open();
    await harness.send({ body: legacy('prompts/get', { name: 't_odd_name', arguments: { who: 'Ann' } }) });
    expect(sent(harness)).toEqual([
      { server: 'two', method: 'prompts/get', name: 'odd name', params: { name: '"odd name"', arguments: '{"who":"Ann"}' } },
    ]);
  });

  it('complete their arguments there too', async () => {
    const harness = open();
    const ref = { type: 'ref/prompt', name: 't_greet', title: 'kept' };
    await harness.send({ body: legacy('completion/complete', { ref, argument: { name: 'who', value: 'A' } }) });
    expect(sent(harness)).toMatchObject([
      { server: 'two', method: 'completion/complete', params: { ref: '{"type":"ref/prompt","name":"greet","title":"kept"}' } },
    ]);
  });

  it.each(['prompts/get', 'completion/complete'])('that do not exist are unknown to %s', async (method) => {
    const params = method === 'prompts/get' ? { name: 'nope' } : { ref: { type: 'ref/prompt', name: 'nope' }, argument: {} };
    const { json } = await open().send({ body: legacy(method, params) });
    expect(json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.prompt-unknown' } });
  });

  it('are unknown to a token that may not use the whole server', async () => {
    const harness = open();
    const principal = { tools: new ToolScope(['one:*', 'two:some']) };
    expect(names(await harness.send({ body: legacy('prompts/list'), principal }))).toEqual(['greet']);
    const { json } = await harness.send({ body: legacy('prompts/get', { name: 't_greet' }), principal });
    expect(json.error.data.reason).toBe('gateway.prompt-unknown');
    expect(harness.connector.sent).toEqual([]);
  });

  it('must be named in the header of a modern request', async () => {
    const { body, headers } = modern('prompts/get', { name: 'greet' });
    const { status, json } = await open().send({ body, headers: { ...headers, 'mcp-name': 'other' } });
    expect([status, json.error.code]).toEqual([400, -32020]);
  });

  it('leave out what strict clients would refuse the whole list for, and say why', async () => {
    const harness = new GatewayHarness({ one: { prompts: [{ name: 'bad', arguments: 'none' }, { name: 'good' }] } });
    expect(names(await harness.send({ body: legacy('prompts/list') }))).toEqual(['good']);
    const described = await harness.gateway.describe('acme', 'prompts');
    expect(described?.catalog.prompts.entries.map(({ stopped }) => stopped)).toEqual([expect.stringContaining('arguments'), null]);
  });

  it('keep their names when another server joins, and never share one', async () => {
    const prompt = fc.string({ minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(prompt, { maxLength: 8 }), fc.uniqueArray(prompt, { maxLength: 8 }), async (first, second) => {
        const offer = (all: string[]) => ({ prompts: all.map((name) => ({ name })) });
        const alone = new GatewayHarness({ one: offer(first) });
        const joined = new GatewayHarness({ one: offer(first), two: offer(second) }, [
          workspaceRoute([exposureRoute('two', { createdAt: 2_000 }), exposureRoute('one')]),
        ]);
        const before = names(await alone.send({ body: legacy('prompts/list') }));
        const after = names(await joined.send({ body: legacy('prompts/list') }));
        expect(after.slice(second.length)).toEqual(before);
        expect(new Set(after).size).toBe(after.length);
      }),
      { numRuns: 30 },
    );
  });
});
