import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { dayOf, Gateway } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { DayCountsRepository } from './day-counts.repository.js';

const CTX = systemCtx('quotas');
const TELL_EVERY_MS = 1_000;
const CLEAN_EVERY_MS = 60 * 60_000;
const DAYS_KEPT = 7;

/**
 * Keeps the calls of the day in the database: what this process counted is added once a second, and what all counted together
 * comes back. A call never waits for it; while the database is away, each process goes on with what it knows.
 */
@Injectable()
export class QuotaKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('gateway');
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  private hasFailed = false;

  constructor(
    private readonly gateway: Gateway,
    private readonly counts: DayCountsRepository,
    jobs: JobRunner,
  ) {
    jobs.register({
      name: 'gateway.forget-day-counts',
      everyMs: CLEAN_EVERY_MS,
      run: () => counts.removeBeforeAcrossWorkspaces(CTX, dayOf(Date.now()) - DAYS_KEPT),
    });
  }

  /** What was counted before this process began, so that a start gives nobody a second day. */
  async onApplicationBootstrap(): Promise<void> {
    this.gateway.quotas.learn(await this.counts.dayAcrossWorkspaces(CTX, dayOf(Date.now())));
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  /** Tells what was counted since the last time. Resolves when it was tried. */
  tell(): Promise<void> {
    this.telling = this.telling.then(() => this.tellNow());
    return this.telling;
  }

  private async tellNow(): Promise<void> {
    const counted = this.gateway.quotas.takeUntold();
    if (counted.length === 0) return;
    try {
      this.gateway.quotas.learn(await this.counts.addAcrossWorkspaces(CTX, counted));
      this.hasFailed = false;
    } catch (error) {
      this.gateway.quotas.untell(counted);
      if (!this.hasFailed)
        this.log.warn({ msg: 'calls of the day could not be added up; each process counts its own until they can', err: error });
      this.hasFailed = true;
    }
  }
}
