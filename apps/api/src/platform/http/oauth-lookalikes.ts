import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import type { HttpConfig } from '../../config/slices.js';

/** Addresses where MCP clients look for OAuth. They never answer with the console's page. */
export const OAUTH_LOOKALIKES = ['/.well-known', '/register', '/authorize', '/token'] as const;

/** Whether a path is such an address or lies below it. */
export const isOauthLookalike = (path: string): boolean =>
  OAUTH_LOOKALIKES.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

/**
 * Tells clients that try to register by themselves (RFC 7591, section 3.2.2) where a token is to be had; the address
 * behind a bearer token advertises no OAuth, because some clients then ignore their configured header.
 */
export function answerOauthLookalikes(config: HttpConfig): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!isOauthLookalike(request.path)) return next();
    if (request.method !== 'POST' || request.path !== '/register') throw new DomainError('platform.not-found');
    response.status(400).json({
      error: 'invalid_client_metadata',
      error_description: `This gateway takes no client registrations. Make a token for your client at ${config.publicUrl}/connect and send it as "Authorization: Bearer mng_…".`,
    });
  };
}
