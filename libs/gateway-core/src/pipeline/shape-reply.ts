import {
  downgradeContent,
  META_KEYS,
  objectText,
  resultMessage,
  toLegacyResult,
  toModernResult,
  wrapStructuredContent,
  type UpstreamReply,
} from '@mcpnest/mcp-protocol';
import type { Errand } from '../bridge/errand.js';
import { refuse } from '../errors/refuse.js';
import { shapeError } from '../errors/shape-error.js';
import { jsonReply, SUCCESS, type Disposition, type Reply } from '../exchange/reply.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import type { Forwarded } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { serverInfoText } from './self-description.js';

const TOOL_ERROR: Disposition = { outcome: 'tool_error', status: 200, reason: null };
/** The first revision with links and structured output in results; older ones get them in other words. */
const FULL_CONTENT = '2025-06-18';

/** Puts the answer into the words of the client's era; bytes that need no change are not touched. */
export function shapeReply(facts: Forwarded, parts: GatewayParts): Reply {
  const { answer } = facts;
  return answer.kind === 'errand' ? shapeAnswer(facts, answer.errand, answer.upstream, parts) : shapeList(facts, answer.members, parts);
}

function shapeList({ era, message, workspace }: Forwarded, members: readonly (readonly [string, string])[], parts: GatewayParts): Reply {
  const all =
    era === 'legacy'
      ? members
      : [
          ['resultType', '"complete"'] as const,
          ...members,
          ['_meta', objectText([[META_KEYS.serverInfo, serverInfoText(workspace, parts.version)]])] as const,
        ];
  return jsonReply(200, resultMessage(message.idText, objectText(all)));
}

function shapeAnswer(facts: Forwarded, errand: Errand, upstream: UpstreamAnswer, parts: GatewayParts): Reply {
  const { era, client, message } = facts;
  const { reply } = upstream;
  if (reply.kind === 'error') return shapeError(facts, errand, upstream);
  // A legacy server's member of this name is its own affair, as long as nobody modern reads it.
  if (reply.resultType !== undefined && reply.resultType !== 'complete' && (era === 'modern' || upstream.era === 'modern')) {
    return refuse('gateway.upstream-broken', message.idText, { detail: 'The server answered in a way that this request has no use for.' });
  }
  const { resultText = '{}' } = reply;
  if (errand.method !== 'resources/read' && resultText.includes('"uri"')) parts.views.noteLinks(errand.exposure, resultText);
  let text = era === 'modern' ? forModern(facts, errand, upstream, parts) : forLegacy(upstream);
  if (errand.uris) text = errand.uris.toPublished(text);
  if (era === 'legacy' && client.revision < FULL_CONTENT) text = downgradeContent(text, client.revision);
  return jsonReply(200, resultMessage(message.idText, text), reply.isError ? TOOL_ERROR : SUCCESS);
}

function forLegacy({ era, reply }: UpstreamAnswer): string {
  if (era === 'legacy') return reply.resultText!;
  const text = toLegacyResult(reply);
  return reply.resultMembers?.has('structuredContent') ? wrapStructuredContent(text) : text;
}

function forModern({ workspace }: Forwarded, { method }: Errand, { era, reply }: UpstreamAnswer, { version }: GatewayParts): string {
  // Whoever reads through us does so with rights of their own, so that nothing read may be shared (2026-07-28, Caching).
  const cache = method === 'resources/read' ? { ttlMs: era === 'modern' ? ttlOf(reply) : 0, cacheScope: 'private' as const } : undefined;
  if (era === 'modern' && reply.resultType !== undefined) return cache ? toModernResult(reply, { cache }) : reply.resultText!;
  return toModernResult(reply, { serverInfoText: serverInfoText(workspace, version), cache });
}

/** How long a server vouches for what was read, in milliseconds; a hint that makes no sense is none. */
function ttlOf({ resultText = '', resultMembers }: UpstreamReply): number {
  const span = resultMembers?.get('ttlMs');
  const ttlMs = span ? Number(resultText.slice(span.start, span.end)) : 0;
  return Number.isSafeInteger(ttlMs) && ttlMs > 0 ? ttlMs : 0;
}
