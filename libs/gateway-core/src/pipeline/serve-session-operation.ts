import { checkLegacyVersion } from '@mcpnest/mcp-protocol';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { Reply } from '../exchange/reply.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import { openSessionStream } from '../sessions/open-session-stream.js';
import { takesStreams } from '../streams/takes-streams.js';
import type { SessionFound } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { frozenReply } from './refuse-frozen.js';
import { takeRate } from './take-rate.js';

/** GET opens or resumes a stream of a legacy session, DELETE ends the session (2025-11-25, Streamable HTTP). */
export function serveSessionOperation(facts: SessionFound, parts: GatewayParts): SessionFound | Reply | Promise<Reply> {
  const { exchange, headers, named } = facts;
  const { httpMethod } = exchange;
  if (httpMethod === 'POST') return facts;
  if ((httpMethod !== 'GET' && httpMethod !== 'DELETE') || named === undefined) {
    return refuse('gateway.method-not-allowed', undefined, { detail: 'Send MCP messages with POST.', headers: { allow: 'POST' } });
  }
  const fault = checkLegacyVersion({ idText: 'null' }, headers.protocolVersion);
  if (fault) return refuseRejection(fault);
  if (named === 'unknown') return refuse('gateway.session-unknown', undefined, { detail: 'Start again with initialize.' });
  if (httpMethod === 'DELETE') return endSession(facts, named.record.id, parts);
  // 406 would be exact, but clients that try GET first give up on it; all of them know 405 as "no stream here".
  if (!takesStreams(headers.accept)) {
    return refuse('gateway.method-not-allowed', undefined, {
      detail: 'A stream is opened with GET and Accept: text/event-stream.',
      headers: { allow: 'POST, DELETE' },
    });
  }
  return frozenReply(facts, undefined) ?? takeRate(facts, undefined, parts) ?? openSessionStream(facts, named, parts);
}

async function endSession({ exchange }: SessionFound, sessionId: string, { sessions }: GatewayParts): Promise<Reply> {
  await sessions.remove(principalKeyOf(exchange.principal), sessionId);
  return new Reply(204, {}, undefined);
}
