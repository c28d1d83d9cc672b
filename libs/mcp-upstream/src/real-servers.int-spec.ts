import { startEverythingServer, startSdkServer } from '@mcpnest/testkit';
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
] as const)('a server written with the official SDK %i.x lists, greets and refuses', async (version, era, name) => {
  const server = await startSdkServer({ version });
  closing.push(server);
  const upstream = connector();
  const target = targetFor(server.url);
  expect(await upstream.probe(target, quiet())).toMatchObject({ ok: true, era, serverInfo: { name } });
  expect(await upstream.listTools(target, quiet())).toMatchObject({ era, instructions: 'Greets people', tools: [{ name: 'greet' }] });
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

test('server-everything lists, echoes, adds and works for a while', async () => {
  const server = await startEverythingServer();
  closing.push(server);
  const upstream = connector();
  const target = targetFor(server.url);
  const { tools, era } = await upstream.listTools(target, quiet());
  expect(era).toBe('legacy');
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['echo', 'get-sum', 'trigger-long-running-operation']));
  expect((await upstream.send(target, callRequest('echo', { message: 'hello there' }), quiet())).reply.resultText).toContain('hello there');
  expect((await upstream.send(target, callRequest('get-sum', { a: 2, b: 40 }), quiet())).reply.resultText).toContain('42');
  expect(
    (await upstream.send(target, callRequest('trigger-long-running-operation', { duration: 0.3, steps: 3 }), quiet())).reply.kind,
  ).toBe('result');
  expect((await upstream.send(target, callRequest('no-such-tool'), quiet())).reply.kind).toMatch(/result|error/);
}, 30_000);
