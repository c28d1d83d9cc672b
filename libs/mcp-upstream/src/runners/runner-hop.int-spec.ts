import { randomBytes } from 'node:crypto';
import { connect as connectHttp2, createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { UpstreamQuestion } from '@mcpnest/gateway-core';
import { selfSignedCertificate } from '@mcpnest/testkit';
import { startingNow, UNSTOPPED } from '../call-time.js';
import { PackageProblem } from '../stdio/packages/package-source.js';
import { RunnerBench, type BenchRunner } from '../testing/runner-bench.js';
import { ScriptedListener } from '../testing/scripted-listener.js';
import { FleetPrograms } from './fleet-programs.js';
import { HOP_TLS } from './hop-keys.js';

jest.setTimeout(60_000);

const opened: RunnerBench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});
const benchOf = async (runners: number): Promise<RunnerBench> => {
  const bench = new RunnerBench();
  opened.push(bench);
  for (let n = 0; n < runners; n++) await bench.runner();
  return bench;
};

/** Processes that were started for calls. */
const startsOf = ({ bench }: BenchRunner): number => bench.starts.filter(({ purpose }) => purpose === 'calls').length;

describe('nobody gets into a runner', () => {
  it('without the key of the installation', async () => {
    const bench = await benchOf(1);
    const stranger = bench.gateway(randomBytes(32));
    await expect(stranger.call('echo')).rejects.toMatchObject({ code: 'gateway.upstream-unreachable', sent: false });
    expect(bench.runners[0]!.bench.starts).toEqual([]);
  });

  it('over TLS with a certificate, or without anything', async () => {
    const bench = await benchOf(1);
    const { port } = bench.runners[0]!.door;
    const outcome = (options: object): Promise<unknown> =>
      new Promise((resolve) => {
        const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
        socket.once('secureConnect', () => resolve('in')).once('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
      });
    expect(await outcome({})).toMatch(/^ERR_SSL|ECONNRESET/);
    expect(await outcome(selfSignedCertificate(['web']))).toMatch(/^ERR_SSL|ECONNRESET/);
    const identity = `${'a'.repeat(12)}.web-1`;
    expect(await outcome({ ...HOP_TLS, pskCallback: () => ({ psk: randomBytes(32), identity }) })).toMatch(/^ERR_SSL|ECONNRESET/);
  });

  it('in plain', async () => {
    const bench = await benchOf(1);
    const session = connectHttp2(`http://127.0.0.1:${bench.runners[0]!.door.port}`);
    const ended = await new Promise((resolve) => session.once('error', () => resolve('refused')).once('close', () => resolve('refused')));
    expect(ended).toBe('refused');
  });
});

it('whoever shows a certificate instead of the key is no runner', async () => {
  const bench = await benchOf(1);
  const { place } = bench.runners[0]!;
  let asked = 0;
  const impostor = createSecureServer({ ...selfSignedCertificate(['runner'], ['127.0.0.1']) });
  impostor.on('stream', () => asked++).on('sessionError', () => undefined);
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
  bench.runners[0] = { ...bench.runners[0]!, place: { ...place, url: `https://127.0.0.1:${(impostor.address() as AddressInfo).port}` } };
  await expect(bench.gateway().call('echo')).rejects.toMatchObject({ code: 'gateway.upstream-unreachable', sent: false });
  expect(asked).toBe(0);
  await new Promise((resolve) => impostor.close(resolve));
});

it('what was meant for one runner is understood by no other', async () => {
  const bench = await benchOf(2);
  const [one, two] = bench.runners as [(typeof bench.runners)[0], (typeof bench.runners)[0]];
  bench.runners.splice(0, 2, { ...one, place: { ...one.place, url: two.place.url } });
  await expect(bench.gateway().call('echo')).rejects.toMatchObject({ code: 'gateway.upstream-unreachable' });
  bench.runners.splice(0, 1, one, two);
});

it('one process serves all gateways', async () => {
  const bench = await benchOf(2);
  await Promise.all([bench.gateway(), bench.gateway(), bench.gateway()].map(({ text }) => text('pid')));
  expect(bench.ranked().map(startsOf)).toEqual([1, 0]);
});

it('a server asks and tells over the hop, and is answered', async () => {
  const bench = await benchOf(1);
  const { call } = bench.gateway();
  const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text: '{"action":"accept","content":{"ü":1}}' }));
  const { reply } = await call('ask', {}, { clientCapabilities: { elicitation: {} }, listener });
  expect(reply.resultText).toContain('accept');
  expect(listener.questions).toHaveLength(1);
  expect(listener.call).toBeDefined();
});

it('an error instead of an answer goes over the hop too', async () => {
  const bench = await benchOf(1);
  const refuse = (question: UpstreamQuestion): void => question.answer({ kind: 'error', code: -1, message: 'no' });
  const { reply } = await bench
    .gateway()
    .call('ask', {}, { clientCapabilities: { elicitation: {} }, listener: new ScriptedListener(refuse) });
  // The program tells what it was answered, and a refusal holds nothing to tell.
  expect(JSON.parse(reply.resultText!)).toEqual({ content: [{ type: 'text' }] });
});

it('a question is withdrawn when its call is over', async () => {
  const bench = await benchOf(1);
  const stop = new AbortController();
  const listener = new ScriptedListener();
  const sent = bench.gateway().call('ask', {}, { clientCapabilities: { elicitation: {} }, listener }, stop.signal);
  await listener.until(({ questions }) => questions.length === 1);
  stop.abort(new Error('gone'));
  await expect(sent).rejects.toThrow('gone');
  expect(listener.questions[0]!.withdrawn.aborted).toBe(true);
});

it('answers of megabytes pass, and what is larger than a line may be is refused as at home', async () => {
  const bench = await benchOf(1);
  const { call, text } = bench.gateway();
  const large = await text('echo', { a: 'ü'.repeat(2_000_000) });
  expect(large).toHaveLength('{"a":""}'.length + 2_000_000);
  await expect(call('long-line', { megabytes: 20 })).rejects.toMatchObject({ code: 'gateway.upstream-too-large' });
});

it('what a runner does not find among approved Versions is started by nobody’s word', async () => {
  const bench = await benchOf(1);
  const { connector } = bench.gateway();
  const transport = { ...bench.shared.transport, command: '/bin/sh', args: ['-c', 'true'] };
  const forged = { ...bench.shared, key: 'forged', transport } as typeof bench.shared;
  await expect(connector.list(forged, 'tools', new AbortController().signal)).rejects.toMatchObject({ sent: false });
  expect(await connector.probe(forged, new AbortController().signal)).toMatchObject({ ok: false, stages: [{ ok: false }] });
  expect(bench.runners[0]!.bench.starts).toEqual([]);
});

describe('a runner', () => {
  it('that cannot be reached is passed over', async () => {
    const bench = await benchOf(2);
    const [first, second] = bench.ranked();
    await first!.door.close();
    const { text, distrusted } = bench.gateway();
    await text('pid');
    expect([...distrusted]).toEqual([first!.place.name]);
    expect(second!.bench.starts.length).toBeGreaterThan(0);
  });

  it('that goes away fails what is under way, and the next call is served by another', async () => {
    const bench = await benchOf(2);
    const [first, second] = bench.ranked();
    const { call, text } = bench.gateway();
    const listener = new ScriptedListener();
    const sent = call('ask', {}, { clientCapabilities: { elicitation: {} }, listener });
    await listener.until(({ questions }) => questions.length === 1);
    const failed = expect(sent).rejects.toMatchObject({ code: 'gateway.upstream-broken', sent: true });
    await first!.door.close();
    await failed;
    await text('pid');
    expect(startsOf(second!)).toBe(1);
  });

  it('that goes away is followed by another where the question changes nothing', async () => {
    const bench = await benchOf(2);
    const [first] = bench.ranked();
    const gateway = bench.gateway();
    const slow = gateway.call('', {}, { method: 'resources/read', name: 'test://one', params: [['uri', '"test://one"']] });
    await first!.door.close();
    expect((await slow).reply.kind).toBe('result');
  });

  it('that takes leave ends nothing that is under way and takes nothing new', async () => {
    const bench = await benchOf(2);
    const [first, second] = bench.ranked();
    const { call, text } = bench.gateway();
    await text('pid');
    const listener = new ScriptedListener();
    const sent = call('ask', {}, { clientCapabilities: { elicitation: {} }, listener });
    await listener.until(({ questions }) => questions.length === 1);
    let isDrained = false;
    const drained = first!.door.drain().then(() => (isDrained = true));
    await text('pid');
    expect([first, second].map((runner) => startsOf(runner!))).toEqual([1, 1]);
    expect(isDrained).toBe(false);
    listener.questions[0]!.answer({ kind: 'result', text: '{"action":"accept","content":{}}' });
    expect((await sent).reply.resultText).toContain('accept');
    await drained;
  });

  it('that is alone and gone is said to be unreachable', async () => {
    const bench = await benchOf(1);
    await bench.runners[0]!.door.close();
    const { call } = bench.gateway();
    await expect(call('echo')).rejects.toMatchObject({ code: 'gateway.upstream-unreachable', sent: false });
    await expect(call('echo')).rejects.toThrow('No runner could be reached');
  });

  it('that did not answer a while ago is asked all the same where no other is left', async () => {
    const bench = await benchOf(2);
    const [first, second] = bench.ranked();
    const { text, distrusted } = bench.gateway();
    distrusted.add(second!.place.name);
    await first!.door.drain();
    await text('pid');
    expect(startsOf(second!)).toBe(1);
  });

  it('that comes while a call looks for one takes it', async () => {
    const bench = await benchOf(1);
    const [leaving] = bench.runners;
    await leaving!.door.drain();
    const { text } = bench.gateway(bench.key, async () => void (await bench.runner()));
    await text('pid');
    expect(startsOf(bench.runners[1]!)).toBe(1);
  });

  it('is said to be missing where there is none', async () => {
    const bench = await benchOf(0);
    const asked = bench.gateway().fleet.ask('x', 'newest', { name: 'left-pad' }, startingNow(5_000, UNSTOPPED));
    await expect(asked).rejects.toThrow('No runner takes local servers now');
  });
});

it('operators see what runs where, and can end it', async () => {
  const bench = await benchOf(2);
  const gateway = bench.gateway();
  await gateway.text('pid');
  const programs = new FleetPrograms(gateway.fleet);
  const [first] = bench.ranked();
  const running = (await programs.states(bench.shared.serverId)).filter(({ status }) => status === 'running');
  expect(running).toMatchObject([{ runner: first!.place.name, processes: [{ purpose: 'calls', memoryBytes: expect.any(Number) }] }]);
  expect(await programs.reports()).toMatchObject([{ report: { fence: expect.any(String), running: expect.any(Number) } }, {}]);
  await programs.end(bench.shared.serverId, 'stop');
  expect((await programs.states()).every(({ processes }) => processes.length === 0)).toBe(true);
  await gateway.text('pid');
  expect(startsOf(first!)).toBe(2);
});

it('packages are spoken of by name, and problems with them come back in their own words', async () => {
  const bench = await benchOf(1);
  const { fleet } = bench.gateway();
  const time = startingNow(5_000, UNSTOPPED);
  expect(await fleet.ask('x', 'newest', { name: 'left-pad' }, time)).toBe('npm:left-pad@1.0.0');
  await expect(fleet.ask('x', 'pin', { spec: 'npm:none@1.0.0' }, time)).rejects.toBeInstanceOf(PackageProblem);
  expect(await fleet.ask('x', 'find', { spec: 'npm:left-pad@1.0.0' }, time)).toBeNull();
  expect(await fleet.askAll('lacks', {}, time)).toMatchObject([{ answer: ['No npm.'] }]);
  await expect(fleet.ask('x', 'no-such-word', {}, time)).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
});
