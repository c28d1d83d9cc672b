import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { CredentialRepository } from '../credentials/credential.repository.js';

const WRITE_EVERY_MS = 60_000;
const NONE: readonly string[] = [];

/** Remembers when stored values were last sent, written at most once a minute. Noting costs a look-up: fit for the hot path. */
@Injectable()
export class CredentialUse implements OnApplicationShutdown {
  private readonly log = new Logger('servers');
  /** Ids of the values that a target carries; targets without any are left out. */
  private carried: ReadonlyMap<string, readonly string[]> = new Map();
  /** Milliseconds since the epoch by credential id. */
  private readonly used = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly credentials: CredentialRepository) {}

  /** What the targets of the newest route table carry, by target key. */
  learn(carried: ReadonlyMap<string, readonly string[]>): void {
    this.carried = carried;
  }

  /** Something was sent to this target. */
  noteTarget(targetKey: string): void {
    const ids = this.carried.get(targetKey);
    if (ids) this.note(ids);
  }

  note(credentialIds: readonly string[] = NONE): void {
    if (credentialIds.length === 0) return;
    const now = Date.now();
    for (const id of credentialIds) this.used.set(id, now);
    this.timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref();
  }

  /** Writes what was noted. What cannot be written is forgotten: it tells nobody anything that a later use would not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const noted = [...this.used];
    this.used.clear();
    try {
      for (const [id, at] of noted) await this.credentials.touch(systemCtx('credential-use'), id, new Date(at));
    } catch {
      this.log.warn({ code: 'platform.unavailable', msg: 'When credentials were last used could not be written.' });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}
