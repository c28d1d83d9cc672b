import {
  isLegacyRevision,
  LATEST_LEGACY,
  memberString,
  memberText,
  objectText,
  resultMessage,
  type InboundMessage,
} from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { clientLabel } from '../exchange/client-label.js';
import { Reply, SUCCESS } from '../exchange/reply.js';
import type { ClassifiedMessage } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { instructionsOf, legacyCapabilities, serverInfoText } from '../pipeline/self-description.js';
import type { ClientCapabilities } from '../ports/upstream-connector.js';
import { routeFor } from '../routing/canaries.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import { LegacySession, newSessionId, principalKeyOf } from './legacy-session.js';

/** Room for what a client can say of its capabilities; the session keeps them. */
const CAPABILITIES_LENGTH_MAX = 16 * 1024;

/** The legacy handshake: agrees on a revision and opens a session bound to the principal (2025-11-25, Lifecycle). */
export async function initialize(facts: ClassifiedMessage, parts: GatewayParts): Promise<Reply> {
  const { message, workspace, exchange } = facts;
  const asked = memberString(message, 'protocolVersion');
  const capabilities = capabilitiesOf(message);
  if (asked === undefined || capabilities === undefined) {
    return refuse('gateway.invalid-params', message.idText, {
      detail: 'initialize needs protocolVersion, capabilities and clientInfo, of reasonable length.',
    });
  }
  const clientInfo = memberText(message, 'clientInfo');
  const session = new LegacySession({
    id: newSessionId(),
    principalKey: principalKeyOf(exchange.principal),
    workspaceId: workspace.workspaceId,
    revision: isLegacyRevision(asked) ? asked : LATEST_LEGACY,
    clientName: clientLabel(clientInfo === undefined ? undefined : JSON.parse(clientInfo)),
    capabilities,
    logLevel: null,
    subscriptions: [],
  });
  if (!(await parts.sessions.add(session))) {
    return refuse('gateway.session-limit', message.idText, { headers: { 'retry-after': '60' } });
  }
  if (session.record.clientName !== null) parts.noteClient?.(exchange.principal.tokenId, session.record.clientName);
  const headers = { 'content-type': 'application/json', 'mcp-session-id': session.record.id };
  // From now on it is the session that canaries go by.
  const seen = routeFor(workspace, { tokenId: exchange.principal.tokenId, sessionId: session.record.id });
  return new Reply(200, headers, resultMessage(message.idText, initializeResult(session, seen, parts)), SUCCESS);
}

function initializeResult({ record }: LegacySession, workspace: WorkspaceRoute, parts: GatewayParts): string {
  const members: [string, string][] = [
    ['protocolVersion', JSON.stringify(record.revision)],
    ['capabilities', legacyCapabilities(workspace, parts, record.revision)],
    ['serverInfo', serverInfoText(workspace, parts.version)],
  ];
  const instructions = instructionsOf(workspace, parts);
  if (instructions !== undefined) members.push(['instructions', JSON.stringify(instructions)]);
  return objectText(members);
}

/** Undefined where they are too long. Lenient otherwise: what is no object declares nothing. */
function capabilitiesOf(message: InboundMessage): ClientCapabilities | undefined {
  const text = memberText(message, 'capabilities');
  if (text === undefined || !text.startsWith('{')) return {};
  return text.length > CAPABILITIES_LENGTH_MAX ? undefined : (JSON.parse(text) as ClientCapabilities);
}
