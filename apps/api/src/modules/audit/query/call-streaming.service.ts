import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import type { GuardedRequest } from '../../../platform/http/current.js';
import { CallEventStream } from './call-event-stream.js';
import { callFilter } from './call-filter.js';
import { CallListReadModel } from './call-list.read-model.js';
import { positionOfCall } from './call-position.js';
import { callReach } from './call-reach.js';
import { CallReaders } from './call-readers.js';
import { CallTail } from './call-tail.js';
import type { CallsQuery } from './calls-query.dto.js';

/** One request for the live tail. */
export interface StreamRequest {
  readonly ctx: WorkspaceCtx;
  readonly request: GuardedRequest;
  readonly response: Response;
  readonly query: CallsQuery;
}

/** Serves the live tail for as long as the reader stays and may see it. */
@Injectable()
export class CallStreaming {
  constructor(
    private readonly tail: CallTail,
    private readonly calls: CallListReadModel,
    private readonly readers: CallReaders,
  ) {}

  /** Resolves when the stream is live. */
  async stream({ ctx, request, response, query }: StreamRequest): Promise<void> {
    const { grant } = request;
    if (!grant) throw new Error('no grant: the route lacks @RequirePermission');
    const reach = callReach(ctx.actor, grant);
    const lastEventId = request.header('last-event-id');
    const position = lastEventId ? positionOfCall(lastEventId) : null;
    const stream = new CallEventStream(response, callFilter(query, reach), () => this.readers.mayGoOn(request, grant.slug, reach));
    this.readers.watch(stream, response);
    const leave = await this.tail.follow(ctx.workspaceId, stream);
    if (response.closed) return leave();
    response.once('close', leave);
    stream.begin(position ? await this.calls.since(ctx, position).catch(() => []) : []);
  }
}
