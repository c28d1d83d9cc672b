import type { InboundBatch, InboundMessage, MessageFault } from './message.js';
export function parseInbound(text: string): InboundMessage | InboundBatch | MessageFault { throw new Error(`unwritten ${text.length}`); }
