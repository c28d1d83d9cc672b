import { Injectable } from '@nestjs/common';
import type { ToolSetting } from '@mcpnest/gateway-core';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ExposureRepository } from '../exposures/exposure.repository.js';
import { assertWritable, changedSetting, type ToolChange } from './tool-change.js';
import { ToolPolicyRepository, type NewTools } from './tool-policy.repository.js';
import { ToolSettingRepository, type StoredToolSetting } from './tool-setting.repository.js';

/** An exposure, by its ids and the slug of its server. */
export interface ExposureRef {
  readonly id: string;
  readonly serverId: string;
  readonly serverSlug: string;
}

/** Which tool: of an exposure, by the upstream's own name. */
export interface ToolOfExposure {
  readonly exposure: ExposureRef;
  readonly toolName: string;
}

/** One change of many that are made together. */
export interface ToolChangeOf extends ToolOfExposure {
  readonly change: ToolChange;
}

const NAMED_MAX = 100;

/** What workspaces decided about tools. Settings outlive upgrades; whether a name is free among published ones is the caller's check. */
@Injectable()
export class ToolSettingsService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly exposures: ExposureRepository,
    private readonly settings: ToolSettingRepository,
    private readonly policies: ToolPolicyRepository,
  ) {}

  /** Settings by the upstream's own tool name; tools without one are unchanged, and shown as the policy for new tools says. */
  async get(ctx: WorkspaceCtx, exposureId: string): Promise<ReadonlyMap<string, ToolSetting>> {
    const stored = await this.settings.ofExposure(ctx, exposureId);
    return new Map(stored.map((setting) => [setting.toolName, settingOf(setting)]));
  }

  newTools(ctx: WorkspaceCtx, exposureId: string): Promise<NewTools> {
    return this.policies.of(ctx, exposureId);
  }

  /**
   * Changes the members given; null takes an alias or description back.
   * @throws DomainError `servers.alias-taken`, `servers.exposure-not-found`, `platform.invalid-request`
   */
  async patch(ctx: WorkspaceCtx, tool: ToolOfExposure, change: ToolChange): Promise<ToolSetting> {
    await this.patchAll(ctx, [{ ...tool, change }]);
    const { id } = tool.exposure;
    const stored = (await this.get(ctx, id)).get(tool.toolName);
    return stored ?? { enabled: (await this.newTools(ctx, id)) === 'on', alias: null, description: null };
  }

  /**
   * Makes many changes, all or none. @returns how many tools differ from before
   * @throws DomainError `servers.alias-taken`, `servers.exposure-not-found`, `platform.invalid-request`
   */
  async patchAll(ctx: WorkspaceCtx, changes: readonly ToolChangeOf[]): Promise<number> {
    for (const { change } of changes) assertWritable(change);
    return this.tx.run(ctx, async (inside) => {
      let count = 0;
      for (const [exposure, own] of byExposure(changes)) {
        // The exposure's lock keeps two patches of one tool apart, and proves that it is of this workspace.
        await this.exposures.lock(inside, exposure.serverId);
        count += await this.patchExposure(inside, exposure, own);
      }
      return count;
    });
  }

  /**
   * Says whether tools that come in from now on are shown. What is known already stays as it is.
   * @param known the upstream's own names of the tools there are.
   * @throws DomainError `servers.exposure-not-found`
   */
  async setNewTools(
    ctx: WorkspaceCtx,
    exposure: ExposureRef,
    { newTools, known }: { newTools: NewTools; known: readonly string[] },
  ): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      await this.exposures.lock(inside, exposure.serverId);
      const before = await this.policies.of(inside, exposure.id);
      if (before === newTools) return;
      const decided = new Set((await this.settings.ofExposure(inside, exposure.id)).map(({ toolName }) => toolName));
      const open = [...new Set(known)].filter((toolName) => !decided.has(toolName));
      await this.settings.saveAll(
        inside,
        open.map((toolName) => ({ ...DEFAULTS, exposureId: exposure.id, toolName, enabled: before === 'on' })),
      );
      await this.policies.save(inside, exposure.id, newTools);
      await this.ledger.append(inside, {
        event: 'servers.new-tools-policy-changed',
        subject: { kind: 'exposure', id: exposure.id, name: exposure.serverSlug },
        workspaceId: inside.workspaceId,
        facts: { slug: exposure.serverSlug, newTools },
      });
    });
  }

  private async patchExposure(ctx: WorkspaceCtx, exposure: ExposureRef, changes: readonly ToolChangeOf[]): Promise<number> {
    const stored = new Map((await this.settings.ofExposure(ctx, exposure.id)).map((setting) => [setting.toolName, setting]));
    const newTools = await this.policies.of(ctx, exposure.id);
    const wanted = new Map<string, StoredToolSetting>();
    const changed = new Set<string>();
    for (const { toolName, change } of changes) {
      const untouched = { ...DEFAULTS, exposureId: exposure.id, toolName, enabled: newTools === 'on' };
      const result = changedSetting(wanted.get(toolName) ?? stored.get(toolName) ?? untouched, change);
      if (result.changed.length > 0) wanted.set(toolName, result.wanted);
      for (const member of result.changed) changed.add(member);
    }
    if (wanted.size === 0) return 0;
    await this.store(ctx, exposure.id, { wanted: [...wanted.values()], keepsAll: newTools === 'off' });
    await this.report(ctx, exposure, { tools: [...wanted.keys()], changed: [...changed] });
    return wanted.size;
  }

  /** Settings that say nothing need no row; where new tools are off, a row is what tells a known tool from a new one. */
  private async store(
    ctx: WorkspaceCtx,
    exposureId: string,
    { wanted, keepsAll }: { readonly wanted: readonly StoredToolSetting[]; readonly keepsAll: boolean },
  ): Promise<void> {
    const idle = keepsAll ? [] : wanted.filter(isIdle);
    const kept = wanted.filter((setting) => !idle.includes(setting));
    await this.settings.removeAll(ctx, exposureId, names(idle));
    await this.settings.freeAliases(ctx, exposureId, names(kept.filter(({ alias }) => alias !== null)));
    await this.settings.saveAll(ctx, kept);
  }

  private async report(
    ctx: WorkspaceCtx,
    exposure: ExposureRef,
    { tools, changed }: { readonly tools: readonly string[]; readonly changed: readonly string[] },
  ): Promise<void> {
    const { workspaceId } = ctx;
    const slug = exposure.serverSlug;
    const tool = tools[0]!;
    if (tools.length === 1) {
      const subject = { kind: 'tool', id: `${exposure.id}:${tool}`, name: tool } as const;
      await this.ledger.append(ctx, { event: 'servers.tool-settings-changed', subject, workspaceId, facts: { slug, tool, changed } });
      return;
    }
    const facts = { slug, count: tools.length, tools: tools.slice(0, NAMED_MAX), changed };
    const subject = { kind: 'exposure', id: exposure.id, name: slug } as const;
    await this.ledger.append(ctx, { event: 'servers.tools-changed', subject, workspaceId, facts });
  }
}

const DEFAULTS = { enabled: true, alias: null, description: null, params: null } as const;

const names = (settings: readonly StoredToolSetting[]): string[] => settings.map(({ toolName }) => toolName);
const isIdle = ({ enabled, alias, description, params }: StoredToolSetting): boolean =>
  enabled && alias === null && description === null && params === null;

/** A stored setting as the gateway reads it. */
export const settingOf = ({ enabled, alias, description, params }: StoredToolSetting): ToolSetting => ({
  enabled,
  alias,
  description,
  ...(params && { params }),
});

/** In the order of the exposures' ids, so that two who change many at once never wait for each other in a circle. */
function byExposure(changes: readonly ToolChangeOf[]): [ExposureRef, ToolChangeOf[]][] {
  const groups = new Map<string, [ExposureRef, ToolChangeOf[]]>();
  for (const change of changes) {
    const group = groups.get(change.exposure.id) ?? [change.exposure, []];
    groups.set(change.exposure.id, group);
    group[1].push(change);
  }
  return [...groups.values()].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
}
