import { WaitingTimes } from './waiting-times.js';

describe('records that wait', () => {
  it('are as old as the first of them that has not left', () => {
    const times = new WaitingTimes();
    expect(times.oldest).toBeNull();
    times.came(3, 1_000);
    times.came(2, 5_000);
    times.came(1, 9_000);
    times.left(2);
    expect(times.oldest).toBe(1_000);
    times.left(2);
    expect(times.oldest).toBe(5_000);
    times.left(2);
    expect(times.oldest).toBeNull();
    times.came(1, 12_000);
    expect(times.oldest).toBe(12_000);
  });

  it('share a mark within a second, and none with a clock that was set back', () => {
    const times = new WaitingTimes();
    for (let at = 0; at < 1_000; at++) times.came(1, 50_000 + at);
    times.left(999);
    expect(times.oldest).toBe(50_000);
    times.came(1, 10_000);
    times.left(1);
    expect(times.oldest).toBe(10_000);
  });
});
