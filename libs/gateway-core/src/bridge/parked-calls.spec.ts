import { LIMITS } from '@mcpnest/shared/limits';
import { ManualClock } from '../testing/index.js';
import { InteractiveCall } from './interactive-call.js';
import { ParkedCalls } from './parked-calls.js';

const clock = new ManualClock();
const call = (): InteractiveCall => new InteractiveCall({}, false, clock);
const of = (principalKey: string, exposureId = 'exp_1') => ({ principalKey, exposureId });

describe('parked calls', () => {
  it('are found once, by their own principal alone', () => {
    const parked = new ParkedCalls(clock);
    const own = call();
    const id = parked.park(of('a'), own)!;
    expect([parked.take('b', id), parked.peek('b', id), parked.peek('a', id)]).toEqual([undefined, undefined, own]);
    expect([parked.take('a', id), parked.take('a', id), parked.size]).toEqual([own, undefined, 0]);
  });

  it('are so many per principal and so many in all, and those that went leave room', () => {
    const parked = new ParkedCalls(clock, { perPrincipalMax: 2, max: 3 });
    const ids = ['a', 'a', 'a', 'b', 'b'].map((key) => parked.park(of(key), call()));
    expect(ids.map((id) => id !== undefined)).toEqual([true, true, false, true, false]);
    parked.take('a', ids[0]!);
    expect(parked.park(of('a'), call())).toBeDefined();
    expect(parked.size).toBe(3);
  });

  it('are cancelled when nobody comes back in time, and then are gone', () => {
    const parked = new ParkedCalls(clock);
    const [left, taken] = [call(), call()];
    parked.park(of('a'), left);
    const id = parked.park(of('a'), taken)!;
    expect(parked.take('a', id)).toBe(taken);
    clock.advance(LIMITS.parkMs);
    expect([left.cancel.aborted, taken.cancel.aborted, parked.size, clock.awaited]).toEqual([true, false, 0, 0]);
  });

  it('of a token end with it, all of them with the process', () => {
    const parked = new ParkedCalls(clock);
    const [one, two, three] = [call(), call(), call()];
    parked.park(of('a'), one);
    parked.park(of('b'), two);
    parked.park(of('c'), three);
    parked.cancelOf('a');
    expect([one.cancel.aborted, two.cancel.aborted]).toEqual([true, false]);
    parked.cancelAll();
    expect([two.cancel.aborted, three.cancel.aborted, parked.size, clock.awaited]).toEqual([true, true, 0, 0]);
  });

  it('for an exposure that is no longer in force end with it, and those that come to wait for it later', () => {
    const parked = new ParkedCalls(clock);
    const [kept, gone, late] = [call(), call(), call()];
    parked.park(of('a'), kept);
    parked.park(of('b', 'exp_2'), gone);
    parked.retain(new Set(['exp_1']));
    parked.park(of('b', 'exp_2'), late);
    expect([kept, gone, late].map(({ cancel }) => cancel.aborted)).toEqual([false, true, true]);
    expect([parked.size, parked.principalKeys]).toEqual([1, ['a']]);
    parked.cancelAll();
    expect(clock.awaited).toBe(0);
  });
});
