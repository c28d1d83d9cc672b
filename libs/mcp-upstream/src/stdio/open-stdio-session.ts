import { initializedNotification, initializeRequest, LATEST_LEGACY } from '@mcpnest/mcp-protocol';
import { UNSTOPPED, startingNow, type CallTime } from '../call-time.js';
import { asUnsent, failure } from '../net/failures.js';
import { ChannelSession } from '../sessions/channel-session.js';
import { initializeFacts } from '../sessions/initialize-facts.js';
import type { OpenSession, Profile, Session } from '../sessions/session.js';
import type { Wire } from '../streamable-http/wire.js';
import type { StdioChannel } from './stdio-channel.js';

const HANDSHAKE_MS = 30_000;

/** How legacy sessions are opened with a local server: each has a process of its own. */
export function stdioOpener(start: (profile: Profile, time: CallTime) => Promise<StdioChannel>, wire: Wire): OpenSession {
  return async (profile) => {
    // Programs take longer to begin than connections, and whoever waits has a deadline of its own.
    const time = startingNow(HANDSHAKE_MS, UNSTOPPED);
    const channel = await start(profile, time);
    try {
      return await initialize(channel, wire, profile, time);
    } catch (error) {
      void channel.close();
      throw asUnsent(error);
    }
  };
}

async function initialize(channel: StdioChannel, wire: Wire, profile: Profile, time: CallTime): Promise<Session> {
  const id = wire.nextId();
  const opening = { idText: String(id), protocolVersion: LATEST_LEGACY, capabilitiesText: profile, clientInfo: wire.clientInfo };
  const { reply } = await channel.ask(id, initializeRequest(opening), time);
  if (reply.error) throw failure('gateway.upstream-unsupported', false, `The server refused initialize with error ${reply.error.code}`);
  const facts = initializeFacts(reply);
  channel.say(initializedNotification());
  return new ChannelSession(facts, channel, wire, profile);
}
