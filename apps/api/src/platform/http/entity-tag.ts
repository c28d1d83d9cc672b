import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';

/** The strong entity tag of a row's version number. */
export const entityTag = (version: number): string => `"${version}"`;

/** Puts a row's version on the answer. */
export function setEntityTag(response: Response, version: number): void {
  response.setHeader('ETag', entityTag(version));
}

/** The `If-Match` header as sent, or undefined. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<Request>().headers['if-match'],
);

/**
 * Lets a change go on when the caller saw the current version, or did not ask (RFC 9110, section 13.1.1: strong comparison).
 * @throws DomainError `platform.stale-version`
 */
export function assertCurrentVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (!tags.includes(entityTag(version))) {
    throw new DomainError('platform.stale-version', { detail: 'Load it again, look at what changed, and repeat your change.' });
  }
}
