import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import { API_PREFIX, UNPREFIXED } from './api-prefix.js';

const PLACES = new RegExp(`^/(${API_PREFIX}/|(${UNPREFIXED.join('|')})/?$)`);

/** Whatever lies outside the API and the probes is answered here, because Nest and Express would answer it in HTML. */
export function knownPlaces(request: Request, _response: Response, next: NextFunction): void {
  if (!PLACES.test(request.path)) throw new DomainError('platform.not-found');
  next();
}
