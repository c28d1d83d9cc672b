import { Injectable } from '@nestjs/common';
import type { ExposureRoute, ToolSetting, UpstreamTarget } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { CredentialUse } from '../lending/credential-use.service.js';
import { ToolSettingRepository, type StoredToolSetting } from '../tool-settings/tool-setting.repository.js';
import type { Transport } from '../transports/transport.js';
import { targetOf } from '../transports/upstream-target.js';

interface ExposureRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly version: number;
  readonly transport: Transport;
  readonly toolPrefix: string | null;
  readonly position: number;
  readonly createdAt: Date;
}

const versionKey = ({ serverId, version }: ExposureRow): string => `${serverId} ${version}`;
const NO_SETTINGS: ReadonlyMap<string, ToolSetting> = new Map();

/** What the gateway needs to know of this room: every enabled exposure with the target behind it. Joins tables of this room alone. */
@Injectable()
export class ServerDirectory {
  constructor(
    private readonly tx: Tx,
    private readonly lender: CredentialLender,
    private readonly settings: ToolSettingRepository,
    private readonly use: CredentialUse,
  ) {}

  /** Routes by workspace id, in operator order. Reads the whole state anew; opened credentials are remembered between calls. */
  async exposureRoutes(): Promise<ReadonlyMap<string, readonly ExposureRoute[]>> {
    const ctx = systemCtx('route-table');
    const [rows, settings] = await Promise.all([this.rows(), this.settings.allAcrossWorkspaces(ctx)]);
    const targets = await this.targetsOf(rows);
    const byExposure = settingsByExposure(settings);
    const routes = new Map<string, ExposureRoute[]>();
    for (const row of rows) {
      const route: ExposureRoute = {
        exposureId: row.id, target: targets.get(versionKey(row))!, toolPrefix: row.toolPrefix ?? '', position: row.position,
        createdAt: row.createdAt.getTime(), toolSettings: byExposure.get(row.id) ?? NO_SETTINGS,
      };
      const list = routes.get(row.workspaceId);
      if (list) list.push(route);
      else routes.set(row.workspaceId, [route]);
    }
    return routes;
  }

  /** One target per pinned version: workspaces that pin the same share connections and remembered eras. */
  private async targetsOf(rows: readonly ExposureRow[]): Promise<ReadonlyMap<string, UpstreamTarget>> {
    const pinned = [...new Map(rows.map((row) => [versionKey(row), row]))];
    const lent = await this.lender.lendAll(systemCtx('route-table'), pinned.map(([, row]) => row));
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

  private rows(): Promise<ExposureRow[]> {
    return this.tx.manager(systemCtx('route-table')).query(`
      SELECT exposure.id, exposure.workspace_id AS "workspaceId", server.id AS "serverId", server.slug AS "serverSlug",
             version.number AS version, version.transport, exposure.tool_prefix AS "toolPrefix", exposure.position, exposure.created_at AS "createdAt"
        FROM gateway_workspace_servers exposure
        JOIN servers server ON server.id = exposure.server_id
        JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
       WHERE exposure.enabled AND version.state = 'approved'
       ORDER BY exposure.position, exposure.created_at, exposure.id`);
  }
}

function settingsByExposure(settings: readonly StoredToolSetting[]): ReadonlyMap<string, ReadonlyMap<string, ToolSetting>> {
  const byExposure = new Map<string, Map<string, ToolSetting>>();
  for (const { exposureId, toolName, enabled, alias, description } of settings) {
    const tools = byExposure.get(exposureId) ?? new Map<string, ToolSetting>();
    byExposure.set(exposureId, tools.set(toolName, { enabled, alias, description }));
  }
  return byExposure;
}
