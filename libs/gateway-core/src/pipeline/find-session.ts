import { isModernRevision, readFrontHeaders } from '@mcpnest/mcp-protocol';
import { ElsewhereReply, type Reply } from '../exchange/reply.js';
import type { FoundSession } from '../ports/session-store.js';
import { LegacySession, principalKeyOf } from '../sessions/legacy-session.js';
import { withNamed } from './add-facts.js';
import type { Admitted, SessionFound } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

type Found = SessionFound | Reply;

/**
 * Looks up the session that the request names, once. A request for a session of another replica ends here: it is handed on
 * whole, its body unread. Modern requests have no sessions, so what they name is ignored (2026-07-28, Streamable HTTP).
 */
export function findSession(facts: Admitted, { sessions }: GatewayParts): Found | Promise<Found> {
  const { exchange } = facts;
  const headers = readFrontHeaders(exchange.headers);
  const { sessionId } = headers;
  if (sessionId === undefined || isModernRevision(headers.protocolVersion)) return withNamed(facts, headers, undefined);
  const settle = (found: FoundSession | undefined): Found => {
    if (found === undefined) return withNamed(facts, headers, 'unknown');
    return found instanceof LegacySession ? withNamed(facts, headers, found) : new ElsewhereReply(found.elsewhere, undefined);
  };
  const found = sessions.find(principalKeyOf(exchange.principal), sessionId);
  return found instanceof Promise ? found.then(settle) : settle(found);
}
