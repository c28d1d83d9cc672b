import type { FakeUpstreamOptions } from '@mcpnest/testkit';
import { conversationStage, resultOf, type ConversationStage } from '../testing/conversation-stage.js';
import { ScriptedListener } from '../testing/scripted-listener.js';

const ELICITS = { elicitation: {} };
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
async function stage(options: FakeUpstreamOptions): Promise<ConversationStage> {
  const opened = await conversationStage(options);
  closing.push(opened);
  return opened;
}

describe('a stream that ends before the answer', () => {
  test('is gone on with after the pause the server asked for, and nothing is sent twice', async () => {
    const { fake, call } = await stage({ era: 'legacy', sessions: true, eventIds: true });
    fake.script('cut', async (each) => {
      each.progress(1);
      each.cut(150);
      each.progress(2);
      return { done: true };
    });
    const listener = new ScriptedListener();
    const start = performance.now();
    const answer = await call('cut', { wantsProgress: true, listener });
    expect(resultOf(answer)).toEqual({ done: true });
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(listener.notifications.map(({ params }) => (params as { progress: number }).progress)).toEqual([1, 2]);
    expect(fake.messages('tools/call')).toHaveLength(1);
    const resumed = fake.messages('GET').filter(({ headers }) => headers['last-event-id'] !== undefined);
    expect(resumed).toHaveLength(1);
  });

  test('goes on however often it ends, also where a question is asked on the way', async () => {
    const { fake, call } = await stage({ era: 'legacy', sessions: true, eventIds: true });
    fake.script('cut', async (each) => {
      for (let round = 0; round < 3; round++) {
        each.cut(10);
        await fake.arrival('GET');
        each.progress(round);
      }
      return { heard: (await each.ask('elicitation/create')).result };
    });
    const listener = new ScriptedListener((question) => question.answer({ kind: 'result', text: '{"ok":1}' }));
    expect(resultOf(await call('cut', { clientCapabilities: ELICITS, wantsProgress: true, listener }))).toEqual({ heard: { ok: 1 } });
    expect(fake.messages('tools/call')).toHaveLength(1);
  });

  test('is the end of the call where its events have no ids', async () => {
    const { fake, call } = await stage({ era: 'legacy', sessions: true });
    fake.script('cut', (each) => {
      each.progress(1);
      each.cut();
      return { done: true };
    });
    await expect(call('cut', { wantsProgress: true })).rejects.toMatchObject({ code: 'gateway.upstream-broken', sent: true });
    expect(fake.messages('tools/call')).toHaveLength(1);
    expect(fake.messages('GET')).toHaveLength(0);
  });

  test('is cancelled where the caller leaves during the pause, or where its time runs out', async () => {
    const { fake, call } = await stage({ era: 'legacy', sessions: true, eventIds: true });
    fake.script('cut', (each) => {
      each.cut(5_000);
      return new Promise(() => undefined);
    });
    // The session is there already: the time that runs out is that of the pause.
    await call('echo', { wantsProgress: true });
    await expect(call('cut', { deadlineMs: 1_000, wantsProgress: true })).rejects.toMatchObject({
      code: 'gateway.upstream-timeout',
      sent: true,
    });
    const { id } = fake.messages('tools/call')[1]!.message;
    expect((await fake.arrival('notifications/cancelled')).message.params).toMatchObject({ requestId: id });
  });

  test('that the server will not go on with is the end of the call', async () => {
    const { fake, call } = await stage({ era: 'legacy', sessions: true, eventIds: true });
    fake.script('cut', (each) => {
      each.cut(10);
      return new Promise(() => undefined);
    });
    fake.misbehave('GET', ({ response }) => void response.writeHead(405).end());
    await expect(call('cut')).rejects.toMatchObject({ code: 'gateway.upstream-broken', sent: true });
  });
});
