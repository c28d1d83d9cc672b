import { isModernRevision, META_KEYS, type InboundBatch } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import { dispositionOf } from '../errors/dispositions.js';
import { acceptedReply, jsonReply, type Reply } from '../exchange/reply.js';
import { RequestChannel } from '../streams/request-channel.js';
import { takesStreams } from '../streams/takes-streams.js';
import { withMessage } from './add-facts.js';
import type { MessageRead, OneMessage } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { MessageScope } from './message-scope.js';
import { openRecord } from './open-record.js';
import { openTrace } from './open-trace.js';
import type { Pipeline, Stage } from './stage.js';

/** Said where the call ran and its record could not be made safe. */
const UNRECORDED = { detail: 'The call ran, but it could not be recorded, and this workspace gives no answer then. Ask an operator.' };
const BATCH_REVISION = '2025-03-26';

type PerMessage = Pipeline<OneMessage, OneMessage>;

/** Runs the rest of the way for the message, or for each message of a batch, and closes its record whatever happens. */
export function eachMessage(perMessage: PerMessage): Stage<MessageRead, never> {
  return (read, parts) => {
    const { inbound, headers } = read;
    if (inbound.kind === 'batch') return runBatch(read, inbound, perMessage, parts);
    if (inbound.kind !== 'request' || !takesStreams(headers.accept)) {
      const channel = new RequestChannel(inbound.idText, false, read.exchange.signal, neverStreams, parts);
      return runOne(withMessage(read, inbound, new MessageScope(), channel), perMessage, parts);
    }
    return new Promise((resolve, reject) => {
      const channel = new RequestChannel(inbound.idText, true, read.exchange.signal, resolve, parts);
      runOne(withMessage(read, inbound, new MessageScope(), channel), perMessage, parts).then(resolve, reject);
    });
  };
}

/**
 * Runs one message to its end. The answer of the exchange may be given long before, when the message's channel becomes a stream;
 * what is returned then is of no use to anybody.
 */
async function runOne(facts: OneMessage, perMessage: PerMessage, parts: GatewayParts): Promise<Reply> {
  const { scope, channel, message } = facts;
  openTrace(facts, parts);
  openRecord(facts, parts);
  try {
    const reply = await perMessage.run(facts, parts);
    const bytes = reply.body === undefined ? 0 : parts.byteLength(reply.body);
    const isSafe = scope.close(reply.disposition, bytes, parts.clock.monotonic());
    // The record comes first: whoever has an answer has a row.
    const recorded = isSafe === undefined || (await isSafe) ? reply : refuse('gateway.audit-unavailable', message.idText, UNRECORDED);
    channel.finish(recorded);
    return recorded;
  } catch (error) {
    await scope.close(dispositionOf('gateway.internal'), null, parts.clock.monotonic());
    if (channel.finish(refuse('gateway.internal', message.idText))) parts.log.fault(error, { workspace: facts.workspace.slug });
    throw error;
  }
}

/** JSON-RPC batches exist in one revision only; elsewhere they are refused (2025-06-18 changelog). Their answers come together. */
async function runBatch(read: MessageRead, batch: InboundBatch, perMessage: PerMessage, parts: GatewayParts): Promise<Reply> {
  const fault = batchFault(read, batch);
  if (fault) return fault;
  const replies = await Promise.all(
    batch.elements.map((message) => {
      const channel = new RequestChannel(message.idText, false, read.exchange.signal, neverStreams, parts);
      return runOne(withMessage(read, message, new MessageScope(), channel), perMessage, parts);
    }),
  );
  const bodies = replies.flatMap(({ body }) => (body === undefined ? [] : [body]));
  return bodies.length === 0 ? acceptedReply() : jsonReply(200, `[${bodies.join(',')}]`);
}

function neverStreams(): never {
  throw new Error('an answer that may not be a stream became one');
}

function batchFault({ headers, named }: MessageRead, batch: InboundBatch): Reply | undefined {
  const isModern =
    isModernRevision(headers.protocolVersion) || batch.elements.some(({ meta }) => meta?.[META_KEYS.protocolVersion] !== undefined);
  if (isModern)
    return refuse('gateway.invalid-message', undefined, { detail: 'Send one message per request: this revision has no batches.' });
  if (named === 'unknown') return refuse('gateway.session-unknown', undefined, { detail: 'Start again with initialize.' });
  if (named?.record.revision !== BATCH_REVISION) {
    return refuse('gateway.invalid-message', undefined, {
      detail: `Send one message per request: only sessions of revision ${BATCH_REVISION} have batches.`,
    });
  }
  if (batch.elements.some(({ method }) => method === 'initialize')) {
    return refuse('gateway.invalid-message', undefined, { detail: 'initialize may not be part of a batch.' });
  }
  return undefined;
}
