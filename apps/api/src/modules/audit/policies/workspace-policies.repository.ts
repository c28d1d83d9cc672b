import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What a workspace has of its own; null where the installation's setting holds. */
interface WorkspacePolicy {
  readonly mode: 'available' | 'strict' | null;
  readonly retentionDays: number | null;
  readonly legalHold: boolean;
}

const SELECT =
  'SELECT workspace_id AS "workspaceId", mode, retention_days AS "retentionDays", legal_hold AS "legalHold" FROM audit_policies';

/** How the records of workspaces are kept. A policy outlives its workspace: a legal hold does not end by deletion. */
@Injectable()
export class WorkspacePoliciesRepository {
  constructor(private readonly tx: Tx) {}

  all(): Promise<readonly (WorkspacePolicy & { readonly workspaceId: string })[]> {
    return this.tx.manager(systemCtx('audit')).query(SELECT);
  }
}
