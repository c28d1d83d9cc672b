import { META_KEYS, type InboundMessage } from '@mcpnest/mcp-protocol';
import { bounded } from '../exchange/client-label.js';
import type { RequestHeaders } from '../exchange/exchange.js';
import type { SessionFound } from './facts.js';

/** The revision that a message's session was opened with, or that the message or its request names; unchecked, or null. */
export function revisionOf({ meta }: InboundMessage, headers: RequestHeaders, named: SessionFound['named']): string | null {
  if (named !== undefined && named !== 'unknown') return named.record.revision;
  const version = meta?.[META_KEYS.protocolVersion] ?? headers['mcp-protocol-version'];
  return typeof version === 'string' ? bounded(version) : null;
}
