import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { slotKey } from '../transports/transport.js';
import { CredentialOverrideEntity } from './credential-override.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { EVERYBODY, type CredentialHolder, type StoredCredential } from './credential.js';

/** What became of values since it was last written. */
export interface CredentialNews {
  readonly usedAt?: Date | undefined;
  readonly succeededAt?: Date | undefined;
  readonly failedAt?: Date | undefined;
  readonly failureReason?: string | undefined;
}

const NEWEST_FIRST = { updatedAt: 'DESC', id: 'DESC' } as const;

/** Write model of the values in use: the catalogue's own, and the overrides of workspaces and of their members. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly tx: Tx) {}

  /** The catalogue's own values of these servers. */
  async ofServers(ctx: Ctx, serverIds: readonly string[]): Promise<readonly StoredCredential[]> {
    if (serverIds.length === 0) return [];
    const rows = await this.own(ctx).find({ where: { serverId: In([...serverIds]) }, order: NEWEST_FIRST });
    return rows.map((row) => ({ ...row, ...EVERYBODY }));
  }

  /** Every override of these servers, for the route table. */
  async overridesAcrossWorkspaces(ctx: Ctx, serverIds: readonly string[]): Promise<readonly StoredCredential[]> {
    if (serverIds.length === 0) return [];
    return this.overridesIn(this.tx.acrossWorkspaces(ctx)).find({ where: { serverId: In([...serverIds]) }, order: NEWEST_FIRST });
  }

  /** What one holder has for one server. */
  async of(ctx: Ctx, serverId: string, holder: CredentialHolder): Promise<readonly StoredCredential[]> {
    if (holder.workspaceId === null) return this.ofServers(ctx, [serverId]);
    const { workspaceId, userId } = holder;
    return this.overrides(ctx, [workspaceId]).find({ where: { serverId, workspaceId, userId: userId ?? IsNull() }, order: NEWEST_FIRST });
  }

  async insert(ctx: Ctx, credential: StoredCredential): Promise<void> {
    const { workspaceId, userId, ...columns } = credential;
    if (workspaceId === null) await this.own(ctx).insert(columns);
    else await this.overrides(ctx, [workspaceId]).insert({ ...columns, workspaceId, userId });
  }

  /** Takes values out of use. */
  async delete(ctx: Ctx, credentials: readonly StoredCredential[]): Promise<void> {
    if (credentials.length === 0) return;
    const ids = In(credentials.map(({ id }) => id));
    await this.own(ctx).delete({ id: ids });
    const workspaceIds = credentials.flatMap(({ workspaceId }) => workspaceId ?? []);
    await this.overrides(ctx, workspaceIds).delete({ id: ids });
  }

  /** Writes what was noted of a value, whoever holds it. */
  async noteAcrossWorkspaces(ctx: Ctx, id: string, news: CredentialNews): Promise<void> {
    const change = {
      ...(news.usedAt && { lastUsedAt: news.usedAt }),
      ...(news.succeededAt && { lastSuccessAt: news.succeededAt }),
      ...(news.failedAt && { lastFailureAt: news.failedAt, lastFailureReason: news.failureReason ?? null }),
    };
    const { affected } = await this.own(ctx).update({ id }, change);
    if (affected === 0) await this.overridesIn(this.tx.acrossWorkspaces(ctx)).update({ id }, change);
  }

  private own(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(CredentialEntity);
  }

  private overrides(ctx: Ctx, workspaceIds: readonly string[]) {
    return this.overridesIn(this.tx.managerOf(ctx, workspaceIds));
  }

  private overridesIn(manager: ReturnType<Tx['manager']>) {
    return manager.getRepository(CredentialOverrideEntity);
  }
}

/** Whether two values are of one slot at one origin. */
export const isSameSlot = (a: Pick<StoredCredential, 'origin' | 'name'>, b: Pick<StoredCredential, 'origin' | 'name'>): boolean =>
  a.origin === b.origin && slotKey(a.name) === slotKey(b.name);
