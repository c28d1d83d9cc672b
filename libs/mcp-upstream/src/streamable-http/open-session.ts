import { initializedNotification, initializeRequest, LATEST_LEGACY } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { initializeFacts } from '../sessions/initialize-facts.js';
import { failure } from '../net/failures.js';
import type { OpenSession, Profile } from '../sessions/session.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import { HttpSession } from './http-session.js';
import { ReplyCollector } from './reply-collector.js';
import type { Wire } from './wire.js';

const SESSION_ID = /^[\x21-\x7e]{1,1024}$/;

/**
 * The handshake of the legacy family: `initialize`, then `notifications/initialized`.
 * @returns the session, or the outcome of `initialize` where the server did not grant one.
 * @throws UpstreamFailure
 */
export async function tryToOpenSession(
  endpoint: Endpoint,
  wire: Wire,
  profile: Profile,
  time: CallTime,
): Promise<HttpSession | PostOutcome> {
  const id = wire.nextId();
  const text = initializeRequest({
    idText: String(id),
    protocolVersion: LATEST_LEGACY,
    capabilitiesText: profile,
    clientInfo: wire.clientInfo,
  });
  const outcome = await endpoint.post({ id, text, headers: endpoint.headersWith([]), events: new ReplyCollector(id, undefined) }, time);
  if (outcome.reply?.kind !== 'result') return outcome;
  const session = sessionFrom(outcome, { endpoint, wire, profile });
  const status = await endpoint.tell(initializedNotification(), session.headers, time);
  if (status >= 400) throw failure('gateway.upstream-broken', true, `The server refused the end of its handshake with HTTP ${status}`);
  return session;
}

/** How a known legacy server opens further sessions. */
export function sessionOpener(endpoint: Endpoint, wire: Wire): OpenSession {
  return async (profile, time) => {
    const opened = await tryToOpenSession(endpoint, wire, profile, time);
    if (opened instanceof HttpSession) return opened;
    answerIn({ ...opened, reply: undefined }, 'legacy');
    throw failure('gateway.upstream-broken', false, 'The server refused to open a session');
  };
}

interface Where {
  readonly endpoint: Endpoint;
  readonly wire: Wire;
  readonly profile: Profile;
}

function sessionFrom(outcome: PostOutcome, where: Where): HttpSession {
  const facts = initializeFacts(answerIn(outcome, 'legacy').reply);
  const id = outcome.sessionId;
  if (id !== undefined && !SESSION_ID.test(id))
    throw failure('gateway.upstream-broken', true, 'The server gave a session id that breaks the specification');
  return new HttpSession(facts, id, where);
}
