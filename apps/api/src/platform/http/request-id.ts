import type { NextFunction, Request, Response } from 'express';
import { newId } from '@mcpnest/shared/ids';

/** A request that has passed `requestId`. */
export interface IdentifiedRequest extends Request {
  requestId?: string;
}

/** Names every request; the name is in the answer, in problem documents and in the log. A caller's own is never taken over. */
export function requestId(request: IdentifiedRequest, response: Response, next: NextFunction): void {
  request.requestId = newId('request');
  response.setHeader('X-Request-Id', request.requestId);
  next();
}

/** The request's id; requests that never passed `requestId` (tests of single parts) get one here. */
export const requestIdOf = (request: IdentifiedRequest): string => (request.requestId ??= newId('request'));

/** The path as sent, without the query. (`request.path` changes while Express is inside a mounted part.) */
export const pathOf = (request: Request): string => request.originalUrl.split('?', 1)[0] ?? '/';
