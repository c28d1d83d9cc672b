import { ChangeFeed, type ChangeConsumer } from './change-feed.js';
import { quietLog } from '../../testing/quiet-log.js';

quietLog();

const consumer = (apply: (number: number) => void | Promise<void>, name = 'test'): ChangeConsumer => ({
  name,
  apply: async (number) => apply(number),
});

describe('the change feed', () => {
  it('runs consumers in the order they subscribed, one after the other', async () => {
    const feed = new ChangeFeed();
    const seen: string[] = [];
    feed.subscribe(
      consumer(async () => {
        await Promise.resolve();
        seen.push('first');
      }),
    );
    feed.subscribe(consumer(() => void seen.push('second')));
    await feed.settle(1);
    expect(seen).toEqual(['first', 'second']);
  });

  it('does nothing for a number that is in force already', async () => {
    const feed = new ChangeFeed();
    const seen: number[] = [];
    feed.subscribe(consumer((number) => void seen.push(number)));
    await feed.settle(3);
    await feed.settle(2);
    await feed.observe(3);
    expect(seen).toEqual([3]);
  });

  it('serves many changes that come at once in one more pass', async () => {
    const feed = new ChangeFeed();
    const seen: number[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    feed.subscribe(
      consumer(async (number) => {
        seen.push(number);
        await gate;
      }),
    );
    const all = [feed.settle(1), feed.settle(2), feed.settle(3)];
    open();
    await Promise.all(all);
    expect(seen).toEqual([1, 3]);
    expect(feed.appliedNumber).toBe(3);
  });

  it('never fails a change because of a consumer, and tries again when the poll comes', async () => {
    const feed = new ChangeFeed();
    let broken = true;
    const later: number[] = [];
    feed.subscribe(
      consumer(() => {
        if (broken) throw new Error('no');
      }),
    );
    feed.subscribe(consumer((number) => void later.push(number)));
    await expect(feed.settle(5)).resolves.toBeUndefined();
    expect(feed.appliedNumber).toBe(-1);
    broken = false;
    await feed.observe(5);
    expect(feed.appliedNumber).toBe(5);
    expect(later).toEqual([5, 5]);
  });

  it('brings a consumer that subscribes late up to date with the next look', async () => {
    const feed = new ChangeFeed();
    await feed.settle(4);
    const seen: number[] = [];
    feed.subscribe(consumer((number) => void seen.push(number)));
    await feed.observe(4);
    expect(seen).toEqual([4]);
  });

  it('knows how long ago it ran on the state of the database: never before the first pass, and not by a pass that failed', async () => {
    const feed = new ChangeFeed();
    let isBroken = true;
    feed.subscribe(
      consumer(() => {
        if (isBroken) throw new Error('not now');
      }),
    );
    await feed.settle(1);
    expect(feed.confirmedAgeMs).toBe(Infinity);
    isBroken = false;
    await feed.observe(1);
    const first = feed.confirmedAgeMs;
    expect(first).toBeLessThan(60_000);
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 20_000);
    expect(feed.confirmedAgeMs).toBeGreaterThanOrEqual(20_000);
    await feed.observe(1);
    expect(feed.confirmedAgeMs).toBe(0);
    clock.mockRestore();
  });
});
