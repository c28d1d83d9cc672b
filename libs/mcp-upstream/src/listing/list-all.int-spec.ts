import { misbehaviours, startFakeUpstream, type FakeTool, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import type { UpstreamToolList } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import { loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
async function stage(
  options: FakeUpstreamOptions,
): Promise<{ fake: FakeUpstream; connector: McpUpstreamConnector; list: () => Promise<UpstreamToolList> }> {
  const fake = await startFakeUpstream(options);
  const connector = loopbackConnector();
  closing.push(connector, fake);
  const target = targetFor(fake.url);
  return { fake, connector, list: () => connector.listTools(target, quiet()) };
}
const tool = (name: string, extra: Record<string, unknown> = {}): FakeTool => ({ name, inputSchema: { type: 'object' }, ...extra });
const names = ({ tools }: UpstreamToolList): string[] => tools.map(({ name }) => name);

describe.each(['modern', 'legacy'] as const)('tools of a %s server', (era) => {
  test('come from all pages, in order, with every member as it was written', async () => {
    const tools = Array.from({ length: 25 }, (_, index) => tool(`tool-${index}`, { 'x-vendor': index, _meta: { a: [index] } }));
    const { fake, list } = await stage({ era, tools, pageSize: 10, instructions: 'Be kind' });
    const listed = await list();
    expect(listed).toMatchObject({ era, instructions: 'Be kind' });
    expect(listed.tools.map(({ text }) => JSON.parse(text) as unknown)).toEqual(tools);
    expect(fake.messages('tools/list').map(({ message }) => message.params?.['cursor'])).toEqual([undefined, '10', '20']);
  });
  test('are dropped one by one where they are unusable', async () => {
    const tools = [
      tool('good'),
      { inputSchema: {} } as unknown as FakeTool,
      tool(''),
      7 as unknown as FakeTool,
      null as unknown as FakeTool,
      tool('large', { description: 'x'.repeat(70_000) }),
      tool('good', { description: 'second' }),
      tool('last'),
    ];
    const { list } = await stage({ era, tools });
    const listed = await list();
    expect(names(listed)).toEqual(['good', 'last']);
    expect(listed.tools[0]!.text).not.toContain('second');
  });
  test('end at a thousand', async () => {
    const { list } = await stage({ era, tools: Array.from({ length: 1_300 }, (_, index) => tool(`t${index}`)), pageSize: 300 });
    expect(names(await list())).toHaveLength(1_000);
  });
  test('end at 8 MiB', async () => {
    const { list } = await stage({
      era,
      tools: Array.from({ length: 200 }, (_, index) => tool(`t${index}`, { description: 'x'.repeat(60_000) })),
      pageSize: 50,
    });
    const bytes = (await list()).tools.reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes).toBeGreaterThan(7 * 1024 * 1024);
    expect(bytes).toBeLessThanOrEqual(8 * 1024 * 1024);
  });
  test('are asked for once more when the connection breaks', async () => {
    const { fake, list } = await stage({ era });
    let breaks = 1;
    fake.misbehave('tools/list', (exchange) => (breaks-- > 0 ? misbehaviours.closeBeforeAnswer()(exchange) : exchange.behave()));
    expect(names(await list())).toHaveLength(2);
    expect(fake.messages('tools/list')).toHaveLength(2);
  });
  test('are a failure where the server gives no list', async () => {
    const { fake, list } = await stage({ era });
    fake.misbehave('tools/list', misbehaviours.error(200, -32603));
    await expect(list()).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
    fake.misbehave(
      'tools/list',
      ({ response, message }) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ jsonrpc: '2.0', id: message.id, result: { tools: 'none' } })),
    );
    await expect(list()).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
  });
  test('end where a cursor repeats', async () => {
    const { fake, list } = await stage({ era });
    fake.misbehave(
      'tools/list',
      ({ response, message }) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ jsonrpc: '2.0', id: message.id, result: { tools: [tool('only')], nextCursor: 'again' } })),
    );
    expect(names(await list())).toEqual(['only']);
    expect(fake.messages('tools/list')).toHaveLength(2);
  });
  test('give up after five seconds, however the server stalls', async () => {
    const { fake, list } = await stage({ era });
    fake.misbehave('tools/list', misbehaviours.drip(200, 'text/event-stream'));
    await expect(list()).rejects.toMatchObject({ code: 'gateway.upstream-timeout' });
  }, 10_000);
});

test('a modern tool whose header annotation breaks the rules is dropped, alone', async () => {
  const annotated = (type: string): Record<string, unknown> => ({
    inputSchema: { type: 'object', properties: { region: { type, 'x-mcp-header': 'Region' } } },
  });
  const { list } = await stage({
    era: 'modern',
    tools: [tool('fine', annotated('string')), tool('broken', annotated('number')), tool('plain')],
  });
  expect(names(await list())).toEqual(['fine', 'plain']);
});
