import { refuse } from '../errors/refuse.js';
import { Reply } from '../exchange/reply.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import type { Admitted } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * GET and DELETE serve legacy sessions (2025-11-25, Streamable HTTP). DELETE ends one. A GET stream is an offer that a
 * server need not make: 405 says so to clients of every revision.
 */
export function serveSessionOperation(facts: Admitted, { sessions }: GatewayParts): Admitted | Reply {
  const { exchange } = facts;
  if (exchange.httpMethod === 'POST') return facts;
  const sessionId = exchange.headers['mcp-session-id'];
  const serves = exchange.httpMethod === 'GET' || exchange.httpMethod === 'DELETE';
  if (!serves || typeof sessionId !== 'string') {
    return refuse('gateway.method-not-allowed', undefined, { detail: 'Send MCP messages with POST.', headers: { allow: 'POST' } });
  }
  const key = principalKeyOf(exchange.principal);
  if (!sessions.find(key, sessionId)) return refuse('gateway.session-unknown', undefined, { detail: 'Start again with initialize.' });
  if (exchange.httpMethod === 'DELETE') {
    sessions.remove(key, sessionId);
    return new Reply(204, {}, undefined);
  }
  return refuse('gateway.method-not-allowed', undefined, {
    detail: 'This gateway offers no stream on GET.',
    headers: { allow: 'POST, DELETE' },
  });
}
