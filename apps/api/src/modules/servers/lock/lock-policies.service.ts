import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { itemNames, versionSubject } from './lock-facts.js';
import type { LockItem, LockRules } from './lock-item.js';
import { LockRepository } from './lock.repository.js';

/** What holds for a server of which nobody said anything else. */
export const STRICTEST = { lockPolicy: 'hold', changedItems: 'keep' } as const satisfies LockRules;

/** What follows where a server's policy about definitions changes. */
@Injectable()
export class LockPolicies {
  constructor(
    private readonly ledger: Ledger,
    private readonly permissions: Permissions,
    private readonly locks: LockRepository,
  ) {}

  /**
   * What a looser policy admits no longer waits. To be called in the transaction that changes the server, with its row locked.
   * @throws DomainError `auth.forbidden`: who sets a policy approves in advance, so it takes the same permission
   */
  async follow(ctx: Ctx, before: LockRules & { readonly id: string }, after: LockRules): Promise<void> {
    if (before.lockPolicy === after.lockPolicy && before.changedItems === after.changedItems) return;
    if (!this.permissions.ofInstallation(ctx.actor).includes('versions:approve')) {
      throw new DomainError('auth.forbidden', {
        detail: 'Setting what is admitted without approval takes the permission versions:approve.',
      });
    }
    if (after.lockPolicy === 'hold') return;
    for (const versionId of await this.locks.versionsWithOpenItems(ctx, before.id)) await this.admit(ctx, versionId, after.lockPolicy);
  }

  private async admit(ctx: Ctx, versionId: string, policy: LockRules['lockPolicy']): Promise<void> {
    const version = await this.locks.lockVersion(ctx, versionId);
    const open = (await this.locks.openOf(ctx, versionId)).filter((item) => policy === 'trust' || isAddition(item));
    if (!version || open.length === 0) return;
    for (const item of open) {
      if (item.seenHash !== null) await this.locks.update(ctx, { ...item, approvedHash: item.seenHash, state: 'approved' });
    }
    await this.locks.delete(
      ctx,
      open.filter(({ seenHash }) => seenHash === null).map(({ id }) => id),
    );
    await this.locks.touch(ctx, versionId);
    const facts = { slug: version.serverSlug, number: version.number, decision: `policy: ${policy}`, ...itemNames(open), note: null };
    await this.ledger.append(ctx, { event: 'servers.definition-decided', subject: versionSubject(version), facts });
  }
}

const isAddition = ({ approvedHash, seenHash }: LockItem): boolean => approvedHash === null && seenHash !== null;
