import { Injectable } from '@nestjs/common';
import { fold, Gateway, type ListProblem, type ToolEntry, type ToolSetting } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { ExposureDirectory, ToolSettingsService } from '../../servers/index.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';

/** The tools of a workspace as the gateway publishes them, and what the workspace decides about them. */
@Injectable()
export class PublishedToolsService {
  constructor(
    private readonly gateway: Gateway,
    private readonly exposures: ExposureDirectory,
    private readonly settings: ToolSettingsService,
  ) {}

  async list(slug: string): Promise<{ readonly entries: readonly ToolEntry[]; readonly problems: readonly ListProblem[] }> {
    const described = await this.gateway.describe(slug, 'tools');
    if (!described) throw new DomainError('workspaces.not-found');
    return { entries: described.catalog.tools.entries, problems: described.problems };
  }

  /** What clients miss and why: servers that cannot be asked, and those whose pinned version is out of service. */
  async problems(ctx: WorkspaceCtx, asked: readonly ListProblem[]): Promise<readonly ListProblem[]> {
    const suspended = await this.exposures.outOfService(ctx);
    return [...asked, ...suspended.map((serverSlug) => ({ serverSlug, reason: 'servers.version-out-of-service' as const }))];
  }

  /**
   * Changes one tool and answers with it as it is then.
   * @param name its published name, or `server:tool`.
   * @throws DomainError `servers.tool-not-found`, `servers.alias-taken`, `platform.invalid-request`
   */
  async patch(
    ctx: WorkspaceCtx,
    slug: string,
    { name, change }: { readonly name: string; readonly change: Partial<ToolSetting> },
  ): Promise<ToolEntry> {
    const { entries } = await this.list(slug);
    const entry = find(entries, name);
    if (typeof change.alias === 'string') assertFree(entries, entry, change.alias);
    const { target, exposureId } = entry.exposure;
    await this.exposures.get(ctx, target.serverId);
    const tool = { exposure: { id: exposureId, serverId: target.serverId, serverSlug: target.serverSlug }, toolName: entry.upstreamName };
    await this.settings.patch(ctx, tool, change);
    return find((await this.list(slug)).entries, keyOf(entry));
  }
}

const keyOf = ({ exposure, upstreamName }: ToolEntry): string => `${exposure.target.serverSlug}:${upstreamName}`;

function find(entries: readonly ToolEntry[], name: string): ToolEntry {
  const entry = entries.find(({ publishedName }) => publishedName === name) ?? entries.find((candidate) => keyOf(candidate) === name);
  if (!entry)
    throw new DomainError('servers.tool-not-found', {
      detail: 'List the tools of this workspace and use a name, or server:tool, from there.',
    });
  return entry;
}

/** Names must differ after folding too, and a collision is refused when it is made, not when it is met. */
function assertFree(entries: readonly ToolEntry[], own: ToolEntry, alias: string): void {
  const other = entries.find((entry) => entry !== own && entry.publishedName !== null && fold(entry.publishedName) === fold(alias));
  if (other)
    throw new DomainError('servers.alias-taken', {
      detail: `${keyOf(other)} is published as ${other.publishedName ?? ''} already. Choose another name.`,
    });
}
