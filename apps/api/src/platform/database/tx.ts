import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ChangeFeed } from '../events/change-feed.js';
import type { Ctx } from '../context/ctx.js';
import { openTransaction, transactionOf } from './open-transaction.js';

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

  /** The manager to query with: the transaction's where one is open, else the pool's. For repositories and read models only. */
  manager(ctx: Ctx): EntityManager {
    return transactionOf(ctx)?.manager ?? this.dataSource.manager;
  }
}
