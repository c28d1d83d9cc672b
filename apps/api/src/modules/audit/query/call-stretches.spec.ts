import { stretchesOf } from './call-stretches.js';

const NOW = Date.parse('2026-11-30T12:20:00.000Z');
const lengths = (filters: { text?: string; from?: string; to?: string }, after: string | null = null): [string, string][] =>
  stretchesOf({ filters, after: after === null ? null : { createdAt: new Date(after), id: 'call_1' } }, NOW).map(({ from, to }) => [
    from!,
    to!,
  ]);

describe('the stretches that a part of a name is looked for in', () => {
  it('follow one another without a gap, the newest first, and share no moment', () => {
    const found = lengths({ text: 'echo', from: '2026-11-20T00:00:00.000Z', to: '2026-11-30T12:00:00.000Z' });
    expect(found).toEqual([
      ['2026-11-30T11:00:00.000Z', '2026-11-30T12:00:00.000Z'],
      ['2026-11-30T04:00:00.000Z', '2026-11-30T11:00:00.000Z'],
      ['2026-11-28T12:00:00.000Z', '2026-11-30T04:00:00.000Z'],
      ['2026-11-20T00:00:00.000Z', '2026-11-28T12:00:00.000Z'],
    ]);
  });

  it('begin with the last hour, or with the hour before the page, at the border of a quarter', () => {
    expect(lengths({ text: 'echo' })[0]).toEqual(['2026-11-30T11:15:00.000Z', '2026-12-01T12:20:00.000Z']);
    expect(lengths({ text: 'echo' }, '2026-11-29T09:50:00.000Z')[0]![0]).toBe('2026-11-29T08:45:00.000Z');
  });

  it('are one where the period is short, and where anything else is looked for', () => {
    const period = { from: '2026-11-30T11:30:00.000Z', to: '2026-11-30T12:00:00.000Z' };
    expect(lengths({ text: 'echo', ...period })).toEqual([[period.from, period.to]]);
    for (const filters of [{}, { text: 'f'.repeat(32) }]) expect(stretchesOf({ filters, after: null }, NOW)).toEqual([filters]);
  });
});
