import { TokenLimiter } from './token-limiter.js';

const LIMITS = { ratePerSecond: 10, burst: 3, concurrency: 100 };

describe('the rate of a token', () => {
  it('allows the burst, then refuses and says when to come back', () => {
    const limiter = new TokenLimiter();
    for (let i = 0; i < 3; i++) expect(limiter.take('tok', LIMITS, 0).ok).toBe(true);
    expect(limiter.take('tok', LIMITS, 0)).toEqual({ ok: false, limit: 'rate', retryAfterMs: 100 });
  });

  it('fills again with time', () => {
    const limiter = new TokenLimiter();
    for (let i = 0; i < 3; i++) limiter.take('tok', LIMITS, 0);
    expect(limiter.take('tok', LIMITS, 99).ok).toBe(false);
    expect(limiter.take('tok', LIMITS, 201).ok).toBe(true);
  });

  it('never fills above the burst', () => {
    const limiter = new TokenLimiter();
    limiter.take('tok', LIMITS, 0);
    const verdicts = Array.from({ length: 5 }, () => limiter.take('tok', LIMITS, 60_000).ok);
    expect(verdicts).toEqual([true, true, true, false, false]);
  });

  it("is the token's own", () => {
    const limiter = new TokenLimiter();
    for (let i = 0; i < 4; i++) limiter.take('noisy', LIMITS, 0);
    expect(limiter.take('quiet', LIMITS, 0).ok).toBe(true);
  });

  it('survives the sweep while it is in use', () => {
    const limiter = new TokenLimiter();
    for (let i = 0; i < 3; i++) limiter.take('tok', LIMITS, 0);
    for (let i = 0; i < 20_000; i++) limiter.take(`other-${i}`, LIMITS, 0);
    expect(limiter.take('tok', LIMITS, 0).ok).toBe(false);
  });
});

describe('requests under way', () => {
  const limits = { ratePerSecond: 1_000, burst: 1_000, concurrency: 1 };

  it('are bounded, and a place given back can be taken again', () => {
    const limiter = new TokenLimiter();
    const first = limiter.take('tok', limits, 0);
    expect(limiter.take('tok', limits, 0)).toMatchObject({ ok: false, limit: 'concurrency' });
    if (first.ok) first.lease.release();
    expect(limiter.take('tok', limits, 0).ok).toBe(true);
  });

  it('count a place given back twice once', () => {
    const limiter = new TokenLimiter();
    const first = limiter.take('tok', limits, 0);
    if (first.ok) {
      first.lease.release();
      first.lease.release();
    }
    expect(limiter.take('tok', limits, 0).ok).toBe(true);
    expect(limiter.take('tok', limits, 0).ok).toBe(false);
  });
});
