import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LockKind } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { VersionState } from '../versions/version-states.js';
import { LockItemEntity } from './lock-item.entity.js';
import { LockKindEntity } from './lock-kind.entity.js';
import type { LockItem, LockRules } from './lock-item.js';

/** A Version whose lock is about to change: its row is locked until the transaction ends. */
export interface LockedVersion extends LockRules {
  readonly id: string;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly serverName: string;
  readonly number: number;
  readonly state: VersionState;
}

const BATCH = 200;

/** Write model of locks. Whoever writes holds the Version's row, so that of several only one finds something new. */
@Injectable()
export class LockRepository {
  constructor(private readonly tx: Tx) {}

  /** Locks the Version, and its server's policy against a change. Null where it is no more. */
  async lockVersion(ctx: Ctx, versionId: string): Promise<LockedVersion | null> {
    const manager = this.tx.manager(ctx);
    const servers: Omit<LockedVersion, 'id' | 'number' | 'state'>[] = await manager.query(
      `SELECT id AS "serverId", slug AS "serverSlug", name AS "serverName", lock_policy AS "lockPolicy", changed_items AS "changedItems"
         FROM servers WHERE id = (SELECT server_id FROM server_versions WHERE id = $1) FOR SHARE`,
      [versionId],
    );
    const versions: Pick<LockedVersion, 'id' | 'number' | 'state'>[] = await manager.query(
      'SELECT id, number, state FROM server_versions WHERE id = $1 FOR UPDATE',
      [versionId],
    );
    return servers[0] && versions[0] ? { ...servers[0], ...versions[0] } : null;
  }

  async isTaken(ctx: Ctx, versionId: string, kind: LockKind): Promise<boolean> {
    return this.tx.manager(ctx).existsBy(LockKindEntity, { versionId, kind });
  }

  async take(ctx: Ctx, versionId: string, kind: LockKind): Promise<void> {
    await this.tx.manager(ctx).insert(LockKindEntity, { versionId, kind, takenAt: new Date() });
  }

  async itemsOf(ctx: Ctx, versionId: string, kind: LockKind): Promise<readonly LockItem[]> {
    return this.rows(ctx).findBy({ versionId, kind });
  }

  async byIds(ctx: Ctx, ids: readonly string[]): Promise<readonly LockItem[]> {
    return this.rows(ctx).findBy({ id: In([...ids]) });
  }

  async openOf(ctx: Ctx, versionId: string): Promise<readonly LockItem[]> {
    return this.rows(ctx).findBy({ versionId, state: 'open' });
  }

  /** Ids of a server's Versions in which something waits for a decision, in their order. */
  async versionsWithOpenItems(ctx: Ctx, serverId: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.tx.manager(ctx).query(
      `SELECT id FROM server_versions version
        WHERE server_id = $1 AND EXISTS (SELECT FROM server_lock_items item WHERE item.version_id = version.id AND item.state = 'open')
        ORDER BY id`,
      [serverId],
    );
    return rows.map(({ id }) => id);
  }

  async insert(ctx: Ctx, items: readonly LockItem[]): Promise<void> {
    for (let at = 0; at < items.length; at += BATCH) await this.rows(ctx).insert(items.slice(at, at + BATCH).map((item) => ({ ...item })));
  }

  async update(ctx: Ctx, { id, ...item }: LockItem): Promise<void> {
    await this.rows(ctx).update({ id }, item);
  }

  async delete(ctx: Ctx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.rows(ctx).delete({ id: In([...ids]) });
  }

  /** Makes every process read the lock anew. */
  async touch(ctx: Ctx, versionId: string): Promise<void> {
    await this.tx.manager(ctx).query('UPDATE server_versions SET lock_revision = lock_revision + 1 WHERE id = $1', [versionId]);
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(LockItemEntity);
  }
}
