import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { RegistryRepository } from './registry.repository.js';
import { RegistrySync } from './registry-sync.service.js';

/** How often the leader looks which registry's round has come; the runner adds the jitter. */
const EVERY_MS = 60_000;

/** Reads the registries whose round has come, one after the other. */
@Injectable()
export class RegistrySyncJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly registries: RegistryRepository,
    private readonly sync: RegistrySync,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'servers.sync-registries', everyMs: EVERY_MS, run: (signal) => this.round(signal) });
  }

  private async round(signal: AbortSignal): Promise<void> {
    for (const id of await this.registries.due(systemCtx('registry-sync'))) {
      if (signal.aborted) return;
      await this.sync.sync(id, signal);
    }
  }
}
