import { GatewayHarness, legacy } from './testing/index.js';

const harness = (): GatewayHarness => new GatewayHarness({ one: { tools: [{ name: 'echo' }] } });

describe('what is not let in', () => {
  it.each([
    ['a foreign Origin', { headers: { origin: 'https://evil.example' }, body: legacy('ping') }, 403, 'gateway.origin-denied'],
    ['a foreign Host on loopback', { headers: { host: 'evil.example' }, body: legacy('ping') }, 403, 'gateway.origin-denied'],
    ['another content type', { headers: { 'content-type': 'text/plain' }, body: legacy('ping') }, 415, 'gateway.unsupported-media-type'],
    ['malformed JSON', { body: '{"jsonrpc":' }, 400, 'gateway.malformed'],
    ['a duplicate key', { body: '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/list"}' }, 400, 'gateway.invalid-message'],
    [
      'nesting past 64',
      { body: `{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":${'['.repeat(70)}${']'.repeat(70)}}}` },
      400,
      'gateway.invalid-message',
    ],
    ['an id that is no id', { body: legacy('ping', undefined, 1.5) }, 400, 'gateway.invalid-message'],
    ['params that are no object', { body: { jsonrpc: '2.0', id: 1, method: 'ping', params: [1] } }, 400, undefined],
    ['a number', { body: '7' }, 400, 'gateway.invalid-message'],
    ['an empty body', { body: '' }, 400, 'gateway.malformed'],
    ['an empty batch', { body: [] }, 400, 'gateway.invalid-message'],
    ['an unknown revision', { body: legacy('ping'), headers: { 'mcp-protocol-version': '2031-01-01' } }, 400, undefined],
  ])('%s is refused', async (_, sent, status, reason) => {
    const answer = await harness().send(sent);
    expect(answer.status).toBe(status);
    if (reason) expect(answer.json.error.data.reason).toBe(reason);
    expect(answer.calls).toEqual([]);
  });

  it('a token of another workspace is not valid here', async () => {
    const answer = await harness().send({ body: legacy('ping'), principal: { workspaceId: 'ws_other' } });
    expect(answer.status).toBe(401);
    expect((await harness().send({ body: legacy('ping'), slug: 'nope' })).status).toBe(401);
  });

  it('a gateway that stops finishes what it has and takes nothing new', async () => {
    let release: () => void = () => undefined;
    const stopping = new GatewayHarness({
      one: { tools: [{ name: 'echo' }], call: () => new Promise<string>((resolve) => (release = () => resolve('{"content":[]}'))) },
    });
    await stopping.gateway.describe('acme', 'tools');
    const last = stopping.send({ body: legacy('tools/call', { name: 'echo' }) });
    while (stopping.connector.sent.length === 0) await Promise.resolve();
    const drained = stopping.gateway.drain();
    const late = await stopping.send({ body: legacy('ping') });
    expect([late.status, late.headers['retry-after']]).toEqual([503, '5']);
    release();
    expect((await last).status).toBe(200);
    await drained;
  });
});
