import { streamReply, type Reply } from '../exchange/reply.js';
import type { SessionFound } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { MessageStream } from '../streams/message-stream.js';
import { newStreamId, readEventId } from '../streams/stream-id.js';
import type { LegacySession } from './legacy-session.js';

/**
 * GET with a session: the stream for what belongs to no request, or, with `Last-Event-ID`, the stream that this event came on
 * (2025-11-25, "Resumability and Redelivery"). An id that names none of this session's streams gets a fresh one.
 */
export function openSessionStream(facts: SessionFound, session: LegacySession, parts: GatewayParts): Reply {
  const { lastEventId } = facts.headers;
  const event = lastEventId === undefined ? undefined : readEventId(lastEventId);
  const known = event && session.streams.find(event.streamId);
  if (event && known) {
    // Connected first, so that what listening brings at once is not lost.
    const connection = known.resume(event.number);
    const refusal = known.isGeneral && !known.isOver ? listenOn(known, session, facts, parts) : undefined;
    if (!refusal) return streamReply(connection);
    known.disconnect();
    return refusal;
  }
  const stream = new MessageStream(parts, { id: newStreamId(), isGeneral: true });
  if (session.primesStreams) stream.prime();
  const refusal = listenOn(stream, session, facts, parts);
  if (refusal) {
    stream.end();
    stream.forget();
    return refusal;
  }
  session.streams.keep(stream);
  return streamReply(stream);
}

/** Makes the stream one of those that the session is heard on, for as long as its client is connected. @returns why it cannot be */
function listenOn(
  stream: MessageStream,
  session: LegacySession,
  { exchange, workspace }: SessionFound,
  parts: GatewayParts,
): Reply | undefined {
  const open = { principalKey: session.record.principalKey, end: () => stream.end() };
  const refusal = parts.openStreams.add(open);
  if (refusal) return refusal;
  stream.onDisconnected = () => {
    parts.openStreams.delete(open);
    session.streams.unhear(stream);
    parts.listeners.sessionClosed(session);
  };
  session.streams.hear(stream);
  parts.listeners.sessionOpened(session, workspace, exchange.principal);
  return undefined;
}
