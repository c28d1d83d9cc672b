import { objectText, resultMessage, type InboundMessage } from '@mcpnest/mcp-protocol';
import { jsonReply, type Reply } from '../exchange/reply.js';
import { refuse } from './refuse.js';

/**
 * The answer to a legacy client where its request needs something that it cannot give: a tool says so in its result, so that
 * the model reads it; everything else ends in an error.
 */
export function clientCannot(message: InboundMessage, detail: string): Reply {
  if (message.method !== 'tools/call') return refuse('gateway.client-cannot', message.idText, { detail });
  const text = objectText([
    ['type', '"text"'],
    ['text', JSON.stringify(detail)],
  ]);
  const result = objectText([
    ['content', `[${text}]`],
    ['isError', 'true'],
  ]);
  return jsonReply(200, resultMessage(message.idText, result), { outcome: 'tool_error', status: 200, reason: 'gateway.client-cannot' });
}
