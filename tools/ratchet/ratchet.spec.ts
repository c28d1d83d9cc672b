import { countExcuses, risen, unexplained } from './count.mjs';

const result = (ruleIds: string[], suppressed = 0) => ({
  filePath: __filename,
  messages: ruleIds.map((ruleId) => ({ ruleId })),
  suppressedMessages: Array.from({ length: suppressed }, () => ({})),
});

describe('the ratchet', () => {
  it('counts suppressions, files and functions past their aim', () => {
    const now = countExcuses([result(['house/file-size-warning', 'no-console'], 2), result(['house/function-size-warning'])]);
    expect(now).toMatchObject({ suppressions: 2, oversizedFiles: 1, oversizedFunctions: 1 });
  });

  it('names a suppression that does not say why, and no other', () => {
    const suppressed = (justification: string) => ({ line: 3, ruleId: 'no-eval', suppressions: [{ justification }] });
    const found = unexplained([{ filePath: 'a.ts', messages: [], suppressedMessages: [suppressed(''), suppressed('because')] }]);
    expect(found).toEqual([expect.stringContaining('a.ts:3 suppresses no-eval')]);
  });

  it('lets a number fall and stay, and names one that rose', () => {
    expect(risen({ suppressions: 1, oversizedFiles: 3 }, { suppressions: 2, oversizedFiles: 3 })).toEqual([]);
    expect(risen({ suppressions: 3 }, { suppressions: 2 })).toEqual([expect.stringContaining('suppressions: 3, but at most 2')]);
  });
});
