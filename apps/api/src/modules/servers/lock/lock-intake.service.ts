import { Injectable } from '@nestjs/common';
import { isLockable, type LockKind, type SeenItem, type Sighting } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { DefinitionRepository } from '../tool-listing/definition.repository.js';
import type { LockItem } from './lock-item.js';
import { LockRepository, type LockedVersion } from './lock.repository.js';
import { namesOf, versionSubject } from './lock-facts.js';
import { noteSighting, type ItemChange, type LockStep } from './note-sighting.js';

/** What a server listed of one kind, whole. */
export type Listing = Omit<Sighting, 'versionId'>;

const UNDECIDED = { decidedAt: null, decidedById: null, decidedByName: null, note: null } as const;

/** Takes note of what servers list: the first listing of a kind is what was approved, every other one is compared with it. */
@Injectable()
export class LockIntake {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly locks: LockRepository,
    private readonly definitions: DefinitionRepository,
  ) {}

  /** @returns whether it was news. When it resolves, this process runs on the lock as it is then. */
  async note(ctx: Ctx, { versionId, ...listing }: Sighting): Promise<boolean> {
    return this.noteAll(ctx, versionId, [listing]);
  }

  /** Listings of several kinds that belong together. */
  async noteAll(ctx: Ctx, versionId: string, listings: readonly Listing[]): Promise<boolean> {
    return this.tx.run(ctx, async (inside) => {
      const version = await this.locks.lockVersion(inside, versionId);
      if (!version) return false;
      const taken: Partial<Record<LockKind, number>> = {};
      let isNews = false;
      for (const { kind, items } of listings) {
        const listing = { kind, items: items.filter(({ key }) => isLockable(key)) };
        if (await this.locks.isTaken(inside, versionId, kind)) {
          isNews = (await this.compare(inside, version, listing)) || isNews;
        } else {
          await this.take(inside, version, listing);
          taken[kind] = listing.items.length;
        }
      }
      if (Object.keys(taken).length > 0) await this.announceTaken(inside, version, taken);
      else if (!isNews) return false;
      await this.locks.touch(inside, versionId);
      return true;
    });
  }

  private async take(ctx: Ctx, version: LockedVersion, { kind, items }: Listing): Promise<void> {
    await this.definitions.keep(ctx, items);
    await this.locks.take(ctx, version.id, kind);
    const firstSeenAt = new Date();
    const approved = items.map(({ key, hash }): LockItem => {
      return { ...newItem(version, kind, key, firstSeenAt), approvedHash: hash, seenHash: hash, state: 'approved' };
    });
    await this.locks.insert(ctx, approved);
  }

  private async compare(ctx: Ctx, version: LockedVersion, { kind, items }: Listing): Promise<boolean> {
    const listed = new Map(items.map(({ key, hash }) => [key, hash]));
    const steps = noteSighting(await this.locks.itemsOf(ctx, version.id, kind), listed, version.lockPolicy);
    if (steps.length === 0) return false;
    await this.definitions.keep(ctx, textsOf(steps, items));
    await this.store(ctx, version, kind, steps);
    await this.announce(ctx, version, kind, steps);
    return true;
  }

  private async store(ctx: Ctx, version: LockedVersion, kind: LockKind, steps: readonly LockStep[]): Promise<void> {
    const now = new Date();
    const added: LockItem[] = [];
    const gone: string[] = [];
    for (const { key, before, after } of steps) {
      if (!after) gone.push(before!.id);
      else if (before)
        await this.locks.update(ctx, { ...before, ...(after.state === 'blocked' ? {} : UNDECIDED), ...after, firstSeenAt: now });
      else added.push({ ...newItem(version, kind, key, now), ...after });
    }
    await this.locks.insert(ctx, added);
    await this.locks.delete(ctx, gone);
    const named = steps.flatMap(({ before }) => [before?.approvedHash, before?.seenHash]).filter((hash) => typeof hash === 'string');
    await this.definitions.forgetUnused(ctx, named);
  }

  private async announceTaken(ctx: Ctx, version: LockedVersion, kinds: Partial<Record<LockKind, number>>): Promise<void> {
    const facts = { slug: version.serverSlug, number: version.number, kinds, afterApproval: version.state === 'approved' };
    await this.ledger.append(ctx, { event: 'servers.lock-taken', subject: versionSubject(version), facts });
  }

  private async announce(ctx: Ctx, version: LockedVersion, kind: LockKind, steps: readonly LockStep[]): Promise<void> {
    const of = (change: ItemChange) => namesOf(steps.filter((step) => step.change === change).map(({ key }) => key));
    const groups = { added: of('added'), changed: of('changed'), removed: of('removed'), restored: of('restored') };
    const named = Object.values(groups).reduce((sum, names) => sum + names.length, 0);
    const admitted = steps.filter((step) => step.admitted).length;
    const facts = { slug: version.serverSlug, number: version.number, kind, ...groups, more: steps.length - named, admitted };
    await this.ledger.append(ctx, { event: 'servers.definition-changed', subject: versionSubject(version), facts });
  }
}

const newItem = (version: LockedVersion, kind: LockKind, key: string, firstSeenAt: Date) =>
  ({ id: newId('change'), versionId: version.id, kind, key, firstSeenAt, ...UNDECIDED }) as const;

function textsOf(steps: readonly LockStep[], items: readonly SeenItem[]): readonly SeenItem[] {
  const named = new Set(steps.flatMap(({ after }) => (after?.seenHash ? [after.seenHash] : [])));
  return items.filter(({ hash }) => named.has(hash));
}
