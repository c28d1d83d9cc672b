/**
 * What works between clients and servers of which revisions. `docs/reference/feature-matrix.md` is generated from the calls
 * of `proves` below: a cell stands there because a test of that name proves it.
 */
import { CANCELLED, startFixtureServer, WAITING, WATCHED, type FixtureServer } from '@mcpnest/testkit';
import { givenInstallation, givenRoute, type Installation, type Route } from '../harness/given.js';
import { MatrixClient, type ClientEra } from '../harness/matrix-client.js';
import { STOP_WITHIN_MS } from '../harness/start-server.js';

type Pair = `${ClientEra} × ${'2024' | '2025' | '2026'}`;
/** Client × server. Servers of 2024 speak HTTP+SSE, those of 2025 with a handshake, those of 2026 without. */
const EVERY: readonly Pair[] = ['2025 × 2024', '2025 × 2025', '2025 × 2026', '2026 × 2024', '2026 × 2025', '2026 × 2026'];
const OLDER_CLIENTS: readonly Pair[] = ['2025 × 2024', '2025 × 2025', '2025 × 2026'];

const MODES = { '2024': 'sse', '2025': 'legacy', '2026': 'modern' } as const;
const LOG_LEVEL = 'io.modelcontextprotocol/logLevel';
type ServerEra = keyof typeof MODES;

let installation: Installation;
const fixtures = new Map<string, FixtureServer>();
const routes = new Map<string, Route>();
const clients: MatrixClient[] = [];

beforeAll(async () => {
  installation = await givenInstallation();
  for (const [era, mode] of Object.entries(MODES)) {
    const fixture = await startFixtureServer({ mode });
    fixtures.set(era, fixture);
    routes.set(era, await givenRoute(installation.operator, [fixture.url]));
  }
}, 60_000);

afterEach(async () => {
  for (const { client } of clients.splice(0)) await client.close();
});

afterAll(async () => {
  await installation.server.remove();
  await Promise.all([...fixtures.values()].map((fixture) => fixture.close()));
}, STOP_WITHIN_MS);

interface Sides {
  readonly era: ClientEra;
  readonly server: ServerEra;
  connect(capabilities?: Parameters<typeof MatrixClient.connect>[3]): Promise<MatrixClient>;
}

/** One row of the page: a feature, the pairs it works between, and what shows it. */
function proves(feature: string, pairs: readonly Pair[], show: (sides: Sides) => Promise<void>): void {
  it.each(pairs)(`[${feature}] %s`, async (pair) => {
    const [era, server] = pair.split(' × ') as [ClientEra, ServerEra];
    const { client, token } = routes.get(server)!;
    const connect: Sides['connect'] = async (capabilities) => {
      const connected = await MatrixClient.connect(client.url, token.token, era, capabilities);
      clients.push(connected);
      return connected;
    };
    await show({ era, server, connect });
  });
}

proves('finding out what is offered', EVERY, async ({ era, connect }) => {
  // A gateway that was just started answers before it has heard its servers; whoever comes next learns all they say.
  await (await connect()).client.listTools();
  const { client } = await connect();
  expect(client.getNegotiatedProtocolVersion()).toBe(era === '2026' ? '2026-07-28' : '2025-11-25');
  expect(client.getServerCapabilities()).toMatchObject({
    tools: { listChanged: true },
    prompts: {},
    resources: { subscribe: true },
    completions: {},
  });
  expect(client.getInstructions()).toContain('Everything here is for tests.');
});

proves('lists of tools, prompts, resources and templates', EVERY, async ({ connect }) => {
  const { client } = await connect();
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('test_simple_text');
  expect((await client.listPrompts()).prompts.map(({ name }) => name)).toContain('test_prompt_with_arguments');
  expect((await client.listResources()).resources.map(({ uri }) => uri)).toContain(WATCHED);
  expect((await client.listResourceTemplates()).resourceTemplates).toMatchObject([{ uriTemplate: 'test://template/{id}/data' }]);
});

proves('calling a tool: text, pictures, sounds, resources', EVERY, async ({ connect }) => {
  const { client } = await connect();
  const { content } = await client.callTool({ name: 'test_multiple_content_types', arguments: {} });
  expect(content.map(({ type }) => type)).toEqual(['text', 'image', 'resource']);
  expect((await client.callTool({ name: 'test_audio_content', arguments: {} })).content).toMatchObject([
    { type: 'audio', mimeType: 'audio/wav' },
  ]);
});

proves('errors of a tool, in band', EVERY, async ({ connect }) => {
  const { client } = await connect();
  expect(await client.callTool({ name: 'test_error_handling', arguments: {} })).toMatchObject({ isError: true });
});

proves('an unknown tool is -32602', EVERY, async ({ connect }) => {
  const { client } = await connect();
  await expect(client.callTool({ name: 'nobody_has_this', arguments: {} })).rejects.toMatchObject({ code: -32602 });
});

proves('arguments mirrored into headers', EVERY, async ({ connect }) => {
  const connected = await connect();
  await connected.client.listTools();
  expect(await connected.said('test_x_mcp_header', { region: 'Zürich' })).toBe('Region: Zürich');
});

proves('reading resources and templates', EVERY, async ({ connect }) => {
  const { client } = await connect();
  expect((await client.readResource({ uri: 'test://static-binary' })).contents).toMatchObject([{ mimeType: 'image/png' }]);
  expect((await client.readResource({ uri: 'test://template/7/data' })).contents).toMatchObject([{ uri: 'test://template/7/data' }]);
});

proves('prompts', EVERY, async ({ connect }) => {
  const { client } = await connect();
  const { messages } = await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } });
  expect(messages).toMatchObject([{ content: { text: "Prompt with arguments: arg1='a', arg2='b'" } }]);
});

proves('completion of arguments', EVERY, async ({ connect }) => {
  const { client } = await connect();
  const ref = { type: 'ref/prompt' as const, name: 'test_prompt_with_arguments' };
  const { completion } = await client.complete({ ref, argument: { name: 'arg1', value: 'test' } });
  expect(completion.values).toEqual(['testPrompt', 'testValue']);
});

proves('progress', EVERY, async ({ connect }) => {
  const { client } = await connect();
  const steps: number[] = [];
  await client.callTool({ name: 'test_tool_with_progress', arguments: {} }, { onprogress: ({ progress }) => void steps.push(progress) });
  expect(steps).toEqual([0, 50, 100]);
});

proves('log messages', EVERY, async ({ era, connect }) => {
  const connected = await connect();
  if (era === '2025') await connected.client.setLoggingLevel('info');
  await connected.said('test_tool_with_logging', {}, era === '2026' ? { [LOG_LEVEL]: 'info' } : undefined);
  expect(connected.told).toEqual(['log Tool execution started', 'log Tool processing data', 'log Tool execution completed']);
});

proves('trace context and vendor metadata', EVERY, async ({ connect }) => {
  const meta = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'vendor.example/x': { deep: [1] } };
  expect(JSON.parse(await (await connect()).said('test_echo_meta', {}, meta))).toMatchObject(meta);
});

proves('forms (elicitation)', EVERY, async ({ connect }) => {
  const connected = await connect();
  expect(await connected.said('test_input_required_result_elicitation')).toContain('Ada');
  expect(connected.asked).toEqual(['elicitation form']);
});

proves('pages (elicitation by URL)', EVERY, async ({ connect }) => {
  const connected = await connect();
  expect(await connected.said('test_elicitation_url')).toBe('The user chose to accept');
  expect(connected.asked).toEqual(['elicitation url']);
});

proves('sampling', EVERY, async ({ connect }) => {
  const connected = await connect();
  expect(await connected.said('test_sampling', { prompt: 'The capital of France?' })).toContain('Paris');
  expect(connected.asked).toEqual(['sampling']);
});

proves('roots', EVERY, async ({ connect }) => {
  const connected = await connect();
  expect(await connected.said('test_input_required_result_list_roots')).toContain('file:///home/ada');
  expect(connected.asked).toEqual(['roots']);
});

proves('several questions at once, and in several rounds', EVERY, async ({ connect }) => {
  const connected = await connect();
  expect(await connected.said('test_input_required_result_multiple_inputs')).toBe('state-ok after 1 round(s)');
  expect([...connected.asked].sort()).toEqual(['elicitation form', 'roots', 'sampling']);
  expect(await connected.said('test_input_required_result_multi_round')).toBe('state-ok after 2 round(s)');
});

proves('a prompt that asks', EVERY, async ({ connect }) => {
  const connected = await connect();
  const { messages } = await connected.client.getPrompt({ name: 'test_input_required_result_prompt' });
  expect(messages).toMatchObject([{ content: { text: 'Use this context: the weather' } }]);
  expect(connected.asked).toEqual(['elicitation form']);
});

proves('a question that the client cannot answer fails cleanly', EVERY, async ({ connect }) => {
  const connected = await connect({});
  const call = connected.client.callTool({ name: 'test_missing_capability', arguments: {} });
  const answer = await call.catch((error: { code?: number }) => ({ isError: error.code === -32021 }));
  expect(answer).toMatchObject({ isError: true });
});

proves('cancellation reaches the server', EVERY, async ({ server, connect }) => {
  const { client } = await connect();
  const { changes } = fixtures.get(server)!;
  const seen = (uri: string): Promise<void> =>
    new Promise((resolve) => {
      const stop = changes.subscribe((change) => {
        if (typeof change === 'string' || change.updated !== uri) return;
        stop();
        resolve();
      });
    });
  const [isWaiting, isCancelled] = [seen(WAITING), seen(CANCELLED)];
  const stopping = new AbortController();
  const call = client.callTool({ name: 'test_wait_for_cancellation', arguments: {} }, { signal: stopping.signal });
  const refused = expect(call).rejects.toThrow();
  await isWaiting;
  stopping.abort('the user changed her mind');
  await Promise.all([isCancelled, refused]);
});

proves('changed lists', EVERY, async ({ era, connect }) => {
  const [listener, other] = [await connect(), await connect()];
  if (era === '2026') await listener.client.listen({ toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true });
  for (const list of ['tool', 'prompt', 'resource']) await other.said(`test_trigger_${list}_change`);
  for (const list of ['tools', 'prompts', 'resources']) await listener.hears(list);
});

proves('updates of a subscribed resource', EVERY, async ({ era, connect }) => {
  const [listener, other] = [await connect(), await connect()];
  if (era === '2026') await listener.client.listen({ resourceSubscriptions: [WATCHED] });
  else await listener.client.subscribeResource({ uri: WATCHED });
  await other.said('test_trigger_resource_update');
  await listener.hears(WATCHED);
  expect(other.told).not.toContain(WATCHED);
});

proves('ping', OLDER_CLIENTS, async ({ connect }) => {
  expect(await (await connect()).client.ping()).toEqual({});
});
