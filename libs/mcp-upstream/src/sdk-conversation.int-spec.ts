import { startFixtureServer, type FixtureMode } from '@mcpnest/testkit';
import type { UpstreamAnswer, UpstreamQuestion, UpstreamRequest } from '@mcpnest/gateway-core';
import { ScriptedListener } from './testing/scripted-listener.js';
import { ScriptedWatcher } from './testing/scripted-watcher.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './testing/upstream-fixtures.js';

const closing: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

const CAPABILITIES = { elicitation: { form: {} }, sampling: {}, roots: {} };
const ANSWERS: Readonly<Record<string, string>> = {
  'elicitation/create': '{"action":"accept","content":{"name":"Ada","username":"ada","email":"a@b.test"}}',
  'sampling/createMessage': '{"role":"assistant","model":"m","content":{"type":"text","text":"Paris"}}',
  'roots/list': '{"roots":[{"uri":"file:///work"}]}',
};
const answerIt = (question: UpstreamQuestion): void => question.answer({ kind: 'result', text: ANSWERS[question.method]! });

async function stage(mode: FixtureMode) {
  const server = await startFixtureServer({ mode });
  const connector = loopbackConnector();
  closing.push(connector, server);
  const target = targetFor(server.url);
  const call = async (tool: string, args: unknown = {}, overrides: Partial<UpstreamRequest> = {}): Promise<string> =>
    textOf(await connector.send(target, callRequest(tool, args, overrides), quiet()));
  return { connector, target, call };
}
function textOf({ reply }: UpstreamAnswer): string {
  return (JSON.parse(reply.resultText ?? '{}') as { content?: { text: string }[] }).content?.[0]?.text ?? JSON.stringify(reply.error);
}

describe.each<FixtureMode>(['legacy', 'sse'])('a server written with the official SDK over %s', (mode) => {
  test.each([
    ['test_elicitation', { message: 'Who?' }, 'ada'],
    ['test_sampling', { prompt: 'Capital?' }, 'Paris'],
    ['test_input_required_result_list_roots', {}, 'file:///work'],
    ['test_streaming_elicitation', {}, 'Ada'],
  ])('%s asks and is answered', async (tool, args, expected) => {
    const { call } = await stage(mode);
    const listener = new ScriptedListener(answerIt);
    expect(await call(tool, args, { clientCapabilities: CAPABILITIES, logLevel: 'info', listener })).toContain(expected);
    expect(listener.questions).toHaveLength(1);
    if (tool === 'test_streaming_elicitation') expect(listener.notifications[0]!.method).toBe('notifications/message');
  });

  test('many calls ask at once', async () => {
    const { call } = await stage(mode);
    const answers = Array.from({ length: 10 }, (_, index) => {
      const text = `{"action":"accept","content":{"username":"user ${index}","email":"a@b.test"}}`;
      const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text }));
      return call('test_elicitation', { message: 'Who?' }, { clientCapabilities: CAPABILITIES, listener });
    });
    (await Promise.all(answers)).forEach((answer, index) => expect(answer).toContain(`user ${index}`));
  });

  test('a client that can do nothing is not asked', async () => {
    const { call } = await stage(mode);
    const listener = new ScriptedListener(answerIt);
    await call('test_elicitation', { message: 'Who?' }, { listener });
    expect(listener.questions).toEqual([]);
  });
});

describe.each<FixtureMode>(['legacy', 'sse', 'modern'])('a server written with the official SDK over %s', (mode) => {
  test('reports progress and logs', async () => {
    const { call } = await stage(mode);
    const listener = new ScriptedListener();
    await call('test_tool_with_progress', {}, { wantsProgress: true, listener });
    const progress = listener.notifications.map(({ params }) => (params as { progress: number }).progress);
    expect(progress).toEqual([0, 50, 100]);
    const logs = new ScriptedListener();
    await call('test_tool_with_logging', {}, { logLevel: 'debug', listener: logs });
    expect(logs.notifications.map(({ method }) => method)).toEqual(Array(3).fill('notifications/message'));
  });

  test('is watched', async () => {
    const { connector, target, call } = await stage(mode);
    const watcher = new ScriptedWatcher();
    closing.unshift(connector.watch(target, ['test://watched-resource'], watcher));
    await watcher.times('opened test://watched-resource');
    await call('test_trigger_tool_change');
    await call('test_trigger_resource_update', { uri: 'test://watched-resource' });
    await watcher.times('notifications/resources/updated test://watched-resource');
    expect(watcher.told).toContain('notifications/tools/list_changed');
  });
});

test('a call that the SDK lets go of in the middle is gone on with', async () => {
  const { call } = await stage('legacy');
  expect(await call('test_reconnection', {}, { wantsProgress: true })).toMatch(/reconnect/i);
});
