import { resolve } from 'node:path';
import { Client } from 'pg';
import { roleOf } from '../platform/database/database-role.js';
import { telemetryConfig } from './telemetry-config.js';
import { credentialVariables, toolVariables, type Environment } from './env.schema.js';
import type {
  AuditConfig,
  CredentialsConfig,
  EgressConfig,
  HttpConfig,
  MetricsConfig,
  LocalConfig,
  RedisConfig,
  ReplicasConfig,
  RunnersConfig,
  SetupConfig,
  StorageConfig,
  TelemetryConfig,
  VaultConfig,
} from './slices.js';

/** Everything that is configured, one slice per concern. Frozen. */
export interface AppConfig {
  readonly http: HttpConfig;
  readonly storage: StorageConfig;
  readonly vault: VaultConfig;
  readonly credentials: CredentialsConfig;
  readonly egress: EgressConfig;
  readonly replicas: ReplicasConfig;
  readonly runners: RunnersConfig;
  readonly redis: RedisConfig;
  readonly local: LocalConfig;
  readonly setup: SetupConfig;
  readonly audit: AuditConfig;
  readonly metrics: MetricsConfig;
  readonly telemetry: TelemetryConfig;
}

/** What is known only once the process runs. */
export interface RunningFacts {
  /** The port that is listened on. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  readonly masterKey: Buffer;
}

export function appConfig(environment: Environment, facts: RunningFacts): AppConfig {
  const { HOST: host } = environment;
  const { port, databaseUrl, databaseOwnerUrl } = facts;
  return deepFrozen({
    http: { host, port, publicUrl: environment.PUBLIC_URL ?? listeningUrl(host, port), trustProxy: environment.TRUST_PROXY },
    storage: {
      dataDir: resolve(environment.DATA_DIR),
      databaseUrl,
      databaseOwnerUrl,
      secondWall: roleOf(databaseUrl) !== roleOf(databaseOwnerUrl),
    },
    vault: { masterKey: facts.masterKey, formerMasterKey: environment.MCPNEST_FORMER_MASTER_KEY },
    credentials: {
      filesFolder: environment.CREDENTIAL_FILES === undefined ? null : resolve(environment.CREDENTIAL_FILES),
      variables: credentialVariables(),
    },
    egress: {
      allow: environment.EGRESS_ALLOW,
      alwaysDenied: [
        `${bracketed(host)}:${port}`,
        ...(environment.METRICS_PORT ? [`${bracketed(host)}:${environment.METRICS_PORT}`] : []),
        ...ownPlaces(environment.REPLICA_URL),
        ...ownPlaces(environment.RUNNER_URL),
        ...(environment.ROLE === 'runner' ? [`${bracketed(host)}:${environment.RUNNER_PORT}`] : []),
        ...redisPlaces(environment.REDIS_URL),
        ...databasePlaces([databaseUrl, databaseOwnerUrl]),
      ],
    },
    runners: { role: environment.ROLE, url: environment.RUNNER_URL ?? null, host, port: environment.RUNNER_PORT },
    replicas: { url: environment.REPLICA_URL ?? null },
    redis: { url: environment.REDIS_URL ?? null },
    local: localConfig(environment),
    setup: { adminEmail: environment.MCPNEST_ADMIN_EMAIL ?? null, adminPassword: environment.MCPNEST_ADMIN_PASSWORD ?? null },
    audit: {
      retentionDays: environment.AUDIT_RETENTION_DAYS,
      mode: environment.AUDIT_MODE,
      spoolBytesMax: environment.AUDIT_SPOOL_MB * 1024 * 1024,
      exportFolder: environment.EXPORT_DIR ?? null,
    },
    metrics: { host, port: environment.METRICS_PORT ?? null },
    telemetry: telemetryConfig(environment),
  });
}

/** The address under which a browser on this machine reaches a listener. */
export function listeningUrl(host: string, port: number): string {
  const isWildcard = host === '0.0.0.0' || host === '::';
  return `http://${isWildcard ? 'localhost' : bracketed(host)}:${port}`;
}

function localConfig(environment: Environment): LocalConfig {
  return {
    enabled: environment.LOCAL_SERVERS === 'on',
    commands: environment.LOCAL_COMMANDS,
    containers: containersOf(environment),
    bounds: {
      processors: environment.LOCAL_PROCESSORS,
      memoryBytes: environment.LOCAL_MEMORY_MB * 1024 * 1024,
      processes: environment.LOCAL_PROCESSES,
    },
    groups: environment.LOCAL_GROUPS === 'on',
    registries: toolVariables().registries,
  };
}

function containersOf({ LOCAL_RUNNER: engine, LOCAL_RUNNER_IMAGE: image }: Environment): LocalConfig['containers'] {
  return engine === 'fence' ? null : { engine, image, environment: toolVariables().engine };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Where other processes reach this one. */
function ownPlaces(url: string | undefined): string[] {
  if (url === undefined) return [];
  const { protocol, hostname, port } = new URL(url);
  return [`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`];
}

function redisPlaces(redisUrl: string | undefined): string[] {
  if (redisUrl === undefined) return [];
  const { hostname, port } = new URL(redisUrl);
  return [`${hostname}:${port || '6379'}`];
}

/** Where databases listen; sockets in a folder cannot be reached by upstream connections anyway. */
function databasePlaces(urls: readonly string[]): string[] {
  const clients = urls.map((connectionString) => new Client({ connectionString }));
  return [...new Set(clients.filter(({ host }) => !host.startsWith('/')).map(({ host, port }) => `${bracketed(host)}:${port}`))];
}

function deepFrozen<T extends object>(value: T): T {
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null && !Buffer.isBuffer(member) && !(member instanceof Map)) deepFrozen(member as object);
  return Object.freeze(value);
}
