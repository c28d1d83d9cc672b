import { objectText, resultMessage, toLegacyResult, toModernResult } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { jsonReply, SUCCESS, type Disposition, type Reply } from '../exchange/reply.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import { translateError } from '../errors/translate-error.js';
import type { Forwarded } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { serverInfoText } from './self-description.js';

const TOOL_ERROR: Disposition = { outcome: 'tool_error', status: 200, reason: null };

/** Puts the answer into the words of the client's era; bytes that need no change are not touched. */
export function shapeReply(facts: Forwarded, parts: GatewayParts): Reply {
  const { answer, message } = facts;
  if (answer.kind === 'call') return shapeCall(facts, answer.upstream, parts);
  const list: [string, string][] = [['tools', answer.toolsText]];
  // The gateway sends no list_changed yet and filters per token, so it vouches for no age and for no sharing.
  if (facts.era === 'modern') list.unshift(['resultType', '"complete"'], ['ttlMs', '0'], ['cacheScope', '"private"']);
  return jsonReply(200, resultMessage(message.idText, objectText(list)));
}

function shapeCall(facts: Forwarded, { reply, era: upstreamEra }: UpstreamAnswer, { version }: GatewayParts): Reply {
  const { era, message, workspace } = facts;
  if (reply.kind === 'error') return shapeError(facts, reply.error!);
  if (reply.resultType !== undefined && reply.resultType !== 'complete') {
    return refuse('gateway.upstream-broken', message.idText, {
      detail: 'The server asked back for something that this call could not give.',
    });
  }
  const disposition = reply.isError ? TOOL_ERROR : SUCCESS;
  const isSameEra = era === upstreamEra && (era === 'legacy' || reply.resultType !== undefined);
  if (isSameEra) return jsonReply(200, resultMessage(message.idText, reply.resultText!), disposition);
  const text = era === 'modern' ? toModernResult(reply, { serverInfoText: serverInfoText(workspace, version) }) : toLegacyResult(reply);
  return jsonReply(200, resultMessage(message.idText, text), disposition);
}

function shapeError(
  { era, message }: Forwarded,
  error: { readonly code: number; readonly message: string; readonly dataText?: string },
): Reply {
  const translated = translateError(era, error);
  const disposition: Disposition = { outcome: 'upstream_error', status: 502, reason: 'gateway.upstream-error' };
  if (!translated)
    return refuse('gateway.upstream-broken', message.idText, { disposition: { ...disposition, reason: 'gateway.upstream-broken' } });
  const { code, message: text, dataText } = translated;
  const members: [string, string][] = [
    ['code', String(code)],
    ['message', JSON.stringify(text)],
  ];
  if (dataText !== undefined) members.push(['data', dataText]);
  return jsonReply(
    200,
    objectText([
      ['jsonrpc', '"2.0"'],
      ['id', message.idText],
      ['error', objectText(members)],
    ]),
    disposition,
  );
}
