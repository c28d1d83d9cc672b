import { LIMITS } from '@mcpnest/shared/limits';
import { KeepAlive } from '../streams/keep-alive.js';
import { MessageStream } from '../streams/message-stream.js';
import { ReplayShelf } from '../streams/replay-shelf.js';
import { newStreamId } from '../streams/stream-id.js';
import { ManualClock } from '../testing/manual-clock.js';
import { SessionStreams } from './session-streams.js';

const clock = new ManualClock();
const keepAlive = new KeepAlive(clock);
const shelf = new ReplayShelf(clock, keepAlive);
const stream = (): MessageStream => new MessageStream({ keepAlive, shelf, byteLength: (text) => text.length }, { id: newStreamId() });

describe('the streams of a session', () => {
  it('can be resumed while there are not too many; then the oldest that is over goes, before any that is not', () => {
    const streams = new SessionStreams();
    const open = stream();
    streams.keep(open);
    const over = Array.from({ length: LIMITS.streamsPerTokenMax }, stream);
    for (const one of over) {
      one.end();
      streams.keep(one);
    }
    expect(streams.find(open.id!)).toBe(open);
    expect(streams.find(over[0]!.id!)).toBeUndefined();
    expect(over.slice(1).every((one) => streams.find(one.id!) === one)).toBe(true);
  });

  it('end with the session, and none of them can be found or written to any more', () => {
    const streams = new SessionStreams();
    const [general, request] = [stream(), stream()];
    let disconnections = 0;
    general.onDisconnected = () => {
      disconnections++;
      streams.unhear(general);
    };
    for (const one of [general, request]) streams.keep(one);
    streams.hear(general);
    expect(streams.isHeard).toBe(true);
    streams.end();
    expect([streams.isHeard, disconnections, general.isOver, request.isOver]).toEqual([false, 1, true, true]);
    expect([streams.find(general.id!), streams.find(request.id!)]).toEqual([undefined, undefined]);
    expect(general.notify('{}')).toBe(false);
  });

  it('without an id are not kept: they are over with their connection', () => {
    const streams = new SessionStreams();
    const plain = new MessageStream({ keepAlive, shelf, byteLength: (text) => text.length });
    streams.keep(plain);
    plain.closed();
    expect(plain.isOver).toBe(true);
  });
});
