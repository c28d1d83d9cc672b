import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { ServerRequestEntity } from './server-request.entity.js';
import type { ServerRequest } from './server-request.js';

/** Write model of requests. */
@Injectable()
export class ServerRequestRepository {
  constructor(private readonly tx: Tx) {}

  async insert(ctx: WorkspaceCtx, request: ServerRequest): Promise<void> {
    await this.rows(ctx).insert({ ...request, workspaceId: ctx.workspaceId });
  }

  async countOpenOf(ctx: WorkspaceCtx, requestedById: string): Promise<number> {
    return this.rows(ctx).countBy({ workspaceId: ctx.workspaceId, requestedById, state: 'open' });
  }

  /**
   * Reads and locks a request that is to change, until the transaction ends. The workspace first: the order in which its
   * deletion locks.
   * @param ifMatch the entity tag the caller saw, where they sent one
   * @throws DomainError `servers.request-decided` with who decided, `platform.stale-version`, `servers.request-not-found`
   */
  async lockOpen(ctx: WorkspaceCtx, id: string, ifMatch: string | undefined): Promise<ServerRequest> {
    await this.tx.manager(ctx).query('SELECT 1 FROM gateway_workspaces WHERE id = $1 FOR KEY SHARE', [ctx.workspaceId]);
    const found = await this.rows(ctx).findOne({ where: { id, workspaceId: ctx.workspaceId }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw requestNotFound();
    if (found.state !== 'open') throw alreadyDecided(found);
    assertCurrentVersion(ifMatch, found.revision);
    return found;
  }

  /** Writes what may change and raises the revision. */
  async update(ctx: WorkspaceCtx, { id, revision, ...request }: ServerRequest): Promise<void> {
    const { state, serverId, serverVersion, secrets, assigneeId, assigneeName, comments } = request;
    const { decidedById, decidedByName, decidedAt, decisionNote } = request;
    const decision = { decidedById, decidedByName, decidedAt, decisionNote };
    const change = { state, serverId, serverVersion, assigneeId, assigneeName, ...decision, revision: revision + 1 };
    await this.rows(ctx).update({ id, workspaceId: ctx.workspaceId }, { ...change, secrets: [...secrets], comments: [...comments] });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ServerRequestEntity);
  }
}

export const requestNotFound = (): DomainError =>
  new DomainError('servers.request-not-found', { detail: 'Look it up in the list of requests.' });

function alreadyDecided({ state, decidedByName, decidedAt }: ServerRequest): DomainError {
  const deed = { approved: 'approved it', denied: 'denied it', withdrawn: 'took it back', open: 'changed it' }[state];
  return new DomainError('servers.request-decided', { detail: `${decidedByName ?? 'Somebody'} ${deed} at ${decidedAt?.toISOString()}.` });
}
