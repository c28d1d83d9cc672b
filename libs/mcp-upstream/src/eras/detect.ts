import { performance } from 'node:perf_hooks';
import type { EraOption, UpstreamFailureCode } from '@mcpnest/gateway-core';
import type { CallTime } from '../call-time.js';
import { NoSseStream, SseChannel } from '../legacy-sse/sse-channel.js';
import { openOnChannel, sseOpener } from '../legacy-sse/open-sse-session.js';
import { failure } from '../net/failures.js';
import type { Peer } from '../peer.js';
import { LegacyPeer } from '../sessions/legacy-peer.js';
import { NO_CAPABILITIES } from '../sessions/profile.js';
import { answerIn } from '../streamable-http/answer.js';
import type { PostOutcome } from '../streamable-http/endpoint.js';
import { HttpSession } from '../streamable-http/http-session.js';
import { ModernPeer } from '../streamable-http/modern-peer.js';
import { sessionOpener, tryToOpenSession } from '../streamable-http/open-session.js';
import type { DetectionSite } from './detection-site.js';
import { discover, discoveredFacts, type Discovery } from './discover.js';

/** A server, and how long its era may be remembered, milliseconds. */
export interface Detection {
  readonly peer: Peer;
  readonly validMs: number;
}

/** A wrong modern verdict fails loudly; this is for what a new release of the server has to offer. */
const MODERN_VALID_MS = 10 * 60_000;
/** An upgraded server still answers `initialize` and would be spoken to in the old era for ever. */
const LEGACY_VALID_MS = 24 * 60 * 60_000;
/** The server was in trouble when it was asked for its era. */
const DOUBTFUL_VALID_MS = 60_000;
/** What a server of HTTP+SSE may take to say where to post to. */
const FIRST_EVENT_MS = 4_000;

/**
 * Finds out which era and transport a server speaks, or holds it to the one the operator named, and opens it. In this order:
 * `server/discover`, `initialize`, a GET whose first event is `endpoint` (2026-07-28, "Backwards compatibility").
 * @throws UpstreamFailure
 */
export async function detectPeer(site: DetectionSite, era: EraOption, time: CallTime): Promise<Detection> {
  if (era === 'sse') return { peer: await openSsePeer(site, time), validMs: Infinity };
  if (era === 'legacy') return { peer: await openLegacy(site, undefined, time), validMs: Infinity };
  const discovery = await discover(site, time);
  const { outcome, verdict } = discovery;
  if (verdict.kind === 'modern') {
    const facts = discoveredFacts(outcome, verdict.protocolVersion);
    return { peer: new ModernPeer(facts, site.endpoint, site.wire), validMs: MODERN_VALID_MS };
  }
  if (verdict.kind === 'unsupported') throw failure('gateway.upstream-unsupported', true);
  if (era === 'modern') throw notModern(discovery);
  const peer = await openLegacy(site, outcome, time);
  return { peer, validMs: verdict.kind === 'outage' ? DOUBTFUL_VALID_MS : LEGACY_VALID_MS };
}

async function openLegacy(site: DetectionSite, discovered: PostOutcome | undefined, time: CallTime): Promise<Peer> {
  const { endpoint, wire } = site;
  const opened = await tryToOpenSession(endpoint, wire, NO_CAPABILITIES, time);
  if (opened instanceof HttpSession) return new LegacyPeer(opened, sessionOpener(endpoint, wire));
  if (opened.status === 429 || opened.status >= 500) answerIn({ ...opened, reply: undefined }, 'legacy');
  const tried = [...(discovered ? [`server/discover (HTTP ${discovered.status})`] : []), `initialize (HTTP ${opened.status})`];
  return fallBack(site, tried, time);
}

/** The last attempt: a stream of HTTP+SSE. */
async function fallBack(site: DetectionSite, tried: readonly string[], time: CallTime): Promise<Peer> {
  try {
    return await openSsePeer(site, time);
  } catch (error) {
    if (!(error instanceof NoSseStream) || !SAYS_NOTHING_ELSE.has(error.code)) throw error;
    const all = [...tried, error.status === undefined ? 'GET (no endpoint event)' : `GET (HTTP ${error.status})`];
    throw failure(
      'gateway.upstream-unsupported',
      true,
      `There is no MCP server at this URL, or one that the gateway does not understand: it refused ${all.join(', ')}`,
    );
  }
}

/** Reasons for which a GET opened no stream that only mean that there is none. */
const SAYS_NOTHING_ELSE: ReadonlySet<UpstreamFailureCode> = new Set(['gateway.upstream-unsupported', 'gateway.upstream-timeout']);

async function openSsePeer({ endpoint, url, wire }: DetectionSite, time: CallTime): Promise<Peer> {
  const deadlineAt = Math.min(time.deadlineAt, performance.now() + FIRST_EVENT_MS);
  const channel = await SseChannel.open(endpoint, url, { ...time, deadlineAt });
  return new LegacyPeer(await openOnChannel(channel, wire, NO_CAPABILITIES, time), sseOpener(endpoint, url, wire));
}

function notModern({ outcome: { status }, verdict }: Discovery): Error {
  if (verdict.kind === 'outage') return failure('gateway.upstream-broken', true, `The server failed with HTTP ${status}`);
  return failure(
    'gateway.upstream-unsupported',
    true,
    'The server does not speak the modern protocol family that its transport names; set the era to auto or legacy',
  );
}
