import type { EventEmitter } from 'node:events';
import { DataSource, type MixedList } from 'typeorm';

export interface DataSourceSettings {
  /** Shown by the database beside each connection. */
  readonly name: string;
  readonly poolSize: number;
  readonly entities?: Function[];
  readonly migrations?: Function[];
  /** Longest time of one statement; 0 is no bound. */
  readonly statementTimeoutMs?: number;
  /** An idle connection broke; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Bounds that keep a hanging database from hanging the server. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 30_000;

/** A data source that is not connected yet. `url` may be anything that libpq's URLs allow, sockets and TLS included. */
export function createDataSource(url: string, settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    synchronize: false,
    installExtensions: false,
    logging: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    entities: settings.entities as MixedList<Function> | undefined,
    migrations: settings.migrations as MixedList<Function> | undefined,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    poolErrorHandler: settings.onConnectionLost ?? (() => undefined),
    extra: {
      connectionString: url,
      application_name: settings.name,
      max: settings.poolSize,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: settings.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      // Statements here are short: a database that compiles them takes a hundred times as long over pages of calls as one that runs them.
      options: '-c jit=off',
      keepAlive: true,
      onConnect: bearErrors,
    },
  });
}

/**
 * A connection that the database ends while it changes hands has no listener for a moment, and an error event without one
 * ends the process. The query under way fails all the same, and the pool drops the connection.
 */
function bearErrors(connection: EventEmitter): void {
  connection.on('error', () => undefined);
}
