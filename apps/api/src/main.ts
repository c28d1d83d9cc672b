import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { EnvironmentError } from './config/environment-error.js';
import { readEnvironment } from './config/env.schema.js';
import { EmbeddedDatabaseError } from './platform/database/embedded/embedded-database.error.js';
import { MigrationError } from './platform/database/migrator.js';
import { JsonLogger } from './platform/observability/json-logger.js';
import { MasterKeyMismatch } from './platform/vault/master-key-check.js';
import { startGateway, type RunningGateway } from './start-gateway.js';

/** The contract's 40 s, less a margin for npm around us. */
const STOP_WITHIN_MS = 38_000;

/** What may gather in the old generation before it is collected, in percent of what lives in it (ADR 0062). */
setFlagsFromString('--heap-growing-percent=30');
/** The many small collections of the young generation wake no other threads (ADR 0078). */
setFlagsFromString('--no-parallel-scavenge');

const logger = new JsonLogger();
let starting: Promise<RunningGateway> | undefined;
let isStopping = false;

/** A second signal changes nothing: the stop is under way and bounded. */
function onSignal(signal: NodeJS.Signals): void {
  if (isStopping) return;
  isStopping = true;
  logger.log(`${signal}: stopping`, 'platform');
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  void Promise.resolve(starting)
    .then((gateway) => gateway?.stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}

const isListenError = (error: Error): boolean => 'syscall' in error && error.syscall === 'listen';
const isForPeople = (error: unknown): error is Error =>
  error instanceof Error &&
  ([EnvironmentError, EmbeddedDatabaseError, MigrationError, MasterKeyMismatch].some((kind) => error instanceof kind) ||
    isListenError(error));

/** What a person can mend is told in plain words; anything else goes to the log. */
function onFailure(error: unknown): void {
  if (isStopping) return;
  if (isForPeople(error)) process.stderr.write(`${error.message}\n`);
  else logger.error({ msg: 'the gateway could not start', err: error }, 'platform');
  process.exit(1);
}

async function run(): Promise<void> {
  starting = startGateway(readEnvironment(), logger);
  const gateway = await starting;
  if (isStopping) return;
  process.stdout.write(`ready ${gateway.url}\n`);
  if (gateway.setupUrl) process.stdout.write(`setup ${gateway.setupUrl}\n`);
}

process.on('SIGTERM', onSignal).on('SIGINT', onSignal).on('SIGHUP', onSignal);
run().catch(onFailure);
