import { Injectable } from '@nestjs/common';
import { personOf } from '../../../platform/context/actor.js';
import { inWorkspace, type Ctx, type WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ApprovalPolicy } from '../approval-policy/approval-policy.service.js';
import { RequestListReadModel, type RequestFilter, type RequestPage, type RequestView } from '../requests/request-list.read-model.js';
import { forbiddenToDecide, forbiddenToWithdraw, RequestRightsService, type RequestRights } from './request-rights.service.js';
import { requestNotFound } from '../requests/server-request.repository.js';
import { REQUEST_KINDS } from '../requests/server-request.js';

const ID = /^ask_[0-9a-z]{26}$/;

/** A request with what the asking person may do with it. */
export interface RequestOnDesk {
  readonly view: RequestView;
  readonly rights: RequestRights;
  /** Whether the company's rules let this person approve it. */
  readonly mayApprove: boolean;
}

/** Finds requests for people, each with their rights; what somebody may not see does not exist for them. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly views: RequestListReadModel,
    private readonly rights: RequestRightsService,
    private readonly policy: ApprovalPolicy,
  ) {}

  /** One row more than asked for, where there is one. `assigneeId` and `requestedById` may say `me`. */
  async list(ctx: Ctx, page: RequestPage & RequestFilter): Promise<readonly RequestOnDesk[]> {
    const me = (id: string | undefined) => (id === 'me' ? (personOf(ctx.actor) ?? 'none') : id);
    const filter = { ...page, assigneeId: me(page.assigneeId), requestedById: me(page.requestedById) };
    return this.withRights(ctx, await this.views.list(ctx, await this.rights.reach(ctx), filter));
  }

  /** Open requests that the person may decide. */
  async counts(ctx: Ctx): Promise<{ toDecide: number; assignedToMe: number }> {
    const kinds = this.rights.decidesCatalogue(ctx) ? REQUEST_KINDS : (['exposure'] as const);
    return this.views.countOpen(ctx, await this.rights.reach(ctx), kinds);
  }

  /** @throws DomainError `servers.request-not-found`, also for what the person may not see */
  async get(ctx: Ctx, id: string): Promise<RequestOnDesk> {
    const view = ID.test(id) ? await this.views.one(ctx, id) : null;
    const [found] = view ? await this.withRights(ctx, [view]) : [];
    if (!found?.rights.read) throw requestNotFound();
    return found;
  }

  /** For people who want to talk about it. */
  async toRead(ctx: Ctx, id: string): Promise<WorkspaceCtx> {
    return inWorkspace(ctx, (await this.get(ctx, id)).view.workspaceId);
  }

  /** For people who want to decide it. @throws DomainError `auth.forbidden` with who can */
  async toDecide(ctx: Ctx, id: string): Promise<{ ctx: WorkspaceCtx; request: RequestView }> {
    const { view, rights } = await this.get(ctx, id);
    if (!rights.decide) throw forbiddenToDecide(view.kind);
    return { ctx: inWorkspace(ctx, view.workspaceId), request: view };
  }

  /** For the one who asked. @throws DomainError `auth.forbidden` for everybody else */
  async toWithdraw(ctx: Ctx, id: string): Promise<WorkspaceCtx> {
    const { view, rights } = await this.get(ctx, id);
    if (!rights.isOwn) throw forbiddenToWithdraw(view.requestedByName);
    return inWorkspace(ctx, view.workspaceId);
  }

  private async withRights(ctx: Ctx, views: readonly RequestView[]): Promise<readonly RequestOnDesk[]> {
    if (views.length === 0) return [];
    const { fourEyes } = await this.policy.read(ctx);
    const rights = await this.rights.ofEach(ctx, views);
    const me = personOf(ctx.actor);
    return views.flatMap((view, index) => {
      const own = rights[index];
      if (!own) return [];
      return [{ view, rights: own, mayApprove: own.decide && !(fourEyes && view.requestedById === me) }];
    });
  }
}
