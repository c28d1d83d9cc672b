import { Injectable } from '@nestjs/common';
import { systemCtx, type WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What a workspace has of its own; null where the installation's setting holds. */
export interface WorkspacePolicy {
  readonly mode: 'available' | 'strict' | null;
  readonly retentionDays: number | null;
  readonly legalHold: boolean;
}

export const NO_POLICY: WorkspacePolicy = { mode: null, retentionDays: null, legalHold: false };

const SELECT =
  'SELECT workspace_id AS "workspaceId", mode, retention_days AS "retentionDays", legal_hold AS "legalHold" FROM audit_policies';
const UPSERT = `INSERT INTO audit_policies (workspace_id, mode, retention_days, legal_hold) VALUES ($1, $2, $3, $4)
  ON CONFLICT (workspace_id) DO UPDATE SET mode = EXCLUDED.mode, retention_days = EXCLUDED.retention_days, legal_hold = EXCLUDED.legal_hold`;

/** How the records of workspaces are kept. A policy outlives its workspace: a legal hold does not end by deletion. */
@Injectable()
export class WorkspacePoliciesRepository {
  constructor(private readonly tx: Tx) {}

  all(): Promise<readonly (WorkspacePolicy & { readonly workspaceId: string })[]> {
    return this.tx.manager(systemCtx('audit')).query(SELECT);
  }

  async find(ctx: WorkspaceCtx): Promise<WorkspacePolicy> {
    const rows: WorkspacePolicy[] = await this.tx.manager(ctx).query(`${SELECT} WHERE workspace_id = $1`, [ctx.workspaceId]);
    return rows[0] ?? NO_POLICY;
  }

  async save(ctx: WorkspaceCtx, { mode, retentionDays, legalHold }: WorkspacePolicy): Promise<void> {
    await this.tx.manager(ctx).query(UPSERT, [ctx.workspaceId, mode, retentionDays, legalHold]);
  }
}
