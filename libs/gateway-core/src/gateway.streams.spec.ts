import { LIMITS } from '@mcpnest/shared/limits';
import {
  exposureRoute,
  GatewayHarness,
  legacy,
  modern,
  tableOf,
  TAKES_STREAMS,
  workspaceRoute,
  type ScriptedServer,
} from './testing/index.js';

const TOOLS = [{ name: 'work' }];
const call = (id: string | number = 1) => legacy('tools/call', { name: 'work', _meta: { progressToken: 'p' } }, id);
const progress = (value: number) => ({ progressToken: 'other', progress: value });
const STREAM = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' };

/** A server that says how far it is, then waits until it is let go. */
function patient(): { server: ScriptedServer; finish: (text?: string) => void; aborted: () => boolean; started: Promise<void> } {
  let finish: (text?: string) => void = () => undefined;
  let begun: () => void = () => undefined;
  let stopped = false;
  const started = new Promise<void>((resolve) => (begun = resolve));
  const server: ScriptedServer = {
    tools: TOOLS,
    call: (_request, signal, said) =>
      new Promise<string>((resolve, reject) => {
        finish = (text = 'done') => resolve(JSON.stringify({ content: [{ type: 'text', text }] }));
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(new Error('stopped'));
        });
        said.notify('notifications/progress', progress(1));
        begun();
      }),
  };
  return { server, finish: (text) => finish(text), aborted: () => stopped, started };
}

const turns = async (count = 50): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('the answer to a request', () => {
  it('is one JSON object where nothing was said before it, whatever the client accepts', async () => {
    const harness = new GatewayHarness({ demo: { tools: TOOLS } });
    const { headers, json } = await harness.send({ body: call(), headers: TAKES_STREAMS });
    expect(headers).toEqual({ 'content-type': 'application/json' });
    expect(json).toEqual({ jsonrpc: '2.0', id: 1, result: { content: [] } });
  });

  it.each([
    ['a legacy client without a session', () => ({ body: call(), headers: TAKES_STREAMS })],
    ['a modern client', () => modern('tools/call', { name: 'work', _meta: { progressToken: 'p' } }, 1, { headers: TAKES_STREAMS })],
  ])('to %s becomes a stream with the first notification, without event ids, and the record closes at its end', async (_, request) => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const answer = await harness.send(request());
    expect([answer.status, answer.headers]).toEqual([200, STREAM]);
    expect(await answer.stream.method('notifications/progress')).toMatchObject({ params: { progressToken: 'p', progress: 1 } });
    expect(answer.calls[0]?.outcome).toBeUndefined();
    harness.clock.advance(40);
    finish();
    const last = await answer.stream.last();
    expect(last).toMatchObject({ id: 1, result: { content: [{ text: 'done' }] } });
    expect(answer.stream.events.every(({ id, event }) => id === undefined && event === 'message')).toBe(true);
    await turns();
    expect(answer.calls).toMatchObject([{ outcome: 'success', status: 200, latencyMs: 40, responseBytes: JSON.stringify(last).length }]);
    expect(answer.calls).toHaveLength(1);
  });

  it('is plain JSON for a client that takes no streams: what the server says meanwhile is dropped', async () => {
    const { server, finish, started } = patient();
    const harness = new GatewayHarness({ demo: server });
    const answer = harness.send({ body: call(), headers: { accept: 'application/json' } });
    await started;
    finish();
    expect((await answer).json.result.content[0].text).toBe('done');
  });

  it.each([
    ['2025-11-25', ['', 'progress', 'answer']],
    ['2025-06-18', ['progress', 'answer']],
    ['2025-03-26', ['progress', 'answer']],
  ])('in a session of %s carries event ids that name the stream and are never repeated', async (revision, expected) => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession(revision);
    const { stream } = await harness.send({ body: call(), headers });
    await stream.method('notifications/progress');
    finish();
    await stream.last();
    expect(stream.events.map(({ data }) => (data === '' ? '' : data.includes('"result"') ? 'answer' : 'progress'))).toEqual(expected);
    const ids = stream.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id?.split('-')[0])).size).toBe(1);
  });

  it('becomes a stream when it is long in coming, so that nothing on the way takes the connection for dead', async () => {
    const { server, finish, started } = patient();
    const harness = new GatewayHarness({ demo: server });
    const quiet = { body: legacy('tools/call', { name: 'work' }), headers: TAKES_STREAMS };
    let isAnswered = false;
    const pending = harness.send(quiet).finally(() => (isAnswered = true));
    await started;
    for (const _ of [1, 2]) harness.clock.advance(5_000);
    await turns();
    expect(isAnswered).toBe(false);
    harness.clock.advance(5_000);
    const { stream } = await pending;
    expect(stream.comments).toBe(0);
    for (const _ of [1, 2, 3]) harness.clock.advance(5_000);
    expect(stream.comments).toBe(1);
    finish();
    expect(await stream.last()).toMatchObject({ id: 1, result: {} });
    harness.clock.advance(60_000);
    expect(harness.clock.awaited).toBe(0);
  });

  it('tells of a fault on our side as the last message of a stream that has begun', async () => {
    const harness = new GatewayHarness({
      demo: {
        tools: TOOLS,
        call: (_request, _signal, said) => {
          said.notify('notifications/progress', progress(1));
          throw new TypeError('a bug');
        },
      },
    });
    const { stream, calls } = await harness.send({ body: call(), headers: TAKES_STREAMS });
    expect(await stream.last()).toMatchObject({ id: 1, error: { code: -32603, data: { reason: 'gateway.internal' } } });
    await turns();
    expect(calls).toMatchObject([{ outcome: 'gateway_error', status: 500 }]);
    expect(harness.log.faults).toHaveLength(1);
  });

  it('in a batch is part of one array: nothing is said or asked before it', async () => {
    const answers: unknown[] = [];
    const harness = new GatewayHarness({
      demo: {
        tools: TOOLS,
        call: async (_request, _signal, said) => {
          said.notify('notifications/progress', progress(1));
          answers.push(await said.ask('roots/list'));
          return '{"content":[]}';
        },
      },
    });
    const headers = await harness.legacySession('2025-03-26', { roots: {} });
    const { json } = await harness.send({ body: [call(1), call(2)], headers });
    expect(json.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
    expect(answers).toMatchObject([{ kind: 'error' }, { kind: 'error' }]);
  });
});

describe('a client that goes away', () => {
  it.each([
    ['a modern one', () => modern('tools/call', { name: 'work', _meta: { progressToken: 'p' } }, 1, { headers: TAKES_STREAMS })],
    ['a legacy one without a session', () => ({ body: call(), headers: TAKES_STREAMS })],
  ])('cancels its call: %s', async (_, request) => {
    const { server, aborted } = patient();
    const harness = new GatewayHarness({ demo: server });
    const { stream, calls } = await harness.send(request());
    stream.drop();
    await turns();
    expect(aborted()).toBe(true);
    expect(calls).toMatchObject([{ outcome: 'cancelled', status: 499 }]);
  });

  it('with a session has cancelled nothing, and finds the answer by the last event that it saw', async () => {
    const { server, finish, aborted } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const { stream, calls } = await harness.send({ body: call(7), headers });
    await stream.method('notifications/progress');
    stream.drop();
    await turns();
    expect([aborted(), calls[0]?.outcome]).toEqual([false, undefined]);

    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events[0]!.id! } });
    expect([resumed.status, resumed.headers]).toEqual([200, STREAM]);
    expect(resumed.stream.messages).toMatchObject([{ method: 'notifications/progress' }]);
    finish();
    expect(await resumed.stream.last()).toMatchObject({ id: 7, result: { content: [{ text: 'done' }] } });
    await turns();
    expect(calls).toMatchObject([{ outcome: 'success' }]);
  });

  it('finds the answer that came while it was away, and only what it had not seen', async () => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const { stream } = await harness.send({ body: call(7), headers });
    const seen = stream.events.at(-1)!.id!;
    stream.drop();
    finish();
    await turns();
    for (const _ of ['once', 'and again']) {
      const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': seen } });
      expect(resumed.stream.ended).toBe(true);
      expect(resumed.stream.messages).toMatchObject([{ id: 7 }]);
    }
  });

  it('takes the place of its own former connection when it comes back before that was missed', async () => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const { stream } = await harness.send({ body: call(7), headers });
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events.at(-1)!.id! } });
    expect(stream.ended).toBe(true);
    finish();
    expect(await resumed.stream.last()).toMatchObject({ id: 7 });
    expect(stream.messages).toHaveLength(1);
  });

  it('gets a fresh stream with nothing of the past where what it names is over, foreign or invented', async () => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession('2025-06-18');
    const { stream } = await harness.send({ body: call(7), headers });
    const { id } = stream.events[0]!;
    stream.drop();
    finish();
    await turns();
    const foreign = await harness.legacySession('2025-06-18');
    const get = async (own: Record<string, string>, eventId: string) =>
      (await harness.send({ method: 'GET', headers: { ...own, 'last-event-id': eventId } })).stream;
    for (const eventId of [id!, 'nonsense', '0123456789abcdef-1', '', `${id}9`.repeat(500)]) {
      const fresh = await get(foreign, eventId);
      expect([fresh.events, fresh.ended]).toEqual([[], false]);
      fresh.drop();
    }
    for (let passed = 0; passed <= LIMITS.streamReplayMs; passed += 5_000) harness.clock.advance(5_000);
    expect((await get(headers, id!)).events).toEqual([]);
  });

  it('is told where its answer was too large to be kept', async () => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const { stream } = await harness.send({ body: call(7), headers });
    stream.drop();
    finish('x'.repeat(LIMITS.streamReplayBytesMax));
    await turns();
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events[0]!.id! } });
    expect(resumed.stream.messages.at(-1)).toMatchObject({ id: 7, error: { data: { reason: 'gateway.upstream-too-large' } } });
  });
});

describe('a client that reads too slowly', () => {
  it('loses notifications, not its answer', async () => {
    let say: (value: number) => void = () => undefined;
    let finish: () => void = () => undefined;
    const harness = new GatewayHarness({
      demo: {
        tools: TOOLS,
        call: (_request, _signal, said) =>
          new Promise((resolve) => {
            say = (value) => said.notify('notifications/progress', progress(value));
            finish = () => resolve('{"content":[]}');
            say(1);
          }),
      },
    });
    const { stream } = await harness.send({ body: call(), headers: TAKES_STREAMS });
    stream.backlogBytes = LIMITS.streamBacklogBytesMax + 1;
    say(2);
    stream.backlogBytes = 0;
    say(3);
    finish();
    await stream.last();
    expect(stream.messages.map(({ params }) => params?.progress)).toEqual([1, 3, undefined]);
  });

  it('is given up after a while, which costs a session nothing but the connection', async () => {
    const { server, finish, aborted } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const { stream } = await harness.send({ body: call(7), headers });
    stream.backlogBytes = LIMITS.streamBacklogBytesMax + 1;
    for (let tick = 0; tick < 10; tick++) harness.clock.advance(5_000);
    expect([stream.abandoned, aborted()]).toEqual([true, false]);
    finish();
    await turns();
    const resumed = await harness.send({ method: 'GET', headers: { ...headers, 'last-event-id': stream.events.at(-1)!.id! } });
    expect(resumed.stream.messages).toMatchObject([{ id: 7 }]);
  });
});

describe('a gateway that stops', () => {
  it('ends the streams that only wait, and waits for those of calls under way', async () => {
    const { server, finish } = patient();
    const harness = new GatewayHarness({ demo: server });
    const headers = await harness.legacySession();
    const waiting = await harness.send({ method: 'GET', headers });
    const { stream } = await harness.send({ body: call(), headers });
    let isDrained = false;
    const drained = harness.gateway.drain().then(() => (isDrained = true));
    await turns();
    expect([waiting.stream.ended, stream.ended, isDrained]).toEqual([true, false, false]);
    finish();
    await drained;
    expect([stream.ended, harness.clock.awaited]).toEqual([true, 0]);
  });

  it('ends the streams of a workspace that is gone and of a token that was revoked, and no others', async () => {
    const other = workspaceRoute([exposureRoute('demo')], { workspaceId: 'ws_other', slug: 'other' });
    const own = workspaceRoute([exposureRoute('demo')]);
    const harness = new GatewayHarness({ demo: { tools: TOOLS } }, [own, other]);
    const headers = await harness.legacySession();
    const { stream } = await harness.send({ method: 'GET', headers });
    harness.gateway.endStreams('ws_acme:tok_2');
    harness.gateway.swap(tableOf([own], 2));
    expect(stream.ended).toBe(false);
    const again = await harness.send({ method: 'GET', headers });
    harness.gateway.endStreams('ws_acme:tok_1');
    expect([stream.ended, again.stream.ended]).toEqual([true, true]);
    const third = await harness.send({ method: 'GET', headers });
    harness.gateway.swap(tableOf([], 3));
    expect(third.stream.ended).toBe(true);
  });
});
