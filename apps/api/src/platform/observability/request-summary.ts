import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';
import type { Actor } from '../context/actor.js';

const logger = new Logger('platform');
const QUIET = /^\/(livez|readyz|assets\/)/;

/** What guard and filter leave behind for the summary. */
interface Answered extends Request {
  requestId?: string;
  ctx?: { readonly actor: Actor };
  grant?: { readonly workspaceId: string };
}

/** One line per request: who, what, how it ended, how long it took. Never the query, a header or a body. */
export function requestSummary(request: Answered, response: Response, next: NextFunction): void {
  const path = request.originalUrl.split('?', 1)[0] ?? '/';
  const startedAt = performance.now();
  response.once('close', () => {
    const code = response.locals['code'] as ErrorCode | undefined;
    if (code === undefined && QUIET.test(path)) return;
    const fields = {
      msg: 'request',
      requestId: request.requestId,
      workspaceId: request.grant?.workspaceId,
      code,
      method: request.method,
      path,
      status: response.statusCode,
      finished: response.writableFinished,
      actor: actorOf(request),
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
    };
    const level = code === undefined ? 'info' : errorEntry(code).level;
    logger[level === 'info' ? 'log' : level](fields);
  });
  next();
}

const actorOf = ({ ctx }: Answered): string | undefined =>
  ctx === undefined ? undefined : ctx.actor.kind === 'system' ? ctx.actor.name : `${ctx.actor.kind}:${ctx.actor.id}`;
