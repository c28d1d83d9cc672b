import { checkLegacyVersion } from '@mcpnest/mcp-protocol';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { acceptedReply, type Reply } from '../exchange/reply.js';
import { principalKeyOf, type LegacySession } from '../sessions/legacy-session.js';
import { cancelRequest } from '../sessions/cancel-request.js';
import { initialize } from '../sessions/initialize.js';
import { withSession } from './add-facts.js';
import type { ClassifiedMessage, Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Finds or opens the legacy session, and answers what is not a request. Modern requests have no session. */
export function openSession(facts: ClassifiedMessage, parts: GatewayParts): Opened | Reply {
  const { classified } = facts;
  if (classified.era === 'modern') {
    // Core defines no notification from a modern client over HTTP: taken and dropped.
    if (classified.kind === 'notification') return acceptedReply();
    return withSession(facts, 'modern', undefined);
  }
  if (classified.kind === 'initialize') return initialize(facts, parts);
  const fault = checkLegacyVersion(facts.message, classified.protocolVersion);
  if (fault) return refuseRejection(fault);
  const session = sessionOf(facts, parts);
  if (session === 'unknown') return refuse('gateway.session-unknown', idOf(facts), { detail: 'Start again with initialize.' });
  if (classified.kind !== 'request') {
    if (session && facts.message.method === 'notifications/cancelled') cancelRequest(session, facts.message);
    return acceptedReply();
  }
  return withSession(facts, 'legacy', session);
}

function sessionOf({ exchange, headers }: ClassifiedMessage, { sessions }: GatewayParts): LegacySession | undefined | 'unknown' {
  if (headers.sessionId === undefined) return undefined;
  return sessions.find(principalKeyOf(exchange.principal), headers.sessionId) ?? 'unknown';
}

const idOf = ({ message }: ClassifiedMessage): string | undefined => (message.kind === 'request' ? message.idText : undefined);
