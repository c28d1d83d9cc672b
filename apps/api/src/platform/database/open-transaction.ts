import type { EntityManager } from 'typeorm';
import type { Ctx } from '../context/ctx.js';
import type { TransactionHandle } from '../context/transaction-handle.js';

/** What stands behind a `TransactionHandle`. */
export interface OpenTransaction extends TransactionHandle {
  readonly manager: EntityManager;
  /** The last ledger number written in it, or null where nothing was. */
  ledgerNumber: number | null;
  /** What the ledger still has to write; the last statements before the commit. */
  beforeCommit: (() => Promise<void>) | null;
}

const opened = new WeakSet<object>();

export function openTransaction(manager: EntityManager): OpenTransaction {
  const transaction: OpenTransaction = { manager, ledgerNumber: null, beforeCommit: null };
  opened.add(transaction);
  return transaction;
}

export function transactionOf(ctx: Ctx): OpenTransaction | undefined {
  return opened.has(ctx.transaction) ? (ctx.transaction as OpenTransaction) : undefined;
}
