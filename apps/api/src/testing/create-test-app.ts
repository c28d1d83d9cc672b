import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { appConfig } from '../config/app-config.js';
import { readEnvironment } from '../config/env.schema.js';
import { closeApp, createApp } from '../create-app.js';
import { HttpServer } from '../platform/http/http-server.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { serveApp } from '../start-gateway.js';
import { createTestDatabase, type TestDatabase } from './create-test-database.js';
import { RestClient } from './rest-client.js';

export const OPERATOR = { email: 'operator@example.com', password: 'correct horse battery' } as const;

/** The whole product, listening on a free port, on a database of its own. */
export interface TestApp {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly server: HttpServer;
  readonly database: TestDatabase;
  /** A client nobody has signed in with. */
  client(headers?: Record<string, string>): RestClient;
  /** A client signed in as the first operator; only where `operator` was not false. */
  operator(): Promise<RestClient>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** More variables of the environment, such as EGRESS_ALLOW. */
  readonly environment?: Readonly<Record<string, string>>;
  /** False leaves the installation empty. */
  readonly operator?: boolean;
  /** True where jobs run when the test says so and not by themselves. */
  readonly jobsByHand?: boolean;
  readonly logger?: LoggerService;
}

export async function createTestApp({
  environment = {},
  operator = true,
  jobsByHand = false,
  logger,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-app-'));
  const first = operator ? { MCPNEST_ADMIN_EMAIL: OPERATOR.email, MCPNEST_ADMIN_PASSWORD: OPERATOR.password } : {};
  const settings = readEnvironment({ PORT: '0', DATA_DIR: dataDir, ...first, ...environment });
  const server = await HttpServer.open(settings.HOST, settings.PORT);
  const config = appConfig(settings, {
    port: server.port,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    masterKey: Buffer.alloc(32, 7),
  });
  const app = await createApp(config, logger ? { logger } : {});
  if (jobsByHand) app.get(JobRunner).stopClock();
  await serveApp(app, server);
  const url = `http://127.0.0.1:${server.port}`;
  const client = (headers?: Record<string, string>) => new RestClient(url, headers);
  return {
    url,
    app,
    server,
    database,
    client,
    async operator() {
      const signedIn = client();
      const { status, text } = await signedIn.post('/auth/login', OPERATOR);
      if (status !== 200) throw new Error(`the operator could not sign in: ${text}`);
      return signedIn;
    },
    async close() {
      await server.close(0);
      await closeApp(app);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
