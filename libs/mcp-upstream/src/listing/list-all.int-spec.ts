import { FakeError, misbehaviours, startFakeUpstream, type FakeItem, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import { LIST_KINDS, type ListKind, type UpstreamList } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import { loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';
import { KINDS_ON_WIRE } from './list-kind.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

interface Stage {
  readonly fake: FakeUpstream;
  readonly connector: McpUpstreamConnector;
  list(kind?: ListKind): Promise<UpstreamList>;
}
async function stage(options: FakeUpstreamOptions): Promise<Stage> {
  const fake = await startFakeUpstream({ sessions: true, ...options });
  const connector = loopbackConnector();
  closing.push(connector, fake);
  const target = targetFor(fake.url, { era: options.era === 'sse' ? 'sse' : 'auto' });
  return { fake, connector, list: (kind = 'tools') => connector.list(target, kind, quiet()) };
}

const tool = (name: string, extra: FakeItem = {}): FakeItem & { name: string } => ({ name, inputSchema: { type: 'object' }, ...extra });
/** An entry of a kind, with its key as the kind has it. */
const entry = (kind: ListKind, key: string, extra: FakeItem = {}): FakeItem & { name: string } => ({
  name: key,
  [KINDS_ON_WIRE[kind].key]: key,
  ...(kind === 'tools' && { inputSchema: { type: 'object' } }),
  ...extra,
});
const keys = ({ items }: UpstreamList): string[] => items.map(({ key }) => key);

describe.each(LIST_KINDS)('%s', (kind) => {
  const { method, member } = KINDS_ON_WIRE[kind];
  describe.each(['modern', 'legacy', 'sse'] as const)('of a %s server', (era) => {
    test('come from all pages, in order, with every member as it was written', async () => {
      const items = Array.from({ length: 25 }, (_, index) => entry(kind, `x-${index}`, { 'x-vendor': index, _meta: { a: [index] } }));
      const { fake, list } = await stage({ era, [kind]: items, pageSize: 10, instructions: 'Be kind' });
      const listed = await list(kind);
      expect(listed.facts).toMatchObject({ era: era === 'modern' ? 'modern' : 'legacy', instructions: 'Be kind' });
      expect(listed.items.map(({ text }) => JSON.parse(text) as unknown)).toEqual(items);
      expect(keys(listed)).toEqual(items.map(({ name }) => name));
      expect(fake.messages(method).map(({ message }) => message.params?.['cursor'])).toEqual([undefined, '10', '20']);
    });
    test('are dropped one by one where they are unusable', async () => {
      const items = [
        entry(kind, 'good'),
        { inputSchema: {} },
        entry(kind, ''),
        7,
        null,
        [],
        entry(kind, 'x'.repeat(9_000)),
        entry(kind, 'large', { description: 'x'.repeat(70_000) }),
        entry(kind, 'good', { description: 'second' }),
        entry(kind, 'last'),
      ] as FakeItem[];
      const { list } = await stage({ era, [kind]: items });
      const listed = await list(kind);
      expect(keys(listed)).toEqual(['good', 'last']);
      expect(listed.items[0]!.text).not.toContain('second');
      expect(listed.leftOut).toEqual([{ key: 'large', reason: expect.stringContaining('64 KB at most') as string }]);
    });
    test('are none where the server does not know the method', async () => {
      const { fake, list } = await stage({ era, [kind]: [entry(kind, 'good')] });
      fake.script(method, () => {
        throw new FakeError(-32601, 'Method not found');
      });
      expect(keys(await list(kind))).toEqual([]);
    });
    test('are a failure where the server gives something else', async () => {
      const { fake, list } = await stage({ era, [kind]: [] });
      fake.script(method, () => {
        throw new FakeError(-32603, 'Broken');
      });
      await expect(list(kind)).rejects.toMatchObject({ code: 'gateway.upstream-broken', message: expect.stringContaining('-32603') });
      fake.script(method, () => ({ [member]: 'none', resultType: 'complete' }));
      await expect(list(kind)).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
    });
  });
});

describe.each(['modern', 'legacy', 'sse'] as const)('lists of a %s server', (era) => {
  test('that it does not declare are empty without a request; tools are asked for in any case', async () => {
    const { fake, list } = await stage({ era, capabilities: {}, prompts: [{ name: 'p' }], resources: [{ uri: 'test://1' }] });
    for (const kind of ['prompts', 'resources', 'templates'] as const) expect(keys(await list(kind))).toEqual([]);
    expect(keys(await list('tools'))).toEqual(['echo', 'Second.Tool']);
    for (const method of ['prompts/list', 'resources/list', 'resources/templates/list']) expect(fake.messages(method)).toEqual([]);
  });
  test('tell what the server declared', async () => {
    const { list } = await stage({ era, prompts: [], complete: () => [] });
    expect((await list('prompts')).facts.capabilities).toMatchObject({ prompts: { listChanged: true }, completions: {} });
  });
  test('hold what is offered only to clients that can do everything', async () => {
    const able = (capabilities: FakeItem): boolean =>
      'sampling' in capabilities && 'elicitation' in capabilities && 'roots' in capabilities;
    const { list } = await stage({ era, tools: (capabilities) => [tool('plain'), ...(able(capabilities) ? [tool('asks')] : [])] });
    expect(keys(await list())).toEqual(['plain', 'asks']);
  });
  test('end at a thousand, and say so of the first hundred behind it', async () => {
    const { list } = await stage({ era, tools: Array.from({ length: 1_300 }, (_, index) => tool(`t${index}`)), pageSize: 300 });
    const listed = await list();
    expect(keys(listed)).toHaveLength(1_000);
    expect(listed.leftOut).toHaveLength(100);
    expect(listed.leftOut![0]).toEqual({ key: 't1000', reason: expect.stringContaining('1,000 entries') as string });
  });
  test('end at 8 MiB', async () => {
    const tools = Array.from({ length: 200 }, (_, index) => tool(`t${index}`, { description: 'x'.repeat(60_000) }));
    const { list } = await stage({ era, tools, pageSize: 50 });
    const bytes = (await list()).items.reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes).toBeGreaterThan(7 * 1024 * 1024);
    expect(bytes).toBeLessThanOrEqual(8 * 1024 * 1024);
  });
  test('end where a cursor repeats, and at a hundred pages', async () => {
    const { fake, list } = await stage({ era });
    fake.script('tools/list', () => ({ tools: [tool('only')], nextCursor: 'again', resultType: 'complete' }));
    expect(keys(await list())).toEqual(['only']);
    expect(fake.messages('tools/list')).toHaveLength(2);
    let page = 0;
    fake.script('tools/list', () => ({ tools: [tool('only')], nextCursor: String(page++), resultType: 'complete' }));
    expect(keys(await list())).toEqual(['only']);
    expect(page).toBe(100);
  });
  test('are asked for once more when the connection breaks', async () => {
    const { fake, list } = await stage({ era });
    await list();
    let breaks = 1;
    fake.misbehave('tools/list', (exchange) => (breaks-- > 0 ? misbehaviours.closeBeforeAnswer()(exchange) : exchange.behave()));
    expect(keys(await list())).toHaveLength(2);
    expect(fake.messages('tools/list')).toHaveLength(3);
  });
  test('give up after five seconds, however the server stalls', async () => {
    const { fake, list } = await stage({ era });
    fake.script('tools/list', (call) => call.cancelled);
    await expect(list()).rejects.toMatchObject({ code: 'gateway.upstream-timeout' });
  }, 10_000);
});

describe.each(['legacy', 'sse'] as const)('a %s server that asks its client something before it lists', (era) => {
  test.each([
    ['ping', { result: {} }],
    ['roots/list', { result: { roots: [] } }],
    ['sampling/createMessage', { error: { code: -32601 } }],
    ['elicitation/create', { error: { code: -32601 } }],
  ])('gets an answer to %s', async (method, answer) => {
    const { fake, list } = await stage({ era });
    fake.script('tools/list', async (call) => {
      const said = await call.ask(method, {});
      return { tools: [tool(JSON.stringify(said).slice(0, 1_000))] };
    });
    expect(JSON.parse(keys(await list())[0]!)).toMatchObject(answer);
  });
});

test('a modern tool whose header annotation breaks the rules is dropped, alone', async () => {
  const annotated = (type: string): FakeItem => ({
    inputSchema: { type: 'object', properties: { region: { type, 'x-mcp-header': 'Region' } } },
  });
  const { list } = await stage({
    era: 'modern',
    tools: [tool('fine', annotated('string')), tool('broken', annotated('number')), tool('plain')],
  });
  const listed = await list();
  expect(keys(listed)).toEqual(['fine', 'plain']);
  expect(listed.leftOut).toEqual([{ key: 'broken', reason: expect.stringContaining('header annotation') as string }]);
});

test.each<[unknown, unknown, Partial<UpstreamList>]>([
  [60_000, 'public', { ttlMs: 60_000, isPublic: true }],
  [0, 'private', { ttlMs: 0, isPublic: false }],
  [-5, 'public', { ttlMs: 0, isPublic: true }],
  ['60000', 'PUBLIC', { isPublic: false }],
  [1.5, null, { isPublic: false }],
])(
  'a modern server that says ttlMs %j and cacheScope %j is taken at its word where that can be read',
  async (ttlMs, cacheScope, expected) => {
    const { list } = await stage({ era: 'modern', hints: { ttlMs, cacheScope } });
    const { items: _items, facts: _facts, ...hints } = await list();
    expect(hints).toEqual(expected);
  },
);

test('of the pages of a list, the shortest time counts, and one private page makes it private', async () => {
  const { fake, list } = await stage({ era: 'modern' });
  fake.script('tools/list', ({ params }) =>
    params['cursor'] === 'b'
      ? { tools: [], ttlMs: 5, cacheScope: 'private' }
      : { tools: [tool('a')], nextCursor: 'b', ttlMs: 90, cacheScope: 'public' },
  );
  expect(await list()).toMatchObject({ ttlMs: 5, isPublic: false });
});

test('hints of a legacy server are no hints', async () => {
  const { fake, list } = await stage({ era: 'legacy' });
  fake.script('tools/list', () => ({ tools: [], ttlMs: 60_000, cacheScope: 'public' }));
  const { ttlMs, isPublic } = await list();
  expect([ttlMs, isPublic]).toEqual([undefined, undefined]);
});
