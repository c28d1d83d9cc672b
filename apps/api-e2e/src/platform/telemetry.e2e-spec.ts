import { startFixtureServer, type FixtureServer } from '@mcpnest/testkit';
import { callsOnceVisible, givenInstallation, givenRoute, type Installation, type Route } from '../harness/given.js';
import { MatrixClient, type ClientEra } from '../harness/matrix-client.js';
import { OtlpCollector } from '../harness/otlp-collector.js';
import { STOP_WITHIN_MS } from '../harness/start-server.js';

/** Everything that a span may carry. */
const ALLOWED = [
  'client.address',
  'error.type',
  'gen_ai.operation.name',
  'gen_ai.prompt.name',
  'gen_ai.tool.name',
  'jsonrpc.request.id',
  'mcp.method.name',
  'mcp.protocol.version',
  'network.protocol.name',
  'network.transport',
  'rpc.response.status_code',
  'server.address',
  'server.port',
];
const SECRET = 'planted-secret-7d1f';
const CREDENTIAL = 'planted-credential-88ab';
const trace = (digit: string): string => digit.repeat(32);
const parentOf = (digit: string, flags = '01'): string => `00-${trace(digit)}-b7ad6b7169203331-${flags}`;
const sse = { mode: 'sse', era: '2025' } as const;
const legacy = { mode: 'legacy', era: '2025' } as const;
const modern = { mode: 'modern', era: '2026' } as const;

let collector: OtlpCollector;
let installation: Installation;
const clients: MatrixClient[] = [];
const fixtures: FixtureServer[] = [];

async function given(
  mode: 'sse' | 'legacy' | 'modern',
  era: ClientEra,
): Promise<{ route: Route; fixture: FixtureServer; client: MatrixClient }> {
  const fixture = await startFixtureServer({ mode });
  fixtures.push(fixture);
  const headers = [{ name: 'x-key', secret: true }];
  const route = await givenRoute(installation.operator, [{ url: fixture.url, wish: { headers, credentials: { 'x-key': CREDENTIAL } } }]);
  const client = await MatrixClient.connect(route.client.url, route.token.token, era);
  clients.push(client);
  return { route, fixture, client };
}

beforeAll(async () => {
  collector = await OtlpCollector.start();
  installation = await givenInstallation({
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=a%20key',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    OTEL_METRIC_EXPORT_INTERVAL: '200',
    OTEL_SERVICE_NAME: 'gateway-under-test',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    METRICS_PORT: '0',
  });
}, 60_000);
afterEach(async () => {
  for (const { client } of clients.splice(0)) await client.close();
  for (const fixture of fixtures.splice(0)) await fixture.close();
});
afterAll(async () => {
  await installation.server.remove();
  await collector.close();
}, STOP_WITHIN_MS);

describe('traces', () => {
  it.each([
    ['HTTP+SSE', 'a', sse],
    ['Streamable HTTP, legacy', 'b', legacy],
    ['Streamable HTTP, modern', 'c', modern],
  ])('link both hops: a server over %s is told the span that asks it', async (_wire, digit, { mode, era }) => {
    const { route, client } = await given(mode, era);
    const said = { traceparent: parentOf(digit), tracestate: 'vendor=1', baggage: 'tenant=blue' };
    const heard = JSON.parse(await client.said('test_echo_meta', { secret: SECRET }, said)) as Record<string, string>;
    const [own, asking] = [
      await collector.span('server', 'tools/call test_echo_meta', trace(digit)),
      await collector.span('client', 'tools/call test_echo_meta', trace(digit)),
    ];
    expect(own).toMatchObject({ parentSpanId: 'b7ad6b7169203331', traceState: 'vendor=1', status: 0 });
    expect(asking).toMatchObject({ parentSpanId: own.spanId, status: 0 });
    expect(heard).toMatchObject({ ...said, traceparent: `00-${trace(digit)}-${asking.spanId}-01` });
    const [call] = await callsOnceVisible(installation.operator, route.workspace.slug, (calls) => expect(calls).not.toHaveLength(0));
    expect(call!.traceId).toBe(trace(digit));
  });

  it('begin here where the client says nothing, and reach the record too', async () => {
    const { route, client } = await given('modern', '2026');
    const heard = JSON.parse(await client.said('test_echo_meta')) as { traceparent: string };
    const traceId = heard.traceparent.slice(3, 35);
    expect(await collector.span('server', 'tools/call test_echo_meta', traceId)).toMatchObject({ parentSpanId: undefined });
    const [call] = await callsOnceVisible(installation.operator, route.workspace.slug, (calls) => expect(calls).not.toHaveLength(0));
    expect(call!.traceId).toBe(traceId);
  });

  it('are not recorded where the client decided so, and the server is told', async () => {
    const { client } = await given('modern', '2026');
    const { traceparent } = JSON.parse(await client.said('test_echo_meta', {}, { traceparent: parentOf('d', '00') })) as {
      traceparent: string;
    };
    expect(traceparent).toMatch(new RegExp(`^00-${trace('d')}-[0-9a-f]{16}-00$`));
    await client.said('test_echo_meta', {}, { traceparent: parentOf('e') });
    await collector.span('server', 'tools/call test_echo_meta', trace('e'));
    expect(collector.spans.filter(({ traceId }) => traceId === trace('d'))).toEqual([]);
  });

  it('say what failed, without a word of what was said', async () => {
    const { client } = await given('legacy', '2025');
    await client.said('test_error_handling', {}, { traceparent: parentOf('1') });
    await client.client
      .callTool({ name: `unknown-${SECRET}`, arguments: {}, _meta: { traceparent: parentOf('2') } })
      .catch(() => undefined);
    const failed = await collector.span('server', 'tools/call test_error_handling', trace('1'));
    expect(failed).toMatchObject({ status: 2, attributes: { 'error.type': 'tool_error' } });
    expect(await collector.span('server', 'tools/call', trace('2'))).toMatchObject({
      status: 2,
      attributes: { 'error.type': 'gateway.tool-unknown', 'rpc.response.status_code': '-32602' },
    });
  });

  it('carry what is allowed and nothing else', async () => {
    const { fixture, client } = await given('modern', '2026');
    const { hostname, port } = new URL(fixture.url);
    await client.said('test_echo_meta', { secret: SECRET }, { traceparent: parentOf('3') });
    const own = await collector.span('server', 'tools/call test_echo_meta', trace('3'));
    expect(own.attributes).toEqual({
      'mcp.method.name': 'tools/call',
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'test_echo_meta',
      'jsonrpc.request.id': expect.any(String),
      'mcp.protocol.version': '2026-07-28',
      'network.transport': 'tcp',
      'network.protocol.name': 'http',
      'client.address': '127.0.0.1',
    });
    const asking = await collector.span('client', 'tools/call test_echo_meta', trace('3'));
    expect(asking.attributes).toEqual({
      'mcp.method.name': 'tools/call',
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'test_echo_meta',
      'network.transport': 'tcp',
      'network.protocol.name': 'http',
      'server.address': hostname,
      'server.port': Number(port),
    });
    const names = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });
});

describe('metrics', () => {
  it('tell durations of both hops under the names of the conventions', async () => {
    const { client } = await given('legacy', '2025');
    await client.said('test_simple_text');
    await client.client.ping();
    const seriesOf = (metric: string, method: string, tool?: string) =>
      collector.until(() =>
        collector.series.find(
          (series) =>
            series.metric === metric && series.attributes['mcp.method.name'] === method && series.attributes['gen_ai.tool.name'] === tool,
        ),
      );
    const server = await seriesOf('mcp.server.operation.duration', 'tools/call', 'test_simple_text');
    expect(server).toMatchObject({ unit: 's', count: 1, bounds: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300] });
    expect((await seriesOf('mcp.client.operation.duration', 'tools/call', 'test_simple_text')).attributes).toMatchObject({
      'server.address': '127.0.0.1',
    });
    await seriesOf('mcp.server.operation.duration', 'ping');
  });
});

describe('a collector', () => {
  it('is sent who we are and what it asked for, and no secret of anybody', async () => {
    const { client } = await given('modern', '2026');
    await client.said('test_simple_text', { secret: SECRET }, { traceparent: parentOf('4') });
    await collector.span('server', 'tools/call test_simple_text', trace('4'));
    expect(collector.resource).toEqual({
      'service.name': 'gateway-under-test',
      'service.version': expect.any(String),
      'service.instance.id': expect.any(String),
      'deployment.environment.name': 'test',
    });
    expect(new Set(collector.requests.map(({ path }) => path))).toEqual(new Set(['/v1/traces', '/v1/metrics']));
    for (const { headers } of collector.requests)
      expect(headers).toMatchObject({ 'x-collector-key': 'a key', 'content-type': 'application/json' });
    const everything = collector.texts.join();
    for (const secret of [SECRET, CREDENTIAL, 'mng_', 'tenant=blue']) expect(everything).not.toContain(secret);
  });

  it('that fails harms no call, and is told of in health, metrics and log', async () => {
    const { client } = await given('modern', '2026');
    collector.status = 400;
    const told = async () => (await installation.operator.get<{ telemetry: Record<string, number> }>('/health')).telemetry;
    const before = await told();
    // What is refused of these calls may be refused before the last of them is answered.
    const sent = collector.requests.length;
    for (let call = 0; call < 20; call++) expect(await client.said('test_simple_text')).toContain('simple text');
    await collector.until(() => (collector.requests.slice(sent).some(({ path }) => path === '/v1/traces') ? true : undefined));
    collector.status = 200;
    await client.said('test_simple_text', {}, { traceparent: parentOf('5') });
    await collector.span('server', 'tools/call test_simple_text', trace('5'));
    const after = await told();
    expect(after['spansFailed']).toBeGreaterThan(before['spansFailed']!);
    expect(after['spansExported']).toBeGreaterThan(before['spansExported']!);
    expect(after).toMatchObject({ spansDropped: 0, metricsExported: expect.any(Number), metricsFailed: expect.any(Number) });
    expect(
      installation.server.stderr.filter((line) => line.includes('does not take what it is sent') && line.includes('"spans"')),
    ).toHaveLength(1);
  });
});
