import { resolve } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import { MIGRATIONS } from './app.migrations.js';
import { appConfig, listeningUrl, type AppConfig } from './config/app-config.js';
import type { Environment } from './config/env.schema.js';
import { ownMasterKey } from './config/master-key.js';
import { closeApp, createApp } from './create-app.js';
import { SetupCodes } from './modules/auth/index.js';
import { GatewayMount, RunnerHost } from './modules/gateway/index.js';
import { Draining } from './platform/context/draining.js';
import { ensureDataDir } from './platform/database/embedded/cluster.js';
import { EmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
import { migrate } from './platform/database/migrator.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { HealthRegistry } from './platform/health/health-registry.js';
import { probeListener } from './platform/health/probe-listener.js';
import { HttpServer } from './platform/http/http-server.js';

/** A gateway that answers. */
export interface RunningGateway {
  /** Where it listens. */
  readonly url: string;
  /** The link that opens the first-run page; null where an operator exists. */
  readonly setupUrl: string | null;
  /** Ends everything within 40 s: readiness, listener, calls under way, rooms, database (security bar R8). Never throws. */
  stop(): Promise<void>;
}

/** Calls under way may take this long to end. */
const DRAIN_MS = 30_000;

/** Undoes what was started, newest first; one failing step does not keep the others from running. */
class Undo {
  private readonly steps: (() => Promise<void> | void)[] = [];

  constructor(private readonly logger: LoggerService) {}

  push(step: () => Promise<void> | void): void {
    this.steps.push(step);
  }

  async run(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        this.logger.error(error, 'platform');
      }
    }
  }
}

/** Starts the whole product: listener, database, migrations, rooms. @throws what went wrong, after undoing what had begun. */
export async function startGateway(environment: Environment, logger: LoggerService): Promise<RunningGateway> {
  const undo = new Undo(logger);
  try {
    const server = await HttpServer.open(environment.HOST, environment.PORT);
    undo.push(() => server.close(0));
    const config = await openStorage(environment, server.port, logger, undo);
    await migrate({ ownerUrl: config.storage.databaseOwnerUrl, appUrl: config.storage.databaseUrl, migrations: MIGRATIONS });
    const app = await createApp(config, { logger });
    undo.push(() => closeApp(app));
    const { role } = config.runners;
    if (role === 'runner') await serveRunner(app, server);
    else await serveApp(app, server);
    const code = role === 'runner' ? null : await app.get(SetupCodes).current();
    return {
      url: listeningUrl(environment.HOST, server.port),
      setupUrl: code === null ? null : `${config.http.publicUrl}/setup#${code}`,
      async stop() {
        app.get(Draining).begin();
        if (role === 'runner') await app.get(RunnerHost).drain();
        await server.close(DRAIN_MS);
        await undo.run();
      },
    };
  } catch (error) {
    await undo.run();
    throw error;
  }
}

/** Starts the rooms and lets the listener answer with them. */
export async function serveApp(app: NestExpressApplication, server: HttpServer): Promise<void> {
  await app.init();
  server.serve([app.get(GatewayMount)], app.getHttpAdapter().getInstance() as RequestListener);
}

/** Starts the rooms of a runner: the listener answers probes alone, and gateways come in by a door of their own. */
async function serveRunner(app: NestExpressApplication, server: HttpServer): Promise<void> {
  app.get(JobRunner).standDown();
  await app.init();
  server.serve([], probeListener(app.get(HealthRegistry)));
  await app.get(RunnerHost).open();
}

async function openStorage(environment: Environment, port: number, logger: LoggerService, undo: Undo): Promise<AppConfig> {
  const dataDir = resolve(environment.DATA_DIR);
  ensureDataDir(dataDir);
  const urls = environment.DATABASE_URL
    ? { app: environment.DATABASE_URL, owner: environment.DATABASE_OWNER_URL ?? environment.DATABASE_URL }
    : await startEmbedded(dataDir, logger, undo);
  const masterKey = environment.MCPNEST_MASTER_KEY ?? ownMasterKey(dataDir);
  return appConfig(environment, { port, databaseUrl: urls.app, databaseOwnerUrl: urls.owner, masterKey });
}

async function startEmbedded(dataDir: string, logger: LoggerService, undo: Undo) {
  const database = await EmbeddedPostgres.start({
    dataDir,
    onTrouble: (what) => logger.error(what, 'platform'),
  });
  undo.push(() => database.stop());
  return database.urls;
}
