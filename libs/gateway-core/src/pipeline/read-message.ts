import { isJson, parseInbound } from '@mcpnest/mcp-protocol';
import type { ErrorCode } from '@mcpnest/shared/errors';
import { refuse, refuseFault } from '../errors/refuse.js';
import type { RequestBody } from '../exchange/exchange.js';
import type { Reply } from '../exchange/reply.js';
import { withInbound } from './add-facts.js';
import type { MessageRead, SessionFound } from './facts.js';

const BODY_FAULTS = {
  'too-large': 'gateway.body-too-large',
  'not-utf8': 'gateway.malformed',
  aborted: 'gateway.malformed',
} as const satisfies Record<string, ErrorCode>;

/** Reads the body once, bounded, and parses it in one strict pass. */
export function readMessage(facts: SessionFound): Reply | Promise<MessageRead | Reply> {
  const { exchange, headers } = facts;
  if (!isJson(headers.contentType)) return refuse('gateway.unsupported-media-type', undefined);
  return exchange.readBody().then((body) => parseBody(facts, body));
}

function parseBody(facts: SessionFound, body: RequestBody): MessageRead | Reply {
  if (!body.ok) return refuse(BODY_FAULTS[body.reason], undefined);
  const inbound = parseInbound(body.text);
  if (inbound.kind === 'fault') return refuseFault(inbound);
  return withInbound(facts, inbound, body.bytes);
}
