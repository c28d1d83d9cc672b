import type { FrontHeaders } from '../http/front-headers.js';
import type { InboundBatch, InboundMessage } from '../json-rpc/message.js';
import type { ModernEnvelope } from './modern/envelope.js';
import type { Rejection } from './rejection.js';
export type Classified =
  | { readonly era: 'modern'; readonly kind: 'request'; readonly message: InboundMessage; readonly envelope: ModernEnvelope; readonly rejection?: undefined }
  | { readonly era: 'modern'; readonly kind: 'notification'; readonly message: InboundMessage; readonly rejection?: undefined }
  | { readonly era: 'legacy'; readonly kind: 'initialize' | 'request' | 'notification' | 'response'; readonly message: InboundMessage; readonly sessionId?: string; readonly protocolVersion?: string; readonly rejection?: undefined }
  | { readonly era: 'legacy'; readonly kind: 'batch'; readonly batch: InboundBatch; readonly sessionId?: string; readonly protocolVersion?: string; readonly rejection?: undefined }
  | { readonly rejection: Rejection };
export function classifyInbound(message: InboundMessage | InboundBatch, headers: FrontHeaders): Classified { throw new Error(`unwritten ${message.kind} ${headers.accept}`); }
