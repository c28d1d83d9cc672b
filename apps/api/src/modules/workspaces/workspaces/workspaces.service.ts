import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { WORKSPACE_LIMIT_DEFAULTS, TOOL_NAME_LENGTHS } from '@mcpnest/shared/limits';
import { personOf } from '../../../platform/context/actor.js';
import { inWorkspace, type Ctx, type WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import { MembersRepository } from '../members/members.repository.js';
import { numberedSlug, slugFromName } from './slug-from-name.js';
import { WorkspaceEntity } from './workspace.entity.js';
import { WorkspaceRowsReadModel, type Viewer, type WorkspaceRow } from './workspace-rows.read-model.js';
import type { CreateWorkspaceRequest, UpdateWorkspaceRequest } from './workspaces.dto.js';
import { WorkspacesRepository } from './workspaces.repository.js';

const DERIVED_SLUGS_TRIED = 50;

/** Making, changing and ending workspaces. */
@Injectable()
export class WorkspacesService {
  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly rows: WorkspaceRowsReadModel,
    private readonly members: MembersRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  async list(ctx: Ctx, page: PageRequest): Promise<Page<WorkspaceRow>> {
    const viewer = mayLook(ctx) ? viewerOf(ctx) : null;
    if (!viewer) return { data: [], nextCursor: null };
    const rows = await this.rows.list(ctx, viewer, { limit: page.limit, after: decodeCursor(page.cursor) });
    return pageOf(rows, page.limit, { item: (row) => row, position: (row) => row });
  }

  /** @throws DomainError `workspaces.not-found` */
  async read(ctx: WorkspaceCtx): Promise<WorkspaceRow> {
    const viewer = viewerOf(ctx);
    const row = viewer && (await this.rows.find(ctx, viewer, ctx.workspaceId));
    if (!row) throw new DomainError('workspaces.not-found');
    return row;
  }

  /**
   * Makes a workspace with the caller as its owner.
   * @throws DomainError `workspaces.slug-taken`
   */
  async create(ctx: Ctx, request: CreateWorkspaceRequest): Promise<WorkspaceRow> {
    const userId = personOf(ctx.actor);
    if (userId === null) throw new DomainError('auth.not-signed-in');
    const now = new Date();
    const workspace: WorkspaceEntity = Object.assign(new WorkspaceEntity(), {
      ...WORKSPACE_LIMIT_DEFAULTS,
      id: newId('workspace'),
      slug: request.slug ?? slugFromName(request.name),
      name: request.name.trim(),
      toolNameLengthMax: TOOL_NAME_LENGTHS[0],
      createdAt: now,
      revision: 1,
    });
    await this.tx.run(ctx, async (inside) => {
      await this.insert(inside, workspace, request.slug === undefined);
      await this.members.insert(inWorkspace(inside, workspace.id), { userId, role: 'owner', createdAt: now, joinedAt: now });
      await this.ledger.append(inside, {
        event: 'workspaces.created',
        subject: subjectOf(workspace),
        workspaceId: workspace.id,
        facts: { slug: workspace.slug, name: workspace.name },
      });
    });
    return { ...workspace, role: 'owner', servers: 0, tokens: 0, members: 1 };
  }

  /** @throws DomainError `workspaces.not-found`, `workspaces.slug-taken`, `platform.stale-version` */
  async update(ctx: WorkspaceCtx, request: UpdateWorkspaceRequest, ifMatch: string | undefined): Promise<WorkspaceRow> {
    await this.tx.run(ctx, async (inside) => {
      const workspace = await this.workspaces.hold(inside);
      if (!workspace) throw new DomainError('workspaces.not-found');
      assertCurrentVersion(ifMatch, workspace.revision);
      const changed = applyChange(workspace, request);
      if (changed.length === 0) return;
      workspace.revision += 1;
      if (!(await this.workspaces.update(inside, workspace))) throw slugTaken(workspace.slug);
      await this.ledger.append(inside, {
        event: 'workspaces.updated',
        subject: subjectOf(workspace),
        workspaceId: workspace.id,
        facts: { slug: workspace.slug, changed },
      });
    });
    return this.read(ctx);
  }

  /** Ends a workspace with its members, exposures and tokens. @throws DomainError `workspaces.not-found` */
  async delete(ctx: WorkspaceCtx): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const workspace = await this.workspaces.hold(inside);
      if (!workspace) throw new DomainError('workspaces.not-found');
      await this.workspaces.delete(inside);
      await this.ledger.append(inside, {
        event: 'workspaces.deleted',
        subject: subjectOf(workspace),
        workspaceId: workspace.id,
        facts: { slug: workspace.slug, name: workspace.name },
      });
    });
  }

  /** A slug that was chosen must be free; one that was derived gets a number where it is not. */
  private async insert(ctx: Ctx, workspace: WorkspaceEntity, isDerived: boolean): Promise<void> {
    const wanted = workspace.slug;
    for (let number = 2; !(await this.workspaces.insert(ctx, workspace)); number++) {
      if (!isDerived || number > DERIVED_SLUGS_TRIED) throw slugTaken(wanted);
      workspace.slug = numberedSlug(wanted, number);
    }
  }
}

function viewerOf({ actor }: Ctx): Viewer | null {
  return actor.kind === 'system' ? null : { userId: actor.kind === 'user' ? actor.id : actor.userId, operator: actor.operator };
}

/** A key that was narrowed to other things sees no workspace. */
const mayLook = ({ actor }: Ctx): boolean => actor.kind !== 'api-key' || actor.scopes === null || actor.scopes.includes('workspace:read');

/** Takes over what differs. @returns the names of what did */
function applyChange(workspace: WorkspaceEntity, { limits, ...request }: UpdateWorkspaceRequest): string[] {
  const wanted: Partial<WorkspaceEntity> = { ...request, ...limits, ...(request.name !== undefined && { name: request.name.trim() }) };
  const fields = ['name', 'slug', 'toolNameLengthMax', 'ratePerSecond', 'burst', 'concurrency'] as const;
  const changed = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== workspace[field]);
  Object.assign(workspace, Object.fromEntries(changed.map((field) => [field, wanted[field]])));
  return changed;
}

const subjectOf = ({ id, name }: WorkspaceEntity) => ({ kind: 'workspace', id, name }) as const;

const slugTaken = (slug: string): DomainError =>
  new DomainError('workspaces.slug-taken', {
    detail: `Choose another slug than ${slug}.`,
    errors: [{ pointer: '/slug', detail: 'Taken by another workspace.' }],
  });
