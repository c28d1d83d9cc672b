import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LIMITS } from '@mcpnest/shared/limits';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { LegacySessionsRepository } from './legacy-sessions.repository.js';
import { PostgresSessionStore } from './postgres-session-store.js';

const EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Keeps the stored sessions true: each process writes what it knows of its own, the leader forgets what nobody uses. */
@Injectable()
export class SessionUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('gateway');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: PostgresSessionStore,
    private readonly repository: LegacySessionsRepository,
    private readonly jobs: JobRunner,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.register({
      name: 'gateway.forget-idle-sessions',
      everyMs: SWEEP_EVERY_MS,
      run: () => this.repository.removeIdle(systemCtx('legacy-sessions'), LIMITS.legacySessionIdleMs),
    });
    this.schedule();
  }

  /** Writes once more, so that the next start knows which sessions are in use. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.round;
    await this.keepUp();
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.round = this.keepUp().then(() => this.schedule());
    }, EVERY_MS).unref();
  }

  private async keepUp(): Promise<void> {
    try {
      await this.store.keepUp();
    } catch (error) {
      this.log.warn({ msg: 'the use of sessions could not be stored; the next round does it', err: error });
    }
  }
}
