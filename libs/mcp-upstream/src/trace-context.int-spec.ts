import type { UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import { startFakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import { RunnerBench } from './testing/runner-bench.js';
import { openStdioBench } from './testing/stdio-bench.js';
import { ScriptedListener } from './testing/scripted-listener.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './testing/upstream-fixtures.js';

jest.setTimeout(60_000);

const TRACE = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'a=1,b=2', baggage: 'tenant=blue' };
const NAMES = Object.keys(TRACE);

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

const traceOf = (source: object | undefined): object =>
  Object.fromEntries(Object.entries(source ?? {}).filter(([name]) => NAMES.includes(name)));

const WIRES: [string, FakeUpstreamOptions['era'], (url: string) => UpstreamTarget][] = [
  ['Streamable HTTP, modern', 'dual', (url) => targetFor(url)],
  ['Streamable HTTP, legacy', 'legacy', (url) => targetFor(url)],
  ['HTTP+SSE', 'sse', (url) => targetFor(url, { transport: { type: 'sse', url } })],
];

describe.each(WIRES)('trace context over %s', (_wire, era, targetOf) => {
  const heard = async (overrides: Partial<UpstreamRequest>): Promise<{ headers: object; meta: object }[]> => {
    const fake = await startFakeUpstream({ era: era! });
    const connector = loopbackConnector();
    closing.push(connector, fake);
    const target = targetOf(fake.url);
    await connector.send(target, callRequest('echo', {}, overrides), quiet());
    await connector.send(target, callRequest('echo'), quiet());
    return fake.messages('tools/call').map(({ headers, message }) => ({
      headers: traceOf(headers),
      meta: traceOf((message.params as { _meta?: object })._meta),
    }));
  };

  test('stands in the message and in the headers of its request, and in nobody else’s', async () => {
    expect(await heard({ trace: TRACE })).toEqual([
      { headers: TRACE, meta: TRACE },
      { headers: {}, meta: {} },
    ]);
  });
  test('does so for a call whose client listens', async () => {
    const [first] = await heard({ trace: { traceparent: TRACE.traceparent }, listener: new ScriptedListener() });
    expect(first).toEqual({ headers: { traceparent: TRACE.traceparent }, meta: { traceparent: TRACE.traceparent } });
  });
  test('is never taken from metadata as it came', async () => {
    const [first] = await heard({ meta: NAMES.map((name) => [name, '"raw"'] as const) });
    expect(first).toEqual({ headers: {}, meta: {} });
  });
});

test.each(['legacy', 'modern'])('trace context reaches a local %s server on a runner', async (era) => {
  const bench = new RunnerBench({ args: ['--era', era] });
  closing.push(bench);
  await bench.runner();
  const { reply } = await bench.gateway().call('meta', {}, { trace: TRACE });
  expect(traceOf(JSON.parse((JSON.parse(reply.resultText!) as { content: { text: string }[] }).content[0]!.text) as object)).toEqual(TRACE);
});

test.each(['legacy', 'modern'])('trace context stands in the message to a local %s server', async (era) => {
  const bench = openStdioBench({ args: ['--era', era] });
  closing.push(bench);
  const { reply } = await bench.call('meta', {}, { trace: TRACE });
  expect(traceOf(JSON.parse((JSON.parse(reply.resultText!) as { content: { text: string }[] }).content[0]!.text) as object)).toEqual(TRACE);
});
