import { startEverythingServer, startSdkServer } from '@mcpnest/testkit';
import { ScriptedListener } from './testing/scripted-listener.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './testing/upstream-fixtures.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
const connector = (): ReturnType<typeof loopbackConnector> => {
  const opened = loopbackConnector();
  closing.unshift(opened);
  return opened;
};

test.each([
  [1, 'legacy', 'sdk-v1'],
  [2, 'modern', 'sdk-v2'],
  ['sse', 'legacy', 'sdk-v1'],
] as const)('a server written with the official SDK (%s) lists, greets and refuses', async (version, era, name) => {
  const server = await startSdkServer({ version });
  closing.push(server);
  const upstream = connector();
  const target = targetFor(server.url);
  expect(await upstream.probe(target, quiet())).toMatchObject({ ok: true, era, serverInfo: { name } });
  expect(await upstream.list(target, 'tools', quiet())).toMatchObject({
    facts: { era, instructions: 'Greets people' },
    items: [{ key: 'greet' }],
  });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, call) => upstream.send(target, callRequest('greet', { who: `number ${call}` }), quiet())),
  );
  expect(answers.map(({ reply }) => (JSON.parse(reply.resultText!) as { content: { text: string }[] }).content[0]!.text)).toEqual(
    Array.from({ length: 10 }, (_, call) => `Hello, number ${call}!`),
  );
  expect((await upstream.send(target, callRequest('greet', { who: 5 }), quiet())).reply).toMatchObject({ kind: 'result', isError: true });
});

test('an SDK 2.x server is spoken to in its legacy way when the operator says so', async () => {
  const server = await startSdkServer({ version: 2 });
  closing.push(server);
  const answer = await connector().send(targetFor(server.url, { era: 'legacy' }), callRequest('greet', { who: 'old friend' }), quiet());
  expect(answer).toMatchObject({ era: 'legacy', reply: { kind: 'result' } });
  expect(answer.reply.resultText).toContain('old friend');
});

describe.each(['streamableHttp', 'sse'] as const)('server-everything over %s', (transport) => {
  test('lists all it has, echoes, adds and works for a while', async () => {
    const server = await startEverythingServer(transport);
    closing.push(server);
    const upstream = connector();
    const target = targetFor(server.url);
    const { items, facts } = await upstream.list(target, 'tools', quiet());
    expect(facts.era).toBe('legacy');
    expect(items.map(({ key }) => key)).toEqual(expect.arrayContaining(['echo', 'get-sum', 'trigger-long-running-operation']));
    for (const kind of ['prompts', 'resources', 'templates'] as const)
      expect((await upstream.list(target, kind, quiet())).items.length).toBeGreaterThan(0);
    expect((await upstream.send(target, callRequest('echo', { message: 'hello there' }), quiet())).reply.resultText).toContain(
      'hello there',
    );
    expect((await upstream.send(target, callRequest('get-sum', { a: 2, b: 40 }), quiet())).reply.resultText).toContain('42');
    const listener = new ScriptedListener();
    const operation = callRequest('trigger-long-running-operation', { duration: 0.3, steps: 3 }, { listener, wantsProgress: true });
    expect((await upstream.send(target, operation, quiet())).reply.kind).toBe('result');
    expect(listener.notifications.map(({ method }) => method)).toContain('notifications/progress');
    expect((await upstream.send(target, callRequest('no-such-tool'), quiet())).reply.kind).toMatch(/result|error/);
  }, 30_000);

  test('asks the client of a call for a sample, with a tool that it offers only to clients that can', async () => {
    const server = await startEverythingServer(transport);
    closing.push(server);
    const upstream = connector();
    const target = targetFor(server.url);
    const { items } = await upstream.list(target, 'tools', quiet());
    expect(items.map(({ key }) => key)).toContain('trigger-sampling-request');
    const listener = new ScriptedListener((question) => question.answer(SAMPLE));
    const call = callRequest('trigger-sampling-request', { prompt: 'Say it' }, { clientCapabilities: { sampling: {} }, listener });
    expect((await upstream.send(target, call, quiet())).reply.resultText).toContain('sampled words');
    expect(listener.questions.map(({ method }) => method)).toEqual(['sampling/createMessage']);
  }, 30_000);
});

const SAMPLE = {
  kind: 'result',
  text: JSON.stringify({ role: 'assistant', model: 'test', content: { type: 'text', text: 'sampled words' } }),
} as const;
