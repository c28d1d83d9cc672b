import { initializedNotification, initializeRequest, isLegacyRevision, LATEST_LEGACY } from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import { readInstructions, readServerInfo, type PeerFacts } from '../peer.js';
import type { Wire } from './wire.js';

const SESSION_ID = /^[\x21-\x7e]{1,1024}$/;
const FAREWELL_MS = 1_000;

/** What a server granted in answer to `initialize`. */
export interface LegacySession {
  readonly facts: PeerFacts;
  /** Absent where the server keeps no sessions. */
  readonly id: string | undefined;
  /** Repeated on every later request. */
  readonly headers: readonly string[];
}

/**
 * The handshake of the legacy family: `initialize`, then `notifications/initialized`.
 * No capabilities are declared: what a server then asks is answered with "method not found".
 * @returns the session, or the outcome of `initialize` where the server did not grant one.
 * @throws UpstreamFailure
 */
export async function openSession(endpoint: Endpoint, wire: Wire, time: CallTime): Promise<LegacySession | PostOutcome> {
  const id = wire.nextId();
  const text = initializeRequest({
    idText: String(id),
    protocolVersion: LATEST_LEGACY,
    capabilitiesText: '{}',
    clientInfo: wire.clientInfo,
  });
  const outcome = await endpoint.post({ id, text, headers: [] }, time);
  if (outcome.reply?.kind !== 'result') return outcome;
  const session = sessionFrom(outcome);
  const status = await endpoint.tell(initializedNotification(), session.headers, time);
  if (status >= 400) throw failure('gateway.upstream-broken', true, `The server refused the end of its handshake with HTTP ${status}`);
  return session;
}

/** Ends a session politely; whatever comes of it. */
export async function closeSession(endpoint: Endpoint, session: LegacySession): Promise<void> {
  if (session.id === undefined) return;
  await endpoint.endSession(session.headers, startingNow(FAREWELL_MS, UNSTOPPED)).catch(() => undefined);
}

function sessionFrom(outcome: PostOutcome): LegacySession {
  const { reply } = answerIn(outcome, 'legacy');
  const result = JSON.parse(reply.resultText ?? '{}') as Record<string, unknown>;
  const version = result['protocolVersion'];
  if (typeof version !== 'string' || !isLegacyRevision(version)) throw failure('gateway.upstream-unsupported', true);
  const id = outcome.sessionId;
  if (id !== undefined && !SESSION_ID.test(id))
    throw failure('gateway.upstream-broken', true, 'The server gave a session id that breaks the specification');
  const facts: PeerFacts = {
    era: 'legacy',
    protocolVersion: version,
    serverInfo: readServerInfo(result['serverInfo']),
    instructions: readInstructions(result['instructions']),
  };
  return { facts, id, headers: ['mcp-protocol-version', version, ...(id === undefined ? [] : ['mcp-session-id', id])] };
}
