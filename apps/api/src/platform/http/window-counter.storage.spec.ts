import { WindowCounterStorage } from './window-counter.storage.js';

describe('the request counter', () => {
  it('blocks beyond the limit until the window ends, then begins anew', async () => {
    let now = 0;
    const storage = new WindowCounterStorage(() => now);
    const hit = () => storage.increment('a', 60_000, 2);
    expect((await hit()).isBlocked).toBe(false);
    expect((await hit()).isBlocked).toBe(false);
    now = 30_000;
    expect(await hit()).toEqual({ totalHits: 3, timeToExpire: 30, isBlocked: true, timeToBlockExpire: 30 });
    now = 60_000;
    expect(await hit()).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('counts each address for itself', async () => {
    const storage = new WindowCounterStorage(() => 0);
    await storage.increment('a', 60_000, 1);
    expect((await storage.increment('a', 60_000, 1)).isBlocked).toBe(true);
    expect((await storage.increment('b', 60_000, 1)).isBlocked).toBe(false);
  });

  it('forgets the oldest of very many addresses instead of growing', async () => {
    const storage = new WindowCounterStorage(() => 0);
    for (let i = 0; i <= 20_000; i++) await storage.increment(`a${i}`, 60_000, 1);
    expect((await storage.increment('a20000', 60_000, 1)).isBlocked).toBe(true);
    expect((await storage.increment('a0', 60_000, 1)).isBlocked).toBe(false);
  });
});
