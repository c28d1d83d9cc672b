import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import type { CallView, ChangeCallViewRequest, SaveCallViewRequest } from './call-views.dto.js';
import { CallViewsRepository, type StoredView } from './call-views.repository.js';

const VIEWS_MAX = 100;

/** Filters of the call log kept by a name. Shared ones are made and changed by whoever may read every call of the workspace. */
@Injectable()
export class CallViews {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly views: CallViewsRepository,
  ) {}

  async list(ctx: WorkspaceCtx, grant: WorkspaceGrant): Promise<readonly CallView[]> {
    return (await this.views.list(ctx, personOf(ctx.actor))).map((view) => present(view, grant));
  }

  /** @throws DomainError `audit.view-name-taken`, `audit.views-full`, `auth.forbidden` */
  save(ctx: WorkspaceCtx, grant: WorkspaceGrant, { name, filters, shared = false }: SaveCallViewRequest): Promise<CallView> {
    const person = personOf(ctx.actor);
    if (shared ? !mayShare(grant) : person === null) throw new DomainError('auth.forbidden');
    return this.tx.run(ctx, async (inside) => {
      const view = { id: newId('view'), userId: shared ? null : person, name: name.trim(), filters, createdBy: ctx.actor.name };
      if ((await this.views.list(inside, person)).length >= VIEWS_MAX)
        throw new DomainError('audit.views-full', { detail: `Remove a view first; there may be ${VIEWS_MAX}.` });
      if (!(await this.views.insert(inside, view))) throw nameTaken(name);
      await this.note(inside, 'audit.view-saved', view);
      return present(view, grant);
    });
  }

  /** @throws DomainError `audit.view-not-found`, `audit.view-name-taken`, `auth.forbidden` */
  change(ctx: WorkspaceCtx, grant: WorkspaceGrant, { id, ...change }: ChangeCallViewRequest & { readonly id: string }): Promise<CallView> {
    return this.tx.run(ctx, async (inside) => {
      const before = await this.owned(inside, grant, id);
      const view = { ...before, name: (change.name ?? before.name).trim(), filters: change.filters ?? before.filters };
      if (!(await this.views.update(inside, view))) throw nameTaken(view.name);
      await this.note(inside, 'audit.view-saved', view);
      return present(view, grant);
    });
  }

  /** @throws DomainError `audit.view-not-found`, `auth.forbidden` */
  remove(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<void> {
    return this.tx.run(ctx, async (inside) => {
      const view = await this.owned(inside, grant, id);
      await this.views.delete(inside, id);
      await this.note(inside, 'audit.view-removed', view);
    });
  }

  private async owned(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<StoredView> {
    const view = await this.views.find(ctx, id, personOf(ctx.actor));
    if (!view) throw new DomainError('audit.view-not-found', { detail: 'Load the list again; somebody may have removed it.' });
    if (view.userId === null && !mayShare(grant)) throw new DomainError('auth.forbidden');
    return view;
  }

  private note(ctx: WorkspaceCtx, event: 'audit.view-saved' | 'audit.view-removed', { id, name, userId }: StoredView): Promise<void> {
    const subject = { kind: 'view', id, name } as const;
    return this.ledger.append(ctx, { event, subject, workspaceId: ctx.workspaceId, facts: { name, shared: userId === null } });
  }
}

const mayShare = ({ permissions }: WorkspaceGrant): boolean => permissions.includes('calls:read');
const nameTaken = (name: string): DomainError =>
  new DomainError('audit.view-name-taken', { detail: `There is a view called ${name.trim()}; choose another name.` });
const present = ({ id, name, filters, userId, createdBy }: StoredView, grant: WorkspaceGrant): CallView => ({
  ...{ id, name, filters, createdBy },
  shared: userId === null,
  mayChange: userId !== null || mayShare(grant),
});
