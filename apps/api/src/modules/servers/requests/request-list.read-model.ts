// Joins gateway_workspaces of the workspaces room, to name the workspaces of requests.
import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import type { RequestReach } from '../request-access/request-reach.js';
import { ServerRequestEntity } from './server-request.entity.js';
import type { RequestKind, RequestState, ServerRequest } from './server-request.js';

/** A request as the console shows it. */
export interface RequestView extends ServerRequest {
  readonly workspaceSlug: string;
  readonly workspaceName: string;
  readonly serverSlug: string | null;
}

/** Which requests a list shows; all conditions hold at once. */
export interface RequestFilter {
  readonly state?: RequestState | undefined;
  readonly kind?: RequestKind | undefined;
  /** A person's id, or `none`. */
  readonly assigneeId?: string | undefined;
  readonly requestedById?: string | undefined;
  /** Slug or id. */
  readonly workspace?: string | undefined;
  /** Part of a name, reason or requester. */
  readonly text?: string | undefined;
}

export interface RequestPage {
  readonly after: Position | null;
  readonly take: number;
  readonly order: 'newest' | 'oldest';
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function narrow(query: SelectQueryBuilder<ServerRequestEntity>, filter: RequestFilter): void {
  const { state, kind, assigneeId, requestedById, workspace, text } = filter;
  if (state) query.andWhere('request.state = :state', { state });
  if (kind) query.andWhere('request.kind = :kind', { kind });
  if (assigneeId === 'none') query.andWhere('request.assignee_id IS NULL');
  else if (assigneeId) query.andWhere('request.assignee_id = :assigneeId', { assigneeId });
  if (requestedById) query.andWhere('request.requested_by_id = :requestedById', { requestedById });
  if (workspace) {
    const column = workspace.includes('_') ? 'id' : 'slug';
    query.andWhere(`request.workspace_id = (SELECT id FROM gateway_workspaces WHERE ${column} = :workspace)`, { workspace });
  }
  if (text)
    query.andWhere('(request.name ILIKE :text OR request.reason ILIKE :text OR request.requested_by_name ILIKE :text)', {
      text: pattern(text),
    });
}

/** Requests within an actor's reach. */
@Injectable()
export class RequestListReadModel {
  constructor(private readonly tx: Tx) {}

  async list(ctx: Ctx, reach: RequestReach, page: RequestPage & RequestFilter): Promise<readonly RequestView[]> {
    const query = this.within(ctx, reach);
    narrow(query, page);
    const direction = page.order === 'newest' ? 'DESC' : 'ASC';
    if (page.after) query.andWhere(`(request.created_at, request.id) ${direction === 'DESC' ? '<' : '>'} (:createdAt, :id)`, page.after);
    const rows = await query.orderBy('request.createdAt', direction).addOrderBy('request.id', direction).take(page.take).getMany();
    return this.viewsOf(ctx, rows);
  }

  /** How many open requests of these kinds there are, and how many of them are the person's to deal with. */
  async countOpen(ctx: Ctx, reach: RequestReach, kinds: readonly RequestKind[]): Promise<{ toDecide: number; assignedToMe: number }> {
    const rows: { toDecide: number; assignedToMe: number }[] = await this.tx.managerOf(ctx, reach.workspaceIds).query(
      `SELECT count(*)::int AS "toDecide", count(*) FILTER (WHERE assignee_id = $3)::int AS "assignedToMe"
         FROM server_requests WHERE state = 'open' AND workspace_id = ANY ($1) AND kind = ANY ($2)`,
      [reach.workspaceIds, kinds, reach.personId],
    );
    return rows[0] ?? { toDecide: 0, assignedToMe: 0 };
  }

  async one(ctx: Ctx, id: string): Promise<RequestView | null> {
    const row = await this.tx.acrossWorkspaces(ctx).findOneBy(ServerRequestEntity, { id });
    return row ? ((await this.viewsOf(ctx, [row]))[0] ?? null) : null;
  }

  private within(ctx: Ctx, { workspaceIds, ownIn, personId }: RequestReach): SelectQueryBuilder<ServerRequestEntity> {
    const reached = new Brackets((either) =>
      either
        .where('request.workspace_id = ANY (:workspaceIds)', { workspaceIds })
        .orWhere('(request.workspace_id = ANY (:ownIn) AND request.requested_by_id = :personId)', { ownIn, personId }),
    );
    return this.tx
      .managerOf(ctx, [...workspaceIds, ...ownIn])
      .createQueryBuilder(ServerRequestEntity, 'request')
      .where(reached);
  }

  private async viewsOf(ctx: Ctx, rows: readonly ServerRequest[]): Promise<readonly RequestView[]> {
    if (rows.length === 0) return [];
    const named = async (table: 'gateway_workspaces' | 'servers', ids: readonly (string | null)[]) => {
      const found: { id: string; slug: string; name: string }[] = await this.tx
        .manager(ctx)
        .query(`SELECT id, slug, name FROM ${table} WHERE id = ANY ($1)`, [[...new Set(ids)]]);
      return new Map(found.map((one) => [one.id, one]));
    };
    const workspaces = await named(
      'gateway_workspaces',
      rows.map((row) => row.workspaceId),
    );
    const servers = await named(
      'servers',
      rows.map((row) => row.serverId),
    );
    return rows.flatMap((row) => {
      const workspace = workspaces.get(row.workspaceId);
      // A workspace that was just deleted took its requests along.
      if (!workspace) return [];
      const server = row.serverId === null ? undefined : servers.get(row.serverId);
      return [{ ...row, workspaceSlug: workspace.slug, workspaceName: workspace.name, serverSlug: server?.slug ?? null }];
    });
  }
}
