import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { CredentialLender } from './credential-lender.js';

const EVERY_MS = 15_000;

/** Looks whether what credentials refer to has changed, in every process: files and variables are this machine's. */
@Injectable()
export class ReferenceWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly lender: CredentialLender,
    private readonly changes: ChangeFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  /** One look; resolves when the gateway runs on what was found. */
  async look(): Promise<void> {
    if (await this.lender.hasNewReferencedValues()) await this.changes.reload();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
