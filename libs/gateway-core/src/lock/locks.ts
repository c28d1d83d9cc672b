import type { UpstreamFacts, UpstreamItem, UpstreamList } from '../ports/upstream-connector.js';
import type { DefinitionHashes } from './definition-hashes.js';
import { screen, type Definitions, type Screened } from './screen.js';
import { StandIns } from './stand-ins.js';
import type { LockKind, VersionLock } from './version-lock.js';

const NO_INSTRUCTIONS: readonly UpstreamItem[] = [];

/** What locks leave of lists and instructions, each found out once for as long as both live. */
export class Locks implements Definitions {
  readonly standIns = new StandIns();
  private readonly ofLists = new WeakMap<UpstreamList, WeakMap<VersionLock, Screened>>();
  private readonly servedLists = new WeakMap<Screened, UpstreamList>();
  private readonly ofFacts = new WeakMap<UpstreamFacts, WeakMap<VersionLock, Screened>>();
  private readonly instructionItems = new WeakMap<UpstreamFacts, readonly UpstreamItem[]>();

  constructor(readonly hashes: DefinitionHashes) {}

  /** @param kind of the list. */
  screened(list: UpstreamList, kind: LockKind, lock: VersionLock): Screened {
    return once(this.ofLists, list, lock, () => screen(list.items, kind, lock, this));
  }

  /** The list as clients may be served from it: the same one where nothing is withheld or replaced. */
  served(list: UpstreamList, kind: LockKind, lock: VersionLock): UpstreamList {
    const screened = this.screened(list, kind, lock);
    if (screened.served === list.items) return list;
    let served = this.servedLists.get(screened);
    if (!served) this.servedLists.set(screened, (served = { ...list, items: screened.served }));
    return served;
  }

  screenedInstructions(facts: UpstreamFacts, lock: VersionLock): Screened {
    return once(this.ofFacts, facts, lock, () => screen(this.instructionsIn(facts), 'instructions', lock, this));
  }

  /** What a server may tell models, in the approved form. */
  instructions(facts: UpstreamFacts, lock: VersionLock): string | undefined {
    const [item] = this.screenedInstructions(facts, lock).served;
    return item && (JSON.parse(item.text) as string);
  }

  /** Keeps the approved items of what was listed before, as far as they are not in what is listed now. */
  keepApproved(before: readonly UpstreamItem[], now: readonly UpstreamItem[], kind: LockKind, lock: VersionLock): void {
    const listed = new Set(now.map((item) => this.hashes.of(item)));
    for (const item of before) {
      const hash = this.hashes.of(item);
      if (!listed.has(hash) && lock.items[kind].get(item.key)?.approved === hash) this.standIns.keep(hash, item.text);
    }
  }

  /** The instructions as an item of their own. */
  instructionsIn(facts: UpstreamFacts): readonly UpstreamItem[] {
    if (facts.instructions === undefined) return NO_INSTRUCTIONS;
    let items = this.instructionItems.get(facts);
    if (!items) this.instructionItems.set(facts, (items = [{ key: '', text: JSON.stringify(facts.instructions) }]));
    return items;
  }
}

function once<K extends object>(
  cache: WeakMap<K, WeakMap<VersionLock, Screened>>,
  key: K,
  lock: VersionLock,
  make: () => Screened,
): Screened {
  let byLock = cache.get(key);
  if (!byLock) cache.set(key, (byLock = new WeakMap()));
  let screened = byLock.get(lock);
  if (!screened) byLock.set(lock, (screened = make()));
  return screened;
}
