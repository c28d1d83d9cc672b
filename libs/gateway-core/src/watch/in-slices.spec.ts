import { ManualClock } from '../testing/manual-clock.js';
import { inSlices } from './in-slices.js';

describe('work in slices', () => {
  it('begins at once, gives way between slices, and leaves nobody out', () => {
    const clock = new ManualClock();
    const items = Array.from({ length: 1_234 }, (_, n) => n);
    const done: number[] = [];
    inSlices(clock, items, (item) => done.push(item));
    const counts = [done.length];
    for (let n = 0; n < 3; n++) {
      clock.advance(1);
      counts.push(done.length);
    }
    expect(counts).toEqual([500, 1_000, 1_234, 1_234]);
    expect(done).toEqual(items);
  });
});
