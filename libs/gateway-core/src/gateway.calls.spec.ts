import { UpstreamFailure, type UpstreamFailureCode } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, modern, testHash, workspaceRoute } from './testing/index.js';
import { ToolScope } from './policy/tool-scope.js';

const ECHO = { tools: [{ name: 'echo' }] };
const call = (name: string) => legacy('tools/call', { name });
const reply = (error: object) => () => JSON.stringify({ jsonrpc: '2.0', id: 1, error });

describe('a call', () => {
  it("goes to the server that owns the tool, once, under the server's own name", async () => {
    const workspace = workspaceRoute([exposureRoute('one'), exposureRoute('two', { position: 1, toolPrefix: 'two_' })]);
    const harness = new GatewayHarness({ one: ECHO, two: ECHO }, [workspace]);
    await harness.send({ body: call('two_echo') });
    expect(harness.connector.sent.map(({ server, request }) => [server, request.name])).toEqual([['two', 'echo']]);
  });

  it('is recorded with who, what and how long, never with what', async () => {
    const harness = new GatewayHarness({
      one: {
        ...ECHO,
        call: () => {
          harness.clock.advance(12);
          return '{"content":[]}';
        },
      },
    });
    const { calls } = await harness.send({ body: legacy('tools/call', { name: 'echo', arguments: { secret: 'hush' } }) });
    expect(calls).toEqual([
      {
        workspaceId: 'ws_acme',
        tokenId: 'tok_1',
        tokenName: 'laptop',
        userId: 'usr_1',
        receivedAt: expect.any(Number),
        publishedName: 'echo',
        toolName: 'echo',
        serverSlug: 'one',
        serverVersion: 1,
        definitionHash: testHash('{"inputSchema":{"type":"object"},"name":"echo"}'),
        status: 200,
        outcome: 'success',
        reason: null,
        era: 'legacy',
        origin: null,
        gate: null,
        latencyMs: 12,
        upstreamLatencyMs: 12,
        requestBytes: expect.any(Number),
        responseBytes: expect.any(Number),
        clientName: null,
        protocolVersion: null,
        traceId: null,
      },
    ]);
    expect(JSON.stringify(calls)).not.toContain('hush');
  });

  it('of a tool that answers isError is a tool error', async () => {
    const { calls } = await new GatewayHarness({ one: { ...ECHO, call: () => '{"content":[],"isError":true}' } }).send({
      body: call('echo'),
    });
    expect(calls).toMatchObject([{ outcome: 'tool_error', status: 200 }]);
  });

  it('of an unknown name is unknown, and recorded as asked', async () => {
    const { status, json, calls } = await new GatewayHarness({ one: ECHO }).send({ body: call('nope\u0000') });
    expect([status, json.error.code, json.error.data.reason]).toEqual([200, -32602, 'gateway.tool-unknown']);
    expect(calls).toMatchObject([{ outcome: 'denied', status: 404, serverSlug: null, toolName: 'nope ', publishedName: 'nope ' }]);
  });

  it('of a tool that the token may not use looks exactly like one of an unknown name', async () => {
    const harness = new GatewayHarness({ one: { tools: [{ name: 'echo' }, { name: 'ocho' }] } });
    const hidden = await harness.send({ body: call('echo'), principal: { tools: new ToolScope(['one:other']) } });
    const unknown = await harness.send({ body: call('xxxx'), principal: { tools: new ToolScope(['one:other']) } });
    expect(hidden.text).toBe(unknown.text?.replaceAll('xxxx', 'echo'));
    expect(hidden.calls).toMatchObject([{ outcome: 'denied', status: 403 }]);
    expect(harness.connector.sent).toEqual([]);
  });

  it('of a tool that a server has only just added finds it', async () => {
    const tools = [{ name: 'echo' }];
    const harness = new GatewayHarness({ one: { tools } });
    await harness.send({ body: legacy('tools/list') });
    tools.push({ name: 'fresh' });
    harness.clock.advance(1_500);
    expect((await harness.send({ body: call('fresh') })).json.result).toEqual({ content: [] });
  });

  it('without a name is invalid', async () => {
    const { json, calls } = await new GatewayHarness({ one: ECHO }).send({ body: legacy('tools/call', {}) });
    expect(json.error.code).toBe(-32602);
    expect(calls).toMatchObject([{ outcome: 'invalid', status: 400 }]);
  });

  it('of a server whose credential is not set is not sent', async () => {
    const route = exposureRoute('one');
    const harness = new GatewayHarness({ one: ECHO }, [
      workspaceRoute([{ ...route, target: { ...route.target, missingCredentials: ['X-Api-Key'] } }]),
    ]);
    const { json, calls } = await harness.send({ body: call('echo') });
    expect(json.error.data.reason).toBe('gateway.credential-missing');
    expect(harness.connector.sent).toEqual([]);
    expect(calls).toMatchObject([{ outcome: 'gateway_error', status: 500 }]);
  });

  const failures: [UpstreamFailureCode, string, number][] = [
    ['gateway.upstream-unreachable', 'upstream_error', 502],
    ['gateway.upstream-timeout', 'timeout', 504],
    ['gateway.upstream-overloaded', 'overloaded', 503],
    ['gateway.upstream-broken', 'upstream_error', 502],
  ];
  it.each(failures)('that ends in %s is recorded as %s %i and answered as an error, not as a result', async (code, outcome, status) => {
    const harness = new GatewayHarness({
      one: {
        ...ECHO,
        call: () => {
          throw new UpstreamFailure(code, 'It did not work.', true);
        },
      },
    });
    const answer = await harness.send({ body: call('echo') });
    expect([answer.status, answer.json.error.code, answer.json.error.data.reason]).toEqual([200, -32603, code]);
    expect(answer.calls).toMatchObject([{ outcome, status, reason: code, serverSlug: 'one' }]);
  });

  it('that breaks the gateway itself is answered, logged and recorded', async () => {
    const harness = new GatewayHarness({
      one: {
        ...ECHO,
        call: () => {
          throw new Error('secret detail');
        },
      },
    });
    const answer = await harness.send({ body: call('echo') });
    expect([answer.status, answer.json.error.data.reason]).toEqual([500, 'gateway.internal']);
    expect(answer.text).not.toContain('secret detail');
    expect(answer.calls).toMatchObject([{ outcome: 'gateway_error', status: 500 }]);
    expect(harness.log.faults).toHaveLength(1);
  });

  it("passes an upstream's error on with code and data, and keeps the codes of our own hop to itself", async () => {
    const vendor = await new GatewayHarness({ one: { ...ECHO, reply: reply({ code: 4711, message: 'no', data: { n: 1 } }) } }).send({
      body: call('echo'),
    });
    expect(vendor.json.error).toEqual({ code: 4711, message: 'no', data: { n: 1 } });
    expect(vendor.calls).toMatchObject([{ outcome: 'upstream_error', status: 502 }]);
    for (const code of [-32020, -32021, -32022, -32042]) {
      const ours = await new GatewayHarness({ one: { ...ECHO, reply: reply({ code, message: 'x' }) } }).send({ body: call('echo') });
      expect(ours.json.error).toMatchObject({ code: -32603, data: { reason: 'gateway.upstream-broken' } });
    }
  });

  it('tells modern clients of a missing resource in their own words', async () => {
    const harness = new GatewayHarness({ one: { ...ECHO, reply: reply({ code: -32002, message: 'gone' }) } });
    expect((await harness.send(modern('tools/call', { name: 'echo' }))).json.error.code).toBe(-32602);
    expect((await harness.send({ body: call('echo') })).json.error.code).toBe(-32002);
  });

  it('to which the server answers with a question fails, because nobody was asked whether they could answer', async () => {
    const { json } = await new GatewayHarness({
      one: { ...ECHO, era: 'modern', call: () => '{"resultType":"input_required","inputRequests":{}}' },
    }).send({ body: call('echo') });
    expect(json.error.data.reason).toBe('gateway.upstream-broken');
  });

  it('past the rate or the concurrency of the token is told when to come back, and recorded', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<string>((resolve) => (release = () => resolve('{"content":[]}')));
    const limits = { ratePerSecond: 1, burst: 2, concurrency: 1 };
    const harness = new GatewayHarness({ one: { ...ECHO, call: () => held } }, [workspaceRoute([exposureRoute('one')], { limits })]);
    const first = harness.send({ body: call('echo') });
    await harness.gateway.describe('acme', 'tools');
    const second = await harness.send({ body: call('echo') });
    expect([second.status, second.json.error.data.reason, second.headers['retry-after']]).toEqual([
      429,
      'gateway.concurrency-limited',
      '1',
    ]);
    release();
    await first;
    await harness.send({ body: call('echo') });
    const third = await harness.send({ body: call('echo') });
    expect([third.status, third.json.error.data.reason]).toEqual([429, 'gateway.rate-limited']);
    expect(third.calls).toMatchObject([{ outcome: 'limited', status: 429, serverSlug: 'one' }]);
  });
});
