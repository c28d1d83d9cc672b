import { AbortSource } from './exchange/abort-source.js';
import { UpstreamFailure } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, versionLock } from './testing/index.js';
import type { ScriptedServer } from './testing/index.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;
const call = (name: string) => legacy('tools/call', { name, arguments: {} });

function serve(server: ScriptedServer = {}, route: Parameters<typeof workspaceRoute>[1] = {}): GatewayHarness {
  return new GatewayHarness({ one: { tools: [{ name: 'echo' }], ...server } }, [workspaceRoute([exposureRoute('one')], route)]);
}

const failing = (code: ConstructorParameters<typeof UpstreamFailure>[0]) => () => {
  throw new UpstreamFailure(code, 'No.', true);
};

describe("a call's record says", () => {
  it("what of its time was the server's, and counts no more than that", async () => {
    const harness: GatewayHarness = serve({
      beforeList: () => harness.clock.advance(30),
      call: () => {
        harness.clock.advance(12);
        return '{"content":[]}';
      },
    });
    const { calls } = await harness.send({ body: call('echo') });
    expect(calls).toMatchObject([{ upstreamLatencyMs: 12, origin: null, gate: null }]);
    expect(calls[0]!.latencyMs).toBeGreaterThanOrEqual(42);
  });

  it('of a server that fails how long it took to fail', async () => {
    const harness: GatewayHarness = serve({
      call: () => {
        harness.clock.advance(7);
        throw new UpstreamFailure('gateway.upstream-timeout', 'Slow.', true);
      },
    });
    const { calls } = await harness.send({ body: call('echo') });
    expect(calls).toMatchObject([{ outcome: 'timeout', origin: 'upstream', upstreamLatencyMs: 7 }]);
  });

  it.each<[string, Partial<Record<string, unknown>>, GatewayHarness, Parameters<GatewayHarness['send']>[0]]>([
    [
      "that a name which is not there is the client's fault",
      { origin: 'client', gate: 'catalogue', upstreamLatencyMs: null },
      serve(),
      { body: call('nope') },
    ],
    [
      'that the lock withholds the tool',
      { origin: 'client', gate: 'lock', status: 404 },
      new GatewayHarness({ one: { tools: [{ name: 'echo' }] } }, [workspaceRoute([exposureRoute('one', { lock: versionLock() })])]),
      { body: call('echo') },
    ],
    [
      'that the workspace switched the tool off',
      { origin: 'client', gate: 'enabled', status: 404 },
      new GatewayHarness({ one: { tools: [{ name: 'echo' }] } }, [
        workspaceRoute([exposureRoute('one', { toolPrefix: 'x_', toolSettings: new Map([['echo', { enabled: false } as never]]) })]),
      ]),
      { body: call('x_echo') },
    ],
    [
      'that the token may not',
      { origin: 'gateway', gate: 'scope', status: 403 },
      serve(),
      { body: call('echo'), principal: { tools: { allows: () => false, allowsAll: () => false } } },
    ],
    [
      'that the rate was used up',
      { origin: 'gateway', gate: 'rate' },
      serve({}, { limits: { ratePerSecond: 1, burst: 0, concurrency: 1 } }),
      { body: call('echo') },
    ],
    [
      'that the tool itself failed',
      { origin: 'upstream', gate: null },
      serve({ call: () => '{"content":[],"isError":true}' }),
      { body: call('echo') },
    ],
    [
      'that the server has no room',
      { origin: 'upstream', outcome: 'overloaded' },
      serve({ call: failing('gateway.upstream-overloaded') }),
      { body: call('echo') },
    ],
  ])('%s', async (_what, expected, harness, sent) => {
    const { calls } = await harness.send(sent);
    expect(calls).toMatchObject([expected]);
  });

  it('that a client which went away ended it', async () => {
    const gone = new AbortSource();
    const harness = serve({
      call: () => {
        gone.abort('gone');
        throw new Error('cut off');
      },
    });
    const { calls } = await harness.send({ body: call('echo'), signal: gone });
    expect(calls).toMatchObject([{ outcome: 'cancelled', origin: 'client' }]);
  });

  it.each([
    ['legacy', legacy('tools/call', { name: 'echo', arguments: {} })],
    ['modern', modern('tools/call', { name: 'echo', arguments: {} })],
  ])('the era of a %s client', async (era, sent) => {
    const { calls } = await serve().send('headers' in sent ? (sent as object) : { body: sent });
    expect(calls).toMatchObject([{ era }]);
  });

  it.each<[string, object, Record<string, string>, string | null]>([
    ['the message, before the request', { _meta: { traceparent: PARENT } }, { traceparent: PARENT.replaceAll('4bf9', 'aaaa') }, TRACE],
    ['the request', {}, { traceparent: PARENT }, TRACE],
    ['nobody, where it is none', { _meta: { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` } }, {}, null],
  ])('the trace that is named by %s', async (_who, params, headers, traceId) => {
    const { calls } = await serve().send({ body: legacy('tools/call', { name: 'echo', arguments: {}, ...params }), headers });
    expect(calls).toMatchObject([{ traceId }]);
  });
});
