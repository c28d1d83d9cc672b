import { memberString, resultMessage } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { refuse } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { LegacySession } from '../sessions/legacy-session.js';

/**
 * `resources/subscribe` (2025-11-25, Resources, "Subscriptions"): answered once the resource's server has said that it honours
 * it. What is subscribed to is remembered with the session, so that it outlives the process.
 */
export async function subscribe(facts: Opened, parts: GatewayParts): Promise<Reply> {
  const { message, client, workspace, exchange } = facts;
  const { session } = client;
  const uri = memberString(message, 'uri');
  if (uri === undefined) return uriMissing(facts);
  if (!session) return refused(facts, 'Updates come on the stream of a session. Start with initialize.');
  if (session.record.subscriptions.length >= LIMITS.subscriptionsMax && !session.record.subscriptions.includes(uri)) {
    return refused(facts, `A session has at most ${LIMITS.subscriptionsMax} subscriptions.`);
  }

  const wanted = await parts.listeners.ownerOf(workspace, exchange.principal, uri);
  if (!wanted) return refuse('gateway.resource-unknown', message.idText, { data: { uri } });
  if (!(await parts.listeners.subscribe(session, workspace, exchange.principal, wanted))) {
    return refused(facts, 'The server of this resource does not tell of its updates, or cannot be heard now.');
  }
  remember(session, [...session.record.subscriptions.filter((known) => known !== uri), uri], parts);
  return jsonReply(200, resultMessage(message.idText, '{}'));
}

/** `resources/unsubscribe`: ends it, whether or not there was such a subscription. */
export function unsubscribe(facts: Opened, parts: GatewayParts): Reply {
  const { message, client } = facts;
  const { session } = client;
  const uri = memberString(message, 'uri');
  if (uri === undefined) return uriMissing(facts);
  if (!session) return refused(facts, 'There are no subscriptions without a session. Start with initialize.');
  parts.listeners.unsubscribe(session, uri);
  if (session.record.subscriptions.includes(uri)) {
    remember(
      session,
      session.record.subscriptions.filter((known) => known !== uri),
      parts,
    );
  }
  return jsonReply(200, resultMessage(message.idText, '{}'));
}

function remember(session: LegacySession, subscriptions: readonly string[], { sessions }: GatewayParts): void {
  session.record = { ...session.record, subscriptions };
  sessions.save(session, { logLevel: session.record.logLevel, subscriptions });
}

const uriMissing = ({ message }: Opened): Reply =>
  refuse('gateway.invalid-params', message.idText, { detail: 'uri must be the URI of a resource, as a string.' });

const refused = ({ message }: Opened, detail: string): Reply => refuse('gateway.subscription-refused', message.idText, { detail });
