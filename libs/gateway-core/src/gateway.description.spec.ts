import { UpstreamFailure } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type ScriptedServer } from './testing/index.js';

const discover = async (harness: GatewayHarness): Promise<any> => (await harness.send(modern('server/discover'))).json.result;
const initialize = async (harness: GatewayHarness, protocolVersion = '2025-11-25'): Promise<any> =>
  (await harness.send({ body: legacy('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } }) })).json
    .result;
const heard = async (
  servers: Record<string, ScriptedServer>,
  workspace?: Parameters<typeof workspaceRoute>[0],
): Promise<GatewayHarness> => {
  const harness = new GatewayHarness(servers, workspace && [workspaceRoute(workspace)]);
  await harness.send({ body: legacy('tools/list') });
  return harness;
};
const CHANGING = { listChanged: true };

describe('what the gateway says it can do', () => {
  it('is everything while a server was never heard, and may not be kept', async () => {
    const harness = new GatewayHarness({ one: { beforeList: () => new Promise(() => undefined) } });
    expect(await discover(harness)).toMatchObject({
      capabilities: { tools: CHANGING, prompts: CHANGING, resources: { ...CHANGING, subscribe: true }, completions: {}, logging: {} },
      ttlMs: 0,
      cacheScope: 'private',
    });
  });

  it('asks the servers that were never heard in the background', async () => {
    const harness = new GatewayHarness({ one: { tools: [] } });
    await initialize(harness);
    await harness.send({ body: legacy('ping') });
    expect(await discover(harness)).toMatchObject({ capabilities: { tools: CHANGING }, ttlMs: 60_000 });
    expect(harness.connector.lists).toBe(1);
  });

  it('is what its servers can do together', async () => {
    const ui = { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } };
    const harness = await heard({
      one: { capabilities: { tools: {}, resources: { subscribe: true }, tasks: {} } },
      two: { capabilities: { prompts: {}, extensions: { ...ui, 'x.y/z': {} } } },
    });
    const capabilities = {
      tools: CHANGING,
      prompts: CHANGING,
      resources: { ...CHANGING, subscribe: true },
      extensions: ui,
    };
    expect((await discover(harness)).capabilities).toEqual(capabilities);
    expect((await initialize(harness)).capabilities).toEqual({ ...capabilities, logging: {} });
  });

  it('names nothing to a revision that did not have it', async () => {
    const harness = await heard({ one: { capabilities: { completions: {} } } });
    expect((await initialize(harness, '2025-03-26')).capabilities).toHaveProperty('completions');
    expect((await initialize(harness, '2024-11-05')).capabilities).not.toHaveProperty('completions');
  });

  it.each(['prompts/list', 'prompts/get', 'resources/list', 'resources/templates/list', 'resources/read', 'completion/complete'])(
    'keeps its word about %s',
    async (method) => {
      const harness = await heard({ one: { tools: [{ name: 'a' }] } });
      const { status, json } = await harness.send(modern(method, { name: 'x', uri: 'x:y' }));
      expect([status, json.error.code]).toEqual([404, -32601]);
    },
  );

  it('leaves a legacy client that was told more with an empty list', async () => {
    const harness = await heard({ one: { tools: [{ name: 'a' }] } });
    expect((await harness.send({ body: legacy('prompts/list') })).json.result).toEqual({ prompts: [] });
  });

  it.each(['initialize', 'ping', 'logging/setLevel', 'resources/subscribe', 'resources/unsubscribe', 'tasks/get', 'toString'])(
    'knows no %s in the modern era',
    async (method) => {
      const { status, json } = await new GatewayHarness({ one: {} }).send(modern(method));
      expect([status, json.error.code]).toEqual([404, -32601]);
    },
  );

  it.each(['server/discover', 'subscriptions/listen', 'tasks/list', '__proto__'])('knows no %s in the legacy era', async (method) => {
    const { status, json } = await new GatewayHarness({ one: {} }).send({ body: legacy(method) });
    expect([status, json.error.code]).toEqual([200, -32601]);
  });
});

describe('the instructions of a workspace', () => {
  it('are those of its only server', async () => {
    const harness = await heard({ one: { instructions: 'Use it well.' } });
    expect((await discover(harness)).instructions).toBe('Use it well.');
    expect((await initialize(harness)).instructions).toBe('Use it well.');
  });

  it('have a heading for each of several, in operator order', async () => {
    const harness = await heard({ one: { instructions: 'First.' }, mute: {}, two: { instructions: 'Second.' } });
    expect((await discover(harness)).instructions).toBe('## one\n\nFirst.\n\n## two\n\nSecond.');
  });

  it('are cut to a sane length, never within a character', async () => {
    const servers = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`s${index}`, { instructions: '🙂'.repeat(9_000) }]));
    const { instructions } = await discover(await heard(servers));
    expect(instructions.length).toBeLessThanOrEqual(16 * 1024);
    expect(instructions.isWellFormed?.() ?? true).toBe(true);
    expect(instructions).toContain('## s2');
  });

  it('are missing where no server says anything, or none was heard', async () => {
    expect(await discover(await heard({ one: { instructions: '  ' } }))).not.toHaveProperty('instructions');
    const down = () => {
      throw new UpstreamFailure('gateway.upstream-unreachable', 'down', false);
    };
    expect(await initialize(await heard({ one: { instructions: 'x', beforeList: down } }, [exposureRoute('one')]))).not.toHaveProperty(
      'instructions',
    );
  });
});
