import type { UpstreamItem } from '../ports/upstream-connector.js';
import type { DefinitionHashes } from './definition-hashes.js';
import { isNews, judge } from './judge.js';
import type { StandIns } from './stand-ins.js';
import type { LockKind, VersionLock } from './version-lock.js';

/** An item that clients do not get. */
export interface HeldItem {
  readonly item: UpstreamItem;
  readonly reason: string;
}

/** What a lock leaves of a list. */
export interface Screened {
  /** What clients get, in the server's order; the very array that was screened where nothing is withheld or replaced. */
  readonly served: readonly UpstreamItem[];
  readonly held: readonly HeldItem[];
  /** Whether the lock has not noted yet what the server lists. */
  readonly isNews: boolean;
  /** Whether it can be served: the kind was taken into the lock, and every approved definition that stands in for another is at hand. */
  readonly isReady: boolean;
}

/** Where hashes and approved definitions come from. */
export interface Definitions {
  readonly hashes: DefinitionHashes;
  readonly standIns: StandIns;
}

/** Screens the items of one kind. An approved definition that is not at hand is withheld, and so is what stands in its place. */
export function screen(items: readonly UpstreamItem[], kind: LockKind, lock: VersionLock, { hashes, standIns }: Definitions): Screened {
  const served: UpstreamItem[] = [];
  const held: HeldItem[] = [];
  const listed = new Map<string, string>();
  let isReady = lock.taken.has(kind);
  let isReplaced = false;
  for (const item of items) {
    const hash = hashes.of(item);
    listed.set(item.key, hash);
    const verdict = judge(lock, kind, item.key, hash);
    if ('held' in verdict) {
      held.push({ item, reason: verdict.held });
    } else if (verdict.serve === 'listed') {
      served.push(item);
    } else {
      const text = lock.texts.get(verdict.hash) ?? standIns.get(verdict.hash);
      isReady &&= text !== undefined;
      isReplaced = true;
      if (text !== undefined) served.push({ key: item.key, text });
      else held.push({ item, reason: 'It changed, and its approved definition is being fetched.' });
    }
  }
  const isWhole = held.length === 0 && !isReplaced;
  return { served: isWhole ? items : served, held, isNews: isNews(lock, kind, listed), isReady };
}
