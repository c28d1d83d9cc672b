import type { ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gateway, principalKeyOf, type Principal } from '@mcpnest/gateway-core';
import { TokenVerifier } from '../../auth/index.js';

/** Within the five seconds that streams and waiting calls may outlive their token (security T4). */
const EVERY_MS = 2_000;

/** Ends the long streams and the waiting calls of tokens that were revoked, replaced or have expired since. */
@Injectable()
export class StreamedTokens implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Tokens with open streams, and how many they have. */
  private readonly open = new Map<string, { readonly principal: Principal; streams: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly tokens: TokenVerifier,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A stream begins on this response. */
  note(principal: Principal, response: ServerResponse): void {
    const known = this.open.get(principal.tokenId) ?? { principal, streams: 0 };
    known.streams++;
    this.open.set(principal.tokenId, known);
    response.once('close', () => {
      if (--known.streams === 0) this.open.delete(principal.tokenId);
    });
  }

  /** One look now. */
  look(): void {
    for (const [tokenId, { principal }] of this.open) this.endUnlessAlive(tokenId, principalKeyOf(principal));
    for (const { tokenId, principalKey } of this.gateway.tokensThatWait()) this.endUnlessAlive(tokenId, principalKey);
  }

  private endUnlessAlive(tokenId: string, principalKey: string): void {
    if (!this.tokens.isAlive(tokenId)) this.gateway.endStreams(principalKey);
  }
}
