import type { ExposureRoute } from './routing/route-table.js';
import type { UpstreamFailure } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, modern, tableOf, withCanary, workspaceRoute } from './testing/index.js';

const EXPOSURE = exposureRoute('one');
const own = (key: string) => ({ ...EXPOSURE.target, key });
const bench = (exposure: ExposureRoute = { ...EXPOSURE, personal: new Map([['usr_ada', own('key_ada')]]) }) => {
  const harness = new GatewayHarness({ one: { tools: [{ name: 'add' }] }, 'one@2': { tools: [{ name: 'add' }] } }, [
    workspaceRoute([exposure]),
  ]);
  const called = async (userId: string | null, tokenId = 'tok_1'): Promise<string | undefined> => {
    await harness.send({ principal: { userId, tokenId }, ...modern('tools/call', { name: 'add', arguments: {} }) });
    return harness.connector.sent.at(-1)?.targetKey;
  };
  return { harness, called };
};

describe('credentials of their own', () => {
  it('carry the calls of their owner and of nobody else', async () => {
    const { called } = bench();
    expect(await called('usr_ada')).toBe('key_ada');
    expect(await called('usr_bob')).toBe('key_one');
    expect(await called(null)).toBe('key_one');
  });

  it('carry the calls of legacy clients too', async () => {
    const { harness } = bench();
    await harness.send({ principal: { userId: 'usr_ada' }, body: legacy('tools/call', { name: 'add', arguments: {} }) });
    expect(harness.connector.sent.at(-1)?.targetKey).toBe('key_ada');
  });

  it('are enough to call where the workspace has none', async () => {
    const target = { ...EXPOSURE.target, missingCredentials: ['X-Api-Key'] };
    const { harness, called } = bench({ ...EXPOSURE, personal: new Map([['usr_ada', own('key_ada')]]) });
    await called('usr_ada');
    harness.gateway.swap(tableOf([workspaceRoute([{ ...EXPOSURE, target, personal: new Map([['usr_ada', own('key_ada')]]) }])]));
    expect(await called('usr_ada')).toBe('key_ada');
    const refused = await harness.send({ principal: { userId: 'usr_bob' }, ...modern('tools/call', { name: 'add', arguments: {} }) });
    expect(refused.json.error.data.reason).toBe('gateway.credential-missing');
  });

  it('of the pinned version are not those of its canary', async () => {
    const exposure = withCanary({ ...EXPOSURE, personal: new Map([['usr_ada', own('key_ada')]]) }, { tokenIds: ['tok_canary'] });
    const { called } = bench(exposure);
    expect(await called('usr_ada', 'tok_canary')).toBe('key_one@2');
    expect(await called('usr_ada')).toBe('key_ada');
  });

  it('let go of their connection when they end', async () => {
    const { harness } = bench();
    harness.gateway.swap(tableOf([workspaceRoute([EXPOSURE])]));
    expect(harness.connector.released).toEqual(['key_ada']);
  });
});

describe('accounts that people must have at a server', () => {
  const URL_MODE = { elicitation: { url: {} } };
  const call = { name: 'add', arguments: {} };
  const token = (failure?: UpstreamFailure) => ({
    current: () => (failure ? Promise.reject(failure) : Promise.resolve('Bearer of-ada')),
    renewed: () => Promise.resolve(undefined),
  });
  const withAccount = (authorization = token()) => new Map([['usr_ada', { ...own('key_ada'), authorization }]]);
  const start = (more: Partial<ExposureRoute> = {}) => bench({ ...EXPOSURE, needsAccount: true, ...more }).harness;
  const PAGE = /\/w\/acme\/connections\?connect=one$/;

  it('are asked for by a page, and the retry is a call like the first', async () => {
    const harness = start();
    const principal = { userId: 'usr_ada' };
    const asked = await harness.send({ principal, ...modern('tools/call', call, 1, { capabilities: URL_MODE }) });
    const { inputRequests, requestState, resultType } = asked.json.result;
    expect(resultType).toBe('input_required');
    expect(inputRequests.account.params).toMatchObject({ mode: 'url', url: expect.stringMatching(PAGE) });
    expect(harness.connector.sent).toEqual([]);
    harness.gateway.swap(tableOf([workspaceRoute([{ ...EXPOSURE, needsAccount: true, personal: withAccount() }])]));
    const retry = { ...call, requestState, inputResponses: { account: { action: 'accept' } } };
    await harness.send({ principal, ...modern('tools/call', retry, 2, { capabilities: URL_MODE }) });
    expect(harness.connector.sent.map(({ targetKey }) => targetKey)).toEqual(['key_ada']);
  });

  it('are asked for by the error of 2025-11-25 where the session’s client shows pages', async () => {
    const harness = start();
    const headers = await harness.legacySession('2025-11-25', URL_MODE);
    const { json } = await harness.send({ principal: { userId: 'usr_ada' }, headers, body: legacy('tools/call', call) });
    expect(json.error.code).toBe(-32042);
    expect(json.error.data.elicitations).toEqual([
      { mode: 'url', url: expect.stringMatching(PAGE), elicitationId: expect.any(String), message: expect.any(String) },
    ]);
  });

  it.each<[string, object]>([
    ['a modern client without pages', modern('tools/call', call)],
    ['a legacy client without a session', { body: legacy('tools/call', call) }],
  ])('are named with their page to %s', async (_, request) => {
    const { json } = await start().send({ principal: { userId: 'usr_ada' }, ...request } as Parameters<GatewayHarness['send']>[0]);
    expect(json.error).toMatchObject({
      code: -32603,
      message: expect.stringMatching(PAGE),
      data: { reason: 'gateway.account-needed', url: expect.stringMatching(PAGE) },
    });
  });

  it('are nobody else’s, and no service token has one', async () => {
    const harness = start({ personal: withAccount() });
    for (const userId of ['usr_bob', null]) {
      const { json } = await harness.send({ principal: { userId }, ...modern('tools/call', call) });
      expect(json.error.data.reason).toBe('gateway.account-needed');
    }
    expect(harness.connector.sent).toEqual([]);
  });
});
