import { TOOLSET_PREFIX, ToolScope } from '@mcpnest/gateway-core';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { assertToolPatterns } from '../tokens/tool-patterns.js';
import { ToolsetEntity, type Toolset } from './toolset.entity.js';
import { ToolsetsRepository } from './toolsets.repository.js';

/** What may change of a toolset. */
export interface ToolsetChange {
  readonly name?: string;
  readonly tools?: readonly string[];
}

const TOOLSETS_MAX = 200;
const UNIQUE = 'toolsets_name_unique';

/** The store of toolsets, one workspace at a time. Callers append the ledger rows, in the same transaction. */
@Injectable()
export class Toolsets {
  constructor(
    private readonly toolsets: ToolsetsRepository,
    private readonly tx: Tx,
  ) {}

  list(ctx: WorkspaceCtx): Promise<readonly Toolset[]> {
    return this.toolsets.list(ctx);
  }

  /** How many tokens that still work name each toolset: name → count. */
  uses(ctx: WorkspaceCtx): Promise<ReadonlyMap<string, number>> {
    return this.toolsets.uses(ctx);
  }

  /** @throws DomainError `workspaces.toolset-name-taken`, `platform.invalid-request` */
  async create(ctx: WorkspaceCtx, { name, tools }: Required<ToolsetChange>): Promise<Toolset> {
    assertMembers(tools);
    if ((await this.toolsets.count(ctx)) >= TOOLSETS_MAX) {
      throw new DomainError('platform.invalid-request', { detail: `A workspace has ${TOOLSETS_MAX} toolsets at most.` });
    }
    const now = new Date();
    const { workspaceId } = ctx;
    const entity = Object.assign(new ToolsetEntity(), {
      id: newId('toolset'),
      workspaceId,
      name,
      tools: [...tools],
      createdAt: now,
      updatedAt: now,
      revision: 1,
    });
    await named(this.toolsets.insert(ctx, entity));
    return entity;
  }

  /**
   * Changes a toolset, to be called in a transaction; its tokens follow at once.
   * @throws DomainError `workspaces.toolset-not-found`, `workspaces.toolset-name-taken`, `platform.invalid-request`
   */
  async update(
    ctx: WorkspaceCtx,
    id: string,
    { name, tools }: ToolsetChange,
  ): Promise<{ readonly toolset: Toolset; readonly changed: readonly string[]; readonly tokens: number }> {
    if (tools) assertMembers(tools);
    const before = await this.hold(ctx, id);
    const wanted = { ...before, name: name ?? before.name, tools: tools ? [...tools] : before.tools };
    const changed = (['name', 'tools'] as const).filter((member) => JSON.stringify(wanted[member]) !== JSON.stringify(before[member]));
    if (changed.length === 0) return { toolset: before, changed, tokens: 0 };
    const toolset = { ...wanted, updatedAt: new Date(), revision: before.revision + 1 };
    await named(this.toolsets.update(ctx, toolset));
    return { toolset, changed, tokens: await this.toolsets.renew(ctx, before.name, toolset.name) };
  }

  /** @throws DomainError `workspaces.toolset-not-found`, `workspaces.toolset-in-use` */
  async delete(ctx: WorkspaceCtx, id: string): Promise<Toolset> {
    return this.tx.run(ctx, async (inside) => {
      const toolset = await this.hold(inside, id);
      const tokens = (await this.toolsets.uses(inside)).get(toolset.name) ?? 0;
      if (tokens > 0) {
        throw new DomainError('workspaces.toolset-in-use', {
          detail: `${tokens} active tokens are limited to it. Revoke them or give it other tools.`,
        });
      }
      await this.toolsets.delete(inside, id);
      return toolset;
    });
  }

  /** The current revision of a toolset, held until the transaction ends. @throws DomainError `workspaces.toolset-not-found` */
  async hold(ctx: WorkspaceCtx, id: string): Promise<ToolsetEntity> {
    const found = await this.toolsets.findForUpdate(ctx, id);
    if (!found) throw new DomainError('workspaces.toolset-not-found');
    return found;
  }

  /** What a token with these limits may use now; null: everything. */
  async grantOf(ctx: WorkspaceCtx, patterns: readonly string[] | null): Promise<ToolScope | null> {
    if (patterns === null) return null;
    const sets = await this.toolsets.named(ctx, namesIn(patterns));
    return new ToolScope([...patterns, ...sets.flatMap(({ tools }) => tools)]);
  }

  /** @throws DomainError `platform.invalid-request` where limits name a toolset that is not there */
  async assertKnown(ctx: WorkspaceCtx, patterns: readonly string[]): Promise<void> {
    const known = new Set((await this.toolsets.named(ctx, namesIn(patterns))).map(({ name }) => `${TOOLSET_PREFIX}${name}`));
    const errors = patterns.flatMap((pattern, index) =>
      pattern.startsWith(TOOLSET_PREFIX) && !known.has(pattern)
        ? [{ pointer: `/tools/${index}`, detail: 'There is no toolset of this name in the workspace.' }]
        : [],
    );
    if (errors.length > 0) throw new DomainError('platform.invalid-request', { detail: 'A toolset is not known.', errors });
  }
}

const namesIn = (patterns: readonly string[]): string[] =>
  patterns.filter((pattern) => pattern.startsWith(TOOLSET_PREFIX)).map((pattern) => pattern.slice(TOOLSET_PREFIX.length));

function assertMembers(tools: readonly string[]): void {
  assertToolPatterns(tools);
  const nested = tools.findIndex((tool) => tool.startsWith(TOOLSET_PREFIX));
  if (nested < 0) return;
  throw new DomainError('platform.invalid-request', {
    detail: 'A toolset holds tools, not other toolsets.',
    errors: [{ pointer: `/tools/${nested}`, detail: 'Write server:tool, such as github:get_issue or github:*.' }],
  });
}

async function named(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if ((error as { driverError?: { constraint?: unknown } } | null)?.driverError?.constraint !== UNIQUE) throw error;
    throw new DomainError('workspaces.toolset-name-taken', { detail: 'Choose another name.' });
  }
}
