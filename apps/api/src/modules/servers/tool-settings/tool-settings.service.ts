import { Injectable } from '@nestjs/common';
import type { ToolSetting } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ExposureRepository } from '../exposures/exposure.repository.js';
import { ToolSettingRepository, type StoredToolSetting } from './tool-setting.repository.js';

/** Which tool: of an exposure, by the upstream's own name. */
export interface ToolOfExposure {
  readonly exposure: { readonly id: string; readonly serverId: string; readonly serverSlug: string };
  readonly toolName: string;
}

const DEFAULTS: ToolSetting = { enabled: true, alias: null, description: null };
const MEMBERS = ['enabled', 'alias', 'description'] as const;
/** What a published name may be (contract, client-safe tool names). */
const ALIAS = /^[a-zA-Z][a-zA-Z0-9_-]{0,127}$/;
const DESCRIPTION_LENGTH_MAX = 10_000;

/** What workspaces decided about tools. Settings outlive upgrades; whether a name is free among published ones is the caller's check. */
@Injectable()
export class ToolSettingsService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly exposures: ExposureRepository,
    private readonly settings: ToolSettingRepository,
  ) {}

  /** Settings by the upstream's own tool name; tools without one are enabled and unchanged. */
  async get(ctx: WorkspaceCtx, exposureId: string): Promise<ReadonlyMap<string, ToolSetting>> {
    const stored = await this.settings.ofExposure(ctx, exposureId);
    return new Map(stored.map(({ toolName, enabled, alias, description }) => [toolName, { enabled, alias, description }]));
  }

  /**
   * Changes the members given; null takes an alias or description back.
   * @throws DomainError `servers.alias-taken`, `servers.exposure-not-found`, `platform.invalid-request`
   */
  async patch(ctx: WorkspaceCtx, tool: ToolOfExposure, change: Partial<ToolSetting>): Promise<ToolSetting> {
    assertWritable(change);
    return this.tx.run(ctx, async (inside) => {
      // The exposure's lock keeps two patches of one tool apart, and proves that it is of this workspace.
      await this.exposures.lock(inside, tool.exposure.serverId);
      const key = { exposureId: tool.exposure.id, toolName: tool.toolName };
      const current: StoredToolSetting = (await this.settings.find(inside, key.exposureId, key.toolName)) ?? { ...key, ...DEFAULTS };
      const changed = MEMBERS.filter((member) => change[member] !== undefined && change[member] !== current[member]);
      const wanted: StoredToolSetting = { ...current, ...Object.fromEntries(changed.map((member) => [member, change[member]])) };
      if (changed.length > 0) {
        await this.store(inside, wanted);
        const subject = { kind: 'tool', id: `${tool.exposure.id}:${tool.toolName}`, name: tool.toolName } as const;
        const facts = { slug: tool.exposure.serverSlug, tool: tool.toolName, changed };
        await this.ledger.append(inside, { event: 'servers.tool-settings-changed', subject, workspaceId: inside.workspaceId, facts });
      }
      return { enabled: wanted.enabled, alias: wanted.alias, description: wanted.description };
    });
  }

  private async store(ctx: WorkspaceCtx, wanted: StoredToolSetting): Promise<void> {
    if (MEMBERS.every((member) => wanted[member] === DEFAULTS[member])) await this.settings.remove(ctx, wanted.exposureId, wanted.toolName);
    else await this.settings.save(ctx, wanted);
  }
}

function assertWritable({ alias, description }: Partial<ToolSetting>): void {
  const errors = [
    ...(typeof alias === 'string' && !ALIAS.test(alias)
      ? [{ pointer: '/alias', detail: 'A name begins with a letter and holds letters, digits, _ and - only, 128 characters at most.' }]
      : []),
    ...(typeof description === 'string' && (description.length > DESCRIPTION_LENGTH_MAX || description.includes('\0'))
      ? [{ pointer: '/description', detail: `At most ${DESCRIPTION_LENGTH_MAX} printable characters.` }]
      : []),
  ];
  if (errors.length > 0) throw new DomainError('platform.invalid-request', { errors });
}
