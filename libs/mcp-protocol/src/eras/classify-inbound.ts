/**
 * Which era a POST belongs to, and whether it may go on. The body decides; the version header is a cross-check, except
 * that it marks a message without envelope as a broken modern one. The rows below are tried in order, the first decides.
 */
import type { FrontHeaders } from '../http/front-headers.js';
import { INVALID_REQUEST } from '../json-rpc/error-codes.js';
import type { InboundBatch, InboundMessage } from '../json-rpc/message.js';
import { isModernRevision } from './era.js';
import { claimsEnvelope } from './modern/envelope.js';
import type { ModernEnvelope } from './modern/envelope.js';
import { checkMethodHeader, checkModernEnvelope } from './modern/ladder.js';
import type { Rejection } from './rejection.js';

interface LegacyFacts {
  /** Of the header, not looked up. */
  readonly sessionId?: string;
  /** Of the header, not checked: see `checkLegacyVersion`. */
  readonly protocolVersion?: string;
  readonly rejection?: undefined;
}

/** What a POST is. A modern notification is to be answered 202 and dropped. */
export type Classified =
  | {
      readonly era: 'modern';
      readonly kind: 'request';
      readonly message: InboundMessage;
      readonly envelope: ModernEnvelope;
      readonly rejection?: undefined;
    }
  | { readonly era: 'modern'; readonly kind: 'notification'; readonly message: InboundMessage; readonly rejection?: undefined }
  | ({
      readonly era: 'legacy';
      readonly kind: 'initialize' | 'request' | 'notification' | 'response';
      readonly message: InboundMessage;
    } & LegacyFacts)
  | ({ readonly era: 'legacy'; readonly kind: 'batch'; readonly batch: InboundBatch } & LegacyFacts)
  | { readonly rejection: Rejection };

/** Classifies a parsed POST. Pure, never throws. */
export function classifyInbound(message: InboundMessage | InboundBatch, headers: FrontHeaders): Classified {
  const namesModern = isModernRevision(headers.protocolVersion);
  if (message.kind === 'batch') return classifyBatch(message, headers, namesModern);
  if (message.kind === 'response')
    return namesModern
      ? refuse('response', 'This revision has no responses from client to server', message.idText)
      : legacy('response', message, headers);
  if (claimsEnvelope(message.meta) || namesModern) return classifyModern(message, headers);
  if (message.kind === 'notification') return legacy('notification', message, headers);
  return legacy(message.method === 'initialize' ? 'initialize' : 'request', message, headers);
}

function classifyModern(message: InboundMessage, headers: FrontHeaders): Classified {
  // The specification leaves headers of posted notifications undefined, so there is nothing to check.
  if (message.kind === 'notification') return { era: 'modern', kind: 'notification', message };
  const envelope = checkModernEnvelope(message, headers);
  if ('httpStatus' in envelope) return { rejection: envelope };
  const rejection = checkMethodHeader(message, headers);
  return rejection ? { rejection } : { era: 'modern', kind: 'request', message, envelope };
}

/** Only sessions of 2025-03-26 may send batches: the caller knows the session. `initialize` never travels in one. */
function classifyBatch(batch: InboundBatch, headers: FrontHeaders, namesModern: boolean): Classified {
  if (namesModern || batch.elements.some(({ meta }) => claimsEnvelope(meta)))
    return refuse('batch', 'This revision has no batches; send one message');
  if (batch.elements.some(({ method }) => method === 'initialize')) return refuse('batch', 'initialize may not be part of a batch');
  return { era: 'legacy', kind: 'batch', batch, ...legacyFacts(headers) };
}

function legacy(kind: 'initialize' | 'request' | 'notification' | 'response', message: InboundMessage, headers: FrontHeaders): Classified {
  return { era: 'legacy', kind, message, ...legacyFacts(headers) };
}

function legacyFacts({ sessionId, protocolVersion }: FrontHeaders): LegacyFacts {
  return { sessionId, protocolVersion };
}

function refuse(reason: 'batch' | 'response', message: string, idText = 'null'): Classified {
  return { rejection: { httpStatus: 400, code: INVALID_REQUEST, message, idText, reason } };
}
