import { UpstreamFailure, type UpstreamAuthorization } from '@mcpnest/gateway-core';

/** The access token of an account as it is sent. Times in milliseconds since the epoch. */
export interface HeldToken {
  readonly value: string;
  /** Of the account, see `ServerAccount.tokenNumber`. */
  readonly number: number;
  readonly endsAt: number;
  /** When a new one is to be had: ahead of its end, unless the person alone can bring one. */
  readonly renewAt: number;
}

/** A token is renewed so long before it ends, or a tenth of its life where that is less. */
const AHEAD_MS = 60_000;
/** A server that refuses fresh tokens is not helped by more of them. */
const RENEWAL_PAUSE_MS = 10_000;

/** @param endsAt milliseconds since the epoch, null where nobody said: then it serves until it is refused */
export function heldToken(
  accessToken: string,
  number: number,
  ends: { endsAt: number | null; renewable: boolean; now: number },
): HeldToken {
  const endsAt = ends.endsAt ?? Infinity;
  const ahead = Math.min(AHEAD_MS, Math.max(0, endsAt - ends.now) / 10);
  return { value: `Bearer ${accessToken}`, number, endsAt, renewAt: ends.renewable && endsAt !== Infinity ? endsAt - ahead : endsAt };
}

/**
 * The current token of one account, in memory. However many calls want a new one, one renewal is under way; while none can be
 * had, the old one serves to its end.
 */
export class AccountTokenSource implements UpstreamAuthorization {
  private renewing: Promise<HeldToken> | undefined;
  private refusedAt = -Infinity;

  constructor(
    private held: HeldToken,
    private readonly renew: (known: HeldToken) => Promise<HeldToken>,
    private readonly now: () => number = Date.now,
  ) {}

  async current(): Promise<string> {
    const { value, renewAt, endsAt } = this.held;
    if (this.now() < renewAt) return value;
    try {
      return (await this.fresh()).value;
    } catch (error) {
      if (this.now() < endsAt) return value;
      throw error;
    }
  }

  /** @throws UpstreamFailure `gateway.account-needed` where the account turned out to be disconnected */
  async renewed(refused: string): Promise<string | undefined> {
    if (this.held.value !== refused) return this.held.value;
    if (!this.renewing && this.now() - this.refusedAt < RENEWAL_PAUSE_MS) return undefined;
    this.refusedAt = this.now();
    try {
      const { value } = await this.fresh();
      return value === refused ? undefined : value;
    } catch (error) {
      if (error instanceof UpstreamFailure && error.code !== 'gateway.account-needed') return undefined;
      throw error;
    }
  }

  private fresh(): Promise<HeldToken> {
    this.renewing ??= this.renew(this.held)
      .then((held) => (this.held = held))
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }
}
