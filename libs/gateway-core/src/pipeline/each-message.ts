import { isModernRevision, META_KEYS, type InboundBatch } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { dispositionOf } from '../errors/dispositions.js';
import { acceptedReply, jsonReply, type Reply } from '../exchange/reply.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import type { MessageRead, OneMessage } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { MessageScope } from './message-scope.js';
import { openRecord } from './open-record.js';
import type { Pipeline, Stage } from './stage.js';

const BATCH_REVISION = '2025-03-26';

/** Runs the rest of the way for the message, or for each message of a batch, and closes its record whatever happens. */
export function eachMessage(perMessage: Pipeline<OneMessage, OneMessage>): Stage<MessageRead, never> {
  return async (read, parts) =>
    read.inbound.kind === 'batch' ? runBatch(read, read.inbound, perMessage, parts) : runOne(read, read.inbound, perMessage, parts);
}

async function runOne(
  read: MessageRead,
  message: OneMessage['message'],
  perMessage: Pipeline<OneMessage, OneMessage>,
  parts: GatewayParts,
): Promise<Reply> {
  const scope = new MessageScope();
  const { exchange, table, workspace, headers, requestBytes } = read;
  openRecord({ exchange, workspace, message, requestBytes, scope }, parts);
  try {
    const reply = await perMessage.run({ exchange, table, workspace, headers, requestBytes, message, scope }, parts);
    scope.close(reply.disposition, reply.body === undefined ? 0 : parts.byteLength(reply.body), parts.clock.monotonic());
    return reply;
  } catch (error) {
    scope.close(dispositionOf('gateway.internal'), null, parts.clock.monotonic());
    throw error;
  }
}

/** JSON-RPC batches exist in one revision only; elsewhere they are refused (2025-06-18 changelog). */
async function runBatch(
  read: MessageRead,
  batch: InboundBatch,
  perMessage: Pipeline<OneMessage, OneMessage>,
  parts: GatewayParts,
): Promise<Reply> {
  const fault = batchFault(read, batch, parts);
  if (fault) return fault;
  const replies = await Promise.all(batch.elements.map((message) => runOne(read, message, perMessage, parts)));
  const bodies = replies.flatMap(({ body }) => (body === undefined ? [] : [body]));
  return bodies.length === 0 ? acceptedReply() : jsonReply(200, `[${bodies.join(',')}]`);
}

function batchFault({ exchange, headers }: MessageRead, batch: InboundBatch, { sessions }: GatewayParts): Reply | undefined {
  const isModern =
    isModernRevision(headers.protocolVersion) || batch.elements.some(({ meta }) => meta?.[META_KEYS.protocolVersion] !== undefined);
  if (isModern)
    return refuse('gateway.invalid-message', undefined, { detail: 'Send one message per request: this revision has no batches.' });
  const session = headers.sessionId === undefined ? undefined : sessions.find(principalKeyOf(exchange.principal), headers.sessionId);
  if (headers.sessionId !== undefined && !session)
    return refuse('gateway.session-unknown', undefined, { detail: 'Start again with initialize.' });
  if (session?.revision !== BATCH_REVISION) {
    return refuse('gateway.invalid-message', undefined, {
      detail: `Send one message per request: only sessions of revision ${BATCH_REVISION} have batches.`,
    });
  }
  if (batch.elements.some(({ method }) => method === 'initialize')) {
    return refuse('gateway.invalid-message', undefined, { detail: 'initialize may not be part of a batch.' });
  }
  return undefined;
}
