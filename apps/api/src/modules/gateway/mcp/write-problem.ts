import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { PROBLEM_TYPE, problemDocument } from '../../../platform/http/problem.js';

/**
 * Answers what was refused before any MCP message was looked at. Clients show the text of a 401 to the developer, so its
 * detail says what to do. `WWW-Authenticate` names no OAuth metadata: some clients would then ignore their configured header.
 */
export function writeProblem(request: IncomingMessage, response: ServerResponse, error: DomainError): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const { status } = error.entry;
  const body = Buffer.from(JSON.stringify(problemDocument(error.code, error.facts, newId('request'))));
  const headers: Record<string, string | number> = {
    'content-type': PROBLEM_TYPE,
    'content-length': body.length,
    'cache-control': 'no-store',
  };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (error.facts.retryAfterSeconds !== undefined) headers['retry-after'] = Math.ceil(error.facts.retryAfterSeconds);
  if (!request.complete) headers['connection'] = 'close';
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}
