import { GatewayHarness, type ScriptedServer } from '../testing/index.js';
import type { Catalog } from './compile-catalog.js';

const ui = (uri: string): object => ({ _meta: { ui: { resourceUri: uri } } });
const servers = (resources: ScriptedServer['resources']): Record<string, ScriptedServer> => ({
  one: { tools: [{ name: 'a' }], resources, prompts: [{ name: 'p' }] },
  two: { tools: [{ name: 'b', ...ui('ui://b') }] },
});

/** The catalogue before and after the lists of one server changed. */
async function across(change: Partial<ScriptedServer>): Promise<readonly [Catalog, Catalog]> {
  const harness = new GatewayHarness(servers([{ uri: 'test://a' }]));
  const look = async (): Promise<Catalog> => {
    await harness.gateway.describe('acme', 'prompts');
    await harness.gateway.describe('acme', 'resources');
    return (await harness.gateway.describe('acme', 'tools'))!.catalog;
  };
  const before = await look();
  Object.assign(harness.connector.servers['one']!, change);
  harness.clock.advance(6_000);
  return [before, await look()];
}

describe('what a workspace publishes', () => {
  it('is the same object as long as no list changed', async () => {
    const [before, after] = await across({});
    expect(after.tools === before.tools && after.prompts === before.prompts && after.resources === before.resources).toBe(true);
  });

  it('keeps its tools and prompts where resources changed', async () => {
    const [before, after] = await across({ resources: [{ uri: 'test://b' }] });
    expect([after.tools === before.tools, after.prompts === before.prompts]).toEqual([true, true]);
    expect(after.resources.resources.map(({ publishedName }) => publishedName)).toEqual(['test://b']);
  });

  it('writes the tools anew where a resource of theirs is published in another form', async () => {
    const [before, after] = await across({ resources: [{ uri: 'ui://b' }] });
    expect(before.tools.byName.get('b')?.text).toContain('"ui://b"');
    expect(after.tools.byName.get('b')?.text).toContain('"ui://via-two+b"');
  });
});
