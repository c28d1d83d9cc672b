import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { TokenEntry } from './token-entry.js';
import { TokensRepository } from './tokens.repository.js';

const CTX = systemCtx('tokens');
const NOTED_EVERY_MS = 60_000;
const WRITE_AFTER_MS = 2_000;

interface FirstUse {
  readonly usedId: string;
  readonly oldId: string;
  readonly endsAt: number;
}

/** Notes uses of tokens, at most one per token and minute, and lets the first use of a rotated token end the old one. Never in a call's way. */
@Injectable()
export class TokenUses implements BeforeApplicationShutdown {
  private readonly log = new Logger('auth');
  private uses = new Map<string, Date>();
  private firstUses: FirstUse[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly tokens: TokensRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  note(entry: TokenEntry, now: number): void {
    if (entry.predecessor !== null) this.noteFirst(entry, now);
    else if (now - entry.lastUsedAt >= NOTED_EVERY_MS) {
      this.uses.set(entry.id, new Date(now));
      this.writeIn(WRITE_AFTER_MS);
    } else return;
    entry.lastUsedAt = now;
  }

  /** Writes down all that is noted. Resolves when it was tried. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
  }

  /** A chain of rotations ends whole: whoever uses the newest has no need of the older ones. */
  private noteFirst(entry: TokenEntry, now: number): void {
    for (let old = entry.predecessor; old !== null; old = old.predecessor) {
      if (old.endsWithFirstUse) this.firstUses.push({ usedId: entry.id, oldId: old.id, endsAt: old.end(now) });
    }
    entry.predecessor = null;
    this.writeIn(0);
  }

  private writeIn(ms: number): void {
    if (this.timer && ms > 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms).unref();
  }

  private async write(): Promise<void> {
    const [uses, firstUses] = [this.uses, this.firstUses];
    [this.uses, this.firstUses] = [new Map(), []];
    try {
      while (firstUses.length > 0) {
        if (firstUses[0]) await this.retire(firstUses[0]);
        firstUses.shift();
      }
      if (uses.size > 0) await this.tokens.markUsedAcrossWorkspaces(CTX, uses);
    } catch (error) {
      this.log.warn({ msg: 'uses of tokens could not be written down; tried again', err: error });
      this.firstUses = [...firstUses, ...this.firstUses];
      this.uses = new Map([...uses, ...this.uses]);
      this.writeIn(WRITE_AFTER_MS);
    }
  }

  private async retire({ usedId, oldId, endsAt }: FirstUse): Promise<void> {
    await this.tx.run(CTX, async (ctx) => {
      const diesAt = new Date(endsAt);
      const token = await this.tokens.retireAcrossWorkspaces(ctx, { id: oldId, diesAt, usedId });
      if (!token) return;
      await this.ledger.append(ctx, {
        event: 'workspaces.token-retired',
        subject: { kind: 'token', id: token.id, name: token.name },
        workspaceId: token.workspaceId,
        facts: { name: token.name, last4: token.last4, diesAt: diesAt.toISOString() },
      });
    });
  }
}
