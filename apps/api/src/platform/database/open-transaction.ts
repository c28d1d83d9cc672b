import type { EntityManager, QueryRunner } from 'typeorm';
import type { Ctx } from '../context/ctx.js';
import type { TransactionHandle } from '../context/transaction-handle.js';
import { NO_WORKSPACE, type WorkspaceScope } from '../context/workspace-scope.js';
import { setScope } from './scoped-query-runner.js';

/** What stands behind a `TransactionHandle`. */
export interface OpenTransaction extends TransactionHandle {
  /** The connection whose statements run in a scope. */
  in(scope: WorkspaceScope): EntityManager;
  /** The last ledger number written in it, or null where nothing was. */
  ledgerNumber: number | null;
  /** What the ledger still has to write; the last statements before the commit. */
  beforeCommit: (() => Promise<void>) | null;
}

const opened = new WeakSet<object>();

export function openTransaction(manager: EntityManager): OpenTransaction {
  const transaction: OpenTransaction = { in: scopesOf(manager), ledgerNumber: null, beforeCommit: null };
  opened.add(transaction);
  return transaction;
}

export function transactionOf(ctx: Ctx): OpenTransaction | undefined {
  return opened.has(ctx.transaction) ? (ctx.transaction as OpenTransaction) : undefined;
}

/** One connection in several scopes: whoever has a statement in another scope than the last one changes it first, and nobody comes between. */
function scopesOf({ queryRunner, dataSource }: EntityManager): (scope: WorkspaceScope) => EntityManager {
  if (!queryRunner) throw new Error('a transaction has a connection');
  const managers = new Map<WorkspaceScope, EntityManager>();
  let current = NO_WORKSPACE;
  let turn: Promise<unknown> = Promise.resolve();
  const query = (scope: WorkspaceScope, statement: Parameters<QueryRunner['query']>): Promise<unknown> => {
    const run = async (): Promise<unknown> => {
      if (current !== scope) await queryRunner.query(setScope(scope));
      current = scope;
      return queryRunner.query(...statement);
    };
    const mine = turn.then(run, run);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return (scope) => {
    const known = managers.get(scope);
    if (known) return known;
    const runner = Object.create(queryRunner) as QueryRunner;
    runner.query = ((...statement: Parameters<QueryRunner['query']>) => query(scope, statement)) as QueryRunner['query'];
    const manager = dataSource.createEntityManager(runner);
    managers.set(scope, manager);
    return manager;
  };
}
