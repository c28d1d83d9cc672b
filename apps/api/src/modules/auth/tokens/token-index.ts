import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { TokenEntry, type TokenDifference } from './token-entry.js';
import { TokenRowsReadModel, type TokenRow } from './token-rows.read-model.js';

/** Hears that a token that was in use may do something else from now on. */
export type TokenHearer = (entry: TokenEntry, difference: TokenDifference) => void;

const CTX = systemCtx('token-index');
/** Small enough that taking one in does not hold up calls. */
const PAGE = 1_000;

/** All gateway tokens by hash, in memory, so that a check never asks the database. Follows the change feed. */
@Injectable()
export class TokenIndex implements ChangeConsumer {
  readonly name = 'tokens';
  private byKey = new Map<string, TokenEntry>();
  private byId = new Map<string, TokenEntry>();
  /** All of them in no order, to take a stand-in from. */
  private all: readonly TokenEntry[] = [];
  protected lastStandIn: TokenEntry | undefined;
  /** The ledger number it runs on; -1 before the first load. */
  private loadedNumber = -1;
  private readonly hearers: TokenHearer[] = [];

  constructor(
    private readonly rows: TokenRowsReadModel,
    private readonly changeFeed: ChangeFeed,
  ) {
    changeFeed.subscribe(this);
  }

  /** Whoever holds something open for tokens hears what changed of them, once the index runs on it. */
  hear(hearer: TokenHearer): void {
    this.hearers.push(hearer);
  }

  get isLoaded(): boolean {
    return this.loadedNumber >= 0;
  }

  /** Milliseconds since the index was last known to be the database's state. */
  get ageMs(): number {
    return this.changeFeed.confirmedAgeMs;
  }

  /** @param key the token's SHA-256 as `tokenKey` writes it; what is compared is the hash, so timing tells nothing of the token */
  find(key: string): TokenEntry | undefined {
    return this.byKey.get(key);
  }

  /**
   * Some other token in the place of one that is unknown, by the bits of its hash: whoever checks it does the same work and touches
   * memory as far away as for a known one. Undefined where there is none at all.
   */
  standInFor(key: string): TokenEntry | undefined {
    const at = ((key.charCodeAt(0) << 16) | (key.charCodeAt(1) << 8) | key.charCodeAt(2)) % (this.all.length || 1);
    // Kept, or a compiler could leave the work out where nobody looks at its result.
    return (this.lastStandIn = this.all[at]);
  }

  findById(tokenId: string): TokenEntry | undefined {
    return this.byId.get(tokenId);
  }

  async apply(ledgerNumber: number): Promise<void> {
    // A smaller number means a restored database, of which nothing here may be believed.
    if (this.loadedNumber < 0 || ledgerNumber < this.loadedNumber) await this.loadAll();
    else this.take(await this.rows.changedAcrossWorkspaces(CTX, this.loadedNumber));
    // Tokens of a deleted workspace leave no row behind that could be found as changed.
    if ((await this.rows.countAcrossWorkspaces(CTX)) !== this.byId.size) {
      await this.loadAll();
      this.take(await this.rows.changedAcrossWorkspaces(CTX, ledgerNumber));
    }
    if (this.all.length !== this.byId.size) this.all = [...this.byId.values()];
    this.loadedNumber = ledgerNumber;
  }

  private async loadAll(): Promise<void> {
    const before = this.byId;
    const [byId, byKey] = [new Map<string, TokenEntry>(), new Map<string, TokenEntry>()];
    for (let page = await this.rows.pageAcrossWorkspaces(CTX, '', PAGE); page.length > 0;) {
      for (const row of page) {
        const entry = this.updated(before.get(row.id), row);
        byId.set(entry.id, entry);
        byKey.set(entry.key, entry);
      }
      page = page.length < PAGE ? [] : await this.rows.pageAcrossWorkspaces(CTX, page.at(-1)?.id ?? '', PAGE);
    }
    [this.byId, this.byKey] = [byId, byKey];
    this.all = [...byId.values()];
    for (const entry of byId.values()) this.link(entry);
  }

  private take(rows: readonly TokenRow[]): void {
    const changed = rows.map((row) => this.updated(this.byId.get(row.id), row));
    for (const entry of changed) {
      this.byId.set(entry.id, entry);
      this.byKey.set(entry.key, entry);
    }
    for (const entry of changed) this.link(entry);
  }

  private updated(known: TokenEntry | undefined, row: TokenRow): TokenEntry {
    if (!known) return new TokenEntry(row);
    const difference = known.update(row);
    if (difference.scope || difference.places) for (const hear of this.hearers) hear(known, difference);
    return known;
  }

  /** Arms the replacement's first use, if that is still to come. */
  private link(old: TokenEntry): void {
    const replacement = old.replacedBy === null ? undefined : this.byId.get(old.replacedBy);
    if (replacement && replacement.lastUsedAt === 0) replacement.predecessor = old;
  }
}
