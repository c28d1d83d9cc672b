import { fileURLToPath } from 'node:url';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { AppConfig } from './config/app-config.js';
import { databaseCloser } from './platform/database/database-closer.js';
import { configureHttp } from './platform/http/configure-http.js';
import { PRODUCT_VERSION } from './config/product-version.js';

export interface CreateAppOptions {
  /** False builds all routes without a database, for the OpenAPI document; such an app is never initialised. */
  readonly connect?: boolean;
  /** Where the rooms' log lines go; without one they go nowhere. */
  readonly logger?: LoggerService | false;
  /** Absolute path of the built console. */
  readonly consoleFolder?: string;
}

/** Where the build puts the console, seen from `src` as well as from `dist`. */
const CONSOLE_FOLDER = fileURLToPath(new URL('../../admin/dist', import.meta.url));

/** Nest tells of every route it maps; a start is quiet unless something is wrong. */
const FRAMEWORK_ROOMS = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

function withoutFrameworkTalk(logger: LoggerService): LoggerService {
  const log = (message: unknown, ...rest: unknown[]): void => {
    const room = rest.at(-1);
    if (typeof room !== 'string' || !FRAMEWORK_ROOMS.has(room)) logger.log(message, ...rest);
  };
  return {
    log,
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(message, ...rest),
    error: (message: unknown, ...rest: unknown[]) => logger.error(message, ...rest),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug?.(message, ...rest),
  };
}

/** Builds the Nest application for the server, the OpenAPI document and the tests alike. It listens to nothing. */
export async function createApp(config: AppConfig, options: CreateAppOptions = {}): Promise<NestExpressApplication> {
  const logger = options.logger ? withoutFrameworkTalk(options.logger) : false;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, { connect: options.connect ?? true }), {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  configureHttp(app, { config: config.http, consoleFolder: options.consoleFolder ?? CONSOLE_FOLDER, version: PRODUCT_VERSION });
  return app;
}

/** Runs every room's stop, then closes the database. */
export async function closeApp(app: NestExpressApplication): Promise<void> {
  const closeDatabase = databaseCloser(app);
  await app.close();
  await closeDatabase();
}
