import type { Bound, LimitValues } from './limit-rules.js';
import { Limiter } from './limiter.js';

const token = (subject: string, limits: LimitValues): Bound[] => [{ workspaceId: 'ws_1', scope: 'token', subject, limits }];

const LIMITS = { ratePerSecond: 10, burst: 3, concurrency: 100 };

describe('the rate of a token', () => {
  it('allows the burst, then refuses and says when to come back', () => {
    const limiter = new Limiter();
    for (let i = 0; i < 3; i++) expect(limiter.take(token('tok', LIMITS), 0).ok).toBe(true);
    expect(limiter.take(token('tok', LIMITS), 0)).toMatchObject({ ok: false, limit: 'rate', retryAfterMs: 100 });
  });

  it('fills again with time', () => {
    const limiter = new Limiter();
    for (let i = 0; i < 3; i++) limiter.take(token('tok', LIMITS), 0);
    expect(limiter.take(token('tok', LIMITS), 99).ok).toBe(false);
    expect(limiter.take(token('tok', LIMITS), 201).ok).toBe(true);
  });

  it('never fills above the burst', () => {
    const limiter = new Limiter();
    limiter.take(token('tok', LIMITS), 0);
    const verdicts = Array.from({ length: 5 }, () => limiter.take(token('tok', LIMITS), 60_000).ok);
    expect(verdicts).toEqual([true, true, true, false, false]);
  });

  it("is the token's own", () => {
    const limiter = new Limiter();
    for (let i = 0; i < 4; i++) limiter.take(token('noisy', LIMITS), 0);
    expect(limiter.take(token('quiet', LIMITS), 0).ok).toBe(true);
  });

  it('survives the sweep while it is in use', () => {
    const limiter = new Limiter();
    for (let i = 0; i < 3; i++) limiter.take(token('tok', LIMITS), 0);
    for (let i = 0; i < 20_000; i++) limiter.take(token(`other-${i}`, LIMITS), 0);
    expect(limiter.take(token('tok', LIMITS), 0).ok).toBe(false);
  });
});

describe('requests under way', () => {
  const limits = { ratePerSecond: 1_000, burst: 1_000, concurrency: 1 };

  it('are bounded, and a place given back can be taken again', () => {
    const limiter = new Limiter();
    const first = limiter.take(token('tok', limits), 0);
    expect(limiter.take(token('tok', limits), 0)).toMatchObject({ ok: false, limit: 'concurrency' });
    if (first.ok) first.lease.release();
    expect(limiter.take(token('tok', limits), 0).ok).toBe(true);
  });

  it('count a place given back twice once', () => {
    const limiter = new Limiter();
    const first = limiter.take(token('tok', limits), 0);
    if (first.ok) {
      first.lease.release();
      first.lease.release();
    }
    expect(limiter.take(token('tok', limits), 0).ok).toBe(true);
    expect(limiter.take(token('tok', limits), 0).ok).toBe(false);
  });
});

describe('several limits of one request', () => {
  const workspace: Bound = { workspaceId: 'ws_1', scope: 'workspace', subject: '', limits: { ratePerSecond: 1, burst: 2, concurrency: 9 } };
  const both = (subject: string) => [...token(subject, LIMITS), workspace];

  it('are taken from all of them or from none', () => {
    const limiter = new Limiter();
    expect(limiter.take(both('tok'), 0).ok).toBe(true);
    expect(limiter.take(both('tok'), 0).ok).toBe(true);
    for (let i = 0; i < 5; i++) expect(limiter.take(both('tok'), 0)).toMatchObject({ limit: 'rate', bound: { scope: 'workspace' } });
    expect(limiter.take(token('tok', LIMITS), 0).ok).toBe(true);
  });

  it('give their places back together', () => {
    const limiter = new Limiter();
    const one = [{ ...workspace, limits: { concurrency: 1 } }];
    const held = limiter.take(one, 0);
    expect(limiter.take(one, 0)).toMatchObject({ limit: 'concurrency', bound: { scope: 'workspace' } });
    if (held.ok) held.lease.release();
    expect(limiter.take(one, 0).ok).toBe(true);
  });

  it('of one name in two workspaces are two', () => {
    const limiter = new Limiter();
    const tool = (workspaceId: string): Bound[] => [{ workspaceId, scope: 'tool', subject: 'a:b', limits: { concurrency: 1 } }];
    expect(limiter.take(tool('ws_1'), 0).ok).toBe(true);
    expect(limiter.take(tool('ws_2'), 0).ok).toBe(true);
    expect(limiter.take(tool('ws_1'), 0).ok).toBe(false);
  });

  it('that bound nothing refuse nothing', () => {
    const limiter = new Limiter();
    for (let i = 0; i < 50; i++) expect(limiter.take(token('tok', {}), 0).ok).toBe(true);
  });
});

describe('a rate that is shared with other processes', () => {
  it('tells what was taken here since the last time', () => {
    const limiter = new Limiter();
    limiter.take(token('before', LIMITS), 0);
    expect(limiter.takenSince()).toEqual([]);
    limiter.take(token('tok', LIMITS), 0);
    limiter.take(token('tok', LIMITS), 0);
    expect(limiter.takenSince()).toEqual([{ key: 'tok', count: 2 }]);
    expect(limiter.takenSince()).toEqual([]);
  });

  it('counts what was taken elsewhere, into debt where that is fresh', () => {
    const limiter = new Limiter();
    limiter.take(token('tok', LIMITS), 0);
    limiter.takenElsewhere('tok', 4, true);
    expect(limiter.take(token('tok', LIMITS), 0)).toMatchObject({ limit: 'rate', retryAfterMs: 300 });
    expect(limiter.take(token('tok', LIMITS), 301).ok).toBe(true);
  });

  it('forgives what was taken elsewhere while nobody listened', () => {
    const limiter = new Limiter();
    limiter.take(token('tok', LIMITS), 0);
    limiter.takenElsewhere('tok', 4_000, false);
    expect(limiter.take(token('tok', LIMITS), 101).ok).toBe(true);
  });
});

describe('what is under way in other processes too', () => {
  const limits = { concurrency: 3 };
  const key = 'tok';

  it('counts against the bound, and frees it when it ends there', () => {
    const limiter = new Limiter();
    limiter.busyElsewhere(key, 2);
    expect(limiter.take(token(key, limits), 0).ok).toBe(true);
    expect(limiter.take(token(key, limits), 0)).toMatchObject({ ok: false, limit: 'concurrency' });
    limiter.busyElsewhere(key, -1);
    expect(limiter.take(token(key, limits), 0).ok).toBe(true);
    limiter.busyElsewhere(key, 5);
    expect(limiter.take(token(key, limits), 0).ok).toBe(false);
    limiter.busyElsewhere(key, -9);
    expect(limiter.take(token(key, limits), 0).ok).toBe(true);
  });

  it('is told of what began or ended here, once, and as a whole whenever it is asked', () => {
    const limiter = new Limiter();
    limiter.take(token('before', limits), 0);
    expect(limiter.busySince()).toEqual([]);
    const held = limiter.take(token(key, limits), 0);
    limiter.take(token('unbound', { ratePerSecond: 1, burst: 1 }), 0);
    expect(limiter.busySince()).toEqual([{ key, count: 1 }]);
    expect(limiter.busySince()).toEqual([]);
    expect(limiter.busy()).toEqual([
      { key: 'before', count: 1 },
      { key, count: 1 },
    ]);
    if (held.ok) held.lease.release();
    expect(limiter.busySince()).toEqual([{ key, count: 0 }]);
    expect(limiter.busy()).toEqual([{ key: 'before', count: 1 }]);
  });
});

describe('the share of one process, while several cannot hear of each other', () => {
  const taken = (limiter: Limiter, subject: string, limits: LimitValues, now = 0): number => {
    let count = 0;
    while (limiter.take(token(subject, limits), now).ok) count++;
    return count;
  };

  it('is its part of bursts, rates and places, and the whole again afterwards', () => {
    const limiter = new Limiter();
    const rate = { ratePerSecond: 10, burst: 9 };
    limiter.shareAmong(3);
    expect(taken(limiter, 'rate', rate)).toBe(3);
    expect(taken(limiter, 'rate', rate, 1_000)).toBe(3);
    expect(taken(limiter, 'places', { concurrency: 7 })).toBe(2);
    limiter.shareAmong(1);
    expect(taken(limiter, 'rate', rate, 3_000)).toBe(9);
    expect(taken(limiter, 'places', { concurrency: 7 })).toBe(5);
  });

  it('is one at least', () => {
    const limiter = new Limiter();
    limiter.shareAmong(50);
    expect(taken(limiter, 'rate', { ratePerSecond: 10, burst: 9 })).toBe(1);
    expect(taken(limiter, 'places', { concurrency: 7 })).toBe(1);
  });
});
