import type { DataSource, EntityManager, QueryRunner, ReplicationMode } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import type { WorkspaceScope } from '../context/workspace-scope.js';

/** The setting that policies read. Of a transaction alone, so that a pooled connection never keeps it. */
export const setScope = (scope: WorkspaceScope): string => `SET LOCAL mcpnest.workspace = '${scope}'`;

/** A pool whose statements run in one scope, each in a transaction of its own that carries it. */
export function scopedPool(dataSource: DataSource, scope: WorkspaceScope): EntityManager {
  const pool = Object.create(dataSource) as DataSource;
  pool.createQueryRunner = (mode: ReplicationMode = 'master'): QueryRunner => {
    const runner = new ScopedQueryRunner(dataSource.driver as PostgresDriver, mode, scope);
    Object.assign(runner, { manager: pool.createEntityManager(runner) });
    return runner;
  };
  return pool.createEntityManager();
}

/** One connection out of the pool: its transaction begins with the first statement and ends when it is given back. */
class ScopedQueryRunner extends PostgresQueryRunner {
  private begun: Promise<unknown> | null = null;
  private hasFailed = false;

  constructor(
    driver: PostgresDriver,
    mode: ReplicationMode,
    private readonly scope: WorkspaceScope,
  ) {
    super(driver, mode);
  }

  override async query(...statement: Parameters<PostgresQueryRunner['query']>): ReturnType<PostgresQueryRunner['query']> {
    try {
      if (!this.isTransactionActive) await (this.begun ??= super.query(`BEGIN; ${setScope(this.scope)}`));
      return await super.query(...statement);
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }

  override async startTransaction(...level: Parameters<PostgresQueryRunner['startTransaction']>): Promise<void> {
    await this.end();
    await super.startTransaction(...level);
    await super.query(setScope(this.scope));
  }

  override async release(): Promise<void> {
    try {
      await this.end();
    } finally {
      await super.release();
    }
  }

  /** After a failure there is nothing to keep, and its error is the one to tell. */
  private async end(): Promise<void> {
    if (this.begun === null || this.isReleased) return;
    this.begun = null;
    if (this.hasFailed) await super.query('ROLLBACK').catch(() => undefined);
    else await super.query('COMMIT');
  }
}
