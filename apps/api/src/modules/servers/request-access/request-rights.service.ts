import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import type { RequestKind } from '../requests/server-request.js';
import type { RequestReach } from './request-reach.js';

/** What an actor may do with one request. */
export interface RequestRights {
  /** See it and comment on it. */
  readonly read: boolean;
  /** Approve, deny, assign and test it; whether four eyes are asked for is another matter. */
  readonly decide: boolean;
  /** It is the actor's own. */
  readonly isOwn: boolean;
}

type AboutRequest = { readonly kind: RequestKind; readonly workspaceSlug: string; readonly requestedById: string };

/**
 * Who may do what with requests. What changes the catalogue is decided by those who may write servers and approve versions; what
 * only shows an approved server in a workspace, by those who may expose servers there.
 */
@Injectable()
export class RequestRightsService {
  constructor(private readonly permissions: Permissions) {}

  async of(ctx: Ctx, request: AboutRequest): Promise<RequestRights> {
    const [rights] = await this.ofEach(ctx, [request]);
    return rights ?? { read: false, decide: false, isOwn: false };
  }

  /** Rights in the order of the requests. */
  async ofEach(ctx: Ctx, requests: readonly AboutRequest[]): Promise<readonly RequestRights[]> {
    const changesCatalogue = this.decidesCatalogue(ctx);
    const slugs = [...new Set(requests.map(({ workspaceSlug }) => workspaceSlug))];
    const grants = await Promise.all(slugs.map((slug) => this.permissions.inWorkspace(ctx.actor, slug)));
    const held = new Map(slugs.map((slug, index) => [slug, grants[index]?.permissions ?? []]));
    return requests.map(({ kind, workspaceSlug, requestedById }) => {
      const permissions = held.get(workspaceSlug) ?? [];
      const exposes = permissions.includes('exposures:write');
      const isOwn = personOf(ctx.actor) === requestedById && permissions.includes('requests:create');
      return { read: exposes || isOwn, decide: exposes && (kind === 'exposure' || changesCatalogue), isOwn };
    });
  }

  async reach(ctx: Ctx): Promise<RequestReach> {
    const personId = personOf(ctx.actor);
    const grants = await this.permissions.acrossWorkspaces(ctx.actor);
    const exposing = grants.filter(({ permissions }) => permissions.includes('exposures:write'));
    const asking = grants.filter(({ permissions }) => permissions.includes('requests:create'));
    const ids = (some: typeof grants) => some.map(({ workspaceId }) => workspaceId);
    return {
      workspaceIds: ids(exposing),
      ownIn: ids(asking),
      personId,
    };
  }

  /** Whether the actor may bring servers and Versions into the company. */
  decidesCatalogue(ctx: Ctx): boolean {
    const held = this.permissions.ofInstallation(ctx.actor);
    return held.includes('servers:write') && held.includes('versions:approve');
  }
}

/** Says who can decide a request of this kind. */
export const forbiddenToDecide = (kind: RequestKind): DomainError =>
  new DomainError('auth.forbidden', {
    detail:
      kind === 'exposure'
        ? 'Requests to show a server of the catalogue are decided by owners and admins of the workspace and by operators of the installation.'
        : 'Requests that change the catalogue are decided by operators of the installation, who hold servers:write and versions:approve.',
  });

export const forbiddenToWithdraw = (requestedByName: string): DomainError =>
  new DomainError('auth.forbidden', { detail: `Only ${requestedByName}, who asked, can take it back. Whoever may decide it can deny it.` });
