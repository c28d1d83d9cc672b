import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { scopeAcross, type CallScope } from './call-scope.js';

/** Says whose calls somebody may look at over all workspaces. */
@Injectable()
export class CallScopes {
  constructor(private readonly permissions: Permissions) {}

  /** @param slug narrows it to one workspace; one that is none of the reader's business leaves nothing. */
  async of(ctx: Ctx, slug?: string): Promise<CallScope> {
    return scopeAcross(ctx.actor, await this.permissions.acrossWorkspaces(ctx.actor), slug);
  }
}
