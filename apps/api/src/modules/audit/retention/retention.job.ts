import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AuditConfig } from '../../../config/slices.js';
import { JobRunner, type Job } from '../../../platform/jobs/job-runner.js';
import { PartitionsRepository } from './partitions.repository.js';

const SIX_HOURS_MS = 6 * 60 * 60_000;
const DAYS_AHEAD = 7;
const MONTHS_AHEAD = 24;

/** Keeps partitions ahead of the days and drops those past retention. Days are also made at every start, whoever leads. */
@Injectable()
export class RetentionJob implements Job, OnModuleInit {
  readonly name = 'audit.keep-partitions';
  readonly everyMs = SIX_HOURS_MS;
  private readonly log = new Logger('audit');

  constructor(
    private readonly partitions: PartitionsRepository,
    private readonly config: AuditConfig,
    private readonly jobs: JobRunner,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.register(this);
    await this.partitions.ensure(DAYS_AHEAD, MONTHS_AHEAD);
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.partitions.ensure(DAYS_AHEAD, MONTHS_AHEAD);
    const { emptied, removed, busy } = await this.partitions.dropOlderThan(this.config.retentionDays, signal);
    if (emptied + removed > 0)
      this.log.log({ msg: 'days past retention are dropped', days: emptied, tables: removed, retentionDays: this.config.retentionDays });
    if (busy > 0) this.log.log({ msg: 'days past retention are being read; they are dropped in the next round', days: busy });
  }
}
