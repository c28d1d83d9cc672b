import { DailyQuotas, dayOf, untilTomorrowMs } from './daily-quotas.js';
import type { Bound } from './limit-rules.js';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 23, 59, 59);
const bound = (callsPerDay: number | undefined, subject = 'tok_1'): Bound => ({
  workspaceId: 'ws_1',
  scope: 'token',
  subject,
  limits: { callsPerDay },
});

describe('the calls of a day', () => {
  it('are refused once they are used up, and begin anew at midnight of UTC', () => {
    const quotas = new DailyQuotas();
    expect(quotas.count([bound(2)], NOW)).toBeUndefined();
    expect(quotas.count([bound(2)], NOW)).toBeUndefined();
    expect(quotas.count([bound(2)], NOW)?.subject).toBe('tok_1');
    expect(untilTomorrowMs(NOW)).toBe(1_000);
    expect(quotas.count([bound(2)], NOW + 1_000)).toBeUndefined();
  });

  it('count nothing where one of several quotas refuses', () => {
    const quotas = new DailyQuotas();
    quotas.count([bound(5), bound(1, 'tok_2')], NOW);
    expect(quotas.count([bound(5), bound(1, 'tok_2')], NOW)?.subject).toBe('tok_2');
    expect(quotas.takeUntold().map(({ subject, calls }) => [subject, calls])).toEqual([
      ['tok_1', 1],
      ['tok_2', 1],
    ]);
  });

  it('are not counted without a quota', () => {
    const quotas = new DailyQuotas();
    quotas.count([bound(undefined)], NOW);
    expect(quotas.takeUntold()).toEqual([]);
  });

  it('are told once, and again where the telling failed, also of the day before', () => {
    const quotas = new DailyQuotas();
    quotas.count([bound(9)], NOW);
    const told = quotas.takeUntold();
    expect(quotas.takeUntold()).toEqual([]);
    quotas.count([bound(9)], NOW + DAY_MS);
    quotas.untell(told);
    expect(quotas.takeUntold().map(({ day, calls }) => [day - dayOf(NOW), calls])).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('include what other processes counted, and keep what was not told yet', () => {
    const quotas = new DailyQuotas();
    quotas.count([bound(10)], NOW);
    const [told] = quotas.takeUntold();
    quotas.count([bound(10)], NOW);
    quotas.learn([{ ...told!, calls: 9 }]);
    expect(quotas.count([bound(10)], NOW)?.subject).toBe('tok_1');
  });
});
