import { LIMITS } from '@mcpnest/shared/limits';

/** A stream that stays open for as long as its client likes. */
export interface LongStream {
  /** Whose it is. */
  readonly principalKey: string;
  /** Ends it in the words of its era. */
  end(): void;
}

/** The long-lived streams of this process: so many per principal, and an end for all of them when their reason goes. */
export class OpenStreams {
  private readonly open = new Map<string, Set<LongStream>>();

  constructor(private readonly perPrincipalMax: number = LIMITS.streamsPerTokenMax) {}

  /** @returns false where the principal has too many. */
  add(stream: LongStream): boolean {
    const own = this.open.get(stream.principalKey);
    if (!own) {
      this.open.set(stream.principalKey, new Set([stream]));
      return true;
    }
    if (own.size >= this.perPrincipalMax) return false;
    own.add(stream);
    return true;
  }

  delete(stream: LongStream): void {
    const own = this.open.get(stream.principalKey);
    if (own?.delete(stream) && own.size === 0) this.open.delete(stream.principalKey);
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
