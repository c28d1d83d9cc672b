import { OWN_TRACE, RecordedTracer } from './testing/recorded-tracer.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type ScriptedServer } from './testing/index.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;
const OTHER = PARENT.replaceAll('4bf9', 'aaaa');

function serve(server: ScriptedServer = {}, tracer?: RecordedTracer): GatewayHarness {
  return new GatewayHarness({ one: { tools: [{ name: 'echo' }], ...server } }, [workspaceRoute([exposureRoute('one')])], undefined, tracer);
}
const sentTo = ({ connector }: GatewayHarness) => connector.sent.map(({ request }) => request.trace);

describe('trace context without anybody who follows', () => {
  it.each([
    ['legacy', (meta: object) => ({ body: legacy('tools/call', { name: 'echo', _meta: meta }) })],
    ['modern', (meta: object) => modern('tools/call', { name: 'echo', _meta: meta })],
  ])("of a %s client reaches the server unchanged: the message's, else the request's", async (_era, call) => {
    const harness = serve();
    const inMessage = { traceparent: PARENT, tracestate: 'a=1', baggage: 'b=2' };
    const send = (meta: object, headers: Record<string, string> = {}) => {
      const sent: { body: object; headers?: Record<string, string> } = call(meta);
      return harness.send({ ...sent, headers: { ...sent.headers, ...headers } });
    };
    await send(inMessage, { traceparent: OTHER });
    await send({}, { traceparent: OTHER, baggage: 'c=3' });
    await send({});
    expect(sentTo(harness)).toEqual([inMessage, { traceparent: OTHER, baggage: 'c=3' }, undefined]);
  });

  it('is dropped where it is none, and never stands among the metadata', async () => {
    const harness = serve();
    const hostile = { traceparent: `${PARENT}\r\nx: y`, tracestate: 'a=1', baggage: 'a="; DROP', 'vendor/key': 1 };
    await harness.send(modern('tools/call', { name: 'echo', _meta: hostile }));
    const { request } = harness.connector.sent[0]!;
    expect([request.trace, Object.fromEntries(request.meta)]).toEqual([undefined, { 'vendor/key': '1' }]);
  });

  it('goes with prompts and resources as well', async () => {
    const harness = serve({
      prompts: [{ name: 'greet' }],
      resources: [{ uri: 'test://one' }],
      reply: () => '{"jsonrpc":"2.0","id":1,"result":{}}',
    });
    const _meta = { traceparent: PARENT };
    await harness.send({ body: legacy('prompts/get', { name: 'greet', _meta }) });
    await harness.send({ body: legacy('resources/read', { uri: 'test://one', _meta }) });
    expect(sentTo(harness)).toEqual([_meta, _meta]);
  });
});

describe('who follows requests', () => {
  it('stands between client and server: the server is told of its span, the record of its trace', async () => {
    const tracer = new RecordedTracer();
    const harness = serve({}, tracer);
    const { calls } = await harness.send({
      ...modern('tools/call', { name: 'echo', _meta: { traceparent: PARENT, baggage: 'b=2' } }),
      address: '203.0.113.9',
    });
    const traceparent = `00-${TRACE}-0000000000000001-01`;
    expect(sentTo(harness)).toEqual([{ traceparent, baggage: 'b=2' }]);
    expect(calls).toMatchObject([{ traceId: TRACE }]);
    expect(tracer.requests).toMatchObject([
      {
        request: { method: 'tools/call', id: 1, protocolVersion: '2026-07-28', address: '203.0.113.9' },
        errands: [{ errand: { method: 'tools/call', subject: 'echo' }, end: { isToolError: false } }],
        end: { disposition: { outcome: 'success' }, toolName: 'echo' },
      },
    ]);
    await harness.send({ body: legacy('tools/call', { name: 'echo' }) });
    expect(sentTo(harness)[1]).toEqual({ traceparent: `00-${OWN_TRACE}-0000000000000002-01` });
  });

  it('hears of every end, once, and of no name that nobody has', async () => {
    const tracer = new RecordedTracer();
    const harness = serve({ reply: () => '{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"no"}}' }, tracer);
    await harness.send({ body: legacy('tools/call', { name: 'echo' }) });
    await harness.send({ body: legacy('tools/call', { name: 'stranger' }) });
    await harness.send({ body: legacy('ping') });
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/progress', params: {} } });
    expect(
      tracer.requests.map(({ request, errands, end }) => [request.method, errands.map((errand) => errand.end), end?.toolName]),
    ).toEqual([
      ['tools/call', [{ errorCode: -32005, isToolError: false }], 'echo'],
      ['tools/call', [], undefined],
      ['ping', [], undefined],
    ]);
    expect(tracer.requests[1]!.end!.disposition).toMatchObject({ outcome: 'denied' });
  });
});
