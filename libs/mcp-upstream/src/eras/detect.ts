import { MODERN_REVISIONS } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import { answerIn } from '../streamable-http/answer.js';
import type { Endpoint, PostOutcome } from '../streamable-http/endpoint.js';
import { LegacyPeer } from '../streamable-http/legacy-peer.js';
import { openSession } from '../streamable-http/legacy-session.js';
import { flat, modernMessage, ModernPeer } from '../streamable-http/modern-peer.js';
import { readInstructions, readServerInfo, type Peer } from '../peer.js';
import type { Wire } from '../streamable-http/wire.js';
import { judgeDiscover, type DiscoverVerdict } from './discover-verdict.js';

/** A server, and how long its era may be remembered, milliseconds. */
export interface Detection {
  readonly peer: Peer;
  readonly validMs: number;
}

/** Wrong modern verdicts fail loudly, so they may stay. */
const MODERN_VALID_MS = Infinity;
/** An upgraded server still answers `initialize` and would be spoken to in the old era for ever. */
const LEGACY_VALID_MS = 24 * 60 * 60_000;
/** The server was in trouble when it was asked for its era. */
const DOUBTFUL_VALID_MS = 60_000;

/** Finds out which era a server speaks, or holds it to the one the operator named, and opens it. @throws UpstreamFailure */
export async function detectPeer(endpoint: Endpoint, wire: Wire, era: 'auto' | 'modern' | 'legacy', time: CallTime): Promise<Detection> {
  if (era === 'legacy') return { peer: await openLegacy(endpoint, wire, time, undefined), validMs: Infinity };
  const [outcome, verdict] = await discover(endpoint, wire, time);
  if (verdict.kind === 'modern') return { peer: modernPeer(endpoint, wire, outcome, verdict.protocolVersion), validMs: MODERN_VALID_MS };
  if (verdict.kind === 'unsupported') throw failure('gateway.upstream-unsupported', true);
  if (era === 'modern') throw notModern(outcome, verdict);
  const peer = await openLegacy(endpoint, wire, time, outcome);
  return { peer, validMs: verdict.kind === 'outage' ? DOUBTFUL_VALID_MS : LEGACY_VALID_MS };
}

async function discover(endpoint: Endpoint, wire: Wire, time: CallTime): Promise<[PostOutcome, DiscoverVerdict]> {
  const id = wire.nextId();
  const { text, headers } = modernMessage(
    wire,
    MODERN_REVISIONS[0],
    { method: 'server/discover', params: [], meta: [], clientCapabilities: {} },
    id,
  );
  const outcome = await endpoint.post({ id, text, headers: flat(headers) }, time);
  return [outcome, judgeDiscover(outcome.status, outcome.reply)];
}

function modernPeer(endpoint: Endpoint, wire: Wire, { reply }: PostOutcome, protocolVersion: string): ModernPeer {
  const result = JSON.parse(reply?.resultText ?? '{}') as Record<string, unknown>;
  const meta = result['_meta'] as Record<string, unknown> | null | undefined;
  const facts = {
    era: 'modern' as const,
    protocolVersion,
    serverInfo: readServerInfo(meta?.['io.modelcontextprotocol/serverInfo']),
    instructions: readInstructions(result['instructions']),
  };
  return new ModernPeer(facts, endpoint, wire);
}

async function openLegacy(endpoint: Endpoint, wire: Wire, time: CallTime, discovered: PostOutcome | undefined): Promise<LegacyPeer> {
  const opened = await openSession(endpoint, wire, time);
  if ('facts' in opened) return new LegacyPeer(opened, endpoint, wire);
  if (opened.status === 429 || opened.status >= 500) answerIn({ ...opened, reply: undefined }, 'legacy');
  if ([400, 404, 405].includes(opened.status) && (await endpoint.opensOldStream(time))) {
    throw failure(
      'gateway.upstream-unsupported',
      true,
      'The server speaks the old HTTP+SSE transport, which is not available in this release',
    );
  }
  const tried = discovered
    ? `server/discover (HTTP ${discovered.status}) and initialize (HTTP ${opened.status})`
    : `initialize (HTTP ${opened.status})`;
  throw failure(
    'gateway.upstream-unsupported',
    true,
    `There is no MCP server at this URL, or one that the gateway does not understand: it refused ${tried}`,
  );
}

function notModern({ status }: PostOutcome, verdict: DiscoverVerdict): Error {
  if (verdict.kind === 'outage') return failure('gateway.upstream-broken', true, `The server failed with HTTP ${status}`);
  return failure(
    'gateway.upstream-unsupported',
    true,
    'The server does not speak the modern protocol family that its transport names; set the era to auto or legacy',
  );
}
