import type { LocalBounds } from '@mcpnest/mcp-upstream';

/** Typed slices of the configuration; a room receives its slice, never the whole. Used as injection tokens. */
export abstract class HttpConfig {
  abstract readonly host: string;
  abstract readonly port: number;
  /** What snippets and links show; without a trailing slash. Filled in after listening where it was not given. */
  abstract readonly publicUrl: string;
  abstract readonly trustProxy: readonly string[];
}

export abstract class StorageConfig {
  /** Absolute path. */
  abstract readonly dataDir: string;
  /** Where the server's role connects. */
  abstract readonly databaseUrl: string;
  /** Where the owner's role connects, to migrate. */
  abstract readonly databaseOwnerUrl: string;
  /** Whether owner and server are different roles. */
  abstract readonly secondWall: boolean;
}

export abstract class VaultConfig {
  /** 32 bytes that wrap the data keys. */
  abstract readonly masterKey: Buffer;
  /** The one before, while data keys that it wrapped are wrapped anew. */
  abstract readonly formerMasterKey?: Buffer | undefined;
}

/** What the names of variables begin with that credentials may refer to, so that no secret of the process itself is among them. */
export const CREDENTIAL_VARIABLE_PREFIX = 'MCPNEST_CREDENTIAL_';

export abstract class CredentialsConfig {
  /** Absolute path of the folder whose files credentials may refer to; null where they may refer to none. */
  abstract readonly filesFolder: string | null;
  /** Values of the variables that credentials may refer to, by name; as they were at the start. */
  abstract readonly variables: ReadonlyMap<string, string>;
}

export abstract class ReplicasConfig {
  /** The origin under which other replicas reach this one; null where it stands alone. */
  abstract readonly url: string | null;
}

export abstract class RunnersConfig {
  abstract readonly role: 'all' | 'web' | 'runner';
  /** The origin under which other processes reach this runner, and its name; null where it is none. */
  abstract readonly url: string | null;
  abstract readonly host: string;
  abstract readonly port: number;
}

export abstract class RedisConfig {
  /** Where the Redis is that replicas share; null where they share none. */
  abstract readonly url: string | null;
}

export abstract class EgressConfig {
  /** Rules of EGRESS_ALLOW as written. */
  abstract readonly allow: readonly string[];
  /** host:port pairs that are denied whatever is allowed: the gateway itself, its database. */
  abstract readonly alwaysDenied: readonly string[];
}

export abstract class LocalConfig {
  /** Whether servers may run on this machine at all. */
  abstract readonly enabled: boolean;
  /** Absolute paths of programs that servers may run as. */
  abstract readonly commands: readonly string[];
  /** The engine and image of containers that servers run as; null where they run behind a fence. */
  abstract readonly containers: {
    readonly engine: 'docker' | 'podman';
    readonly image: string;
    readonly environment: Readonly<Record<string, string>>;
  } | null;
  /** Bounds of each local server. */
  abstract readonly bounds: LocalBounds;
  /** Whether control groups may be used for them. */
  abstract readonly groups: boolean;
  /** What npm and pip are told of this machine's variables. */
  abstract readonly registries: Readonly<Record<string, string>>;
}

export abstract class SetupConfig {
  abstract readonly adminEmail: string | null;
  abstract readonly adminPassword: string | null;
}

export abstract class MetricsConfig {
  abstract readonly host: string;
  /** Null: no metrics. */
  abstract readonly port: number | null;
}

export abstract class AuditConfig {
  abstract readonly retentionDays: number;
  abstract readonly mode: 'available' | 'strict';
  /** What the files of call records may hold while the database does not take them. */
  abstract readonly spoolBytesMax: number;
  /** Where exports that come by themselves are written to; null: nowhere. */
  abstract readonly exportFolder: string | null;
}

export abstract class TelemetryConfig {
  /** Where spans go; null: nowhere. */
  abstract readonly tracesUrl: string | null;
  /** Where metrics go; null: nowhere. */
  abstract readonly metricsUrl: string | null;
  /** Secret. */
  abstract readonly headers: Readonly<Record<string, string>>;
  abstract readonly timeoutMs: number;
  abstract readonly spansEveryMs: number;
  abstract readonly metricsEveryMs: number;
  /** Share of the traces that begin here. */
  abstract readonly sampledShare: number;
  abstract readonly serviceName: string;
  abstract readonly attributes: Readonly<Record<string, string>>;
}
