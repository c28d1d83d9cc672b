import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Global, Injectable, Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { LedgerEventName } from '@mcpnest/shared/audit';
import { DomainError } from '@mcpnest/shared/errors';
import {
  INSTALLATION_PERMISSIONS,
  ROLE_PERMISSIONS,
  SIGNED_IN_PERMISSIONS,
  WORKSPACE_PERMISSIONS,
  type Permission,
  type Role,
} from '@mcpnest/shared/permissions';
import { ENTITIES } from '../../../app.entities.js';
import {
  CredentialsConfig,
  EgressConfig,
  HttpConfig,
  LocalConfig,
  RedisConfig,
  RunnersConfig,
  StorageConfig,
  VaultConfig,
} from '../../../config/slices.js';
import { toolVariables } from '../../../config/env.schema.js';
import type { Actor } from '../../../platform/context/actor.js';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Draining } from '../../../platform/context/draining.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { DatabaseModule } from '../../../platform/database/database.module.js';
import { EVERY_WORKSPACE } from '../../../platform/context/workspace-scope.js';
import { transactionOf } from '../../../platform/database/open-transaction.js';
import {
  CallCounts,
  type ToolCallCount,
  type VersionCallFigures,
  type VersionCallsAsked,
} from '../../../platform/events/call-counts.port.js';
import { Ledger, type LedgerFact } from '../../../platform/events/ledger.port.js';
import { Authenticator } from '../../../platform/http/authenticator.port.js';
import { configureHttp } from '../../../platform/http/configure-http.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { MetricsServer } from '../../../platform/observability/metrics-server.js';
import { HttpModule } from '../../../platform/http/http.module.js';
import { Permissions, type WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { VaultModule } from '../../../platform/vault/vault.module.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { ServersModule } from '../servers.module.js';

/** Persons of the bench by name, `Bearer mna_<name>`: `root` and `rita` run the installation, the others have one role in one workspace. */
const ROLES: Readonly<Record<string, { workspace: string; role: Role }>> = {
  alice: { workspace: 'acme', role: 'admin' },
  dora: { workspace: 'acme', role: 'developer' },
  audra: { workspace: 'acme', role: 'auditor' },
  bob: { workspace: 'globex', role: 'owner' },
};

class BenchAuthenticator extends Authenticator {
  override authenticate({ headers }: IncomingMessage): ReturnType<Authenticator['authenticate']> {
    const name = /^Bearer mna_(\w+)$/.exec(headers.authorization ?? '')?.[1];
    if (name === undefined) return Promise.resolve(null);
    // A key that was narrowed: it may write servers but not approve versions.
    const actor: Actor =
      name === 'writer'
        ? { kind: 'api-key', id: 'key_writer', name, userId: 'usr_root', operator: true, scopes: ['servers:write', 'servers:read'] }
        : { kind: 'user', id: `usr_${name}`, name, operator: ['root', 'rita'].includes(name) };
    return Promise.resolve({ actor, by: 'api-key' });
  }
}

class BenchPermissions extends Permissions {
  override ofInstallation(actor: Actor): readonly Permission[] {
    if (actor.kind === 'api-key') return (actor.scopes ?? []) as readonly Permission[];
    return actor.kind === 'user' && actor.operator ? INSTALLATION_PERMISSIONS : SIGNED_IN_PERMISSIONS;
  }

  override inWorkspace(actor: Actor, slug: string): Promise<WorkspaceGrant | null> {
    const member = ROLES[actor.name];
    const isOperator = actor.kind === 'user' && actor.operator;
    if (!['acme', 'globex'].includes(slug) || (!isOperator && member?.workspace !== slug)) return Promise.resolve(null);
    const role = member?.role ?? null;
    return Promise.resolve({ workspaceId: `ws_${slug}`, slug, role, permissions: role ? ROLE_PERMISSIONS[role] : WORKSPACE_PERMISSIONS });
  }

  override async acrossWorkspaces(actor: Actor): Promise<readonly WorkspaceGrant[]> {
    const grants = await Promise.all(['acme', 'globex'].map((slug) => this.inWorkspace(actor, slug)));
    return grants.filter((grant) => grant !== null);
  }
}

/** Keeps facts in a table of its own, in the caller's transaction, as the audit room does. */
@Injectable()
class BenchLedger extends Ledger {
  override async append<E extends LedgerEventName>(ctx: Ctx, fact: LedgerFact<E>): Promise<void> {
    const transaction = transactionOf(ctx);
    if (!transaction) throw new Error('a fact outside a transaction');
    const manager = transaction.in(EVERY_WORKSPACE);
    const rows = await manager.query(
      'WITH counted AS (UPDATE ledger_counter SET number = number + 1 RETURNING number) SELECT number FROM counted',
    );
    transaction.ledgerNumber = Number(rows[0].number);
    await manager.query(`SELECT pg_notify('mcpnest_ledger', $1)`, [String(transaction.ledgerNumber)]);
    await manager.query('INSERT INTO bench_ledger VALUES ($1, $2, $3, $4, $5)', [
      transaction.ledgerNumber,
      fact.event,
      ctx.actor.name,
      fact.workspaceId ?? null,
      JSON.stringify({ subject: fact.subject, ...fact.facts }),
    ]);
  }
}

/** Says what a test tells it, and remembers what it was asked. */
class BenchCounts extends CallCounts {
  figures: readonly VersionCallFigures[] = [];
  asked: VersionCallsAsked | undefined;

  override byTool(): Promise<readonly ToolCallCount[]> {
    return Promise.resolve([]);
  }

  override byVersion(_ctx: WorkspaceCtx, asked: VersionCallsAsked): Promise<readonly VersionCallFigures[]> {
    this.asked = asked;
    return Promise.resolve(this.figures);
  }
}

export interface BenchFact {
  readonly event: string;
  readonly actor: string;
  readonly workspaceId: string | null;
  readonly facts: Record<string, unknown>;
}

/** Answer of the REST API. */
export interface BenchAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
  // Tests look at bodies of many shapes.
  readonly body: any;
}

/** The servers room on a real database behind the real HTTP side, with the workspaces `acme` and `globex`. */
export interface ServersBench {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** Everything that was logged. */
  readonly logged: readonly string[];
  readonly counts: BenchCounts;
  call(person: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<BenchAnswer>;
  facts(): Promise<readonly BenchFact[]>;
  close(): Promise<void>;
}

export interface ServersBenchOptions {
  readonly allow?: readonly string[];
  readonly alwaysDenied?: readonly string[];
  readonly local?: 'on' | 'off';
  /** Programs that servers may run as. */
  readonly commands?: readonly string[];
  /** Where packages and homes of local servers are; nowhere unless told. */
  readonly dataDir?: string;
  readonly masterKey?: Buffer;
  /** Folder that credentials may refer to. */
  readonly credentialFiles?: string;
  readonly credentialVariables?: Readonly<Record<string, string>>;
  /** A second process on the same database. */
  readonly database?: TestDatabase;
}

export async function openServersBench(options: ServersBenchOptions = {}): Promise<ServersBench> {
  const database = options.database ?? (await preparedDatabase());
  const http: HttpConfig = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1', trustProxy: [] };
  const bind = (provide: unknown, useValue: unknown) => ({ provide: provide as typeof HttpConfig, useValue: useValue as HttpConfig });
  const configs = [
    bind(HttpConfig, http),
    bind(StorageConfig, {
      dataDir: options.dataDir ?? '/nowhere',
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      secondWall: true,
    }),
    bind(RedisConfig, { url: null }),
    bind(VaultConfig, { masterKey: options.masterKey ?? randomBytes(32) }),
    bind(CredentialsConfig, {
      filesFolder: options.credentialFiles ?? null,
      variables: new Map(Object.entries(options.credentialVariables ?? {})),
    }),
    bind(RunnersConfig, { role: 'all', url: null, host: '127.0.0.1', port: 0 }),
    bind(LocalConfig, {
      enabled: options.local !== 'off',
      commands: options.commands ?? [],
      containers: null,
      registries: toolVariables().registries,
    }),
    bind(EgressConfig, { allow: options.allow ?? [], alwaysDenied: options.alwaysDenied ?? [] }),
  ];
  const counts = new BenchCounts();
  const ports = [
    { provide: Authenticator, useClass: BenchAuthenticator },
    { provide: Permissions, useClass: BenchPermissions },
    { provide: Ledger, useClass: BenchLedger },
    { provide: CallCounts, useValue: counts },
    { provide: MetricsServer, useValue: { registry: null } },
  ];
  @Global()
  @Module({
    providers: [...configs, ...ports, HealthRegistry, Draining],
    exports: [
      HttpConfig,
      StorageConfig,
      RedisConfig,
      VaultConfig,
      CredentialsConfig,
      EgressConfig,
      LocalConfig,
      RunnersConfig,
      Authenticator,
      Permissions,
      Ledger,
      CallCounts,
      MetricsServer,
      HealthRegistry,
    ],
  })
  class BenchPorts {}
  @Module({ imports: [BenchPorts, DatabaseModule.with({ entities: ENTITIES, connect: true }), HttpModule, VaultModule, ServersModule] })
  class BenchRoot {}
  const logged: string[] = [];
  const app = await NestFactory.create<NestExpressApplication>(BenchRoot, {
    logger: logInto(logged),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app, { config: http, consoleFolder: '/nowhere', version: '0.0.0' });
  // What a test counts is not to be changed by a round that begins by itself.
  app.get(JobRunner, { strict: false }).stopClock();
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api/v1`;
  return {
    app,
    database,
    logged,
    counts,
    call: (person, method, path, body, headers) => call(`${url}${path}`, { person, method, body, headers }),
    facts: () => database.owner.query('SELECT event, actor, workspace_id AS "workspaceId", facts FROM bench_ledger ORDER BY number'),
    close: async () => {
      await app.close();
      await app.get<TestDatabase['dataSource']>(database.dataSource.constructor).destroy();
      if (!options.database) await database.drop();
    },
  };
}

async function preparedDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.owner.query('CREATE TABLE bench_ledger (number bigint, event text, actor text, workspace_id text, facts jsonb)');
  await database.owner.query('GRANT INSERT ON bench_ledger TO PUBLIC');
  await database.owner
    .query(`INSERT INTO gateway_workspaces (id, slug, name, rate_per_second, burst, concurrency, tool_name_length_max, created_at)
    SELECT 'ws_' || slug, slug, slug, 200, 2000, 256, 46, now() FROM unnest(ARRAY['acme', 'globex']) slug`);
  return database;
}

async function call(
  url: string,
  { person, method, body, headers }: { person: string; method: string; body: unknown; headers: Record<string, string> | undefined },
): Promise<BenchAnswer> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer mna_${person}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...init,
  });
  const text = await response.text();
  return { status: response.status, etag: response.headers.get('etag'), text, body: text === '' ? null : JSON.parse(text) };
}

function logInto(lines: string[]): LoggerService {
  const note = (...parts: unknown[]): void =>
    void lines.push(parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : JSON.stringify(part))).join(' '));
  return { log: note, error: note, warn: note, debug: note, verbose: note, fatal: note };
}

/** Fails a test with the answer itself where the status is another than expected. */
export function must(status: number, answer: BenchAnswer): BenchAnswer {
  if (answer.status !== status)
    throw new DomainError('platform.internal', { detail: `expected ${status}, got ${answer.status}: ${answer.text}` });
  return answer;
}
