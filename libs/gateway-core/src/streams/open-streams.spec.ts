import { OpenStreams, type LongStream } from './open-streams.js';

const stream = (principalKey: string): LongStream & { ended: number } => ({
  principalKey,
  ended: 0,
  end() {
    this.ended++;
  },
});

describe('the long-lived streams of a process', () => {
  it('are bounded per principal, and another principal does not feel it', () => {
    const streams = new OpenStreams(2, 100);
    const first = stream('a');
    for (const one of [first, stream('a')]) expect(streams.add(one)).toBeUndefined();
    const refusal = streams.add(stream('a'), '7');
    expect(refusal).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    expect(JSON.parse(refusal!.body!)).toMatchObject({ id: 7, error: { data: { reason: 'gateway.session-limit' } } });
    expect(streams.add(stream('b'))).toBeUndefined();
    streams.delete(first);
    expect(streams.add(stream('a'))).toBeUndefined();
  });

  it('are bounded in all: one more is 503, until one closes, which counts once', () => {
    const streams = new OpenStreams(10, 3);
    const first = stream('a');
    for (const one of [first, stream('b'), stream('c')]) expect(streams.add(one)).toBeUndefined();
    const refusal = streams.add(stream('d'));
    expect(refusal).toMatchObject({ status: 503, headers: { 'retry-after': '60' }, disposition: { reason: 'gateway.overloaded' } });
    streams.delete(first);
    streams.delete(first);
    expect(streams.add(stream('d'))).toBeUndefined();
    expect(streams.add(stream('e'))?.status).toBe(503);
  });

  it('leave all their room when they are ended', () => {
    const streams = new OpenStreams(2, 2);
    const two = [stream('a'), stream('b')];
    for (const one of two) streams.add(one);
    streams.endWhere((key) => key === 'a');
    expect(two.map(({ ended }) => ended)).toEqual([1, 0]);
    expect(streams.add(stream('c'))).toBeUndefined();
    streams.endAll();
    for (const one of [stream('a'), stream('a')]) expect(streams.add(one)).toBeUndefined();
  });
});
