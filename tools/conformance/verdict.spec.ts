import { judge } from './verdict.mjs';

const check = (id: string, status: string) => ({ id, name: id, status, errorMessage: `about ${id}` });
const found = [
  { scenario: 'ping', checks: [check('ping', 'SUCCESS'), check('note', 'INFO')] },
  { scenario: 'polling', checks: [check('stream', 'SUCCESS'), check('retry', 'WARNING')] },
  { scenario: 'caching', checks: [check('hint', 'FAILURE'), check('scope', 'FAILURE')] },
];
const run = { suite: '0.1.16' };

describe('the verdict on a run', () => {
  it('counts checks and scenarios, and a warning fails no scenario', () => {
    expect(judge(run, found, [])).toMatchObject({ passed: 2, failed: 2, scored: 2, required: 3 });
  });

  it('names every failure and warning that has no entry', () => {
    const { unexpected } = judge(run, found, ['caching:hint']);
    expect(unexpected).toEqual(['polling:retry WARNING: about retry', 'caching:scope FAILURE: about scope']);
  });

  it('is content where a check, or its whole scenario, is listed', () => {
    expect(judge(run, found, ['caching', 'polling:retry'])).toMatchObject({ unexpected: [], stale: [] });
  });

  it('names an entry whose checks all pass, and forgives one that did not run', () => {
    expect(judge(run, found, ['caching', 'polling:retry', 'ping', 'elsewhere']).stale).toEqual(['ping']);
  });

  it('does not take skipped checks for passed ones', () => {
    const skipped = [{ scenario: 'headers', checks: [check('a', 'SUCCESS'), check('b', 'SKIPPED')] }];
    expect(judge({ suite: 'client', fewest: 2 }, skipped, []).unexpected).toEqual(['1 of 2 checks were exercised; not: b']);
  });
});
