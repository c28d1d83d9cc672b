import type { UpstreamFacts } from '@mcpnest/gateway-core';
import { META_KEYS, MODERN_REVISIONS, modernHeaders, modernRequest } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { readCapabilities, readInstructions, readServerInfo } from '../peer.js';
import type { PostOutcome } from '../streamable-http/endpoint.js';
import { ReplyCollector } from '../streamable-http/reply-collector.js';
import type { DetectionSite } from './detection-site.js';
import { judgeDiscover, type DiscoverVerdict } from './discover-verdict.js';

/** What a server answered to `server/discover`, and what that says. */
export interface Discovery {
  readonly outcome: PostOutcome;
  readonly verdict: DiscoverVerdict;
}

/**
 * Asks a server which modern revisions it speaks. One that refuses ours and names another that we speak is asked once more
 * in that one (2026-07-28, "Version negotiation"). @throws UpstreamFailure where nothing can be said about its era
 */
export async function discover(site: DetectionSite, time: CallTime): Promise<Discovery> {
  const first = await ask(site, MODERN_REVISIONS[0], time);
  if (first.verdict.kind !== 'modern' || first.outcome.reply?.kind === 'result') return first;
  const second = await ask(site, first.verdict.protocolVersion, time);
  return second.outcome.reply?.kind === 'result' ? second : { ...second, verdict: { kind: 'unsupported' } };
}

/** The facts in a result of `server/discover`. */
export function discoveredFacts({ reply }: PostOutcome, protocolVersion: string): UpstreamFacts {
  const result = JSON.parse(reply?.resultText ?? '{}') as Record<string, unknown>;
  const meta = result['_meta'] as Record<string, unknown> | null | undefined;
  return {
    era: 'modern',
    protocolVersion,
    capabilities: readCapabilities(result['capabilities']),
    serverInfo: readServerInfo(meta?.[META_KEYS.serverInfo]),
    instructions: readInstructions(result['instructions']),
  };
}

async function ask({ endpoint, wire }: DetectionSite, protocolVersion: string, time: CallTime): Promise<Discovery> {
  const id = wire.nextId();
  const envelope = { protocolVersion, clientCapabilitiesText: '{}', clientInfo: wire.clientInfo };
  const { text } = modernRequest({ idText: String(id), method: 'server/discover', params: [], envelope });
  const headers = endpoint.headersWith(Object.entries(modernHeaders(protocolVersion, 'server/discover')).flat());
  const post = { id, text, headers, events: new ReplyCollector(id, undefined) };
  const outcome = await endpoint.post(post, time);
  return { outcome, verdict: judgeDiscover(outcome.status, outcome.reply) };
}
