import type { IncomingMessage } from 'node:http';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@mcpnest/gateway-core';
import { TokenVerifier } from './token-verifier.js';

/** A request that `AuthenticateGuard` let through. */
export interface AuthenticatedRequest extends IncomingMessage {
  principal?: Principal;
  /** Where it comes from; set by who mounts the route. */
  clientAddress?: string;
}

const ENDPOINT = /^\/api\/gw\/([^/?#]*)/;

/** Guard of the gateway endpoint: only the Authorization header counts (security T5). Leaves the principal on the raw request. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(private readonly verifier: TokenVerifier) {}

  /** @throws DomainError as `TokenVerifier.verify` */
  canActivate(context: ExecutionContext): boolean {
    // Of HTTP the first argument; `switchToHttp` would make three functions to say so.
    const request = context.getArgByIndex<AuthenticatedRequest>(0);
    // A slug is never decoded: what is not written plainly is an unknown one.
    const slug = ENDPOINT.exec(request.url ?? '')?.[1] ?? '';
    request.principal = this.verifier.verify(request.headers.authorization, slug, {
      address: request.clientAddress ?? '',
      agent: request.headers['user-agent'] ?? null,
    });
    return true;
  }
}
