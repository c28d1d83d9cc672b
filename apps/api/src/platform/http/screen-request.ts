import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Refuses what no route knows: other methods (Express would answer OPTIONS by itself), and addresses that hide a NUL. */
export function screenRequest(request: Request, _response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method)) throw new DomainError('platform.method-not-allowed');
  if (request.url.includes('%00')) throw new DomainError('platform.invalid-request', { detail: 'The address contains a NUL character.' });
  next();
}
