import { Injectable } from '@nestjs/common';
import { Gateway, paramsFault, type ListProblem, type ToolEntry, type ToolView } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { ExposureDirectory, ToolSettingsService, type ToolChange, type ToolChangeOf } from '../../servers/index.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { assertFree, findEntry, keyOf } from './tool-entries.js';

/** A change of one tool of a workspace. */
export interface EntryChange {
  readonly entry: ToolEntry;
  readonly change: ToolChange;
}

/** The tools of a workspace as the gateway publishes them, and what the workspace decides about them. */
@Injectable()
export class PublishedToolsService {
  constructor(
    private readonly gateway: Gateway,
    private readonly exposures: ExposureDirectory,
    private readonly settings: ToolSettingsService,
  ) {}

  /**
   * @param tokenId of one that a canary may serve something else.
   * @throws DomainError `workspaces.not-found`
   */
  async list(slug: string, tokenId?: string): Promise<{ readonly view: ToolView; readonly problems: readonly ListProblem[] }> {
    const described = await this.gateway.describe(slug, 'tools', tokenId);
    if (!described) throw new DomainError('workspaces.not-found');
    return { view: described.catalog.tools, problems: described.problems };
  }

  /** What clients miss and why: servers that cannot be asked, and those whose pinned version is out of service. */
  async problems(ctx: WorkspaceCtx, asked: readonly ListProblem[]): Promise<readonly ListProblem[]> {
    const suspended = await this.exposures.outOfService(ctx);
    return [...asked, ...suspended.map((serverSlug) => ({ serverSlug, reason: 'servers.version-out-of-service' as const }))];
  }

  /**
   * Changes one tool and answers with it as it is then.
   * @param name its published name, or `server:tool`.
   * @throws DomainError `servers.tool-not-found`, `servers.alias-taken`, `servers.parameter-refused`, `platform.invalid-request`
   */
  async patch(
    ctx: WorkspaceCtx,
    slug: string,
    { name, change }: { readonly name: string; readonly change: ToolChange },
  ): Promise<ToolEntry> {
    const { entries } = (await this.list(slug)).view;
    const entry = findEntry(entries, name);
    await this.change(ctx, entries, [{ entry, change }]);
    return findEntry((await this.list(slug)).view.entries, keyOf(entry));
  }

  /**
   * Makes changes together, all or none. @returns how many tools differ from before
   * @param entries all tools of the workspace.
   * @throws DomainError `servers.alias-taken`, `servers.parameter-refused`, `platform.invalid-request`
   */
  async change(ctx: WorkspaceCtx, entries: readonly ToolEntry[], changes: readonly EntryChange[]): Promise<number> {
    const named = changes.filter(({ change }) => change.alias !== undefined);
    assertFree(entries, new Map(named.map(({ entry, change }) => [keyOf(entry), change.alias ?? null])));
    for (const { entry, change } of changes) assertParams(entry, change);
    const servers = new Set(changes.map(({ entry }) => entry.exposure.target.serverId));
    for (const serverId of servers) await this.exposures.get(ctx, serverId);
    return this.settings.patchAll(ctx, changes.map(storable));
  }
}

const storable = ({ entry, change }: EntryChange): ToolChangeOf => {
  const { target, exposureId } = entry.exposure;
  return { exposure: { id: exposureId, serverId: target.serverId, serverSlug: target.serverSlug }, toolName: entry.upstreamName, change };
};

function assertParams(entry: ToolEntry, { params }: ToolChange): void {
  const reason = params && params.length > 0 ? paramsFault(entry.definitionText, params) : undefined;
  if (reason !== undefined) throw new DomainError('servers.parameter-refused', { detail: `${keyOf(entry)}: ${reason}` });
}
