import { classifyInbound } from '@mcpnest/mcp-protocol';
import { refuseRejection } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import { withClassified } from './add-facts.js';
import type { ClassifiedMessage, OneMessage } from './facts.js';

/** Decides the era of the message, once, from its body; headers are only held against it. */
export function classify(facts: OneMessage): ClassifiedMessage | Reply {
  const classified = classifyInbound(facts.message, facts.headers);
  if (classified.rejection) return refuseRejection(classified.rejection);
  if (classified.kind === 'batch') throw new Error('a single message was classified as a batch');
  facts.scope.classified(classified.era);
  return withClassified(facts, classified);
}
