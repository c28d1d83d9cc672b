import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { DefinitionRepository } from '../tool-listing/definition.repository.js';
import { itemNames, versionSubject } from '../lock/lock-facts.js';
import type { LockItem } from '../lock/lock-item.js';
import { LockRepository, type LockedVersion } from '../lock/lock.repository.js';
import type { Decision, DecidedChange } from './decisions.dto.js';
import { decided } from './decide-item.js';

/** One decision about some changes of a server; each with what was seen when it was made, where the caller says so. */
export interface DecisionOrder {
  readonly decision: Decision;
  readonly changes: readonly DecidedChange[];
  readonly note: string | null;
}

/** Decides changes: all that are named or none, and of two who decide at once and say what they saw, one wins. */
@Injectable()
export class ChangeDecisions {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly locks: LockRepository,
    private readonly definitions: DefinitionRepository,
  ) {}

  /**
   * @returns how many were decided. When it resolves, this process serves by the decision.
   * @throws DomainError `servers.change-not-found`, `servers.change-decided`, `platform.stale-version` where another definition is seen by now
   */
  async decide(ctx: Ctx, reference: string, order: DecisionOrder): Promise<number> {
    return this.tx.run(ctx, async (inside) => {
      const server = await this.servers.get(inside, reference);
      const wanted = new Map(order.changes.map((change) => [change.id, change]));
      const versions = await this.lockVersions(inside, await this.locks.byIds(inside, [...wanted.keys()]));
      // Read again under the locks: what was found before may be decided by now.
      const items = await this.locks.byIds(inside, [...wanted.keys()]);
      const isWhole = items.length === wanted.size && items.every(({ versionId }) => versions.get(versionId)?.serverId === server.id);
      if (!isWhole) throw new DomainError('servers.change-not-found', { detail: 'List the changes again: this one is no more.' });
      assertUndecided(items, order.changes);
      for (const [versionId, version] of versions) {
        await this.settle(
          inside,
          version,
          items.filter((item) => item.versionId === versionId),
          order,
        );
      }
      return items.length;
    });
  }

  private async lockVersions(ctx: Ctx, items: readonly LockItem[]): Promise<ReadonlyMap<string, LockedVersion>> {
    const locked = new Map<string, LockedVersion>();
    for (const versionId of [...new Set(items.map((item) => item.versionId))].sort()) {
      const version = await this.locks.lockVersion(ctx, versionId);
      if (version) locked.set(versionId, version);
    }
    return locked;
  }

  private async settle(ctx: Ctx, version: LockedVersion, items: readonly LockItem[], { decision, note }: DecisionOrder): Promise<void> {
    const by = { decidedAt: new Date(), decidedById: personOf(ctx.actor), decidedByName: ctx.actor.name, note };
    const gone: string[] = [];
    for (const item of items) {
      const after = decided(item, decision);
      if (after) await this.locks.update(ctx, { ...item, ...after, ...by });
      else gone.push(item.id);
    }
    await this.locks.delete(ctx, gone);
    await this.definitions.forgetUnused(
      ctx,
      items.flatMap(({ approvedHash, seenHash }) => [approvedHash, seenHash]).filter((hash) => hash !== null),
    );
    await this.locks.touch(ctx, version.id);
    const facts = { slug: version.serverSlug, number: version.number, decision, ...itemNames(items), note };
    await this.ledger.append(ctx, { event: 'servers.definition-decided', subject: versionSubject(version), facts });
  }
}

function assertUndecided(items: readonly LockItem[], changes: readonly DecidedChange[]): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  const stale = changes.flatMap(({ id, seenHash }, at) =>
    seenHash === undefined || byId.get(id)?.seenHash === seenHash
      ? []
      : [{ pointer: `/changes/${at}`, detail: 'Its server lists something else by now.' }],
  );
  if (stale.length > 0)
    throw new DomainError('platform.stale-version', {
      detail: 'Look at what changed in the meantime, and decide again. Nothing was decided.',
      errors: stale,
    });
  // Who says what they saw decides about that state alone: kept and blocked can be decided again, but not by somebody who was late.
  const isLate = ({ id, seenHash, decidedAt = null }: DecidedChange): boolean => {
    const item = byId.get(id);
    return item?.state === 'approved' || (seenHash !== undefined && (item?.decidedAt?.toISOString() ?? null) !== decidedAt);
  };
  if (changes.some(isLate))
    throw new DomainError('servers.change-decided', {
      detail: 'Somebody else was faster, or the server is back at what was approved. List the changes again.',
    });
}
