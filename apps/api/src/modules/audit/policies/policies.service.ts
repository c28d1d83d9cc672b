import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { AuditConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { AuditPolicyView } from './policies.dto.js';
import { WorkspacePoliciesRepository, type PolicyHolder, type WorkspacePolicy } from './workspace-policies.repository.js';

/** How call records of single workspaces are kept. In force in every process once its change feed has it. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly policies: WorkspacePoliciesRepository,
    private readonly config: AuditConfig,
  ) {}

  /** Those of workspaces that have something of their own. */
  async list(ctx: Ctx): Promise<readonly AuditPolicyView[]> {
    return (await this.policies.holdersAcrossWorkspaces(ctx)).map((holder) => this.present(holder));
  }

  /** @throws DomainError `workspaces.not-found` */
  async read(ctx: Ctx, workspace: string): Promise<AuditPolicyView> {
    return this.present(await this.get(ctx, workspace));
  }

  /** @throws DomainError `workspaces.not-found`; `platform.invalid-request` where the days are no more than the usual */
  async replace(ctx: Ctx, workspace: string, wanted: WorkspacePolicy): Promise<AuditPolicyView> {
    this.checkDays(wanted.retentionDays);
    const after: WorkspacePolicy = {
      mode: wanted.mode ?? null,
      retentionDays: wanted.retentionDays ?? null,
      legalHold: wanted.legalHold,
    };
    return this.tx.run(ctx, async (inside) => {
      const holder = await this.get(inside, workspace);
      const { mode, retentionDays, legalHold } = holder;
      const before: WorkspacePolicy = { mode, retentionDays, legalHold };
      if (JSON.stringify(before) === JSON.stringify(after)) return this.present(holder);
      await this.policies.write(inside, holder.workspaceId, after);
      await this.ledger.append(inside, {
        event: 'audit.policy-changed',
        subject: { kind: 'workspace', id: holder.workspaceId, name: holder.name ?? holder.workspaceId },
        workspaceId: holder.workspaceId,
        facts: { slug: holder.slug, before, after },
      });
      return this.present({ ...holder, ...after });
    });
  }

  private checkDays(retentionDays: number | null | undefined): void {
    const usual = this.config.retentionDays;
    if (typeof retentionDays !== 'number' || retentionDays > usual) return;
    throw new DomainError('platform.invalid-request', {
      detail: `Every workspace keeps its records for ${usual} days. A workspace can keep them longer, never shorter; null keeps the usual.`,
      errors: [{ pointer: '/retentionDays', detail: `Must be more than ${usual}, or null.` }],
    });
  }

  private async get(ctx: Ctx, workspace: string): Promise<PolicyHolder> {
    const holder = await this.policies.findAcrossWorkspaces(ctx, workspace);
    if (!holder) throw new DomainError('workspaces.not-found', { detail: `There is no workspace ${workspace}.` });
    return holder;
  }

  private present(holder: PolicyHolder): AuditPolicyView {
    return { ...holder, usualMode: this.config.mode, usualRetentionDays: this.config.retentionDays };
  }
}
