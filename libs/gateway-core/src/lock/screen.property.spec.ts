import fc from 'fast-check';
import type { UpstreamItem } from '../ports/upstream-connector.js';
import { versionLock } from '../testing/version-lock.js';
import { DefinitionHashes } from './definition-hashes.js';
import { screen, type Screened } from './screen.js';
import { StandIns } from './stand-ins.js';
import { CHANGED_ITEMS, LOCK_KINDS, LOCK_POLICIES, type LockedItem, type VersionLock } from './version-lock.js';

/** The canonical text is its own hash here: so what was approved can be read off it. */
const hashes = new DefinitionHashes((text) => text);
const definition = (key: string, body: number): string => JSON.stringify({ body, name: key });

const keys = fc.constantFrom('a', 'b', 'c', 'd');
const bodies = fc.integer({ min: 0, max: 2 });
const items: fc.Arbitrary<UpstreamItem[]> = fc
  .uniqueArray(fc.record({ key: keys, body: bodies }), { selector: ({ key }) => key })
  .map((all) => all.map(({ key, body }) => ({ key, text: definition(key, body) })));
const locked = fc.record({
  approved: fc.option(bodies),
  seen: fc.option(bodies),
  decision: fc.constantFrom<LockedItem['decision'][]>('kept', 'blocked', null),
});

const anyLock = (policies: readonly VersionLock['policy'][]): fc.Arbitrary<VersionLock> =>
  fc
    .record({
      policy: fc.constantFrom(...policies),
      changedItems: fc.constantFrom(...CHANGED_ITEMS),
      taken: fc.subarray([...LOCK_KINDS]),
      items: fc.dictionary(keys, locked, { noNullPrototype: true }),
      atHand: fc.boolean(),
    })
    .map(({ items: entries, atHand, ...spec }) => {
      const tools = Object.fromEntries(
        Object.entries(entries).map(([key, { approved, seen, decision }]) => {
          const hashOf = (body: number | null): string | null => (body === null ? null : definition(key, body));
          return [key, { approved: hashOf(approved), seen: hashOf(seen), decision }];
        }),
      );
      const texts = atHand
        ? Object.values(tools).flatMap(({ approved }) => (approved === null ? [] : [[approved, approved] as const]))
        : [];
      return versionLock({ ...spec, items: { tools }, texts: new Map(texts) });
    });

const screened = (list: readonly UpstreamItem[], lock: VersionLock): Screened =>
  screen(list, 'tools', lock, { hashes, standIns: new StandIns() });

describe('a lock', () => {
  it('under which everything is held lets nothing through but what was approved, whatever a server lists', () => {
    fc.assert(
      fc.property(items, anyLock(['hold']), (list, lock) => {
        for (const { key, text } of screened(list, lock).served) {
          const known = lock.items.tools.get(key);
          expect([known?.approved, known?.decision === 'blocked']).toEqual([hashes.of({ key, text }), false]);
        }
      }),
    );
  });

  it('that admits additions changes nothing about what it knows', () => {
    fc.assert(
      fc.property(items, anyLock(['additive']), (list, lock) => {
        for (const { key, text } of screened(list, lock).served) {
          const approved = lock.items.tools.get(key)?.approved ?? null;
          if (approved !== null) expect(text).toBe(approved);
        }
      }),
    );
  });

  it('never serves, under any policy, what a person blocked, and nothing of a kind that was not taken', () => {
    fc.assert(
      fc.property(items, anyLock(LOCK_POLICIES), (list, lock) => {
        const { served } = screened(list, lock);
        for (const { key } of served) expect(lock.items.tools.get(key)?.decision).not.toBe('blocked');
        if (!lock.taken.has('tools')) expect(served).toEqual([]);
      }),
    );
  });

  it('serves or holds each item once, keeps the order of the server, and keeps the very list where nothing is in the way', () => {
    fc.assert(
      fc.property(items, anyLock(LOCK_POLICIES), (list, lock) => {
        const { served, held } = screened(list, lock);
        const order = list.map(({ key }) => key);
        expect([...served.map(({ key }) => key), ...held.map(({ item }) => item.key)].sort()).toEqual([...order].sort());
        expect(served.map(({ key }) => order.indexOf(key))).toEqual([...served.keys()].map((at) => order.indexOf(served[at]!.key)).sort());
        if (served.length === list.length && served.every((item, at) => item.text === list[at]!.text)) expect(served).toBe(list);
      }),
    );
  });

  it('has no news once everything that a server lists is noted', () => {
    fc.assert(
      fc.property(items, anyLock(LOCK_POLICIES), (list, lock) => {
        const noted = new Map(
          [...lock.items.tools]
            .map(([key, item]): [string, LockedItem] => [key, { ...item, seen: null }])
            .concat(list.map((item) => [item.key, { approved: null, decision: null, ...lock.items.tools.get(item.key), seen: item.text }])),
        );
        const after: VersionLock = { ...lock, taken: new Set(LOCK_KINDS), items: { ...lock.items, tools: noted } };
        expect(screened(list, after).isNews).toBe(false);
        expect(screened([...list, { key: 'new', text: '{}' }], after).isNews).toBe(true);
        if (list.length > 0) expect(screened(list.slice(1), after).isNews).toBe(true);
      }),
    );
  });
});
