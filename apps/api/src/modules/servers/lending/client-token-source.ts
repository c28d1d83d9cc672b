import { UpstreamFailure, type UpstreamAuthorization } from '@mcpnest/gateway-core';

/** A token as it was answered. */
export interface GrantedToken {
  readonly accessToken: string;
  readonly lifetimeMs: number;
}

/** Asks an authorization server for a token. @throws UpstreamFailure */
export type AskForToken = () => Promise<GrantedToken>;

/** A token is asked for anew so long before it ends, or a tenth of its life where that is less. */
const AHEAD_MS = 60_000;
/** A server that refuses fresh tokens is not helped by more of them. */
const RENEWAL_PAUSE_MS = 10_000;

/**
 * The current token of one client, in memory alone. However many calls want one, one request is under way; while a new one
 * cannot be had, the old one serves to its end.
 */
export class ClientTokenSource implements UpstreamAuthorization {
  private value: string | undefined;
  private refreshAt = 0;
  private endsAt = 0;
  private renewedAt = -Infinity;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly ask: AskForToken,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async current(): Promise<string> {
    if (this.value !== undefined && this.now() < this.refreshAt) return this.value;
    try {
      return await this.fetch();
    } catch (error) {
      if (this.value !== undefined && this.now() < this.endsAt) return this.value;
      throw error;
    }
  }

  async renewed(refused: string): Promise<string | undefined> {
    if (this.value !== undefined && this.value !== refused) return this.value;
    if (!this.asking && this.now() - this.renewedAt < RENEWAL_PAUSE_MS) return undefined;
    this.renewedAt = this.now();
    const value = await this.fetch().catch((error: unknown) => {
      if (error instanceof UpstreamFailure) return undefined;
      throw error;
    });
    return value === refused ? undefined : value;
  }

  private fetch(): Promise<string> {
    this.asking ??= this.ask()
      .then(({ accessToken, lifetimeMs }) => {
        const now = this.now();
        this.endsAt = now + lifetimeMs;
        this.refreshAt = this.endsAt - Math.min(AHEAD_MS, lifetimeMs / 10);
        return (this.value = `Bearer ${accessToken}`);
      })
      .finally(() => (this.asking = undefined));
    return this.asking;
  }
}
