import { ManualClock } from '../testing/manual-clock.js';
import { Pacer } from './pacer.js';

describe('paced runs', () => {
  it('collapse a flood under one key into five a second, the last one included', () => {
    const clock = new ManualClock();
    const pacer = new Pacer(clock, 10);
    const ran: { readonly at: number; readonly n: number }[] = [];
    for (let n = 0; n < 1_000; n++) {
      pacer.submit('a', () => ran.push({ at: clock.monotonic(), n }));
      clock.advance(1);
    }
    clock.advance(1_000);
    expect(ran.map(({ at }) => at)).toEqual([0, 200, 400, 600, 800, 1_000]);
    expect(ran.at(-1)?.n).toBe(999);
  });

  it('do not slow down each other', () => {
    const pacer = new Pacer(new ManualClock(), 10);
    const ran: string[] = [];
    for (const key of ['a', 'b', 'a']) pacer.submit(key, () => ran.push(key));
    expect(ran).toEqual(['a', 'b']);
  });

  it('drop keys beyond the bound until others have rested', () => {
    const clock = new ManualClock();
    const pacer = new Pacer(clock, 2);
    const ran: string[] = [];
    const submit = (key: string) => pacer.submit(key, () => ran.push(key));
    ['a', 'b', 'c'].forEach(submit);
    clock.advance(200);
    submit('c');
    expect(ran).toEqual(['a', 'b', 'c']);
  });

  it('leave no timer behind when nothing is left to do', () => {
    const clock = new ManualClock();
    const scheduled = jest.spyOn(clock, 'after');
    new Pacer(clock, 2).submit('a', () => undefined);
    clock.advance(200);
    clock.advance(10_000);
    expect(scheduled).toHaveBeenCalledTimes(1);
  });

  it('never run after they were stopped', () => {
    const clock = new ManualClock();
    const pacer = new Pacer(clock, 2);
    let runs = 0;
    for (let n = 0; n < 3; n++) pacer.submit('a', () => runs++);
    pacer.stop();
    clock.advance(1_000);
    expect(runs).toBe(1);
  });
});
