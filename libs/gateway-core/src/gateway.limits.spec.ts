import { exposureRoute, GatewayHarness, legacy, tableOf, workspaceRoute } from './testing/index.js';
import type { LimitRules } from './limits/limit-rules.js';

const RULES: LimitRules = { tokens: new Map(), tools: new Map() };
const SERVERS = { one: { tools: [{ name: 'echo' }, { name: 'other' }] }, two: { tools: [{ name: 'far' }] } };

function given(rules: Partial<LimitRules>): GatewayHarness {
  return new GatewayHarness(SERVERS, [
    workspaceRoute([exposureRoute('one'), exposureRoute('two', { createdAt: 2_000 })], { limitRules: { ...RULES, ...rules } }),
  ]);
}
const call = (name: string) => legacy('tools/call', { name, arguments: {} });
const outcomeOf = (answer: { json: any; status: number }) => [answer.status, answer.json.error?.data?.reason ?? 'ok'];

describe('the limits of a workspace', () => {
  it('count all of its tokens together', async () => {
    const harness = given({ workspace: { ratePerSecond: 1, burst: 2 } });
    expect((await harness.send({ body: call('echo'), principal: { tokenId: 'tok_a' } })).status).toBe(200);
    expect((await harness.send({ body: call('echo'), principal: { tokenId: 'tok_b' } })).status).toBe(200);
    const refused = await harness.send({ body: call('echo'), principal: { tokenId: 'tok_c' } });
    expect(outcomeOf(refused)).toEqual([429, 'gateway.rate-limited']);
    expect(refused.json.error.data.limit).toEqual({ scope: 'workspace', kind: 'rate', value: 1 });
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'ratelimit-policy': '"workspace";q=2;w=2',
      ratelimit: '"workspace";r=0;t=1',
    });
    expect(refused.calls[0]).toMatchObject({ outcome: 'limited', status: 429, reason: 'gateway.rate-limited', gate: 'rate' });
  });

  it('count each address, whatever its token, and no request whose address is not known', async () => {
    const harness = given({ address: { ratePerSecond: 1, burst: 1 } });
    const from = (address: string | undefined, tokenId: string) =>
      harness.send({ body: call('echo'), principal: { tokenId }, ...(address && { address }) });
    expect((await from('192.0.2.1', 'tok_a')).status).toBe(200);
    expect((await from('192.0.2.1', 'tok_b')).json.error.data.limit.scope).toBe('address');
    expect((await from('192.0.2.2', 'tok_b')).status).toBe(200);
    expect((await from(undefined, 'tok_b')).status).toBe(200);
  });

  it('give a token its own rate', async () => {
    const harness = given({ tokens: new Map([['tok_a', { ratePerSecond: 1, burst: 1, concurrency: 1 }]]) });
    const as = (tokenId: string) => harness.send({ body: call('echo'), principal: { tokenId } });
    expect([(await as('tok_a')).status, (await as('tok_a')).status, (await as('tok_b')).status]).toEqual([200, 429, 200]);
  });

  it('count the calls of a tool and nothing else', async () => {
    const harness = given({ tools: new Map([['one:echo', { ratePerSecond: 1, burst: 1 }]]) });
    expect((await harness.send({ body: call('echo') })).status).toBe(200);
    expect((await harness.send({ body: call('echo') })).json.error.data.limit).toEqual({ scope: 'tool', kind: 'rate', value: 1 });
    expect((await harness.send({ body: call('other') })).status).toBe(200);
    expect((await harness.send({ body: legacy('tools/list') })).status).toBe(200);
  });

  it('count all tools of a server that have no limit of their own together', async () => {
    const harness = given({
      tools: new Map([
        ['one:*', { callsPerDay: 1 }],
        ['one:other', { callsPerDay: 1 }],
      ]),
    });
    const outcomes = [];
    for (const name of ['echo', 'echo', 'other', 'other', 'far']) outcomes.push((await harness.send({ body: call(name) })).status);
    expect(outcomes).toEqual([200, 429, 200, 429, 200]);
  });

  it('say nothing of a tool that the token may not call, and let nobody use it up', async () => {
    const harness = given({ tools: new Map([['one:echo', { callsPerDay: 1 }]]) });
    const nothing = { allows: () => false, servers: [] } as never;
    for (let count = 0; count < 3; count++) {
      const refused = await harness.send({ body: call('echo'), principal: { tools: nothing } });
      expect(refused.json.error.data.reason).toBe('gateway.tool-unknown');
    }
    expect((await harness.send({ body: call('echo') })).status).toBe(200);
  });

  it('refuse calls beyond those of the day until the next one, in the words of MCP', async () => {
    const harness = given({ tokenCallsPerDay: 2 });
    for (let count = 0; count < 2; count++) expect((await harness.send({ body: call('echo') })).status).toBe(200);
    const refused = await harness.send({ body: call('echo') });
    expect(outcomeOf(refused)).toEqual([429, 'gateway.quota-spent']);
    expect(refused.json.id).toBe(1);
    expect(refused.headers['ratelimit-policy']).toBe('"token-day";q=2;w=86400');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.calls[0]).toMatchObject({ outcome: 'limited', reason: 'gateway.quota-spent', gate: 'quota' });
    expect((await harness.send({ body: legacy('tools/list') })).status).toBe(200);
    harness.clock.advance(Number(refused.headers['retry-after']) * 1_000);
    expect((await harness.send({ body: call('echo') })).status).toBe(200);
  });

  it('come into force with the next table, with what was counted before', async () => {
    const harness = given({ tokenCallsPerDay: 1 });
    await harness.send({ body: call('echo') });
    const raised = workspaceRoute([exposureRoute('one'), exposureRoute('two', { createdAt: 2_000 })], {
      limitRules: { ...RULES, tokenCallsPerDay: 2 },
    });
    harness.gateway.swap(tableOf([raised], 2));
    expect([(await harness.send({ body: call('echo') })).status, (await harness.send({ body: call('echo') })).status]).toEqual([200, 429]);
  });

  it('give the place of a tool back when its call is over', async () => {
    const harness = given({ tools: new Map([['one:echo', { concurrency: 1 }]]) });
    for (let count = 0; count < 3; count++) expect((await harness.send({ body: call('echo') })).status).toBe(200);
    const [first, second] = await Promise.all([harness.send({ body: call('echo') }), harness.send({ body: call('echo') })]);
    expect([first.status, second.status].sort()).toEqual([200, 429]);
  });
});
