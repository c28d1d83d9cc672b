import { memberText } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { streamReply, type Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { serverInfoText } from '../pipeline/self-description.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import { MessageStream } from '../streams/message-stream.js';
import type { Listener } from '../watch/listener.js';
import { readListenFilter, type ListenFilter } from './listen-filter.js';
import { ListenStream } from './listen-stream.js';

/**
 * `subscriptions/listen` (2026-07-28, Subscriptions): answers with an event stream, whatever the client accepts, for there is no
 * other form of it. The stream ends when its client closes it, when nothing of what was asked for can be honoured, or from
 * our side. It counts among its token's open streams while it lasts, and among its requests only until it has begun.
 */
export function listen(facts: Opened, parts: GatewayParts): Reply {
  const { message, exchange, workspace } = facts;
  const filter = readListenFilter(memberText(message, 'notifications'));
  if (typeof filter === 'string') return refuse('gateway.invalid-params', message.idText, { detail: filter });

  const stream = new MessageStream(parts);
  const identity = {
    principalKey: principalKeyOf(exchange.principal),
    idText: message.idText,
    serverInfoText: serverInfoText(workspace, parts.version),
  };
  const listening = new ListenStream(stream, identity, filter.kinds);
  const refusal = parts.openStreams.add(listening, message.idText);
  if (refusal) {
    stream.end();
    return refusal;
  }
  const listener = parts.listeners.add(workspace, listening);
  stream.onDisconnected = () => {
    parts.openStreams.delete(listening);
    parts.listeners.remove(listener);
  };
  acknowledge(facts, parts, { filter, listening, listener }).catch((error: unknown) => {
    parts.log.fault(error, { workspace: workspace.slug, during: 'subscriptions/listen' });
    listening.end();
  });
  return streamReply(stream);
}

interface Listening {
  readonly filter: ListenFilter;
  readonly listening: ListenStream;
  readonly listener: Listener;
}

/** Subscribes to what the token may see, and says which of it will be heard of. */
async function acknowledge(
  { workspace, exchange }: Opened,
  { listeners }: GatewayParts,
  { filter, listening, listener }: Listening,
): Promise<void> {
  const owners = await Promise.all(filter.uris.map((uri) => listeners.ownerOf(workspace, exchange.principal, uri)));
  for (const wanted of owners) if (wanted) listener.subscribe(wanted);
  const uris = await listener.honours(filter.uris);
  for (const uri of filter.uris) if (!uris.includes(uri)) listener.unsubscribe(uri);
  listening.acknowledge({ kinds: filter.kinds, uris });
  if (filter.kinds.length === 0 && uris.length === 0) listening.end();
}
