import { setMaxListeners } from 'node:events';
import {
  misbehaviours,
  resultText,
  startFakeUpstream,
  type FakeMessage,
  type FakeUpstream,
  type FakeUpstreamOptions,
} from '@mcpnest/testkit';
import type { UpstreamAnswer, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import { ScriptedListener } from '../testing/scripted-listener.js';
import { ScriptedWatcher } from '../testing/scripted-watcher.js';
import { callRequest, loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

interface Stage {
  readonly fake: FakeUpstream;
  readonly connector: McpUpstreamConnector;
  readonly target: UpstreamTarget;
  call(tool?: string, overrides?: Partial<UpstreamRequest>, signal?: AbortSignal): Promise<UpstreamAnswer>;
}
async function stage(options: FakeUpstreamOptions = {}): Promise<Stage> {
  const fake = await startFakeUpstream({ era: 'sse', ...options });
  const connector = loopbackConnector();
  closing.push(connector, fake);
  const target = targetFor(fake.url, { transport: { type: 'sse', url: fake.url } });
  const call: Stage['call'] = (tool = 'echo', overrides = {}, signal = quiet()) =>
    connector.send(target, callRequest(tool, {}, overrides), signal);
  return { fake, connector, target, call };
}
const event = (message: FakeMessage, result: unknown): string => `event: message\ndata: ${resultText(message, result)}\n\n`;
/** Takes calls and leaves them to the test. */
const hold = (fake: FakeUpstream): void => fake.misbehave('tools/call', ({ response }) => void response.writeHead(202).end());
const failureOf = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a connection over HTTP+SSE', () => {
  test('serves many calls at once, with every answer at its own call, in whatever order they come', async () => {
    const { fake, connector, target } = await stage();
    const held: FakeMessage[] = [];
    fake.misbehave('tools/call', ({ message, response }) => {
      response.writeHead(202).end();
      held.push(message);
      if (held.length % 50 > 0) return;
      for (const each of held.splice(0).reverse()) fake.tellRaw(event(each, { content: [], said: each.params?.['arguments'] }));
    });
    const calls = Array.from({ length: 150 }, (_, index) => connector.send(target, callRequest('echo', { index }), quiet()));
    const answers = await Promise.all(calls);
    expect(answers.map(({ reply }) => (JSON.parse(reply.resultText!) as { said: unknown }).said)).toEqual(
      calls.map((_, index) => ({ index })),
    );
    expect(fake.messages('GET')).toHaveLength(1);
  });

  test('that breaks ends the calls under way on it as sent, and is opened anew for the next', async () => {
    const { fake, call } = await stage();
    hold(fake);
    const sent = [call(), call()].map(failureOf);
    await fake.arrival('tools/call');
    await fake.arrival('tools/call');
    fake.closeStreams();
    for (const each of sent) expect(await each).toMatchObject({ code: 'gateway.upstream-broken', sent: true });
    fake.misbehave('tools/call', undefined);
    expect((await call()).reply.kind).toBe('result');
    expect(fake.messages('tools/call')).toHaveLength(3);
    expect(fake.messages('initialize')).toHaveLength(2);
  });

  test('that ends while nothing is under way is opened anew without anybody noticing', async () => {
    const { fake, call } = await stage();
    await call();
    fake.closeStreams();
    expect((await call()).reply.kind).toBe('result');
    expect(fake.messages('tools/call').length - fake.messages('initialize').length).toBeLessThanOrEqual(1);
  });

  test('that breaks while nothing is under way is opened anew without anybody noticing', async () => {
    const { fake, connector, target, call } = await stage();
    await call();
    const watcher = new ScriptedWatcher();
    connector.watch(target, [], watcher);
    await watcher.times('opened');
    await fake.dropConnections();
    await watcher.times('lost');
    await new Promise((resolve) => setImmediate(resolve));
    expect((await call()).reply.kind).toBe('result');
    expect(fake.messages('tools/call')).toHaveLength(2);
  });

  test('that the server has forgotten is opened anew, and the call done once', async () => {
    const { fake, call } = await stage();
    await call();
    let refusals = 1;
    let done = 0;
    fake.script('echo', () => ({ content: [], done: ++done }));
    fake.misbehave('tools/call', (exchange) => (refusals-- > 0 ? misbehaviours.status(404)(exchange) : exchange.behave()));
    expect((await call()).reply.resultText).toContain('"done":1');
    expect(fake.messages('initialize')).toHaveLength(2);
  });

  test.each(['https://evil.test/messages', '//127.0.0.1:1/messages', 'http://[', ''])(
    'whose server sends messages to %j is not used, and nothing is sent there',
    async (endpoint) => {
      const { fake, call } = await stage({ endpoint: () => endpoint });
      await expect(call()).rejects.toMatchObject({ code: 'gateway.upstream-denied', sent: false });
      expect(fake.received.map(({ verb }) => verb)).toEqual(['GET']);
    },
  );

  test.each<[number, string]>([
    [401, 'gateway.upstream-login-needed'],
    [403, 'gateway.upstream-login-needed'],
    [404, 'gateway.upstream-unsupported'],
    [429, 'gateway.upstream-overloaded'],
    [500, 'gateway.upstream-broken'],
    [307, 'gateway.upstream-redirected'],
  ])('refused with %i is %s', async (status, code) => {
    const { fake, call } = await stage();
    fake.misbehave('GET', ({ response }) => void response.writeHead(status, { location: '/elsewhere' }).end());
    await expect(call()).rejects.toMatchObject({ code, sent: false });
    expect(fake.received).toHaveLength(1);
  });

  test.each<[number, string]>([
    [401, 'gateway.upstream-login-needed'],
    [400, 'gateway.upstream-broken'],
    [503, 'gateway.upstream-overloaded'],
    [500, 'gateway.upstream-broken'],
  ])('on which a call is refused with %i fails that call alone, as %s', async (status, code) => {
    const { fake, call } = await stage();
    fake.misbehave('tools/call', misbehaviours.status(status));
    await expect(call()).rejects.toMatchObject({ code });
    fake.misbehave('tools/call', undefined);
    expect((await call()).reply.kind).toBe('result');
    expect(fake.messages('initialize')).toHaveLength(1);
  });

  test('takes a bounded number of calls at once', async () => {
    const { fake, connector, target } = await stage();
    hold(fake);
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const outcomes: Promise<unknown>[] = [];
    for (let index = 0; index < 256; index++) {
      outcomes.push(failureOf(connector.send(target, callRequest('echo'), stop.signal)));
      if (index % 100 === 99 || index === 255) while (fake.messages('tools/call').length <= index) await fake.arrival('tools/call');
    }
    await expect(connector.send(target, callRequest('echo'), quiet())).rejects.toMatchObject({
      code: 'gateway.upstream-overloaded',
      sent: false,
    });
    stop.abort(new Error('gone'));
    expect(await Promise.all(outcomes)).toEqual(Array(256).fill(new Error('gone')));
  });

  test('is closed when its target is released', async () => {
    const { fake, connector, target, call } = await stage();
    await call();
    expect(fake.openStreams.standing).toBe(1);
    const over = new Promise((resolve) =>
      fake.misbehave('GET', ({ response, behave }) => {
        response.on('close', resolve);
        behave();
      }),
    );
    fake.closeStreams();
    await call();
    connector.release(target.key);
    await over;
  });

  test('that names no endpoint is given up, not waited for', async () => {
    const { fake, call } = await stage();
    const over = new Promise((resolve) =>
      fake.misbehave('GET', ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(': nothing\n\n');
        response.on('close', resolve);
      }),
    );
    await expect(call('echo', { deadlineMs: 8_000 })).rejects.toMatchObject({ code: 'gateway.upstream-timeout', sent: false });
    await over;
  });
});

describe('on a connection over HTTP+SSE', () => {
  test('answers with foreign ids, second answers and answers to a call that was given up are ignored', async () => {
    const { fake, call } = await stage();
    hold(fake);
    const stop = new AbortController();
    const left = failureOf(call('echo', {}, stop.signal));
    const { message: leftMessage } = await fake.arrival('tools/call');
    stop.abort(new Error('gone'));
    expect(await left).toEqual(new Error('gone'));
    expect((await fake.arrival('notifications/cancelled')).message.params).toMatchObject({ requestId: leftMessage.id });
    const sent = call();
    const { message } = await fake.arrival('tools/call');
    fake.tellRaw(
      event(leftMessage, { late: true }) + event({ id: 'foreign' }, { foreign: true }) + event({ id: String(message.id) }, { text: true }),
    );
    fake.tellRaw(event(message, { right: true }) + event(message, { second: true }));
    expect((await sent).reply.resultText).toBe('{"right":true}');
  });

  test.each(['not json', '{"jsonrpc":"2.0"}', '[]', '{"jsonrpc":"2.0","id":1,"id":2,"result":{}}'])(
    'the event %j ends the only call under way, and nothing else',
    async (junk) => {
      const { fake, call } = await stage();
      hold(fake);
      const sent = failureOf(call());
      await fake.arrival('tools/call');
      fake.tellRaw(`data: ${junk}\n\n`);
      expect(await sent).toMatchObject({ code: 'gateway.upstream-broken', sent: true });
      const both = [call(), call()];
      const messages = [await fake.arrival('tools/call'), await fake.arrival('tools/call')];
      fake.tellRaw(`data: ${junk}\n\n`);
      for (const { message } of messages) fake.tellRaw(event(message, {}));
      for (const each of both) expect((await each).reply.kind).toBe('result');
      expect(fake.messages('initialize')).toHaveLength(1);
    },
  );

  test('an event larger than any answer may be ends the calls under way, and the connection', async () => {
    const { fake, call } = await stage();
    hold(fake);
    const sent = failureOf(call());
    await fake.arrival('tools/call');
    fake.tellRaw(`data: ${'x'.repeat(11 * 1024 * 1024)}`);
    expect(await sent).toMatchObject({ code: 'gateway.upstream-too-large', sent: true });
    fake.misbehave('tools/call', undefined);
    expect((await call()).reply.kind).toBe('result');
  });

  test('an error without an id is the answer to the only call under way', async () => {
    const { fake, call } = await stage();
    hold(fake);
    const sent = call();
    await fake.arrival('tools/call');
    fake.tellRaw('data: {"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"lost"}}\n\n');
    expect((await sent).reply.error?.code).toBe(-32603);
  });

  test('nobody hears what another caller is told: a message goes to the only call, progress by its token', async () => {
    const { fake, call } = await stage();
    const alone = new ScriptedListener();
    fake.script('echo', (each) => {
      each.log('info', 'for one');
      return {};
    });
    await call('echo', { listener: alone });
    expect(alone.notifications).toHaveLength(1);
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    fake.script('echo', async (each) => {
      await held;
      each.progress(Number(each.params['nr'] ?? 1));
      each.log('info', 'for whom?');
      return {};
    });
    const listeners = [new ScriptedListener(), new ScriptedListener()];
    const calls = listeners.map((listener) => call('echo', { listener, wantsProgress: true }));
    calls.push(call());
    for (let each = 0; each < 3; each++) await fake.arrival('tools/call');
    release();
    await Promise.all(calls);
    for (const { notifications } of listeners)
      expect(notifications.filter(({ method }) => method === 'notifications/progress')).toEqual([
        { method: 'notifications/progress', params: expect.objectContaining({ progress: 1 }) },
      ]);
    expect(listeners[0]!.notifications.filter(({ method }) => method === 'notifications/message')).toEqual([]);
  });

  test('a call whose answer never comes is given up at its deadline, however much else is said', async () => {
    const { fake, call } = await stage();
    // The connection stands: the deadline passes while the answer is waited for.
    await call();
    await fake.arrival('tools/call');
    hold(fake);
    const sent = failureOf(call('echo', { deadlineMs: 1_000 }));
    const { message } = await fake.arrival('tools/call');
    const chatter = setInterval(() => fake.tell('notifications/message', { level: 'info', data: 'x' }), 10);
    expect(await sent).toMatchObject({ code: 'gateway.upstream-timeout', sent: true });
    clearInterval(chatter);
    expect((await fake.arrival('notifications/cancelled')).message.params).toMatchObject({ requestId: message.id });
  });

  test('changes are heard on a connection of their own, which is opened again when it breaks', async () => {
    const { fake, connector, target, call } = await stage({ resources: [{ uri: 'test://1', name: 'one' }] });
    await call();
    const watcher = new ScriptedWatcher();
    const watch = connector.watch(target, ['test://1'], watcher);
    await watcher.times('opened test://1');
    expect(fake.openStreams.standing).toBe(2);
    fake.tell('notifications/tools/list_changed');
    fake.tell('notifications/resources/updated', { uri: 'test://1' });
    await watcher.times('notifications/tools/list_changed');
    await watcher.times('notifications/resources/updated test://1');
    fake.closeStreams();
    await watcher.times('lost');
    await watcher.times('opened test://1', 2);
    watch.close();
    expect(watcher.told.filter((entry) => entry === 'notifications/tools/list_changed')).toHaveLength(1);
  });
});
