import {
  misbehaviours,
  resultText,
  sendEvents,
  startFakeUpstream,
  type FakeBehaviour,
  type FakeUpstream,
  type FakeUpstreamOptions,
} from '@mcpnest/testkit';
import type { UpstreamFailure, UpstreamFailureCode, UpstreamTarget } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import { callRequest, loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';

const SECRET = 'hush-hush-4711';
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

interface Stage {
  fake: FakeUpstream;
  connector: McpUpstreamConnector;
  target: UpstreamTarget;
}
async function stage(options: FakeUpstreamOptions): Promise<Stage> {
  const fake = await startFakeUpstream(options);
  const connector = loopbackConnector();
  closing.push(connector, fake);
  const target = targetFor(fake.url, { headers: { 'x-api-key': SECRET } });
  await connector.send(target, callRequest('echo', { warm: true }), quiet());
  return { fake, connector, target };
}

async function failureOf(sent: Promise<unknown>): Promise<UpstreamFailure> {
  const failure = await sent.then(
    () => undefined,
    (error: unknown) => error as UpstreamFailure,
  );
  if (failure?.name !== 'UpstreamFailure') throw new Error(`expected a failure, got ${String(failure)}`);
  return failure;
}

const ERAS: [string, FakeUpstreamOptions][] = [
  ['modern', { era: 'modern' }],
  ['legacy', { era: 'legacy', sessions: true }],
];
const WRONG: [string, FakeBehaviour, UpstreamFailureCode][] = [
  ['hangs', misbehaviours.hang(), 'gateway.upstream-timeout'],
  ['drips JSON for ever', misbehaviours.drip(), 'gateway.upstream-timeout'],
  ['drips an event stream for ever', misbehaviours.drip(5, 'text/event-stream'), 'gateway.upstream-timeout'],
  ['redirects elsewhere', misbehaviours.redirect('http://169.254.169.254/latest'), 'gateway.upstream-redirected'],
  ['redirects with 302', misbehaviours.redirect('/elsewhere', 302), 'gateway.upstream-redirected'],
  ['drops the connection before it answers', misbehaviours.closeBeforeAnswer(), 'gateway.upstream-broken'],
  ['drops the connection in the body', misbehaviours.closeInBody(), 'gateway.upstream-broken'],
  ['ends its stream without an answer', misbehaviours.endWithoutAnswer(), 'gateway.upstream-broken'],
  ['answers with a web page', misbehaviours.say(200, 'text/html', '<h1>hush-hush-upstream</h1>'), 'gateway.upstream-broken'],
  [
    'answers JSON without saying so',
    misbehaviours.say(200, 'text/plain', '{"jsonrpc":"2.0","id":1,"result":{}}'),
    'gateway.upstream-broken',
  ],
  ['answers junk', misbehaviours.say(200, 'application/json', '{"jsonrpc":"2.0","id":'), 'gateway.upstream-broken'],
  ['answers junk on a stream', misbehaviours.say(200, 'text/event-stream', 'data: {nonsense\n\n'), 'gateway.upstream-broken'],
  ['answers nothing', misbehaviours.status(202), 'gateway.upstream-broken'],
  ['answers 401', misbehaviours.status(401), 'gateway.upstream-login-needed'],
  ['answers 403', misbehaviours.status(403), 'gateway.upstream-login-needed'],
  ['answers 429', misbehaviours.status(429), 'gateway.upstream-overloaded'],
  ['answers 503', misbehaviours.status(503), 'gateway.upstream-overloaded'],
  ['answers 500', misbehaviours.status(500), 'gateway.upstream-broken'],
  ['sends a huge body', misbehaviours.hugeBody(), 'gateway.upstream-too-large'],
  ['sends a huge event', misbehaviours.hugeEvent(), 'gateway.upstream-too-large'],
  [
    'announces a huge body',
    ({ response }) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99999999999' }).flushHeaders(),
    'gateway.upstream-too-large',
  ],
  ['sends a gzip bomb', misbehaviours.compressionBomb('gzip'), 'gateway.upstream-too-large'],
  ['sends a brotli bomb', misbehaviours.compressionBomb('br'), 'gateway.upstream-too-large'],
  [
    'says gzip and sends text',
    ({ response }) => void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{}'),
    'gateway.upstream-broken',
  ],
  [
    'encodes in an unknown way',
    ({ response }) => void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'zstd' }).end('{}'),
    'gateway.upstream-broken',
  ],
  ['nests five thousand deep', misbehaviours.nested(), 'gateway.upstream-broken'],
  ['names a key twice', misbehaviours.duplicateKeys(), 'gateway.upstream-broken'],
  ["answers with somebody else's id", misbehaviours.wrongId(), 'gateway.upstream-broken'],
  [
    'sends a head that is too large',
    ({ response }) => void response.writeHead(200, { 'content-type': 'application/json', 'x-large': 'x'.repeat(40_000) }).end('{}'),
    'gateway.upstream-too-large',
  ],
  ['speaks no HTTP', ({ request }) => void request.socket.end('SSH-2.0-OpenSSH_9.9\r\n'), 'gateway.upstream-broken'],
];

describe.each(ERAS)('a %s server that misbehaves', (_era, options) => {
  test.each(WRONG)('%s: the call fails in bounded time, was sent once, and the next one works', async (_case, behaviour, code) => {
    const { fake, connector, target } = await stage(options);
    fake.misbehave('tools/call', behaviour);
    const deadlineMs = code === 'gateway.upstream-timeout' ? 400 : 20_000;
    const start = performance.now();
    const failure = await failureOf(connector.send(target, callRequest('echo', {}, { deadlineMs }), quiet()));
    expect(failure.code).toBe(code);
    expect(failure.sent).toBe(true);
    expect(failure.message).not.toMatch(/hush-hush|127\.0\.0\.1|localhost|169\.254/);
    expect(performance.now() - start).toBeLessThan(deadlineMs + 4_000);
    expect(fake.messages('tools/call')).toHaveLength(2);
    fake.misbehave('tools/call', undefined);
    const { reply } = await connector.send(target, callRequest('echo', { after: 1 }), quiet());
    expect(reply.resultText).toContain('after');
  });

  test("skips another's answer on a stream and takes the first of two of ours", async () => {
    const { fake, connector, target } = await stage(options);
    fake.misbehave('tools/call', misbehaviours.wrongIdThenTwice());
    const { reply } = await connector.send(target, callRequest('echo', { mine: 1 }), quiet());
    expect(reply.resultText).toContain('mine');
    expect(reply.resultText).not.toMatch(/stolen|second/);
  });

  test.each(['gzip', 'deflate', 'br'] as const)('reads an answer that came in %s unasked', async (encoding) => {
    const { fake, connector, target } = await stage(options);
    fake.misbehave('tools/call', misbehaviours.compressed(encoding));
    expect((await connector.send(target, callRequest('echo', { packed: encoding }), quiet())).reply.resultText).toContain(encoding);
    expect(fake.messages('tools/call')[0]!.headers['accept-encoding']).toBe('identity');
  });

  test('gives its error back with code, message and data untouched, whatever the HTTP status', async () => {
    const { fake, connector, target } = await stage(options);
    for (const status of [200, 400, 500]) {
      fake.misbehave('tools/call', misbehaviours.error(status, -31_999, { why: ['so'] }));
      const { reply } = await connector.send(target, callRequest('echo'), quiet());
      expect(reply.error).toEqual({ code: -31_999, message: 'No', dataText: '{"why":["so"]}' });
    }
  });

  test('keeps the bytes of a result: order, numbers, unknown members', async () => {
    const raw = '{ "z":1e2, "content":[{"type":"hologram","depth":1.50}],"a":"\\u00e9\\/", "big":12345678901234567890 }';
    const { connector, target } = await stage({ ...options, callResult: () => raw });
    expect((await connector.send(target, callRequest('echo'), quiet())).reply.resultText).toBe(raw);
  });

  test('sends no cookie back and only headers that were configured or belong to the wire', async () => {
    const { fake, connector, target } = await stage(options);
    fake.misbehave(
      'tools/call',
      ({ response, message, result }) =>
        void response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end(resultText(message, result)),
    );
    await connector.send(target, callRequest('echo'), quiet());
    await connector.send(target, callRequest('echo'), quiet());
    const { headers } = fake.messages('tools/call').at(-1)!;
    expect(headers['x-api-key']).toBe(SECRET);
    const wire = [
      'host',
      'connection',
      'content-type',
      'accept',
      'accept-encoding',
      'user-agent',
      'x-api-key',
      'content-length',
      'mcp-protocol-version',
      'mcp-method',
      'mcp-name',
      'mcp-session-id',
    ];
    expect(Object.keys(headers).filter((name) => !wire.includes(name))).toEqual([]);
  });

  test('keeps one connection for calls that follow each other, event streams too', async () => {
    const { fake, connector, target } = await stage({ ...options, answer: 'sse' });
    for (let call = 0; call < 20; call++) await connector.send(target, callRequest('echo', { call }), quiet());
    expect(fake.connectionCount).toBeLessThanOrEqual(2);
  });

  test('answers before a stream that stays open has ended, and drops it soon after', async () => {
    const { fake, connector, target } = await stage(options);
    const left = new Promise<void>((resolve) =>
      fake.misbehave('tools/call', ({ response, message, result }) => {
        response.on('close', resolve).writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${resultText(message, result)}\n\n`);
      }),
    );
    expect((await connector.send(target, callRequest('echo', { open: 1 }), quiet())).reply.resultText).toContain('open');
    await left;
  });

  test('a server that is gone is unreachable, and nothing was sent', async () => {
    const { fake, connector, target } = await stage(options);
    await fake.close();
    // The first may still be written to a connection whose end has not been noticed yet.
    await failureOf(connector.send(target, callRequest('echo'), quiet()));
    const failure = await failureOf(connector.send(target, callRequest('echo'), quiet()));
    expect(failure).toMatchObject({ code: 'gateway.upstream-unreachable', sent: false });
  });

  test('a connection that the server dropped while idle is replaced without a failed call', async () => {
    const { fake, connector, target } = await stage(options);
    for (let round = 0; round < 10; round++) {
      await fake.dropConnections();
      await connector.send(target, callRequest('echo', { round }), quiet());
    }
    expect(fake.messages('tools/call')).toHaveLength(11);
  });

  test('lets 64 calls through at once, makes 128 wait and refuses the next', async () => {
    const { fake, connector, target } = await stage(options);
    const held: (() => void)[] = [];
    let reached!: () => void;
    const full = new Promise<void>((resolve) => (reached = resolve));
    fake.misbehave('tools/call', ({ behave }) => {
      held.push(behave);
      if (held.length === 64) reached();
      if (held.length > 64) behave();
    });
    const calls = Array.from({ length: 193 }, (_, call) =>
      connector.send(target, callRequest('echo', { call }), quiet()).then(
        () => 'answered',
        (failure: UpstreamFailure) => `${failure.code} ${failure.sent}`,
      ),
    );
    await full;
    expect(held).toHaveLength(64);
    held.forEach((release) => release());
    const ends = await Promise.all(calls);
    expect(ends.filter((end) => end === 'answered')).toHaveLength(192);
    expect(ends.filter((end) => end === 'gateway.upstream-overloaded false')).toHaveLength(1);
  });

  test('leaves no listener on a signal that many calls share', async () => {
    const { connector, target } = await stage(options);
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    for (let call = 0; call < 5; call++) await connector.send(target, callRequest('echo'), signal);
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
  });
});

test('an event cut in the middle of a character and of a line end is read whole', async () => {
  const { fake, connector, target } = await stage({ era: 'modern' });
  fake.misbehave('tools/call', ({ response, message }) => {
    const bytes = Buffer.from(`: hi\r\n\r\ndata: ${resultText(message, { content: [{ type: 'text', text: 'grüße 🎈' }] })}\r\n\r\n`);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const writeFrom = (at: number): void =>
      void (at < bytes.length ? response.write(bytes.subarray(at, at + 1), () => setImmediate(writeFrom, at + 1)) : response.end());
    writeFrom(0);
  });
  expect((await connector.send(target, callRequest('echo'), quiet())).reply.resultText).toContain('grüße 🎈');
});

test('notifications before the answer are skipped', async () => {
  const { fake, connector, target } = await stage({ era: 'modern' });
  fake.misbehave('tools/call', ({ response, message, result }) =>
    sendEvents(response, [
      ...Array.from({ length: 50 }, () => ({ jsonrpc: '2.0', method: 'notifications/progress', params: { progress: 1 } })),
      resultText(message, result),
    ]),
  );
  expect((await connector.send(target, callRequest('echo', { last: 1 }), quiet())).reply.resultText).toContain('last');
});
