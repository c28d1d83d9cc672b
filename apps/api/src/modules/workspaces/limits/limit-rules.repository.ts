import { Injectable } from '@nestjs/common';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { LimitNumbers, LimitRule, LimitRuleScope } from './limit-rule.js';
import { LimitRuleEntity } from './limit-rule.entity.js';

/** Write model of a workspace's limits. */
@Injectable()
export class LimitRulesRepository {
  constructor(private readonly tx: Tx) {}

  list(ctx: WorkspaceCtx): Promise<LimitRule[]> {
    const { workspaceId } = ctx;
    return this.rows(ctx).find({ where: { workspaceId }, order: { scope: 'ASC', subject: 'ASC' } });
  }

  async set(ctx: WorkspaceCtx, scope: LimitRuleScope, subject: string, numbers: LimitNumbers): Promise<void> {
    const { workspaceId } = ctx;
    await this.rows(ctx).upsert({ ...numbers, workspaceId, scope, subject }, ['workspaceId', 'scope', 'subject']);
  }

  async remove(ctx: WorkspaceCtx, scope: LimitRuleScope, subject: string): Promise<void> {
    const { workspaceId } = ctx;
    await this.rows(ctx).delete({ workspaceId, scope, subject });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(LimitRuleEntity);
  }
}
