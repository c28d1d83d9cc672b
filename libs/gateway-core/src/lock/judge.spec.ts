import { versionLock, type LockSpec } from '../testing/version-lock.js';
import { isNews, judge, type Verdict } from './judge.js';
import { isLockable, servesOther, type LockedItem } from './version-lock.js';

const APPROVED = { serve: 'approved', hash: 'one' } as const;
const LISTED = { serve: 'listed' } as const;

/** What becomes of an item listed as `two`. */
const of = (item: Partial<LockedItem> | undefined, spec: LockSpec = {}): Verdict =>
  judge(versionLock({ items: { tools: item ? { a: item } : {} }, ...spec }), 'tools', 'a', 'two');

describe('the verdict about a listed item', () => {
  it.each<[string, Partial<LockedItem> | undefined, LockSpec, Verdict]>([
    ['what is approved is served', { approved: 'two' }, {}, LISTED],
    ['what is approved and was listed in another form meanwhile is served', { approved: 'two', seen: 'one' }, {}, LISTED],
    ['what changed is served as it was approved', { approved: 'one' }, {}, APPROVED],
    ['where everything is trusted, a change is served', { approved: 'one' }, { policy: 'trust' }, LISTED],
    ['where everything is trusted, something new is served', undefined, { policy: 'trust' }, LISTED],
    ['where additions are admitted, something new is served', undefined, { policy: 'additive' }, LISTED],
    ['where additions are admitted, a change is not', { approved: 'one' }, { policy: 'additive' }, APPROVED],
    [
      'a decision to keep the approved form holds against trust',
      { approved: 'one', seen: 'two', decision: 'kept' },
      { policy: 'trust' },
      APPROVED,
    ],
    [
      'a decision about an earlier form says nothing of this one',
      { approved: 'one', seen: 'three', decision: 'kept' },
      { policy: 'trust' },
      LISTED,
    ],
  ])('%s', (_, item, spec, verdict) => {
    expect(of(item, spec)).toEqual(verdict);
  });

  it.each<[string, Partial<LockedItem> | undefined, LockSpec, RegExp]>([
    ['what is new', undefined, {}, /new and waits/],
    ['what is new and was noted', { seen: 'two' }, {}, /new and waits/],
    [
      'what was never approved and is to stay out, even where additions are admitted',
      { seen: 'two', decision: 'kept' },
      { policy: 'additive' },
      /keep it out/,
    ],
    ['what is blocked, though it is as approved', { approved: 'two', decision: 'blocked' }, { policy: 'trust' }, /blocked/],
    ['what changed where changed items are withheld', { approved: 'one' }, { changedItems: 'block' }, /changed/],
    ['a kind that was not taken', { approved: 'two' }, { taken: ['prompts'] }, /not been taken/],
  ])('holds %s', (_, item, spec, reason) => {
    expect(of(item, spec)).toEqual({ held: expect.stringMatching(reason) });
  });

  it('holds names that no lock can keep, unless everything is trusted', () => {
    for (const key of ['a\0', 'a\ud800', 'a'.repeat(513)]) {
      expect(isLockable(key)).toBe(false);
      expect(judge(versionLock({ policy: 'additive' }), 'tools', key, 'two')).toHaveProperty('held');
      expect(isNews(versionLock(), 'tools', new Map([[key, 'two']]))).toBe(false);
    }
  });
});

describe('two locks', () => {
  const lock = versionLock({ items: { tools: { a: { approved: 'one' } } } });

  it.each<[string, LockSpec, boolean]>([
    ['noted something else', { items: { tools: { a: { approved: 'one', seen: 'two' } } } }, false],
    ['noted something new', { items: { tools: { a: { approved: 'one' }, b: { seen: 'two' } } } }, false],
    ['approve another form', { items: { tools: { a: { approved: 'two' } } } }, true],
    ['approve one thing more', { items: { tools: { a: { approved: 'one' }, b: { approved: 'two' } } } }, true],
    ['approve one thing less', {}, true],
    ['block what the other serves', { items: { tools: { a: { approved: 'one', decision: 'blocked' } } } }, true],
    ['follow another policy', { items: { tools: { a: { approved: 'one' } } }, policy: 'trust' }, true],
    ['withhold changed items', { items: { tools: { a: { approved: 'one' } } }, changedItems: 'block' }, true],
    ['took fewer kinds', { items: { tools: { a: { approved: 'one' } } }, taken: ['tools'] }, true],
  ])('that %s: other lists %s', (_, spec, isOther) => {
    expect(servesOther(lock, versionLock(spec))).toBe(isOther);
  });

  it.each<[LockSpec['policy'], LockSpec, LockSpec, boolean]>([
    ['trust', { items: { tools: { a: { approved: 'one' } } } }, { items: { tools: { b: { approved: 'two' } } } }, false],
    ['additive', {}, { items: { tools: { a: { approved: 'one' } } } }, false],
    ['additive', { items: { tools: { a: { approved: 'one' } } } }, { items: { tools: { a: { approved: 'two' } } } }, true],
    ['trust', { items: { tools: { a: { decision: 'kept' } } } }, { items: { tools: { a: { approved: 'one' } } } }, true],
  ])('under %s tell what was let through before it was noted from what was not', (policy, before, after, isOther) => {
    expect(servesOther(versionLock({ policy, ...before }), versionLock({ policy, ...after }))).toBe(isOther);
  });
});
