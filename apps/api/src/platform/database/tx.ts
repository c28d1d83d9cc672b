import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ChangeFeed } from '../events/change-feed.js';
import type { Ctx } from '../context/ctx.js';
import { EVERY_WORKSPACE, NO_WORKSPACE, scopeOf, scopeOfWorkspace, type WorkspaceScope } from '../context/workspace-scope.js';
import { openTransaction, transactionOf } from './open-transaction.js';
import { scopedPool } from './scoped-query-runner.js';

/**
 * Runs use cases in one transaction. Nested runs join the outer one. Nothing slow may stand inside: no network, no hashing.
 * After the commit it waits until this process runs on the change, so that an answered change is in force here.
 */
@Injectable()
export class Tx {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changeFeed: ChangeFeed,
  ) {}

  async run<C extends Ctx, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
    if (transactionOf(ctx)) return work(ctx);
    const opened = await this.dataSource.transaction(async (manager) => {
      const transaction = openTransaction(manager);
      const result = await work({ ...ctx, transaction });
      await transaction.beforeCommit?.();
      return { result, ledgerNumber: transaction.ledgerNumber };
    });
    if (opened.ledgerNumber !== null) await this.changeFeed.settle(opened.ledgerNumber);
    return opened.result;
  }

  /**
   * The manager to query with: the transaction's where one is open, else the pool's. For repositories and read models only.
   * Of tables that belong to workspaces it reaches the rows of the context's workspace; without one, none.
   */
  manager(ctx: Ctx): EntityManager {
    return this.managerIn(ctx, scopeOf(ctx));
  }

  /** The same for what crosses workspaces: it reaches the rows of all of them, and the company's own. */
  acrossWorkspaces(ctx: Ctx): EntityManager {
    return this.managerIn(ctx, EVERY_WORKSPACE);
  }

  /** The same for what is asked of these workspaces, null being the company: of one it reaches no other, of several all, of none no row. */
  managerOf(ctx: Ctx, workspaceIds: readonly (string | null)[]): EntityManager {
    const [first, ...others] = new Set(workspaceIds);
    if (first === undefined) return this.managerIn(ctx, NO_WORKSPACE);
    return this.managerIn(ctx, first === null || others.length > 0 ? EVERY_WORKSPACE : scopeOfWorkspace(first));
  }

  private managerIn(ctx: Ctx, scope: WorkspaceScope): EntityManager {
    const transaction = transactionOf(ctx);
    if (transaction) return transaction.in(scope);
    return scope === NO_WORKSPACE ? this.dataSource.manager : scopedPool(this.dataSource, scope);
  }
}
