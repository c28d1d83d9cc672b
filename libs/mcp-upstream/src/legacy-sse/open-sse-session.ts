import { initializedNotification, initializeRequest, LATEST_LEGACY } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { ChannelSession } from '../sessions/channel-session.js';
import { initializeFacts } from '../sessions/initialize-facts.js';
import { asUnsent, failure } from '../net/failures.js';
import type { OpenSession, Profile } from '../sessions/session.js';
import type { Endpoint } from '../streamable-http/endpoint.js';
import type { Wire } from '../streamable-http/wire.js';
import { SseChannel } from './sse-channel.js';

/** How sessions are opened over HTTP+SSE (2024-11-05): each has a stream of its own. */
export function sseOpener(endpoint: Endpoint, url: URL, wire: Wire): OpenSession {
  return async (profile, time) => openOnChannel(await SseChannel.open(endpoint, url, time), wire, profile, time);
}

/**
 * The handshake on a stream that is open; without success the stream is closed. Any legacy revision that the server answers
 * will do, because servers of later ones kept this transport. @throws UpstreamFailure, never `sent`, or the signal's reason
 */
export async function openOnChannel(channel: SseChannel, wire: Wire, profile: Profile, time: CallTime): Promise<ChannelSession> {
  try {
    const id = wire.nextId();
    const opening = { idText: String(id), protocolVersion: LATEST_LEGACY, capabilitiesText: profile, clientInfo: wire.clientInfo };
    const { reply } = await channel.ask(id, initializeRequest(opening), time);
    if (reply.error) throw failure('gateway.upstream-unsupported', false, `The server refused initialize with error ${reply.error.code}`);
    const facts = initializeFacts(reply);
    channel.speak(facts.protocolVersion);
    await channel.tell(initializedNotification(), time);
    return new ChannelSession(facts, channel, wire, profile);
  } catch (error) {
    void channel.close();
    throw asUnsent(error);
  }
}
