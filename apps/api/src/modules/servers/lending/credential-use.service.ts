import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { isAccountId } from '../accounts/account.js';
import { CredentialRepository, type CredentialNews } from '../credentials/credential.repository.js';

const WRITE_EVERY_MS = 60_000;
const NONE: readonly string[] = [];

/** Milliseconds since the epoch. */
interface Noted {
  usedAt?: number;
  succeededAt?: number;
  failedAt?: number;
  failureReason?: string;
}

/** Remembers when stored values were last sent and what became of it, written at most once a minute. Noting costs a look-up: fit for the hot path. */
@Injectable()
export class CredentialUse implements OnApplicationShutdown {
  private readonly log = new Logger('servers');
  /** Ids of the values that a target carries; targets without any are left out. */
  private carried: ReadonlyMap<string, readonly string[]> = new Map();
  /** By credential id. */
  private readonly news = new Map<string, Noted>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly credentials: CredentialRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** What the targets of the newest route table carry, by target key. */
  learn(carried: ReadonlyMap<string, readonly string[]>): void {
    this.carried = carried;
  }

  /** The values that what is sent to this target carries. */
  carriedTo(targetKey: string): readonly string[] {
    return this.carried.get(targetKey) ?? NONE;
  }

  /** Something was sent with these values. */
  noteUse(credentialIds: readonly string[]): void {
    this.note(credentialIds, (noted, now) => (noted.usedAt = now));
  }

  /** The server let them pass. */
  noteSuccess(credentialIds: readonly string[]): void {
    this.note(credentialIds, (noted, now) => (noted.succeededAt = now));
  }

  /** The server refused them. @param reason a code of the error catalogue */
  noteFailure(credentialIds: readonly string[], reason: string): void {
    this.note(credentialIds, (noted, now) => {
      noted.failedAt = now;
      noted.failureReason = reason;
    });
  }

  /** Writes what was noted. What cannot be written is forgotten: it tells nobody anything that a later use would not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const noted = [...this.news];
    this.news.clear();
    try {
      const ctx = systemCtx('credential-use');
      for (const [id, news] of noted)
        await (isAccountId(id) ? this.accounts : this.credentials).noteAcrossWorkspaces(ctx, id, withDates(news));
    } catch {
      this.log.warn({ code: 'platform.unavailable', msg: 'When credentials were last used could not be written.' });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private note(credentialIds: readonly string[], write: (noted: Noted, now: number) => void): void {
    if (credentialIds.length === 0) return;
    const now = Date.now();
    for (const id of credentialIds) {
      let noted = this.news.get(id);
      if (!noted) this.news.set(id, (noted = {}));
      write(noted, now);
    }
    this.timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref();
  }
}

const dateOf = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));

const withDates = ({ usedAt, succeededAt, failedAt, failureReason }: Noted): CredentialNews => ({
  usedAt: dateOf(usedAt),
  succeededAt: dateOf(succeededAt),
  failedAt: dateOf(failedAt),
  failureReason,
});
