import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { violates } from '../constraint.js';
import { ExposureEntity } from './exposure.entity.js';
import type { ServerExposure } from './exposure.js';

/** Write model of exposures; everything but what says so stays within the context's workspace. */
@Injectable()
export class ExposureRepository {
  constructor(private readonly tx: Tx) {}

  /** @throws DomainError `servers.exposure-not-found` */
  async get(ctx: WorkspaceCtx, serverId: string): Promise<ServerExposure> {
    const found = await this.rows(ctx).findOneBy({ workspaceId: ctx.workspaceId, serverId });
    if (!found) throw exposureNotFound();
    return found;
  }

  /** Reads and locks the row until the transaction ends. @throws DomainError `servers.exposure-not-found` */
  async lock(ctx: WorkspaceCtx, serverId: string): Promise<ServerExposure> {
    const found = await this.rows(ctx).findOne({ where: { workspaceId: ctx.workspaceId, serverId }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw exposureNotFound();
    return found;
  }

  /** The place behind the last one. */
  async nextPosition(ctx: WorkspaceCtx): Promise<number> {
    const last = await this.rows(ctx).maximum('position', { workspaceId: ctx.workspaceId });
    return (last ?? -1) + 1;
  }

  /** @throws DomainError `servers.exposure-exists`, `servers.prefix-taken` */
  async insert(ctx: WorkspaceCtx, exposure: ServerExposure): Promise<void> {
    await guarded(this.rows(ctx).insert({ ...exposure, workspaceId: ctx.workspaceId }));
  }

  /** Writes what may change and raises the revision. @throws DomainError `servers.prefix-taken` */
  async update(ctx: WorkspaceCtx, exposure: ServerExposure): Promise<void> {
    const { id, serverVersion, toolPrefix, position, enabled } = exposure;
    await guarded(
      this.rows(ctx).update(
        { id, workspaceId: ctx.workspaceId },
        { serverVersion, toolPrefix, position, enabled, revision: exposure.revision + 1 },
      ),
    );
  }

  /**
   * Lets an exposure have a place that another one holds: the others close up where it comes from (null where it is new).
   * Where nobody holds the place, nothing moves.
   */
  async makeRoom(
    ctx: WorkspaceCtx,
    { id, from, to }: { readonly id: string; readonly from: number | null; readonly to: number },
  ): Promise<void> {
    const { workspaceId } = ctx;
    const isMovingBack = from !== null && from < to;
    await this.tx.manager(ctx).query(
      `UPDATE gateway_workspace_servers other
          SET position = other.position + CASE WHEN $5::boolean THEN -1 ELSE 1 END
        WHERE other.workspace_id = $1 AND other.id <> $2
          AND CASE WHEN $5::boolean THEN other.position > $3::int AND other.position <= $4::int
                   ELSE other.position >= $4::int AND ($3::int IS NULL OR other.position < $3::int) END
          AND EXISTS (SELECT FROM gateway_workspace_servers holder WHERE holder.workspace_id = $1 AND holder.id <> $2 AND holder.position = $4::int)`,
      [workspaceId, id, from, to, isMovingBack],
    );
  }

  async delete(ctx: WorkspaceCtx, id: string): Promise<void> {
    await this.rows(ctx).delete({ id, workspaceId: ctx.workspaceId });
  }

  async isPinnedAcrossWorkspaces(ctx: Ctx, serverId: string, number: number): Promise<boolean> {
    return this.rowsAcrossWorkspaces(ctx).existsBy({ serverId, serverVersion: number });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ExposureEntity);
  }

  private rowsAcrossWorkspaces(ctx: Ctx) {
    return this.tx.acrossWorkspaces(ctx).getRepository(ExposureEntity);
  }
}

export const exposureNotFound = (): DomainError =>
  new DomainError('servers.exposure-not-found', { detail: 'Expose the server in this workspace first.' });

async function guarded(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (violates(error, 'gateway_workspace_servers_server_unique'))
      throw new DomainError('servers.exposure-exists', { detail: 'Change the existing exposure instead.' });
    if (violates(error, 'gateway_workspace_servers_prefix_unique'))
      throw new DomainError('servers.prefix-taken', { detail: 'Choose another tool prefix.' });
    throw error;
  }
}
