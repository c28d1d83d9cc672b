import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { ServerLooks } from './server-looks.service.js';

/** A server that goes away is noticed after three looks. */
const EVERY_MS = 30_000;

/** Looks at the servers in use, in one process of all. */
@Injectable()
export class ServerLookJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly looks: ServerLooks,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'servers.look-at-servers', everyMs: EVERY_MS, run: (signal) => this.looks.round(signal) });
  }
}
