import { lookup } from 'node:dns/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { selfSignedCertificate, startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { createUpstreamConnector, type McpUpstreamConnector, type UpstreamConnectorOptions } from '../connector.js';
import { ScriptedListener } from '../testing/scripted-listener.js';
import { ScriptedWatcher } from '../testing/scripted-watcher.js';
import { callRequest, LOOPBACK_OPEN, policyOf, quiet, targetFor } from '../testing/upstream-fixtures.js';
import { EgressPolicy } from './egress-policy.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
const connectorFor = (options: UpstreamConnectorOptions): McpUpstreamConnector => {
  const connector = createUpstreamConnector(options);
  closing.push(connector);
  return connector;
};
const fakeUpstream = async (tls?: { key: string; cert: string }): Promise<FakeUpstream> => {
  const fake = await startFakeUpstream(tls ? { tls } : {});
  closing.push(fake);
  return fake;
};
const call = (connector: McpUpstreamConnector, url: string): Promise<string> =>
  connector.send(targetFor(url), callRequest('echo', { hello: 1 }), quiet()).then(
    () => 'answered',
    (error: { code: string; message: string }) => error.code,
  );

describe('without a rule', () => {
  test.each([
    'http://127.0.0.1:PORT/mcp',
    'https://127.0.0.1:PORT/mcp',
    'http://localhost:PORT/mcp',
    'https://localhost:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'http://2130706433:PORT/',
    'https://0.0.0.0:PORT/',
  ])('no byte reaches a listener at %s', async (url) => {
    const fake = await fakeUpstream();
    const connector = connectorFor({ policy: () => EgressPolicy.publicOnly });
    expect(await call(connector, url.replace('PORT', String(fake.port)))).toBe('gateway.upstream-denied');
    expect(fake.connectionCount).toBe(0);
  });
  test('the denial is word for word the same whether something listens there or not', async () => {
    const fake = await fakeUpstream();
    const connector = connectorFor({ policy: () => EgressPolicy.publicOnly });
    const messages = await Promise.all(
      [fake.port, 1, 65_535].map((port) =>
        connector.send(targetFor(`https://127.0.0.1:${port}/`), callRequest('echo'), quiet()).catch((error: Error) => error.message),
      ),
    );
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).not.toMatch(/\d/);
  });
  test.each(['ftp://example.test/', 'https://user:pw@example.test/'])('%s has no way out', async (url) => {
    expect(await call(connectorFor({ policy: () => EgressPolicy.publicOnly }), url)).toBe('gateway.upstream-denied');
  });
});

test('a rule opens its port and no other', async () => {
  const [open, shut] = [await fakeUpstream(), await fakeUpstream()];
  const policy = policyOf([`127.0.0.1:${open.port}`]);
  const connector = connectorFor({ policy: () => policy });
  expect(await call(connector, open.url)).toBe('answered');
  expect(await call(connector, shut.url)).toBe('gateway.upstream-denied');
});

test('a name is dialled at the addresses the rules allow and at no other it resolves to', async () => {
  const fake = await fakeUpstream();
  const policy = policyOf([`127.0.0.1:${fake.port}`]);
  const connector = connectorFor({ policy: () => policy });
  expect((await lookup('localhost', { all: true })).map(({ address }) => address)).toContain('127.0.0.1');
  expect(await call(connector, `http://localhost:${fake.port}/mcp`)).toBe('answered');
});

test("the gateway's own place stays shut under a rule that would open it", async () => {
  const fake = await fakeUpstream();
  for (const own of [`127.0.0.1:${fake.port}`, `localhost:${fake.port}`, `0.0.0.0:${fake.port}`, `[::]:*`]) {
    const policy = policyOf(['127.0.0.0/8:*', 'localhost:*'], [own]);
    expect(await call(connectorFor({ policy: () => policy }), `http://localhost:${fake.port}/mcp`)).toBe('gateway.upstream-denied');
  }
  expect(fake.connectionCount).toBe(0);
});

test('a change of policy shuts connections that are open already', async () => {
  const fake = await fakeUpstream();
  let policy = policyOf([`127.0.0.1:${fake.port}`]);
  const connector = connectorFor({ policy: () => policy });
  const target = targetFor(fake.url);
  await connector.send(target, callRequest('echo'), quiet());
  policy = EgressPolicy.publicOnly;
  await expect(connector.send(target, callRequest('echo'), quiet())).rejects.toMatchObject({
    code: 'gateway.upstream-denied',
    sent: false,
  });
  expect(fake.messages('tools/call')).toHaveLength(1);
});

test('a change of policy cuts streams that are open', async () => {
  const fake = await fakeUpstream();
  let policy = policyOf([`127.0.0.1:${fake.port}`]);
  const connector = connectorFor({ policy: () => policy });
  const target = targetFor(fake.url);
  const watcher = new ScriptedWatcher();
  const watch = connector.watch(target, [], watcher);
  await watcher.times('opened');
  policy = EgressPolicy.publicOnly;
  expect(await call(connector, fake.url)).toBe('gateway.upstream-denied');
  await watcher.times('lost');
  watch.close();
});

test('calls that wait for people take no place from other calls, nor from the answers of these people', async () => {
  const fake = await startFakeUpstream({ era: 'legacy', sessions: true });
  closing.push(fake);
  const connector = connectorFor({ policy: () => LOOPBACK_OPEN });
  fake.script('ask', async (each) => ({ heard: (await each.ask('elicitation/create')).result }));
  const listeners = Array.from({ length: 90 }, () => new ScriptedListener());
  const targets = [targetFor(fake.url), targetFor(fake.url), targetFor(fake.url)];
  const waiting = listeners.map((listener, index) =>
    connector.send(targets[index % 3]!, callRequest('ask', {}, { clientCapabilities: { elicitation: {} }, listener }), quiet()),
  );
  await Promise.all(listeners.map((listener) => listener.until(({ questions }) => questions.length === 1)));
  const plain = await Promise.all(Array.from({ length: 100 }, () => connector.send(targets[0]!, callRequest('echo'), quiet())));
  expect(plain.every(({ reply }) => reply.kind === 'result')).toBe(true);
  for (const { questions } of listeners) questions[0]!.answer({ kind: 'result', text: '{"ok":1}' });
  for (const { reply } of await Promise.all(waiting)) expect(reply.resultText).toContain('"ok":1');
}, 20_000);

test('a name that does not resolve is unreachable', async () => {
  expect(await call(connectorFor({ policy: () => EgressPolicy.publicOnly }), 'https://no-such-host.invalid/mcp')).toBe(
    'gateway.upstream-unreachable',
  );
});

test('connections close when the last target of an origin is released', async () => {
  const sockets = new Set<unknown>();
  let emptied!: () => void;
  const empty = new Promise<void>((resolve) => (emptied = resolve));
  const fake = await fakeUpstream();
  const relay: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => void (sockets.delete(socket) && sockets.size === 0 && emptied())).on('error', () => undefined);
    const onward = new (socket.constructor as new () => import('node:net').Socket)().connect(fake.port, '127.0.0.1');
    onward.on('error', () => undefined);
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  closing.push({ close: () => new Promise((resolve) => relay.close(() => resolve())) });
  const policy = policyOf(['127.0.0.1:*']);
  const connector = connectorFor({ policy: () => policy });
  const url = `http://127.0.0.1:${(relay.address() as AddressInfo).port}/mcp`;
  const targets = [targetFor(url), targetFor(url)];
  for (const target of targets) await connector.send(target, callRequest('echo'), quiet());
  expect(sockets.size).toBeGreaterThan(0);
  targets.forEach(({ key }) => connector.release(key));
  await empty;
});

describe('TLS', () => {
  const certificate = selfSignedCertificate(['localhost']);
  const other = selfSignedCertificate(['other.test']);
  const policy = policyOf(['localhost:*']);
  const through = (tls: { key: string; cert: string }, trusted: string[]) => async (): Promise<string> => {
    const fake = await fakeUpstream(tls);
    return call(connectorFor({ policy: () => policy, trustedCertificates: trusted }), `https://localhost:${fake.port}/mcp`);
  };
  test('a certificate of a trusted authority is accepted', async () =>
    expect(await through(certificate, [certificate.cert])()).toBe('answered'));
  test('a certificate nobody vouches for is refused', async () =>
    expect(await through(certificate, [])()).toBe('gateway.upstream-unreachable'));
  test('a certificate for another name is refused', async () =>
    expect(await through(other, [other.cert])()).toBe('gateway.upstream-unreachable'));
  test('a plain HTTP server behind https is unreachable, and says why in our words', async () => {
    const fake = await fakeUpstream();
    const connector = connectorFor({ policy: () => policy });
    await expect(connector.send(targetFor(`https://localhost:${fake.port}/mcp`), callRequest('echo'), quiet())).rejects.toMatchObject({
      code: 'gateway.upstream-unreachable',
      sent: false,
      message: expect.stringContaining('secure connection'),
    });
    expect(fake.received).toHaveLength(0);
  });
});
