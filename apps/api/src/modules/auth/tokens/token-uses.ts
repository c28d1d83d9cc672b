import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { agentLabel } from './agent-label.js';
import type { TokenEntry } from './token-entry.js';
import { TokenTracesRepository, type TokenTrace } from './token-traces.repository.js';
import { TokensRepository } from './tokens.repository.js';

const CTX = systemCtx('tokens');
const NOTED_EVERY_MS = 60_000;
const WRITE_AFTER_MS = 2_000;

/** Who shows a token, as far as the request says. */
export interface TokenCaller {
  readonly address: string;
  /** The header `User-Agent`. */
  readonly agent: string | null;
}

interface FirstUse {
  readonly oldId: string;
  readonly endsAt: number;
}

/** A use or a refusal that is noted and not yet written. */
interface Noted {
  readonly entry: TokenEntry;
  readonly caller: TokenCaller;
  readonly at: number;
}

/** Notes uses of tokens, at most one per token and minute, and lets the first use of a rotated token end the old one. Never in a call's way. */
@Injectable()
export class TokenUses implements BeforeApplicationShutdown {
  private readonly log = new Logger('auth');
  private uses = new Map<string, Noted>();
  private refusals = new Map<string, Noted>();
  private firstUses: FirstUse[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly tokens: TokensRepository,
    private readonly traces: TokenTracesRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  note(entry: TokenEntry, caller: TokenCaller, now: number): void {
    const isFirst = entry.predecessor !== null;
    if (!isFirst && now - entry.lastUsedAt < NOTED_EVERY_MS) return;
    if (isFirst) this.noteFirst(entry, now);
    this.uses.set(entry.id, { entry, caller, at: now });
    entry.lastUsedAt = now;
    this.writeIn(isFirst ? 0 : WRITE_AFTER_MS);
  }

  /** The token was shown from an address that it may not be used from. */
  noteRefusal(entry: TokenEntry, caller: TokenCaller, now: number): void {
    if (now - entry.refusedAt < NOTED_EVERY_MS) return;
    entry.refusedAt = now;
    this.refusals.set(entry.id, { entry, caller, at: now });
    this.writeIn(WRITE_AFTER_MS);
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
      if (old.endsWithFirstUse) this.firstUses.push({ oldId: old.id, endsAt: old.end(now) });
    }
    entry.predecessor = null;
  }

  private writeIn(ms: number): void {
    if (this.timer && ms > 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms).unref();
  }

  private async write(): Promise<void> {
    const [uses, refusals, firstUses] = [this.uses, this.refusals, this.firstUses];
    [this.uses, this.refusals, this.firstUses] = [new Map(), new Map(), []];
    try {
      // The ends first: a replacement that is on record as used never ends its predecessor again.
      while (firstUses.length > 0) {
        if (firstUses[0]) await this.retire(firstUses[0]);
        firstUses.shift();
      }
      if (uses.size > 0) await this.traces.markUsedAcrossWorkspaces(CTX, tracesOf(uses));
      uses.clear();
      if (refusals.size > 0) await this.traces.markRefusedAcrossWorkspaces(CTX, tracesOf(refusals));
      refusals.clear();
    } catch (error) {
      this.log.warn({ msg: 'uses of tokens could not be written down; tried again', err: error });
      this.firstUses = [...firstUses, ...this.firstUses];
      this.uses = new Map([...uses, ...this.uses]);
      this.refusals = new Map([...refusals, ...this.refusals]);
      this.writeIn(WRITE_AFTER_MS);
    }
  }

  private async retire({ oldId, endsAt }: FirstUse): Promise<void> {
    await this.tx.run(CTX, async (ctx) => {
      const diesAt = new Date(endsAt);
      const token = await this.tokens.retireAcrossWorkspaces(ctx, oldId, diesAt);
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

function tracesOf(noted: ReadonlyMap<string, Noted>): TokenTrace[] {
  return [...noted.values()].map(({ entry, caller, at }) => ({
    id: entry.id,
    at: new Date(at),
    address: caller.address,
    client: entry.client ?? agentLabel(caller.agent),
  }));
}
