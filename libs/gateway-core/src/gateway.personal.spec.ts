import type { ExposureRoute } from './routing/route-table.js';
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
