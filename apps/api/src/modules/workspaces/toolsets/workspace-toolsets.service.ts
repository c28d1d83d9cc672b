import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { Toolsets, type Toolset } from '../../auth/index.js';
import type { CreateToolsetRequest, ToolsetView, UpdateToolsetRequest } from './toolsets.dto.js';

const LEDGER_TOOLS_MAX = 100;

/** The toolsets of a workspace. */
@Injectable()
export class WorkspaceToolsets {
  constructor(
    private readonly toolsets: Toolsets,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  async list(ctx: WorkspaceCtx): Promise<ToolsetView[]> {
    const [toolsets, uses] = await Promise.all([this.toolsets.list(ctx), this.toolsets.uses(ctx)]);
    return toolsets.map((toolset) => present(toolset, uses.get(toolset.name)));
  }

  /** @throws DomainError `workspaces.toolset-name-taken`, `platform.invalid-request` */
  create(ctx: WorkspaceCtx, request: CreateToolsetRequest): Promise<ToolsetView> {
    return this.tx.run(ctx, async (inside) => {
      const toolset = await this.toolsets.create(inside, request);
      const facts = { name: toolset.name, tools: toolset.tools.slice(0, LEDGER_TOOLS_MAX) };
      await this.ledger.append(inside, { event: 'workspaces.toolset-created', ...subjectOf(inside, toolset), facts });
      return present(toolset);
    });
  }

  /** @throws DomainError `workspaces.toolset-not-found`, `workspaces.toolset-name-taken`, `platform.stale-version`, `platform.invalid-request` */
  update(
    ctx: WorkspaceCtx,
    id: string,
    { ifMatch, ...change }: UpdateToolsetRequest & { readonly ifMatch: string | undefined },
  ): Promise<ToolsetView> {
    return this.tx.run(ctx, async (inside) => {
      assertCurrentVersion(ifMatch, (await this.toolsets.hold(inside, id)).revision);
      const { toolset, changed, tokens } = await this.toolsets.update(inside, id, change);
      if (changed.length > 0) {
        const facts = { name: toolset.name, changed, tools: toolset.tools.slice(0, LEDGER_TOOLS_MAX), tokens };
        await this.ledger.append(inside, { event: 'workspaces.toolset-updated', ...subjectOf(inside, toolset), facts });
      }
      return present(toolset, (await this.toolsets.uses(inside)).get(toolset.name));
    });
  }

  /** @throws DomainError `workspaces.toolset-not-found`, `workspaces.toolset-in-use` */
  async delete(ctx: WorkspaceCtx, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const toolset = await this.toolsets.delete(inside, id);
      await this.ledger.append(inside, {
        event: 'workspaces.toolset-deleted',
        ...subjectOf(inside, toolset),
        facts: { name: toolset.name },
      });
    });
  }
}

const subjectOf = ({ workspaceId }: WorkspaceCtx, { id, name }: Toolset) =>
  ({ subject: { kind: 'toolset', id, name }, workspaceId }) as const;

const present = (toolset: Toolset, tokens = 0): ToolsetView => ({
  id: toolset.id,
  name: toolset.name,
  tools: toolset.tools,
  tokens,
  createdAt: toolset.createdAt.toISOString(),
  updatedAt: toolset.updatedAt.toISOString(),
  etag: toolset.revision,
});
