import { ManualClock } from '../testing/manual-clock.js';
import { KeepAlive, TICK_MS, Ticking } from './keep-alive.js';

class Ticked extends Ticking {
  ticks = 0;
  constructor(private readonly then: () => void = () => undefined) {
    super();
  }
  override tick(): void {
    this.ticks++;
    this.then();
  }
}

describe('the clock of streams and calls', () => {
  const clock = new ManualClock();
  let keepAlive: KeepAlive;
  beforeEach(() => (keepAlive = new KeepAlive(clock)));
  afterEach(() => keepAlive.stop());
  const ticksOf = (...all: readonly Ticked[]): number[] => all.map(({ ticks }) => ticks);

  it('ticks each one that is kept, once, however often it was added, and none that was taken out', () => {
    const [first, second, third] = [new Ticked(), new Ticked(), new Ticked()];
    for (const one of [first, second, second, third, first]) keepAlive.add(one);
    keepAlive.delete(second);
    keepAlive.delete(second);
    clock.advance(TICK_MS);
    expect(ticksOf(first, second, third)).toEqual([1, 0, 1]);
    keepAlive.add(second);
    keepAlive.delete(first);
    clock.advance(TICK_MS);
    expect(ticksOf(first, second, third)).toEqual([1, 1, 2]);
  });

  it('bears that a tick takes out its own, another, and adds one', () => {
    const late = new Ticked();
    const other = new Ticked();
    const own: Ticked = new Ticked(() => {
      keepAlive.delete(own);
      keepAlive.delete(other);
      keepAlive.add(late);
    });
    const last = new Ticked();
    for (const one of [own, other, last]) keepAlive.add(one);
    clock.advance(TICK_MS);
    expect(ticksOf(own, other, last, late)).toEqual([1, 0, 1, 0]);
    clock.advance(TICK_MS);
    expect(ticksOf(own, other, last, late)).toEqual([1, 0, 2, 1]);
  });

  it('holds nothing of what was taken out, and what was taken out holds nobody', () => {
    const [first, second, third] = [new Ticked(), new Ticked(), new Ticked()];
    for (const one of [first, second, third]) keepAlive.add(one);
    keepAlive.delete(second);
    expect([second.before, second.behind]).toEqual([undefined, undefined]);
    expect(first.behind).toBe(third);
    expect(third.before).toBe(first);
  });

  it('has no timer while there are none, and begins again with the next', () => {
    const one = new Ticked();
    keepAlive.add(one);
    keepAlive.delete(one);
    clock.advance(TICK_MS);
    clock.advance(TICK_MS);
    expect(one.ticks).toBe(0);
    keepAlive.add(one);
    clock.advance(TICK_MS);
    expect(one.ticks).toBe(1);
  });

  it('forgets all of them when it stops', () => {
    const [first, second] = [new Ticked(), new Ticked()];
    for (const one of [first, second]) keepAlive.add(one);
    keepAlive.stop();
    clock.advance(TICK_MS);
    expect(ticksOf(first, second)).toEqual([0, 0]);
    expect(first.behind).toBeUndefined();
  });
});
