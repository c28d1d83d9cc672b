import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { isWellFormedSecretToken } from '@mcpnest/shared/ids';
import { HttpConfig } from '../../../config/slices.js';
import { EndpointDirectory } from './endpoint-directory.port.js';
import type { Principal } from '@mcpnest/gateway-core';
import type { TokenDifference, TokenEntry } from './token-entry.js';
import { TokenIndex } from './token-index.js';
import { TokenUses, type TokenCaller } from './token-uses.js';

/** How old the index may be to say that a token is *not* valid; beyond, a new token may simply not be known yet (security, fail table). */
const KNOWS_ALL_MS = 15_000;
/** How long known tokens are served while the database is away. */
const SERVES_KNOWN_MS = 60 * 60_000;

/** As long as the id of a workspace, and none. */
const NO_WORKSPACE = 'ws_00000000000000000000000000';
const NOWHERE: TokenCaller = { address: '', agent: null };

/** Checks gateway tokens in memory: never waits, never asks the database. */
@Injectable()
export class TokenVerifier {
  constructor(
    private readonly index: TokenIndex,
    private readonly uses: TokenUses,
    private readonly endpoints: EndpointDirectory,
    private readonly http: HttpConfig,
  ) {}

  /**
   * Names the principal of a request to an endpoint.
   * An unknown token, a token of another workspace and an unknown slug are one answer, made by one path of equal work.
   * So is a token that may not be used from where it was sent.
   * @param authorization the header as sent
   * @throws DomainError `auth.token-missing`, `-malformed`, `-expired`, `-revoked`, `-not-valid-here`, `auth.state-unknown`
   */
  verify(authorization: string | undefined, slug: string, caller: TokenCaller = NOWHERE): Principal {
    const token = this.presented(authorization);
    const key = hash('sha256', token, 'binary');
    const entry = this.index.find(key);
    const workspaceId = this.endpoints.workspaceIdOf(slug);
    // Compared whatever is known, so that the time of a refusal does not tell what was unknown.
    const isHere = (entry ?? this.index.standInFor(key))?.workspaceId === (workspaceId ?? NO_WORKSPACE);
    if (!this.index.isLoaded) throw stateUnknown();
    const { ageMs } = this.index;
    if (!isHere || entry === undefined || workspaceId === undefined) {
      // Only an unknown token needed a stand-in so far: a known one that is not valid here is weighed the same.
      if (entry !== undefined) this.index.standInFor(key);
      throw ageMs > KNOWS_ALL_MS ? stateUnknown() : this.notValidHere();
    }
    const now = Date.now();
    if (entry.addresses && !entry.addresses.includes(caller.address)) {
      this.uses.noteRefusal(entry, caller, now);
      throw this.notValidHere();
    }
    this.assertAlive(entry, now);
    if (ageMs > SERVES_KNOWN_MS) throw stateUnknown();
    this.uses.note(entry, caller, now);
    return entry.principal;
  }

  /** Whether a token that was let in would still be: what it opened ends with it. */
  isAlive(tokenId: string): boolean {
    const entry = this.index.findById(tokenId);
    return entry !== undefined && Date.now() < Math.min(entry.endsAt, entry.expiresAt);
  }

  /** Says of every token in use whose tools or addresses are others now: whom it stands for, and which of the two. */
  hearChanges(hearer: (principal: Principal, difference: TokenDifference) => void): void {
    this.index.hear((entry, difference) => hearer(entry.principal, difference));
  }

  /** Whom a token stands for, dead or alive. */
  principalOf(tokenId: string): Principal | undefined {
    return this.index.findById(tokenId)?.principal;
  }

  private presented(authorization: string | undefined): string {
    const text = authorization ?? '';
    const gap = text.indexOf(' ');
    if (gap < 0 ? text.toLowerCase() !== 'bearer' : text.slice(0, gap).toLowerCase() !== 'bearer') {
      throw this.refusal('auth.token-missing', 'Send the header `Authorization: Bearer mng_…`.');
    }
    const token = gap < 0 ? '' : text.slice(gap + 1).trim();
    if (isWellFormedSecretToken(token, 'mng_')) return token;
    if (isWellFormedSecretToken(token, 'mna_'))
      throw this.refusal('auth.token-malformed', 'This is a key for the REST API, not a gateway token.');
    throw this.refusal('auth.token-malformed', 'A gateway token is `mng_` and 36 letters and digits; this one is mistyped or cut off.');
  }

  private assertAlive(entry: TokenEntry, now: number): void {
    const end = Math.min(entry.endsAt, entry.expiresAt);
    if (now < end) return;
    const [code, what] =
      entry.endsAt <= entry.expiresAt
        ? (['auth.token-revoked', 'was revoked or replaced'] as const)
        : (['auth.token-expired', 'expired'] as const);
    throw this.refusal(code, `The token that ends in ${entry.last4} ${what} at ${new Date(end).toISOString()}.`);
  }

  private notValidHere(): DomainError {
    return this.refusal('auth.token-not-valid-here', 'It is unknown, belongs to another address or may not be used from where you are.');
  }

  private refusal(
    code: 'auth.token-missing' | 'auth.token-malformed' | 'auth.token-expired' | 'auth.token-revoked' | 'auth.token-not-valid-here',
    why: string,
  ): DomainError {
    return new DomainError(code, { detail: `${why} Get a token at ${this.http.publicUrl}/connect.` });
  }
}

const stateUnknown = (): DomainError =>
  new DomainError('auth.state-unknown', { detail: 'The list of tokens is not up to date; try again in a moment.', retryAfterSeconds: 5 });
