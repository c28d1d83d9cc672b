import { startFakeUpstream, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import type { UpstreamTarget, UpstreamWatch } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import type { McpUpstreamConnector } from './connector.js';
import { ScriptedWatcher } from './testing/scripted-watcher.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './testing/upstream-fixtures.js';

const TOOLS = 'notifications/tools/list_changed';
const UPDATED = 'notifications/resources/updated';
const closing: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

interface Stage {
  readonly fake: FakeUpstream;
  readonly connector: McpUpstreamConnector;
  readonly target: UpstreamTarget;
  watch(...uris: string[]): { readonly watcher: ScriptedWatcher; readonly watch: UpstreamWatch };
}
async function stage(options: FakeUpstreamOptions): Promise<Stage> {
  const resources = ['test://a', 'test://b', 'test://c'].map((uri) => ({ uri, name: uri }));
  const fake = await startFakeUpstream({ resources, ...options });
  const connector = loopbackConnector();
  closing.push(connector, fake);
  const target = targetFor(fake.url, options.era === 'sse' ? { transport: { type: 'sse', url: fake.url } } : {});
  return {
    fake,
    connector,
    target,
    watch: (...uris) => {
      const watcher = new ScriptedWatcher();
      const watch = connector.watch(target, uris, watcher);
      closing.unshift(watch);
      return { watcher, watch };
    },
  };
}

const SERVERS: [string, FakeUpstreamOptions][] = [
  ['modern', { era: 'modern' }],
  ['legacy', { era: 'legacy', sessions: true }],
  ['legacy with event ids', { era: 'legacy', sessions: true, eventIds: true }],
  ['HTTP+SSE', { era: 'sse' }],
];
describe.each(SERVERS)('a watch over a %s server', (_name, options) => {
  test('tells of changed lists and of the resources asked for, and of nothing else', async () => {
    const { fake, watch } = await stage(options);
    const { watcher } = watch('test://a');
    await watcher.times('opened test://a');
    fake.tell(UPDATED, { uri: 'test://b' });
    fake.tell(UPDATED, { uri: 'test://a' });
    fake.tell(TOOLS);
    await watcher.times(TOOLS);
    expect(watcher.told).toEqual(['opened test://a', `${UPDATED} test://a`, TOOLS]);
  });

  test('changes which resources it is about', async () => {
    const { fake, watch } = await stage(options);
    const { watcher, watch: open } = watch('test://a');
    await watcher.times('opened test://a');
    open.change(['test://b', 'test://c']);
    await watcher.times('opened test://b test://c');
    fake.tell(UPDATED, { uri: 'test://a' });
    fake.tell(UPDATED, { uri: 'test://c' });
    await watcher.times(`${UPDATED} test://c`);
    expect(watcher.told).toEqual(['opened test://a', 'opened test://b test://c', `${UPDATED} test://c`]);
    open.change([]);
    await watcher.times('opened');
  });

  test('is about as many resources as the gateway watches one server for, and no more', async () => {
    const { watch } = await stage({ ...options, templates: [{ uriTemplate: 'many://{id}', name: 'many' }] });
    const max = LIMITS.watchedUrisPerServerMax;
    const uris = Array.from({ length: max + 5 }, (_, at) => `many://${at}`);
    const { watcher } = watch(...uris);
    await watcher.times(['opened', ...uris.slice(0, max)].join(' '));
  });

  test('holds nothing open once it is closed, and tells nothing more', async () => {
    const { fake, connector, target, watch } = await stage(options);
    const { watcher, watch: open } = watch('test://a');
    await watcher.times('opened test://a');
    open.close();
    open.close();
    await connector.send(target, callRequest('echo'), quiet());
    const other = watch();
    await other.watcher.times('opened');
    fake.tell(TOOLS);
    await other.watcher.times(TOOLS);
    expect(watcher.told).toEqual(['opened test://a']);
    const { standing, listen } = fake.openStreams;
    expect(standing + listen).toBeLessThanOrEqual(options.era === 'sse' ? 2 : 1);
  });

  test('says that the server is lost, tries again, and is there again', async () => {
    const { fake, watch } = await stage(options);
    const { watcher } = watch('test://a');
    await watcher.times('opened test://a');
    fake.forgetSessions();
    await watcher.times('opened test://a', 2);
    expect(watcher.told).toEqual(['opened test://a', 'lost', 'opened test://a']);
    fake.tell(UPDATED, { uri: 'test://a' });
    await watcher.times(`${UPDATED} test://a`);
  });

  test('ends with the release of its target', async () => {
    const { fake, connector, target, watch } = await stage(options);
    const { watcher } = watch('test://a');
    await watcher.times('opened test://a');
    connector.release(target.key);
    const other = await startFakeUpstream({ era: 'modern' });
    closing.push(other);
    await connector.send(targetFor(other.url), callRequest('echo'), quiet());
    fake.tell(TOOLS);
    expect(watcher.told).toEqual(['opened test://a']);
  });

  test('does not mix with calls', async () => {
    const { fake, connector, target, watch } = await stage(options);
    const { watcher } = watch('test://a');
    await watcher.times('opened test://a');
    fake.script('work', (each) => {
      each.log('info', 'of the call');
      each.progress(1);
      return {};
    });
    await connector.send(target, callRequest('work', {}, { wantsProgress: true }), quiet());
    fake.tell(TOOLS);
    await watcher.times(TOOLS);
    expect(watcher.told).toEqual(['opened test://a', TOOLS]);
  });

  test('survives a flood', async () => {
    const { fake, watch } = await stage(options);
    const { watcher } = watch();
    await watcher.times('opened');
    for (let count = 0; count < 3_000; count++) fake.tell(TOOLS);
    await watcher.times(TOOLS, 900);
    expect(watcher.told.length).toBeLessThan(3_000);
  });
});

test('a watch over a server that declares no changes asks for none', async () => {
  for (const options of [{ era: 'modern' }, { era: 'legacy', sessions: true }] as const) {
    const { fake, watch } = await stage({ ...options, capabilities: { tools: {}, resources: {} } });
    const { watcher } = watch('test://a');
    await watcher.times('opened');
    expect(fake.messages('GET')).toHaveLength(0);
    expect(fake.messages('subscriptions/listen')).toHaveLength(0);
  }
});

test('a watch over a server without a stream of its own is open for nothing', async () => {
  const { fake, watch } = await stage({ era: 'legacy', sessions: true, getStreams: false });
  const { watcher } = watch('test://a');
  await watcher.times('opened');
  expect(watcher.told).toEqual(['opened']);
  await fake.arrival('GET');
});

test('a watch over a server that is away says so, and is there when the server is', async () => {
  const { fake, watch } = await stage({ era: 'modern' });
  fake.misbehave('server/discover', ({ response }) => void response.writeHead(401).end());
  const { watcher } = watch();
  await watcher.times('lost');
  fake.misbehave('server/discover', undefined);
  await watcher.times('opened');
  expect(watcher.told).toEqual(['lost', 'opened']);
});

test('a modern watch believes only what carries its own subscription id', async () => {
  const { fake, watch } = await stage({ era: 'modern' });
  const { watcher } = watch();
  await watcher.times('opened');
  const forged = { jsonrpc: '2.0', method: TOOLS, params: { _meta: { 'io.modelcontextprotocol/subscriptionId': 'other' } } };
  fake.tellRaw(`data: ${JSON.stringify(forged)}\n\ndata: ${JSON.stringify({ jsonrpc: '2.0', method: TOOLS })}\n\n`);
  fake.tell('notifications/prompts/list_changed');
  fake.tell('notifications/resources/list_changed');
  await watcher.times('notifications/resources/list_changed');
  expect(watcher.told).toEqual(['opened', 'notifications/resources/list_changed']);
});

test('a stream with event ids that ends for a while is gone on with, and nothing is lost', async () => {
  const { fake, watch } = await stage({ era: 'legacy', sessions: true, eventIds: true });
  const { watcher } = watch('test://a');
  await watcher.times('opened test://a');
  const resumed = new Promise<void>((resolve) =>
    fake.misbehave('GET', ({ request, behave }) => {
      if (request.headers['last-event-id'] !== undefined) resolve();
      behave();
    }),
  );
  await fake.dropConnections();
  await resumed;
  fake.tell(TOOLS);
  await watcher.times(TOOLS);
  expect(watcher.told).toEqual(['opened test://a', TOOLS]);
});

test('junk on a watched stream loses that watch alone', async () => {
  const { fake, connector, target, watch } = await stage({ era: 'modern' });
  const { watcher } = watch();
  await watcher.times('opened');
  fake.tellRaw('data: {nonsense\n\n');
  await watcher.times('lost');
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.kind).toBe('result');
  await watcher.times('opened', 2);
});

test('the built-in server never changes', async () => {
  const connector = loopbackConnector();
  closing.push(connector);
  const watcher = new ScriptedWatcher();
  const watch = connector.watch({ ...targetFor('https://unused.test'), transport: { type: 'builtin', name: 'demo' } }, ['x:y'], watcher);
  await watcher.times('opened');
  watch.close();
});
