import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { VersionRepository } from '../versions/version.repository.js';
import { FirstContact } from './first-contact.service.js';

const EVERY_MS = 60_000;
const PER_ROUND = 50;
const AT_ONCE = 5;

/** Asks the servers of Versions that never answered again, the longest unasked first. */
@Injectable()
export class FirstContactJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly versions: VersionRepository,
    private readonly contact: FirstContact,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'servers.make-first-contact', everyMs: EVERY_MS, run: (signal) => this.round(signal) });
  }

  private async round(signal: AbortSignal): Promise<void> {
    const waiting = [...(await this.versions.withoutContact(systemCtx('first-contact'), PER_ROUND))];
    const worker = async (): Promise<void> => {
      for (let version = waiting.shift(); version && !signal.aborted; version = waiting.shift()) await this.contact.make(version.id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
}
