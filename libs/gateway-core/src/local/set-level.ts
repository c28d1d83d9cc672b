import { isLogLevel, LOG_LEVELS, memberString, resultMessage } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';

/**
 * `logging/setLevel` (2025-11-25, Logging): remembers the level for the session; each later request carries it to its server.
 * Without a session there is nothing to remember it for, which hurts nobody: such requests get no log messages at all.
 */
export function setLevel({ message, client }: Opened, { sessions }: GatewayParts): Reply {
  const logLevel = memberString(message, 'level');
  if (!isLogLevel(logLevel)) {
    return refuse('gateway.invalid-params', message.idText, { detail: `level must be one of ${LOG_LEVELS.join(', ')}.` });
  }
  if (client.session) {
    client.session.record = { ...client.session.record, logLevel };
    sessions.save(client.session, { logLevel, subscriptions: client.session.record.subscriptions });
  }
  return jsonReply(200, resultMessage(message.idText, '{}'));
}
