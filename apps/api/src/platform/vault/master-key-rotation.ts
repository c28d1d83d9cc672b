import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthRegistry } from '../health/health-registry.js';
import { JobRunner } from '../jobs/job-runner.js';
import { DataKeyRewrapping } from './data-key-rewrapping.js';
import { MasterKeys } from './master-keys.js';

const EVERY_MS = 5_000;

/** Changes the master key in the background while a former one is given, and tells how far it got. */
@Injectable()
export class MasterKeyRotation implements OnModuleInit {
  constructor(
    private readonly masters: MasterKeys,
    private readonly rewrapping: DataKeyRewrapping,
    private readonly jobs: JobRunner,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.report('masterKey', () => this.rewrapping.state());
    if (this.masters.formerId === null) return;
    this.jobs.register({ name: 'platform.rewrap-data-keys', everyMs: EVERY_MS, run: (signal) => this.rewrapping.round(signal) });
  }
}
