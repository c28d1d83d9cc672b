import { Injectable } from '@nestjs/common';
import type { ExposureRoute, ToolSetting, UpstreamTarget } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { CredentialUse } from '../lending/credential-use.service.js';
import { VersionLocks } from '../lock/version-locks.service.js';
import { ToolPolicyRepository } from '../tool-settings/tool-policy.repository.js';
import { ToolSettingRepository, type StoredToolSetting } from '../tool-settings/tool-setting.repository.js';
import { settingOf } from '../tool-settings/tool-settings.service.js';
import { targetOf } from '../transports/upstream-target.js';
import { ExposureRoutesReadModel, type EnabledCanary, type EnabledExposure } from './exposure-routes.read-model.js';

/** What is needed of a version in use. */
type InUse = EnabledExposure | EnabledCanary;

const versionKey = ({ serverId, version }: InUse): string => `${serverId} ${version}`;
const NO_SETTINGS: ReadonlyMap<string, ToolSetting> = new Map();

/** What the gateway needs to know of this room: every enabled exposure with the target behind it and its lock. */
@Injectable()
export class ServerDirectory {
  constructor(
    private readonly exposures: ExposureRoutesReadModel,
    private readonly lender: CredentialLender,
    private readonly settings: ToolSettingRepository,
    private readonly policies: ToolPolicyRepository,
    private readonly locks: VersionLocks,
    private readonly use: CredentialUse,
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
    const pinned = [...new Map([...rows, ...canaries.values()].map((row: InUse) => [versionKey(row), row]))];
    const [targets, locks] = await Promise.all([
      this.targetsOf(pinned),
      this.locks.of(
        ctx,
        pinned.map(([, row]) => row),
      ),
    ]);
    const byExposure = settingsByExposure(settings);
    const served = (row: InUse) => ({ target: targets.get(versionKey(row))!, lock: locks.get(row.versionId)! });
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

  /** One target per pinned version: workspaces that pin the same share connections and remembered eras. */
  private async targetsOf(pinned: readonly (readonly [string, InUse])[]): Promise<ReadonlyMap<string, UpstreamTarget>> {
    const lent = await this.lender.lendAll(
      systemCtx('route-table'),
      pinned.map(([, row]) => row),
    );
    const targets = new Map<string, UpstreamTarget>();
    const carried = new Map<string, readonly string[]>();
    pinned.forEach(([key, row], index) => {
      const headers = lent[index]!;
      const target = targetOf(row, headers);
      targets.set(key, target);
      if (headers.credentialIds.length > 0) carried.set(target.key, headers.credentialIds);
    });
    this.use.learn(carried);
    return targets;
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
