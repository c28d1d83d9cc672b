import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { Position } from '../../../platform/http/cursor.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { ServerExposuresReadModel, type ServerExposureRow, type ServerReach } from './server-exposures.read-model.js';

export interface ServerExposuresAsked {
  readonly version: number | null;
  /** Slug of one workspace, or null for all. */
  readonly workspace: string | null;
  readonly after: Position | null;
  readonly take: number;
}

/** Tells where a server is shown: everywhere to operators, in their own workspaces to everybody else. */
@Injectable()
export class ServerExposures {
  constructor(
    private readonly servers: ServerRepository,
    private readonly permissions: Permissions,
    private readonly rows: ServerExposuresReadModel,
  ) {}

  /** @throws DomainError `servers.not-found` */
  async of(
    ctx: Ctx,
    reference: string,
    { version, workspace: workspaceSlug, ...page }: ServerExposuresAsked,
  ): Promise<{ readonly rows: readonly ServerExposureRow[]; readonly reach: ServerReach }> {
    const { id: serverId } = await this.servers.get(ctx, reference);
    const grants = await this.permissions.acrossWorkspaces(ctx.actor);
    const workspaceIds = grants.filter(({ permissions }) => permissions.includes('exposures:read')).map(({ workspaceId }) => workspaceId);
    const [rows, reach] = await Promise.all([
      this.rows.listAcrossWorkspaces(ctx, { serverId, workspaceIds, workspaceSlug }, page),
      this.rows.reachAcrossWorkspaces(ctx, { serverId, workspaceIds, workspaceSlug, version }),
    ]);
    return { rows, reach };
  }
}
