import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { RESTORABLE_DAYS } from './credential.js';
import { RetiredCredentialRepository } from './retired-credential.repository.js';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Forgets the secrets of values that were replaced long enough ago; who set them when stays known. */
@Injectable()
export class ForgetRetiredJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly retired: RetiredCredentialRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'servers.forget-retired-credentials', everyMs: EVERY_MS, run: () => this.round() });
  }

  /** One round now. */
  async round(): Promise<void> {
    const before = new Date(Date.now() - RESTORABLE_DAYS * DAY_MS);
    await this.retired.forgetAcrossWorkspaces(systemCtx('retired-credentials'), before);
  }
}
