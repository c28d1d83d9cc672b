import { refuse } from '../errors/refuse.js';
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
    if (!known.isGeneral || known.isOver || listenOn(known, session, facts, parts)) return streamReply(connection);
    known.disconnect();
    return tooMany();
  }
  const stream = new MessageStream(parts, { id: newStreamId(), isGeneral: true });
  if (session.primesStreams) stream.prime();
  if (!listenOn(stream, session, facts, parts)) {
    stream.end();
    stream.forget();
    return tooMany();
  }
  session.streams.keep(stream);
  return streamReply(stream);
}

/** Makes the stream one of those that the session is heard on, for as long as its client is connected. */
function listenOn(stream: MessageStream, session: LegacySession, { exchange, workspace }: SessionFound, parts: GatewayParts): boolean {
  const open = { principalKey: session.record.principalKey, end: () => stream.end() };
  if (!parts.openStreams.add(open)) return false;
  stream.onDisconnected = () => {
    parts.openStreams.delete(open);
    session.streams.unhear(stream);
    parts.listeners.sessionClosed(session);
  };
  session.streams.hear(stream);
  parts.listeners.sessionOpened(session, workspace, exchange.principal);
  return true;
}

const tooMany = (): Reply =>
  refuse('gateway.session-limit', undefined, {
    detail: 'This token has too many open streams. Close one.',
    headers: { 'retry-after': '60' },
  });
