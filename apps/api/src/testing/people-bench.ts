import type { AddressInfo } from 'node:net';
import { Global, Injectable, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../app.entities.js';
import { MIGRATIONS } from '../app.migrations.js';
import { createGuardedFetch, EgressPolicy } from '@mcpnest/mcp-upstream';
import { HttpConfig, RedisConfig, SetupConfig, StorageConfig, VaultConfig } from '../config/slices.js';
import { AuditLedger } from '../modules/audit/ledger/audit-ledger.repository.js';
import { AuthModule, EndpointDirectory, Memberships, RequestAuthenticator, SetupCodes, TokenVerifier } from '../modules/auth/index.js';
import { WorkspaceDirectory, WorkspaceMemberships, WorkspacePermissions, WorkspacesModule } from '../modules/workspaces/index.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { ChangeFeed } from '../platform/events/change-feed.js';
import { Ledger } from '../platform/events/ledger.port.js';
import { Authenticator } from '../platform/http/authenticator.port.js';
import { configureHttp } from '../platform/http/configure-http.js';
import { HttpModule } from '../platform/http/http.module.js';
import { Outbound } from '../platform/http/outbound.port.js';
import { Permissions } from '../platform/http/permissions.port.js';
import { HealthRegistry } from '../platform/health/health-registry.js';
import { VaultModule } from '../platform/vault/vault.module.js';
import { createTestDatabase, type TestDatabase } from './create-test-database.js';

/** Slugs as the gateway's route table has them: followed by the change feed, answered from memory. */
@Injectable()
class BenchEndpoints extends EndpointDirectory {
  private ids = new Map<string, string>();

  constructor(workspaces: WorkspaceDirectory, changeFeed: ChangeFeed) {
    super();
    changeFeed.subscribe({
      name: 'bench-endpoints',
      apply: async () => {
        this.ids = new Map((await workspaces.all()).map(({ id, slug }) => [slug, id]));
      },
    });
  }

  override workspaceIdOf(slug: string): string | undefined {
    return this.ids.get(slug);
  }
}

/** Answer of the REST API. */
export interface PeopleAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look at bodies of many shapes.
  readonly body: any;
}

export interface LedgerLine {
  readonly event: string;
  readonly actorName: string;
  readonly subjectName: string;
  readonly workspaceId: string | null;
  readonly facts: Record<string, unknown>;
}

/** Somebody who calls: a cookie, a key, or nothing at all. */
export interface Caller {
  readonly cookie?: string;
  readonly key?: string;
}

/** The rooms auth and workspaces, whole, on a database of their own behind the real HTTP side. */
export interface PeopleBench {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly setupCode: string | null;
  call(who: Caller, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<PeopleAnswer>;
  /** Makes the first operator by the setup code. */
  setUp(): Promise<Caller>;
  /** Invites a new person and accepts for them. */
  join(by: Caller, slug: string, person: { email: string; role: string }): Promise<Caller & { readonly userId: string }>;
  ledger(): Promise<readonly LedgerLine[]>;
  verifier(): TokenVerifier;
  close(): Promise<void>;
}

export interface PeopleBenchOptions {
  readonly publicUrl?: string;
  readonly setup?: SetupConfig;
  /** A second process on the same database. */
  readonly database?: TestDatabase;
}

export const PASSWORD = 'correct horse battery';
export const OPERATOR = { email: 'root@example.com', name: 'Root', password: PASSWORD };

export async function openPeopleBench(options: PeopleBenchOptions = {}): Promise<PeopleBench> {
  const database = options.database ?? (await createTestDatabase());
  const http: HttpConfig = { host: '127.0.0.1', port: 0, publicUrl: options.publicUrl ?? 'http://127.0.0.1', trustProxy: [] };
  const app = await NestFactory.create<NestExpressApplication>(benchRoot(http, database, options.setup), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app, { config: http, consoleFolder: '/nowhere', version: '0.0.0' });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api/v1`;
  const setupCode = await app.get(SetupCodes, { strict: false }).current();
  const call: PeopleBench['call'] = (who, method, path, body, headers) => send(`${url}${path}`, { who, method, body, headers });
  return {
    app,
    database,
    setupCode,
    call,
    setUp: async () => ({ cookie: cookieOf(must(201, await call({}, 'POST', '/setup', { ...OPERATOR, code: setupCode }))) }),
    async join(by, slug, person) {
      const { body } = must(201, await call(by, 'POST', `/workspaces/${slug}/members`, person));
      const accepted = must(
        200,
        await call({}, 'POST', '/auth/invites/accept', {
          code: body.inviteUrl.split('#')[1],
          name: person.email.split('@')[0],
          password: PASSWORD,
        }),
      );
      return { cookie: cookieOf(accepted), userId: body.userId };
    },
    ledger: () =>
      database.owner.query(
        'SELECT event, actor_name AS "actorName", subject_name AS "subjectName", workspace_id AS "workspaceId", facts FROM ledger ORDER BY number',
      ),
    verifier: () => app.get(TokenVerifier, { strict: false }),
    async close() {
      const dataSource = app.get(DataSource);
      await app.close();
      if (dataSource.isInitialized) await dataSource.destroy();
      if (!options.database) await database.drop();
    },
  };
}

function benchRoot(http: HttpConfig, database: TestDatabase, setup: SetupConfig = { adminEmail: null, adminPassword: null }): Type {
  const storage: StorageConfig = {
    dataDir: '/nowhere',
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    secondWall: true,
  };
  const configs = [
    { provide: HttpConfig, useValue: http },
    { provide: StorageConfig, useValue: storage },
    { provide: RedisConfig, useValue: { url: null } },
    { provide: SetupConfig, useValue: setup },
    { provide: VaultConfig, useValue: { masterKey: Buffer.alloc(32, 7) } },
  ];
  const ports = [
    { provide: Authenticator, useExisting: RequestAuthenticator },
    { provide: Permissions, useExisting: WorkspacePermissions },
    { provide: Memberships, useExisting: WorkspaceMemberships },
    { provide: Ledger, useClass: AuditLedger },
    { provide: EndpointDirectory, useClass: BenchEndpoints },
    { provide: HealthRegistry, useClass: HealthRegistry },
    { provide: Outbound, useValue: createGuardedFetch({ policy: () => EgressPolicy.publicOnly }) },
  ];
  @Global()
  @Module({
    imports: [AuthModule, WorkspacesModule],
    providers: [...configs, ...ports],
    exports: [...configs, ...ports].map(({ provide }) => provide),
  })
  class BenchPorts {}
  @Module({
    imports: [
      BenchPorts,
      DatabaseModule.with({ entities: ENTITIES, migrations: MIGRATIONS, connect: true }),
      HttpModule,
      VaultModule,
      AuthModule,
      WorkspacesModule,
    ],
  })
  class BenchRoot {}
  return BenchRoot;
}

async function send(
  url: string,
  { who, method, body, headers }: { who: Caller; method: string; body: unknown; headers: Record<string, string> | undefined },
): Promise<PeopleAnswer> {
  const changes = method !== 'GET';
  const response = await fetch(url, {
    method,
    headers: {
      ...(who.cookie !== undefined && { cookie: who.cookie }),
      ...(who.key !== undefined && { authorization: `Bearer ${who.key}` }),
      ...(changes && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** The cookie that an answer sets, as a browser would send it back. */
export function cookieOf(answer: PeopleAnswer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Fails a test with the answer itself where the status is another than expected. */
export function must(status: number, answer: PeopleAnswer): PeopleAnswer {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
