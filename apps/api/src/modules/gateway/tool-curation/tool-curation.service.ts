import { Injectable } from '@nestjs/common';
import type { ToolEntry } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ExposureDirectory, ToolSettingsService, type NewTools, type ToolChange } from '../../servers/index.js';
import { PublishedToolsService, type EntryChange } from '../published-tools/published-tools.service.js';
import { findEntry, keyOf } from '../published-tools/tool-entries.js';
import { paramSettings, presentParams } from '../published-tools/tool-parameter.dto.js';
import type { ServerToolPolicy, UpdatedTools, UpdateToolsRequest } from './tool-curation.dto.js';
import type { SelectedTool, ToolSelection } from './tool-selection.dto.js';
import { filterEntries, isEnabled } from './tool-filter.js';

const RESET: ToolChange = { alias: null, description: null, params: [] };
const MISFITS_SHOWN = 10;

/** Decisions about many tools of a workspace at once. */
@Injectable()
export class ToolCuration {
  constructor(
    private readonly tools: PublishedToolsService,
    private readonly settings: ToolSettingsService,
    private readonly exposures: ExposureDirectory,
  ) {}

  /** @throws DomainError `servers.tool-not-found`, `servers.alias-taken`, `platform.invalid-request` */
  async update(ctx: WorkspaceCtx, slug: string, request: UpdateToolsRequest): Promise<UpdatedTools> {
    const { names, filter, change, dryRun } = request;
    if ((names === undefined) === (filter === undefined)) {
      throw new DomainError('platform.invalid-request', { detail: 'Say which tools are meant: by names, or by a filter.' });
    }
    const { entries } = (await this.tools.list(slug)).view;
    const meant = filter ? filterEntries(entries, filter) : [...new Set((names ?? []).map((name) => findEntry(entries, name)))];
    const changes = meant.map((entry) => ({ entry, change: bulkChange(change) }));
    const changed = dryRun ? changes.filter(makesDifference).length : await this.tools.change(ctx, entries, changes);
    return { matched: meant.length, changed, tools: meant.map(keyOf) };
  }

  /** What the workspace decided, tool by tool. */
  async selection(slug: string): Promise<ToolSelection> {
    const { entries } = (await this.tools.list(slug)).view;
    return { format: 1, tools: entries.map(selected) };
  }

  /**
   * Takes decisions over, all or none; tools that are not named stay as they are.
   * @throws DomainError `servers.selection-misfit`, `servers.alias-taken`, `servers.parameter-refused`, `platform.invalid-request`
   */
  async select(ctx: WorkspaceCtx, slug: string, { tools }: ToolSelection): Promise<UpdatedTools> {
    const { entries } = (await this.tools.list(slug)).view;
    const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
    const unknown = tools.filter(({ server, tool }) => !byKey.has(`${server}:${tool}`));
    if (unknown.length > 0) throw misfit(unknown);
    const changes = tools.map((wanted) => ({ entry: byKey.get(`${wanted.server}:${wanted.tool}`)!, change: wholeChange(wanted) }));
    if (new Set(changes.map(({ entry }) => entry)).size < changes.length) {
      throw new DomainError('platform.invalid-request', { detail: 'The selection names a tool twice.' });
    }
    const changed = await this.tools.change(ctx, entries, changes);
    return { matched: changes.length, changed, tools: changes.map(({ entry }) => keyOf(entry)) };
  }

  /** The policy of every server that has tools here. */
  async policies(slug: string): Promise<ServerToolPolicy[]> {
    const { entries } = (await this.tools.list(slug)).view;
    const exposures = new Map(entries.map(({ exposure }) => [exposure.target.serverSlug, exposure]));
    return [...exposures].map(([server, { newTools }]) => ({ server, newTools: newTools ?? 'on' }));
  }

  /** @throws DomainError `servers.exposure-not-found` */
  async setPolicy(
    ctx: WorkspaceCtx,
    slug: string,
    { server, newTools }: { server: string; newTools: NewTools },
  ): Promise<ServerToolPolicy> {
    const exposure = await this.exposures.get(ctx, server);
    const { entries } = (await this.tools.list(slug)).view;
    // What a lock holds back is new to the workspace, whenever it is approved.
    const own = entries.filter(({ stopped, exposure: { exposureId } }) => exposureId === exposure.id && stopped?.gate !== 'lock');
    const known = own.map(({ upstreamName }) => upstreamName);
    await this.settings.setNewTools(ctx, exposure, { newTools, known });
    return { server: exposure.serverSlug, newTools };
  }
}

const bulkChange = ({ enabled, reset }: UpdateToolsRequest['change']): ToolChange => ({
  ...(reset && RESET),
  ...(enabled !== undefined && { enabled }),
});

const wholeChange = ({ enabled, alias, description, parameters }: SelectedTool): ToolChange => ({
  enabled,
  alias: alias ?? null,
  description: description ?? null,
  params: paramSettings(parameters ?? []),
});

function makesDifference({ entry, change }: EntryChange): boolean {
  const setting = entry.exposure.toolSettings.get(entry.upstreamName);
  const isReset = change.alias === null && setting !== undefined && (setting.alias ?? setting.description ?? setting.params) != null;
  return isReset || (change.enabled !== undefined && change.enabled !== isEnabled(entry));
}

function selected(entry: ToolEntry): SelectedTool {
  const setting = entry.exposure.toolSettings.get(entry.upstreamName);
  return {
    server: entry.exposure.target.serverSlug,
    tool: entry.upstreamName,
    enabled: isEnabled(entry),
    alias: setting?.alias ?? null,
    description: setting?.description ?? null,
    parameters: presentParams(setting?.params),
  };
}

function misfit(unknown: readonly SelectedTool[]): DomainError {
  const shown = unknown.slice(0, MISFITS_SHOWN).map(({ server, tool }) => `${server}:${tool}`);
  const more = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
  return new DomainError('servers.selection-misfit', { detail: `Not in this workspace: ${shown.join(', ')}${more}. Nothing was changed.` });
}
