import { AbortSource } from './exchange/abort-source.js';
import { GatewayHarness, legacy } from './testing/index.js';

const ECHO = { tools: [{ name: 'echo', description: 'Says it again' }] };
const initialize = (protocolVersion = '2025-11-25') =>
  legacy('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'vim', version: '9' } });

async function openSession(harness: GatewayHarness, revision?: string): Promise<string> {
  const { headers } = await harness.send({ body: initialize(revision) });
  return headers['mcp-session-id']!;
}

describe('a legacy client', () => {
  it('lists and calls without initialize, session or Accept header', async () => {
    const harness = new GatewayHarness({ demo: { ...ECHO, call: () => '{"content":[{"type":"text","text":"hi"}]}' } });
    const list = await harness.send({ body: legacy('tools/list', {}) });
    expect(list.json).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: { tools: [{ name: 'echo', description: 'Says it again', inputSchema: { type: 'object' } }] },
    });
    const call = await harness.send({ body: legacy('tools/call', { name: 'echo', arguments: { message: 'hi' } }, 'abc') });
    expect(call.json).toEqual({ jsonrpc: '2.0', id: 'abc', result: { content: [{ type: 'text', text: 'hi' }] } });
  });

  it.each([
    ['2025-11-25', '2025-11-25'],
    ['2025-06-18', '2025-06-18'],
    ['2024-11-05', '2024-11-05'],
    ['1999-01-01', '2025-11-25'],
    ['2026-07-28', '2025-11-25'],
  ])('that asks for %s is given %s', async (asked, given) => {
    const { json, headers } = await new GatewayHarness({ demo: ECHO }).send({ body: initialize(asked) });
    expect(json.result).toMatchObject({ protocolVersion: given, serverInfo: { name: 'mcpnest-acme', version: '1.2.3' } });
    expect(headers['mcp-session-id']).toMatch(/^[0-9a-f]{48}$/);
  });

  it('that says no version is told what initialize needs', async () => {
    const { status, json } = await new GatewayHarness({ demo: ECHO }).send({ body: legacy('initialize', {}) });
    expect([status, json.error.code]).toEqual([400, -32602]);
  });

  it('is told that an unknown session is unknown, and that its own has ended after DELETE', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    const id = await openSession(harness);
    const headers = { 'mcp-session-id': id, 'mcp-protocol-version': '2025-11-25' };
    expect((await harness.send({ body: legacy('tools/list'), headers })).status).toBe(200);
    expect((await harness.send({ method: 'DELETE', headers })).status).toBe(204);
    const after = await harness.send({ body: legacy('tools/list'), headers });
    expect([after.status, after.json.error.code, after.json.error.data.reason]).toEqual([404, -32001, 'gateway.session-unknown']);
    expect((await harness.send({ method: 'DELETE', headers })).status).toBe(404);
  });

  it('is refused where its version header names a revision that is not served, whatever the session', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    const session = { 'mcp-session-id': await openSession(harness) };
    for (const headers of [{ 'mcp-protocol-version': '1999-01-01' }, { ...session, 'mcp-protocol-version': '1999-01-01' }]) {
      const { status, json } = await harness.send({ body: legacy('tools/list'), headers });
      expect([status, json.error.code]).toEqual([400, -32600]);
    }
    expect((await harness.send({ body: legacy('tools/list'), headers: { ...session, 'mcp-protocol-version': '2025-06-18' } })).status).toBe(
      200,
    );
  });

  it('cannot use the session of another token', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    const headers = { 'mcp-session-id': await openSession(harness) };
    expect((await harness.send({ body: legacy('tools/list'), headers, principal: { tokenId: 'tok_2' } })).status).toBe(404);
    expect((await harness.send({ method: 'DELETE', headers, principal: { tokenId: 'tok_2' } })).status).toBe(404);
  });

  it('is answered 405 with JSON on GET without session or event stream, and 404 for an unknown session', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    const bare = await harness.send({ method: 'GET' });
    expect([bare.status, bare.headers['allow'], bare.headers['content-type']]).toEqual([405, 'POST', 'application/json']);
    expect((await harness.send({ method: 'GET', headers: { 'mcp-session-id': 'nope' } })).status).toBe(404);
    expect((await harness.send({ method: 'GET', headers: { 'mcp-session-id': await openSession(harness) } })).status).toBe(405);
    expect((await harness.send({ method: 'PUT' })).status).toBe(405);
  });

  it('is answered to ping, and 202 to notifications', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    expect((await harness.send({ body: legacy('ping') })).json).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
    const notified = await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/initialized' } });
    expect([notified.status, notified.text]).toEqual([202, undefined]);
  });

  it('is told in-band that a method is unknown', async () => {
    const { status, json } = await new GatewayHarness({ demo: ECHO }).send({ body: legacy('tasks/list') });
    expect([status, json.error.code]).toEqual([200, -32601]);
  });

  it('cancels a call by notification, which reaches the upstream; closing the connection does not', async () => {
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
    const headers = { 'mcp-session-id': await openSession(harness) };
    const gone = new AbortSource();
    const call = harness.send({ body: legacy('tools/call', { name: 'echo' }, 7), headers, signal: gone });
    await reached;
    gone.abort();
    await harness.send({ body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } }, headers });
    const { calls } = await call;
    expect(calls).toMatchObject([{ outcome: 'cancelled', status: 499, clientName: 'vim/9', protocolVersion: '2025-11-25' }]);
  });

  it('may batch in a session of 2025-03-26 and nowhere else', async () => {
    const harness = new GatewayHarness({ demo: ECHO });
    const batch = [
      legacy('ping', undefined, 1),
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      legacy('tools/call', { name: 'echo' }, 2),
      legacy('tools/call', { name: 'nope' }, 3),
    ];
    const headers = { 'mcp-session-id': await openSession(harness, '2025-03-26') };
    const answered = await harness.send({ body: batch, headers });
    expect(answered.json.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3]);
    expect(answered.calls.map(({ outcome }) => outcome)).toEqual(['success', 'denied']);
    const newer = { 'mcp-session-id': await openSession(harness, '2025-06-18') };
    for (const refused of [{ body: batch, headers: newer }, { body: batch }, { body: [initialize()], headers }]) {
      const { status, json } = await harness.send(refused);
      expect([status, json.error.code]).toEqual([400, -32600]);
    }
    expect((await harness.send({ body: batch, headers: { 'mcp-session-id': 'nope' } })).status).toBe(404);
  });
});
