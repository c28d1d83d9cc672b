import type { ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gateway, principalKeyOf, SessionStore, tokenIdOf, type Principal } from '@mcpnest/gateway-core';
import { TokenVerifier } from '../../auth/index.js';

/** Within the five seconds that streams and waiting calls may outlive their token, or what froze it (security T4). */
const EVERY_MS = 2_000;

interface Streams {
  readonly principal: Principal;
  readonly responses: Set<ServerResponse>;
}

/** Tells open streams what changed of their tokens. Ends the long streams and the waiting calls of tokens that were revoked, replaced or have expired since, and all there is of those on hold. */
@Injectable()
export class StreamedTokens implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Tokens with open streams. */
  private readonly open = new Map<string, Streams>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly tokens: TokenVerifier,
    private readonly sessions: SessionStore,
  ) {}

  onApplicationBootstrap(): void {
    this.tokens.hearChanges((principal, { scope, places }) => {
      // Where it may be used from is asked when a stream begins: so streams begin again.
      if (places) this.gateway.endStreams(principalKeyOf(principal));
      else if (scope) this.gateway.scopeChanged(principal);
    });
    this.timer = setInterval(() => this.look(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A stream begins on this response. */
  note(principal: Principal, response: ServerResponse): void {
    const known = this.open.get(principal.tokenId) ?? { principal, responses: new Set() };
    known.responses.add(response);
    this.open.set(principal.tokenId, known);
    response.once('close', () => {
      known.responses.delete(response);
      if (known.responses.size === 0 && this.open.get(principal.tokenId) === known) this.open.delete(principal.tokenId);
    });
  }

  /** One look now. */
  look(): void {
    for (const [tokenId, { principal }] of this.open) this.endUnlessAlive(tokenId, principalKeyOf(principal));
    for (const { tokenId, principalKey } of this.gateway.tokensThatWait()) this.endUnlessAlive(tokenId, principalKey);
    for (const { principal, responses } of [...this.open.values()]) if (this.gateway.isFrozen(principal)) this.freeze(principal, responses);
    for (const principalKey of this.sessions.principalKeys()) {
      const principal = this.tokens.principalOf(tokenIdOf(principalKey));
      if (principal && this.gateway.isFrozen(principal)) this.freeze(principal);
    }
  }

  private endUnlessAlive(tokenId: string, principalKey: string): void {
    if (!this.tokens.isAlive(tokenId)) this.gateway.endStreams(principalKey);
  }

  /** Streams that wait end in the words of their era; then sessions with what is under way in them, and what still streams is cut. */
  private freeze(principal: Principal, responses: ReadonlySet<ServerResponse> = new Set()): void {
    const principalKey = principalKeyOf(principal);
    this.gateway.endStreams(principalKey);
    void this.sessions.removeAllOf(principalKey);
    for (const response of responses) if (!response.writableEnded) response.destroy();
  }
}
