import { exposureRoute, GatewayHarness, legacy, modern, TAKES_STREAMS, workspaceRoute, type Sent } from './testing/index.js';

const INITIALIZE = legacy('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } }, 7);
const NOTIFICATION = { jsonrpc: '2.0', method: 'notifications/roots/list_changed' };
const RESPONSE = { jsonrpc: '2.0', id: 'q1', result: {} };
const BURST = 10;

/** A gateway whose token has a small rate, and a session of that token. */
async function given(): Promise<{ readonly harness: GatewayHarness; readonly headers: Record<string, string> }> {
  const limits = { ratePerSecond: 1, burst: BURST, concurrency: 2 };
  const harness = new GatewayHarness({ one: { tools: [{ name: 'echo' }] } }, [workspaceRoute([exposureRoute('one')], { limits })]);
  return { harness, headers: await harness.legacySession() };
}

describe('the rate of a token counts', () => {
  it.each<[string, (headers: Record<string, string>) => Sent, number, unknown]>([
    ['the opening of streams', (headers) => ({ method: 'GET', headers }), 200, null],
    ['initialize', () => ({ body: INITIALIZE, headers: TAKES_STREAMS }), 200, 7],
    ['notifications', (headers) => ({ body: NOTIFICATION, headers }), 202, null],
    ['notifications without a session', () => ({ body: NOTIFICATION }), 202, null],
    ['notifications of modern clients', () => noIdOf(modern('notifications/cancelled', { requestId: 1 })), 202, null],
    ['responses', (headers) => ({ body: RESPONSE, headers }), 202, null],
    ['requests', (headers) => ({ body: legacy('tools/list', undefined, 7), headers }), 200, 7],
  ])('%s', async (_what, sentWith, accepted, id) => {
    const { harness, headers } = await given();
    const send = () => harness.send(sentWith(headers));
    // The session took one.
    for (let count = 1; count < BURST; count++) expect((await send()).status).toBe(accepted);
    const refused = await send();
    expect([refused.status, refused.headers['retry-after'], refused.json.error.data.reason]).toEqual([429, '1', 'gateway.rate-limited']);
    expect(refused.json.id ?? null).toBe(id);
    expect((await harness.send({ ...sentWith(headers), principal: { tokenId: 'tok_2' } })).status).not.toBe(429);
    harness.clock.advance(1_000);
    expect((await send()).status).toBe(accepted);
  });

  it('what takes no place among the requests under way', async () => {
    const { harness, headers } = await given();
    const streams = [];
    for (let count = 0; count < 4; count++) streams.push((await harness.send({ method: 'GET', headers })).status);
    expect(streams).toEqual([200, 200, 200, 200]);
    expect((await harness.send({ body: legacy('tools/list'), headers })).status).toBe(200);
  });

  it('no end of a session, so that a busy client can always leave', async () => {
    const { harness, headers } = await given();
    for (let count = 0; count < BURST; count++) await harness.send({ body: NOTIFICATION, headers });
    expect((await harness.send({ method: 'DELETE', headers })).status).toBe(204);
  });

  it('a refused answer to a question as none: it can be given again', async () => {
    const { harness, headers } = await given();
    const session = await harness.sessions.find('ws_acme:tok_1', headers['mcp-session-id']!);
    const answers: unknown[] = [];
    const idText = (session as { questions: { add(answered: (answer: unknown) => void): string } }).questions.add((answer) =>
      answers.push(answer),
    );
    for (let count = 1; count < BURST; count++) await harness.send({ body: NOTIFICATION, headers });
    const body = { jsonrpc: '2.0', id: JSON.parse(idText) as string, result: { action: 'accept' } };
    expect((await harness.send({ body, headers })).status).toBe(429);
    expect(answers).toEqual([]);
    harness.clock.advance(1_000);
    expect((await harness.send({ body, headers })).status).toBe(202);
    expect(answers).toEqual([{ kind: 'result', text: '{"action":"accept"}' }]);
  });
});

/** A request made a notification. */
function noIdOf({ body, headers }: { readonly body: object; readonly headers: Record<string, string> }): Sent {
  const { id: _, ...rest } = body as Record<string, unknown>;
  return { body: rest, headers };
}
