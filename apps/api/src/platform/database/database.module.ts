import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StorageConfig } from '../../config/slices.js';
import { Draining } from '../context/draining.js';
import { ChangeFeed } from '../events/change-feed.js';
import { LedgerListener } from '../events/ledger-listener.js';
import { RedisNotices } from '../events/redis-notices.js';
import { RedisLink } from '../redis/redis-link.js';
import { JobRunner } from '../jobs/job-runner.js';
import { LeaderLock } from '../jobs/leader-lock.js';
import { createDataSource } from './data-source.js';
import { SettingsRepository } from './settings.repository.js';
import { Tx } from './tx.js';

export interface DatabaseModuleOptions {
  readonly entities: Function[];
  /** Never run by the server; it only looks whether all of them were. */
  readonly migrations?: Function[];
  /** False builds everything without connecting: for the OpenAPI document, which needs no database. */
  readonly connect: boolean;
}

const POOL_SIZE = 20;

/** The connected database and what follows it: transactions, settings, the change feed, jobs. Global. */
@Module({})
export class DatabaseModule {
  static with({ entities, migrations = [], connect }: DatabaseModuleOptions): DynamicModule {
    const open = async (storage: StorageConfig): Promise<DataSource> => {
      const log = new Logger('platform');
      // Connections that end with the stop are no news.
      const onConnectionLost = (): void => {
        if (dataSource.isInitialized) log.warn('an idle connection to the database broke; the next query opens another');
      };
      const dataSource: DataSource = createDataSource(storage.databaseUrl, {
        name: 'mcpnest',
        poolSize: POOL_SIZE,
        entities,
        migrations: migrations ?? [],
        onConnectionLost,
      });
      return connect ? dataSource.initialize() : dataSource;
    };
    const services = [Tx, SettingsRepository, ChangeFeed, LedgerListener, RedisLink, RedisNotices, LeaderLock, JobRunner, Draining];
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useFactory: open, inject: [StorageConfig] }, ...services],
      exports: [DataSource, ...services],
    };
  }
}
