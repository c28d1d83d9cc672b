import fc from 'fast-check';
import { SseDecoder, type SseEvent } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { ReplyStream, StreamSink } from '../exchange/reply.js';
import { ManualClock } from '../testing/manual-clock.js';
import { KeepAlive } from './keep-alive.js';
import { MessageStream, type StreamParts } from './message-stream.js';
import { ReplayShelf } from './replay-shelf.js';
import { newStreamId, readEventId } from './stream-id.js';

/** A client's connection. */
class Client implements StreamSink {
  readonly events: SseEvent[] = [];
  backlogBytes = 0;
  comments = 0;
  state: 'open' | 'ended' | 'broken' = 'open';
  private readonly decoder = new SseDecoder({ eventBytesMax: 1e6 });

  constructor(private readonly stream: ReplyStream) {
    stream.open(this);
  }

  get numbers(): number[] {
    return this.events.map(({ data }) => Number(data));
  }

  write(text: string): void {
    if (this.state !== 'open') throw new Error(`written to a connection that is ${this.state}`);
    if (text.startsWith(':')) this.comments++;
    this.events.push(...this.decoder.push(text));
  }

  end(): void {
    if (this.state !== 'open') throw new Error(`ended twice: ${this.state}`);
    this.state = 'ended';
    this.stream.closed();
  }

  abandon(): void {
    this.drop();
  }

  drop(): void {
    if (this.state === 'open') this.state = 'broken';
    this.stream.closed();
  }
}

function parts(clock = new ManualClock(), bytesMax?: number): StreamParts & { clock: ManualClock; shelf: ReplayShelf } {
  const keepAlive = new KeepAlive(clock);
  return { clock, keepAlive, shelf: new ReplayShelf(clock, keepAlive, bytesMax), byteLength: (text) => text.length };
}

const tick = (clock: ManualClock, times: number): void => {
  for (let time = 0; time < times; time++) clock.advance(5_000);
};

describe('a stream of messages', () => {
  it('says what was said before it was connected, then the rest, in order', () => {
    const stream = new MessageStream(parts());
    stream.send('1');
    stream.send('2');
    const client = new Client(stream);
    stream.send('3');
    stream.end();
    expect([client.numbers, client.state]).toEqual([[1, 2, 3], 'ended']);
    stream.send('4');
    expect(client.numbers).toEqual([1, 2, 3]);
  });

  it('that ended before it was connected still says everything', () => {
    const stream = new MessageStream(parts());
    stream.send('1');
    stream.end();
    const client = new Client(stream);
    expect([client.numbers, client.state]).toEqual([[1], 'ended']);
  });

  it('shows a sign of life after fifteen quiet seconds and none while it talks; one timer serves all', () => {
    const shared = parts();
    const [quiet, busy] = [new MessageStream(shared), new MessageStream(shared)];
    const [waits, hears] = [new Client(quiet), new Client(busy)];
    expect(shared.clock.awaited).toBe(1);
    for (let time = 0; time < 6; time++) {
      tick(shared.clock, 1);
      busy.send('1');
    }
    expect([waits.comments, hears.comments]).toEqual([2, 0]);
    quiet.end();
    hears.drop();
    tick(shared.clock, 1);
    expect(shared.clock.awaited).toBe(0);
  });

  it('without an id is over with its connection, and says so once', () => {
    const stream = new MessageStream(parts());
    let times = 0;
    stream.onDisconnected = () => times++;
    const client = new Client(stream);
    client.drop();
    client.drop();
    stream.send('1');
    stream.end();
    expect([stream.isOver, times, client.numbers]).toEqual([true, 1, []]);
  });

  it('holds no more for all clients that are away than its bound, the oldest streams going first', () => {
    const shared = parts(new ManualClock(), 1_000);
    const text = JSON.stringify('x'.repeat(250));
    const forgotten: number[] = [];
    const streams = [0, 1, 2, 3, 4].map((at) => {
      const stream = new MessageStream(shared, { id: newStreamId() });
      stream.onForgotten = () => forgotten.push(at);
      stream.send(text);
      stream.end();
      return stream;
    });
    expect(forgotten).toEqual([0, 1]);
    expect(new Client(streams[4]!.resume(0)).events).toHaveLength(1);
    const alive = new MessageStream(shared, { id: newStreamId() });
    for (let times = 0; times < 100; times++) alive.send(text);
    const back = new Client(alive.resume(0));
    expect(back.events.length).toBeGreaterThan(0);
    expect(back.events.length).toBeLessThanOrEqual(3);
  });

  it('forgets what nobody came back for, and gives its room back', () => {
    const shared = parts(new ManualClock(), 400);
    const stream = new MessageStream(shared, { id: newStreamId() });
    stream.send(JSON.stringify('x'.repeat(250)));
    stream.end();
    tick(shared.clock, LIMITS.streamReplayMs / 5_000 + 1);
    expect(new Client(stream.resume(0)).events).toEqual([]);
    expect(shared.shelf.take(400)).toBe(true);
  });

  it('keeps no more of one stream than its own bound, whatever is said while the client is away', () => {
    const stream = new MessageStream(parts(), { id: newStreamId() });
    new Client(stream).drop();
    const text = JSON.stringify('x'.repeat(1_000));
    let kept = 0;
    for (let times = 0; times < 1_000; times++) if (stream.notify(text)) kept++;
    expect(kept * 1_000).toBeLessThan(LIMITS.streamReplayBytesMax);
    stream.send('1');
    expect(new Client(stream.resume(0)).numbers.at(-1)).toBe(1);
  });
});

describe('a resumable stream', () => {
  const step = fc.oneof(
    fc.constant('say' as const),
    fc.constant('drop' as const),
    fc.constant('resume' as const),
    fc.constant('resume while connected' as const),
    fc.constant('tick' as const),
  );

  it('gives a client that always comes back every message once and in order, however often its connection breaks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, isGeneral) => {
        const shared = parts();
        const stream = new MessageStream(shared, { id: newStreamId(), isGeneral });
        const seen: number[] = [];
        let last = 0;
        let said = 0;
        let client = new Client(stream);
        const read = (): void => {
          for (const { id, data } of client.events.splice(0)) {
            last = readEventId(id!)!.number;
            seen.push(Number(data));
          }
        };
        const resume = (): void => {
          read();
          client = new Client(stream.resume(last));
        };
        for (const one of steps) {
          if (one === 'say') stream.send(String(++said));
          else if (one === 'tick') tick(shared.clock, 1);
          else if (one === 'resume while connected' || client.state !== 'open') resume();
          else if (one === 'drop') {
            read();
            client.drop();
          }
        }
        stream.end();
        if (client.state === 'broken') resume();
        read();
        expect(seen).toEqual(Array.from({ length: said }, (_, at) => at + 1));
        expect(client.state).toBe('ended');
      }),
    );
  });

  it('never gives anything back for an event id that is not one of ours', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readEventId(text);
        if (read) expect(text).toBe(`${read.streamId}-${text.slice(17)}`);
      }),
    );
    expect(readEventId('0123456789abcdef-9007199254740993000')).toBeUndefined();
    expect(readEventId('0123456789abcdef-12\n')).toBeUndefined();
    expect(readEventId(`${newStreamId()}-0`)?.number).toBe(0);
  });
});
