import type { UpstreamAnswer, UpstreamRequest } from '@mcpnest/gateway-core';
import {
  HEADER_MISMATCH,
  INVALID_PARAMS,
  METHOD_NOT_FOUND,
  MISSING_CAPABILITY,
  modernRequest,
  type ModernRequest,
} from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import type { Peer, PeerFacts } from '../peer.js';
import type { Wire } from './wire.js';

/** Errors that only a server of the modern family answers with an HTTP 4xx. */
const LADDER_CODES: ReadonlySet<number> = new Set([HEADER_MISMATCH, MISSING_CAPABILITY, METHOD_NOT_FOUND, INVALID_PARAMS]);

/** A server of 2026-07-28: every request stands alone; closing its stream cancels it. */
export class ModernPeer implements Peer {
  isDoubted = false;

  constructor(
    readonly facts: PeerFacts,
    private readonly endpoint: Endpoint,
    private readonly wire: Wire,
  ) {}

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const id = this.wire.nextId();
    const { text, headers } = modernMessage(this.wire, this.facts.protocolVersion, request, id);
    const outcome = await this.endpoint.post({ id, text, headers: flat(headers, request.paramHeaders) }, time);
    this.isDoubted = isForeign(outcome);
    return answerIn(outcome, 'modern');
  }

  async end(): Promise<void> {}
}

/** The body and headers of a modern request. */
export function modernMessage(
  wire: Wire,
  protocolVersion: string,
  request: Pick<UpstreamRequest, 'method' | 'params' | 'meta' | 'clientCapabilities'>,
  id: number,
): ModernRequest {
  return modernRequest({
    idText: String(id),
    method: request.method,
    params: request.params,
    meta: request.meta,
    envelope: { protocolVersion, clientCapabilitiesText: JSON.stringify(request.clientCapabilities), clientInfo: wire.clientInfo },
  });
}

/** Headers as the flat list that is sent. */
export function flat(headers: Readonly<Record<string, string>>, params: Readonly<Record<string, string>> = {}): string[] {
  const list: string[] = [];
  for (const name in headers) list.push(name, headers[name]!);
  for (const name in params) list.push(/^mcp-param-/i.test(name) ? name : `Mcp-Param-${name}`, params[name]!);
  return list;
}

function isForeign({ status, reply }: PostOutcome): boolean {
  return status >= 400 && status < 500 && status !== 429 && !LADDER_CODES.has(reply?.error?.code ?? 0);
}
