import { isLegacyRevision, LATEST_LEGACY, memberString, memberText, objectText, resultMessage } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import type { AbortSource } from '../exchange/abort-source.js';
import { clientLabel } from '../exchange/client-label.js';
import { Reply, SUCCESS } from '../exchange/reply.js';
import type { ClassifiedMessage } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { capabilitiesText, serverInfoText } from '../pipeline/self-description.js';
import { newSessionId, principalKeyOf } from './legacy-session.js';

/** The legacy handshake: agrees on a revision and opens a session bound to the principal (2025-11-25, Lifecycle). */
export function initialize({ message, exchange, workspace }: ClassifiedMessage, { sessions, version }: GatewayParts): Reply {
  const asked = memberString(message, 'protocolVersion');
  if (asked === undefined) {
    return refuse('gateway.invalid-params', message.idText, { detail: 'initialize needs protocolVersion, capabilities and clientInfo.' });
  }
  const revision = isLegacyRevision(asked) ? asked : LATEST_LEGACY;
  const clientInfo = memberText(message, 'clientInfo');
  const session = {
    id: newSessionId(),
    principalKey: principalKeyOf(exchange.principal),
    revision,
    clientName: clientLabel(clientInfo === undefined ? undefined : JSON.parse(clientInfo)),
    inFlight: new Map<string, AbortSource>(),
  };
  if (!sessions.add(session)) return refuse('gateway.session-limit', message.idText, { headers: { 'retry-after': '60' } });
  const result = objectText([
    ['protocolVersion', JSON.stringify(revision)],
    ['capabilities', capabilitiesText],
    ['serverInfo', serverInfoText(workspace, version)],
  ]);
  return new Reply(
    200,
    { 'content-type': 'application/json', 'mcp-session-id': session.id },
    resultMessage(message.idText, result),
    SUCCESS,
  );
}
