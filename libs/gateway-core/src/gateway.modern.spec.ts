import { AbortSource } from './exchange/abort-source.js';
import { GatewayHarness, legacy, modern } from './testing/index.js';

const ECHO = { tools: [{ name: 'echo' }] };
const REGION = {
  tools: [{ name: 'echo', inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } } }],
};

describe('a modern client', () => {
  it('discovers at once, whether servers answer or not', async () => {
    const harness = new GatewayHarness({ demo: { ...ECHO, beforeList: () => new Promise(() => undefined) } });
    const { json } = await harness.send(modern('server/discover'));
    expect(json.result).toMatchObject({
      resultType: 'complete',
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {} },
      cacheScope: 'private',
    });
  });

  it('lists with result type and caching hints', async () => {
    const { json } = await new GatewayHarness({ demo: ECHO }).send(modern('tools/list'));
    expect(json.result).toEqual({
      resultType: 'complete',
      ttlMs: 0,
      cacheScope: 'private',
      tools: [{ name: 'echo', inputSchema: { type: 'object' } }],
      _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'mcpnest-acme', title: 'Acme', version: '1.2.3' } },
    });
  });

  it('is given a complete result by a legacy server, whatever else stands in it', async () => {
    const harness = new GatewayHarness({
      demo: { ...ECHO, call: () => '{"content":[{"type":"hologram","big":12345678901234567890}],"vendor":1e400}' },
    });
    const { text, json } = await harness.send(modern('tools/call', { name: 'echo' }));
    expect(json.result.resultType).toBe('complete');
    expect(text).toContain('"content":[{"type":"hologram","big":12345678901234567890}],"vendor":1e400');
  });

  it.each([
    ['the method header differs', { 'mcp-method': 'tools/list' }, 400, -32020],
    ['the name header is missing', { 'mcp-name': '' }, 400, -32020],
    ['the version header differs', { 'mcp-protocol-version': '2025-11-25' }, 400, -32020],
  ])('is refused where %s, and the call stands in the record', async (_, headers, status, code) => {
    const request = modern('tools/call', { name: 'echo' });
    const sent = await new GatewayHarness({ demo: ECHO }).send({ ...request, headers: { ...request.headers, ...headers } });
    expect([sent.status, sent.json.error.code]).toEqual([status, code]);
    expect(sent.calls).toMatchObject([{ outcome: 'invalid', status: 400, reason: 'gateway.header-mismatch', publishedName: 'echo' }]);
  });

  it('is refused where a parameter header differs from the arguments, and heard where it does not', async () => {
    const harness = new GatewayHarness({ demo: { ...REGION, era: 'modern' } });
    await harness.send(modern('tools/list'));
    const request = modern('tools/call', { name: 'echo', arguments: { region: 'eu' } });
    const wrong = await harness.send({ ...request, headers: { ...request.headers, 'mcp-param-region': 'us' } });
    expect([wrong.status, wrong.json.error.code]).toEqual([400, -32020]);
    const right = await harness.send({ ...request, headers: { ...request.headers, 'mcp-param-region': 'eu' } });
    expect(right.status).toBe(200);
    expect(harness.connector.sent).toHaveLength(1);
    expect(harness.connector.sent[0]?.request.paramHeaders).toEqual({ 'Mcp-Param-Region': 'eu' });
  });

  it.each(['initialize', 'ping', 'logging/setLevel', 'tasks/list'])('is told by 404 that %s is unknown', async (method) => {
    const { status, json } = await new GatewayHarness({ demo: ECHO }).send(modern(method));
    expect([status, json.error.code]).toEqual([404, -32601]);
  });

  it('cancels by closing the stream', async () => {
    let started: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (started = resolve));
    const harness = new GatewayHarness({
      demo: {
        ...ECHO,
        call: (_, signal) =>
          new Promise((_resolve, reject) => {
            started();
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          }),
      },
    });
    const gone = new AbortSource();
    const call = harness.send({ ...modern('tools/call', { name: 'echo' }), signal: gone });
    await reached;
    gone.abort();
    expect((await call).calls).toMatchObject([{ outcome: 'cancelled', status: 499, clientName: 'test/1', protocolVersion: '2026-07-28' }]);
  });

  it('passes vendor metadata on as it came, and nothing of its own hop', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    await harness.send(
      modern('tools/call', {
        name: 'echo',
        arguments: { a: 1 },
        extra: [1],
        _meta: { 'example.com/x': 12345678901234567890n.toString(), progressToken: 5 },
      }),
    );
    const { request } = harness.connector.sent[0]!;
    expect(Object.fromEntries(request.params)).toEqual({ name: '"echo"', arguments: '{"a":1}', extra: '[1]' });
    expect(Object.fromEntries(request.meta)).toEqual({ 'example.com/x': '"12345678901234567890"' });
    expect(request.clientCapabilities).toEqual({});
  });

  it('is never batched', async () => {
    const { status, json } = await new GatewayHarness({ demo: ECHO }).send({ body: [modern('tools/list').body] });
    expect([status, json.error.code]).toEqual([400, -32600]);
  });

  it('does not change what legacy clients of the same server see', async () => {
    const harness = new GatewayHarness({
      demo: { ...ECHO, era: 'modern', call: () => '{"resultType":"complete","content":[],"ttlMs":1,"cacheScope":"private"}' },
    });
    const { json } = await harness.send({ body: legacy('tools/call', { name: 'echo' }) });
    expect(json.result).toEqual({ content: [] });
  });
});
