import { Injectable } from '@nestjs/common';
import type { OAuthClientAuth } from '../transports/server-auth.js';
import { ClientTokenSource } from './client-token-source.js';
import { TokenEndpoint, type TokenWish } from './token-endpoint.service.js';

/** The token sources of the route table in force, so that a new table keeps the tokens that it still needs. */
@Injectable()
export class ClientTokens {
  private kept = new Map<string, ClientTokenSource>();

  constructor(private readonly endpoint: TokenEndpoint) {}

  /** The source for a client with this credential; `used` collects those of a whole table, null stands for one connection alone. */
  sourceFor(wish: TokenWish, revision: string, used: Map<string, ClientTokenSource> | null): ClientTokenSource {
    if (used === null) return new ClientTokenSource(() => this.endpoint.grant(wish));
    const key = keyOf(wish.auth, wish.resource, revision);
    const source = used.get(key) ?? this.kept.get(key) ?? new ClientTokenSource(() => this.endpoint.grant(wish));
    used.set(key, source);
    return source;
  }

  /** Forgets every token that the newest table does not need. */
  keep(used: Map<string, ClientTokenSource>): void {
    this.kept = used;
  }
}

const keyOf = (auth: OAuthClientAuth, resource: string, revision: string): string => JSON.stringify([auth, resource, revision]);
