import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { LimitRule } from '../limits/limit-rule.js';
import { LimitRuleEntity } from '../limits/limit-rule.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';

const CTX = systemCtx('workspace-directory');

/** A workspace as the gateway's route table wants it. */
export interface DirectoryWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly limits: { readonly ratePerSecond: number; readonly burst: number; readonly concurrency: number };
  readonly toolNameLengthMax: number;
  /** What is bounded besides each token. */
  readonly limitRules: readonly LimitRule[];
}

/** Tells other rooms which workspaces there are. */
@Injectable()
export class WorkspaceDirectory {
  constructor(private readonly tx: Tx) {}

  /** Every workspace, in the order of their ids. */
  async all(): Promise<readonly DirectoryWorkspace[]> {
    const manager = this.tx.acrossWorkspaces(CTX);
    const rows = await manager.find(WorkspaceEntity, { order: { id: 'ASC' } });
    const rules = new Map<string, LimitRule[]>();
    for (const rule of await manager.find(LimitRuleEntity)) rules.set(rule.workspaceId, [...(rules.get(rule.workspaceId) ?? []), rule]);
    return rows.map(({ id, slug, name, ratePerSecond, burst, concurrency, toolNameLengthMax }) => ({
      id,
      slug,
      name,
      limits: { ratePerSecond, burst, concurrency },
      toolNameLengthMax,
      limitRules: rules.get(id) ?? [],
    }));
  }
}
