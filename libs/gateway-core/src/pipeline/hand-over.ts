import { memberString } from '@mcpnest/mcp-protocol';
import { nodeOfState } from '../bridge/request-state.js';
import { ElsewhereReply, type Reply } from '../exchange/reply.js';
import type { MessageRead } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * Hands a retry on to the replica where its call waits, before anything of it is recorded here. A replica that cannot be reached
 * takes its calls with it; the retry then stays here and is told so.
 */
export function handOver(facts: MessageRead, { replicas }: GatewayParts): MessageRead | Reply {
  const { inbound } = facts;
  if (inbound.kind !== 'request' || !inbound.params?.has('requestState')) return facts;
  const state = memberString(inbound, 'requestState');
  const node = state === undefined ? undefined : nodeOfState(state);
  if (node === undefined || node === replicas.self || !replicas.isReachable(node)) return facts;
  return new ElsewhereReply(node, inbound.text);
}
