// Joins gateway_workspaces of the workspaces room, to find a workspace by its slug and to name it.
import { Injectable } from '@nestjs/common';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What a workspace has of its own; null where the installation's setting holds. */
export interface WorkspacePolicy {
  readonly mode: 'available' | 'strict' | null;
  readonly retentionDays: number | null;
  readonly legalHold: boolean;
}

/** A workspace with its policy. Slug and name are null where the workspace is gone. */
export interface PolicyHolder extends WorkspacePolicy {
  readonly workspaceId: string;
  readonly slug: string | null;
  readonly name: string | null;
}

const SELECT =
  'SELECT workspace_id AS "workspaceId", mode, retention_days AS "retentionDays", legal_hold AS "legalHold" FROM audit_policies';
const HOLDERS = `
  SELECT coalesce(w.id, p.workspace_id) AS "workspaceId", w.slug, w.name, p.mode, p.retention_days AS "retentionDays",
         coalesce(p.legal_hold, false) AS "legalHold"
  FROM gateway_workspaces w FULL JOIN audit_policies p ON p.workspace_id = w.id`;
const WRITE = `INSERT INTO audit_policies (workspace_id, mode, retention_days, legal_hold) VALUES ($1, $2, $3, $4)
  ON CONFLICT (workspace_id) DO UPDATE SET mode = EXCLUDED.mode, retention_days = EXCLUDED.retention_days, legal_hold = EXCLUDED.legal_hold`;

/** How the records of workspaces are kept. A policy outlives its workspace: a legal hold does not end by deletion. */
@Injectable()
export class WorkspacePoliciesRepository {
  constructor(private readonly tx: Tx) {}

  all(): Promise<readonly (WorkspacePolicy & { readonly workspaceId: string })[]> {
    return this.tx.acrossWorkspaces(systemCtx('audit')).query(SELECT);
  }

  /** Workspaces that have something of their own, those that are gone as well. */
  holdersAcrossWorkspaces(ctx: Ctx): Promise<readonly PolicyHolder[]> {
    return this.tx
      .acrossWorkspaces(ctx)
      .query(`${HOLDERS} WHERE p.mode IS NOT NULL OR p.retention_days IS NOT NULL OR p.legal_hold ORDER BY w.slug, p.workspace_id`);
  }

  /** @param workspace slug or id; an id finds those that are gone, where they have a policy. */
  async findAcrossWorkspaces(ctx: Ctx, workspace: string): Promise<PolicyHolder | null> {
    const sql = `${HOLDERS} WHERE w.slug = $1 OR w.id = $1 OR p.workspace_id = $1`;
    const rows: PolicyHolder[] = await this.tx.acrossWorkspaces(ctx).query(sql, [workspace]);
    return rows[0] ?? null;
  }

  async write(ctx: Ctx, workspaceId: string, { mode, retentionDays, legalHold }: WorkspacePolicy): Promise<void> {
    await this.tx.managerOf(ctx, [workspaceId]).query(WRITE, [workspaceId, mode, retentionDays, legalHold]);
  }
}
