import { UpstreamFailure } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, tableOf, workspaceRoute, type Received } from './testing/index.js';
import { ToolScope } from './policy/tool-scope.js';

const names = ({ json }: Received): string[] => json.result.tools.map(({ name }: { name: string }) => name);
const list = (harness: GatewayHarness): Promise<Received> => harness.send({ body: legacy('tools/list') });
const unreachable = () => {
  throw new UpstreamFailure('gateway.upstream-unreachable', 'The server cannot be reached.', false);
};

describe('the list of a workspace', () => {
  it('joins all servers in operator order, then in their own', async () => {
    const workspace = workspaceRoute([exposureRoute('two', { position: 2 }), exposureRoute('one', { position: 1, toolPrefix: 'x_' })]);
    const harness = new GatewayHarness({ one: { tools: [{ name: 'c' }, { name: 'a' }] }, two: { tools: [{ name: 'b' }] } }, [workspace]);
    expect(names(await list(harness))).toEqual(['b', 'x_c', 'x_a']);
  });

  it('asks servers side by side, and a second time only when the list has aged', async () => {
    const harness = new GatewayHarness({ one: { tools: [{ name: 'a' }] } });
    await Promise.all([list(harness), list(harness), list(harness)]);
    expect(harness.connector.lists).toBe(1);
    harness.clock.advance(5_001);
    await list(harness);
    expect(harness.connector.lists).toBe(2);
  });

  it('is whole without the server that is broken, which is reported once and asked again after a pause', async () => {
    const harness = new GatewayHarness({ good: { tools: [{ name: 'a' }] }, bad: { tools: [], beforeList: unreachable } });
    expect(names(await list(harness))).toEqual(['a']);
    expect(names(await list(harness))).toEqual(['a']);
    expect(harness.log.warnings).toEqual([{ code: 'gateway.upstream-unreachable', facts: { server: 'bad', version: 1 } }]);
    expect(harness.connector.lists).toBe(2);
    harness.clock.advance(1_001);
    await list(harness);
    expect(harness.connector.lists).toBe(3);
  });

  it('waits no longer than the deadline for a server that hangs', async () => {
    const harness = new GatewayHarness({
      good: { tools: [{ name: 'a' }] },
      slow: {
        tools: [],
        beforeList: (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('late')))),
      },
    });
    const answer = list(harness);
    await harness.clock.advanceOnceAwaited(5_000);
    expect(names(await answer)).toEqual(['a']);
    expect(harness.log.warnings).toMatchObject([{ code: 'gateway.upstream-timeout' }]);
  });

  it('shows the last good definitions of a server that fell silent, without waiting long', async () => {
    let broken = false;
    const harness = new GatewayHarness({
      one: { tools: [{ name: 'a' }], beforeList: () => (broken ? new Promise<void>(() => undefined) : undefined) },
    });
    await list(harness);
    broken = true;
    harness.clock.advance(6_000);
    const answer = list(harness);
    while (harness.connector.lists < 2) await Promise.resolve();
    harness.clock.advance(50);
    expect(names(await answer)).toEqual(['a']);
  });

  it('drops definitions that nobody could confirm for a day', async () => {
    let broken = false;
    const harness = new GatewayHarness({ one: { tools: [{ name: 'a' }], beforeList: () => (broken ? unreachable() : undefined) } });
    await list(harness);
    broken = true;
    harness.clock.advance(25 * 3_600_000);
    expect(names(await list(harness))).toEqual([]);
  });

  it('leaves out a tool that clients would stumble over, and nothing else', async () => {
    const harness = new GatewayHarness({
      one: {
        era: 'modern',
        tools: [
          { name: 'no-schema', inputSchema: 7 },
          { name: 'bad-header', inputSchema: { type: 'object', properties: { n: { type: 'number', 'x-mcp-header': 'N' } } } },
          { name: 'good' },
        ],
      },
    });
    expect(names(await list(harness))).toEqual(['good']);
    const { tools: view } = (await harness.gateway.describe('acme', 'tools'))!.catalog;
    expect(view.entries.map(({ stopped }) => stopped?.gate)).toEqual(['schema', 'schema', undefined]);
  });

  it("takes an invalid header annotation out of a legacy server's schema and keeps the tool", async () => {
    const harness = new GatewayHarness({
      one: { tools: [{ name: 'a', inputSchema: { type: 'object', properties: { n: { type: 'number', 'x-mcp-header': 'N' } } } }] },
    });
    expect((await list(harness)).json.result.tools[0].inputSchema).toEqual({ type: 'object', properties: { n: { type: 'number' } } });
  });

  it('carries what nobody defined, byte for byte', async () => {
    const harness = new GatewayHarness({
      one: { tools: [{ name: 'a', icons: [{ src: 'x' }], 'x-vendor': { deep: [1, 2] }, execution: { taskSupport: 'optional' } }] },
    });
    expect((await list(harness)).json.result.tools[0]).toEqual({
      name: 'a',
      inputSchema: { type: 'object' },
      icons: [{ src: 'x' }],
      'x-vendor': { deep: [1, 2] },
    });
  });

  it('is narrowed to what the token may use', async () => {
    const harness = new GatewayHarness({ one: { tools: [{ name: 'a' }, { name: 'b' }] } });
    const answer = await harness.send({ body: legacy('tools/list'), principal: { tools: new ToolScope(['one:b']) } });
    expect(names(answer)).toEqual(['b']);
  });

  it('obeys switches, aliases and descriptions of the workspace', async () => {
    const setting = { enabled: true, alias: null, description: null };
    const toolSettings = new Map([
      ['a', { ...setting, enabled: false }],
      ['b', { ...setting, alias: 'better', description: 'Ours' }],
    ]);
    const harness = new GatewayHarness({ one: { tools: [{ name: 'a' }, { name: 'b' }] } }, [
      workspaceRoute([exposureRoute('one', { toolSettings })]),
    ]);
    expect((await list(harness)).json.result.tools).toEqual([{ name: 'better', inputSchema: { type: 'object' }, description: 'Ours' }]);
    await harness.send({ body: legacy('tools/call', { name: 'better' }) });
    expect(harness.connector.sent[0]?.request.name).toBe('b');
  });

  it('has one page, and no cursor leads anywhere', async () => {
    const { json } = await new GatewayHarness({ one: { tools: [] } }).send({ body: legacy('tools/list', { cursor: 'x' }) });
    expect(json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.cursor-unknown' } });
  });

  it('forgets servers that no workspace shows any more', async () => {
    const harness = new GatewayHarness({ one: { tools: [{ name: 'a' }] } });
    await list(harness);
    harness.gateway.swap(tableOf([workspaceRoute([])], 2));
    expect(harness.connector.released).toEqual(['key_one']);
    expect(names(await list(harness))).toEqual([]);
    expect(harness.gateway.generation).toBe(2);
  });
});
