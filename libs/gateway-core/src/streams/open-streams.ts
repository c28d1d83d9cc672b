import { LIMITS } from '@mcpnest/shared/limits';
import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';

/** A stream that stays open for as long as its client likes. */
export interface LongStream {
  /** Whose it is. */
  readonly principalKey: string;
  /** Ends it in the words of its era. */
  end(): void;
}

/** The long-lived streams of this process: so many per principal and in all, and an end for all of them when their reason goes. */
export class OpenStreams {
  private readonly open = new Map<string, Set<LongStream>>();

  private count = 0;

  constructor(
    private readonly perPrincipalMax: number = LIMITS.streamsPerTokenMax,
    private readonly max: number = LIMITS.streamsMax,
  ) {}

  /**
   * @param idText raw id of the request that opens the stream, if it has one
   * @returns the refusal where there is no room: 429 for a principal with too many, 503 for a process with too many
   */
  add(stream: LongStream, idText?: string): Reply | undefined {
    const own = this.open.get(stream.principalKey);
    if (own && own.size >= this.perPrincipalMax) {
      const detail = 'This token has too many open streams. Close one.';
      return refuse('gateway.session-limit', idText, { detail, headers: { 'retry-after': '60' } });
    }
    if (this.count >= this.max) {
      const detail = 'Too many streams are open here. Try again in a minute.';
      return refuse('gateway.overloaded', idText, { detail, headers: { 'retry-after': '60' } });
    }
    this.count++;
    if (own) own.add(stream);
    else this.open.set(stream.principalKey, new Set([stream]));
    return undefined;
  }

  delete(stream: LongStream): void {
    const own = this.open.get(stream.principalKey);
    if (!own?.delete(stream)) return;
    this.count--;
    if (own.size === 0) this.open.delete(stream.principalKey);
  }

  /** Ends the streams of every principal that fits; the rest stays. */
  endWhere(fits: (principalKey: string) => boolean): void {
    for (const [principalKey, own] of [...this.open]) {
      if (!fits(principalKey)) continue;
      for (const stream of [...own]) {
        this.delete(stream);
        stream.end();
      }
    }
  }

  endAll(): void {
    this.endWhere(() => true);
  }
}
