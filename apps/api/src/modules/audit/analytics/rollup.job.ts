import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditConfig } from '../../../config/slices.js';
import { JobRunner, type Job } from '../../../platform/jobs/job-runner.js';
import { CallNamesRepository } from './call-names.repository.js';
import { RollupRepository } from './rollup.repository.js';

const HOUR_MS = 3_600_000;

/** Counts closed quarters of an hour and notes the names in them, so that pages about long times need not look at every row. */
@Injectable()
export class RollupJob implements Job, OnModuleInit {
  readonly name = 'audit.roll-up-calls';
  readonly everyMs = 30_000;
  private forgottenAt = 0;

  constructor(
    private readonly rollups: RollupRepository,
    private readonly names: CallNamesRepository,
    private readonly config: AuditConfig,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && ((await this.rollups.rollUpAcrossWorkspaces()) || (await this.names.noteAcrossWorkspaces())));
    if (Date.now() - this.forgottenAt < HOUR_MS) return;
    await this.rollups.forgetAcrossWorkspaces(this.config.retentionDays);
    await this.names.forgetAcrossWorkspaces();
    this.forgottenAt = Date.now();
  }
}
