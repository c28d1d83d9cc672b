import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { LockReference } from '../lock/lock-reference.js';
import type { Transport } from '../transports/transport.js';

/** An exposure that is in use, with the definition it pins. */
export interface EnabledExposure extends LockReference {
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

/** A canary that is in force, with the definition it serves. */
export interface EnabledCanary extends LockReference {
  readonly id: string;
  readonly exposureId: string;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly version: number;
  readonly transport: Transport;
  readonly tokenIds: readonly string[];
  readonly sharePercent: number;
}

/** Enabled exposures of approved versions, for the route table. Joins tables of this room alone. */
@Injectable()
export class ExposureRoutesReadModel {
  constructor(private readonly tx: Tx) {}

  /** In operator order. */
  enabledAcrossWorkspaces(ctx: Ctx): Promise<EnabledExposure[]> {
    return this.tx.acrossWorkspaces(ctx).query(`
      SELECT exposure.id, exposure.workspace_id AS "workspaceId", server.id AS "serverId", server.slug AS "serverSlug",
             version.number AS version, version.transport, version.id AS "versionId", version.lock_revision AS "lockRevision",
             server.lock_policy AS "lockPolicy", server.changed_items AS "changedItems", exposure.tool_prefix AS "toolPrefix", exposure.position, exposure.created_at AS "createdAt"
        FROM gateway_workspace_servers exposure
        JOIN servers server ON server.id = exposure.server_id
        JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
       WHERE exposure.enabled AND version.state = 'approved'
       ORDER BY exposure.position, exposure.created_at, exposure.id`);
  }

  /** Of exposures that may be disabled or out of service. */
  canariesAcrossWorkspaces(ctx: Ctx): Promise<EnabledCanary[]> {
    return this.tx.acrossWorkspaces(ctx).query(`
      SELECT canary.id, canary.exposure_id AS "exposureId", server.id AS "serverId", server.slug AS "serverSlug",
             version.number AS version, version.transport, version.id AS "versionId", version.lock_revision AS "lockRevision",
             server.lock_policy AS "lockPolicy", server.changed_items AS "changedItems",
             canary.token_ids AS "tokenIds", canary.share_percent AS "sharePercent"
        FROM exposure_canaries canary
        JOIN servers server ON server.id = canary.server_id
        JOIN server_versions version ON version.server_id = canary.server_id AND version.number = canary.server_version
       WHERE version.state = 'approved'`);
  }
}
