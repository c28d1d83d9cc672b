import { Injectable } from '@nestjs/common';
import type { ExposureRoute, ToolSetting } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { VersionLocks } from '../lock/version-locks.service.js';
import { ToolPolicyRepository } from '../tool-settings/tool-policy.repository.js';
import { ToolSettingRepository, type StoredToolSetting } from '../tool-settings/tool-setting.repository.js';
import { settingOf } from '../tool-settings/tool-settings.service.js';
import { ExposureRoutesReadModel, type EnabledCanary, type EnabledExposure } from './exposure-routes.read-model.js';
import { RouteTargetMaker } from './route-target-maker.service.js';

/** What is needed of a version in use: an exposure's own, or its canary's. */
type InUse = EnabledExposure | (EnabledCanary & { readonly workspaceId: string });

const NO_SETTINGS: ReadonlyMap<string, ToolSetting> = new Map();

/** What the gateway needs to know of this room: every enabled exposure with the target behind it and its lock. */
@Injectable()
export class ServerDirectory {
  constructor(
    private readonly exposures: ExposureRoutesReadModel,
    private readonly targets: RouteTargetMaker,
    private readonly settings: ToolSettingRepository,
    private readonly policies: ToolPolicyRepository,
    private readonly locks: VersionLocks,
  ) {}

  /** Routes by workspace id, in operator order. Reads the whole state anew; opened credentials are remembered between calls. */
  async exposureRoutes(): Promise<ReadonlyMap<string, readonly ExposureRoute[]>> {
    const ctx = systemCtx('route-table');
    const [rows, trials, settings, newOff] = await Promise.all([
      this.exposures.enabledAcrossWorkspaces(ctx),
      this.exposures.canariesAcrossWorkspaces(ctx),
      this.settings.allAcrossWorkspaces(ctx),
      this.policies.offAcrossWorkspaces(ctx),
    ]);
    const inUse = new Set(rows.map(({ id }) => id));
    const canaries = new Map(trials.filter(({ exposureId }) => inUse.has(exposureId)).map((canary) => [canary.exposureId, canary]));
    const workspaceOf = new Map(rows.map(({ id, workspaceId }) => [id, workspaceId]));
    const used: InUse[] = [...rows, ...[...canaries.values()].map((one) => ({ ...one, workspaceId: workspaceOf.get(one.exposureId)! }))];
    const versions = [...new Map(used.map((row) => [row.versionId, row])).values()];
    const [targets, locks] = await Promise.all([this.targets.make(used), this.locks.of(ctx, versions)]);
    const byExposure = settingsByExposure(settings);
    const targetsById = new Map(used.map(({ id }, index) => [id, targets[index]!]));
    const served = ({ id, versionId }: Pick<InUse, 'id' | 'versionId'>) => ({ ...targetsById.get(id)!, lock: locks.get(versionId)! });
    const routes = new Map<string, ExposureRoute[]>();
    for (const row of rows) {
      const canary = canaries.get(row.id);
      const route: ExposureRoute = {
        exposureId: row.id,
        ...served(row),
        toolPrefix: row.toolPrefix ?? '',
        position: row.position,
        createdAt: row.createdAt.getTime(),
        toolSettings: byExposure.get(row.id) ?? NO_SETTINGS,
        ...(newOff.has(row.id) && { newTools: 'off' as const }),
        ...(canary && {
          canary: { id: canary.id, ...served(canary), tokenIds: new Set(canary.tokenIds), sharePercent: canary.sharePercent },
        }),
      };
      const list = routes.get(row.workspaceId);
      if (list) list.push(route);
      else routes.set(row.workspaceId, [route]);
    }
    return routes;
  }
}

function settingsByExposure(settings: readonly StoredToolSetting[]): ReadonlyMap<string, ReadonlyMap<string, ToolSetting>> {
  const byExposure = new Map<string, Map<string, ToolSetting>>();
  for (const setting of settings) {
    const tools = byExposure.get(setting.exposureId) ?? new Map<string, ToolSetting>();
    byExposure.set(setting.exposureId, tools.set(setting.toolName, settingOf(setting)));
  }
  return byExposure;
}
