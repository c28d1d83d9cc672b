import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Authenticator } from '../../../platform/http/authenticator.port.js';
import type { GuardedRequest } from '../../../platform/http/current.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { CallEventStream } from './call-event-stream.js';
import { callFilter } from './call-filter.js';
import { CallListReadModel } from './call-list.read-model.js';
import { positionOfCall } from './call-position.js';
import { callReach, type CallReach } from './call-reach.js';
import { CallTail } from './call-tail.js';
import type { CallsQuery } from './calls.dto.js';

/** One request for the live tail. */
export interface StreamRequest {
  readonly ctx: WorkspaceCtx;
  readonly request: GuardedRequest;
  readonly response: Response;
  readonly query: CallsQuery;
  readonly lastEventId: string | undefined;
}

/** Serves the live tail for as long as the reader stays and may see it. */
@Injectable()
export class CallStreaming {
  constructor(
    private readonly tail: CallTail,
    private readonly calls: CallListReadModel,
    private readonly authenticator: Authenticator,
    private readonly permissions: Permissions,
  ) {}

  /** Resolves when the stream is live. */
  async stream({ ctx, request, response, query, lastEventId }: StreamRequest): Promise<void> {
    const { grant } = request;
    if (!grant) throw new Error('no grant: the route lacks @RequirePermission');
    const reach = callReach(ctx.actor, grant);
    const position = lastEventId ? positionOfCall(lastEventId) : null;
    const stream = new CallEventStream(response, callFilter(query, reach), () => this.mayGoOn(request, grant.slug, reach));
    const leave = await this.tail.follow(ctx.workspaceId, stream);
    if (response.closed) return leave();
    response.once('close', leave);
    stream.begin(position ? await this.calls.since(ctx, position).catch(() => []) : []);
  }

  /** Whether the reader would be let in again: sessions end, and members leave. */
  private async mayGoOn(request: GuardedRequest, slug: string, reach: CallReach): Promise<boolean> {
    const proven = await this.authenticator.authenticate(request);
    const grant = proven && (await this.permissions.inWorkspace(proven.actor, slug));
    return grant !== null && proven !== null && callReach(proven.actor, grant).owner === reach.owner;
  }
}
