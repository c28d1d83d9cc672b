import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Application, Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import { PROBLEM_TYPE, problemDocument, type ProblemDocument } from './problem.js';
import { allowedMethods } from './allowed-methods.js';
import { pathOf, requestIdOf } from './request-id.js';
import { toDomainError } from './to-domain-error.js';

/** The only place where an error becomes an HTTP answer of the REST API. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('platform');

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = this.refine(toDomainError(thrown), request, response);
    response.locals['code'] = error.code;
    if (error !== thrown && error.entry.status >= 500) {
      this.logger.error({ msg: 'request failed', requestId: requestIdOf(request), code: error.code, err: thrown });
    }
    if (response.headersSent) return void response.destroy();
    response.status(error.entry.status).setHeader('Cache-Control', 'no-store');
    if (error.facts.retryAfterSeconds !== undefined) response.setHeader('Retry-After', Math.ceil(error.facts.retryAfterSeconds));
    this.say(problemDocument(error.code, error.facts, requestIdOf(request)), request, response);
  }

  /** Writes what went wrong: a problem document. */
  protected say(problem: ProblemDocument, request: Request, response: Response): void {
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    const body = Buffer.from(JSON.stringify(problem));
    response.setHeader('Content-Type', PROBLEM_TYPE).setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /** Tells an address that knows other methods from one that knows none. */
  private refine(error: DomainError, request: Request, response: Response): DomainError {
    if (error.code !== 'platform.not-found' && error.code !== 'platform.method-not-allowed') return error;
    const allowed = allowedMethods(this.adapterHost.httpAdapter.getInstance<Application>(), pathOf(request));
    if (allowed.length === 0 || allowed.includes(request.method)) return error;
    response.setHeader('Allow', allowed.join(', '));
    return new DomainError('platform.method-not-allowed', { detail: `This address knows ${allowed.join(', ')}.` });
  }
}
