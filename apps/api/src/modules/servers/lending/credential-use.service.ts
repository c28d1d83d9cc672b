import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { CredentialRepository } from '../credentials/credential.repository.js';

const WRITE_EVERY_MS = 60_000;

/** Remembers when stored values were last sent, written at most once a minute. Noting is a map entry: fit for the hot path. */
@Injectable()
export class CredentialUse implements OnApplicationShutdown {
  private readonly log = new Logger('servers');
  /** Milliseconds since the epoch by credential id. */
  private readonly used = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly credentials: CredentialRepository) {}

  note(credentialIds: readonly string[], now = Date.now()): void {
    for (const id of credentialIds) this.used.set(id, now);
    if (this.used.size > 0) this.timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref();
  }

  /** Writes what was noted. What cannot be written is forgotten: it tells nobody anything that a later use would not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const noted = [...this.used];
    this.used.clear();
    const byTime = new Map<number, string[]>();
    for (const [id, at] of noted) byTime.set(at, [...(byTime.get(at) ?? []), id]);
    try {
      for (const [at, ids] of byTime) await this.credentials.touch(systemCtx('credential-use'), ids, new Date(at));
    } catch {
      this.log.warn({ code: 'platform.unavailable', message: 'When credentials were last used could not be written.' });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}
