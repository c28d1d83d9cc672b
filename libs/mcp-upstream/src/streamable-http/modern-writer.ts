import type { ClientCapabilities, UpstreamRequest } from '@mcpnest/gateway-core';
import { fixedEnvelopeText, modernRequest, traceHeaders } from '@mcpnest/mcp-protocol';
import type { Endpoint } from './endpoint.js';
import type { Wire } from './wire.js';

/** A request ready to be posted: its body and all its headers. */
export interface WrittenRequest {
  readonly text: string;
  readonly headers: readonly string[];
}

type Writable = Pick<
  UpstreamRequest,
  'method' | 'params' | 'meta' | 'trace' | 'clientCapabilities' | 'logLevel' | 'defaultLogLevel' | 'wantsProgress' | 'paramHeaders'
>;

/** Writes requests in the modern way to one server. */
export class ModernWriter {
  /** Capabilities objects live as long as a client's session, so what they make of the envelope is written once. */
  private readonly envelopes = new WeakMap<ClientCapabilities, string>();

  constructor(
    private readonly endpoint: Endpoint,
    private readonly wire: Wire,
    private readonly protocolVersion: string,
  ) {}

  /** A request with its envelope, under this id, which is its progress token too. */
  write(request: Writable, id: number): WrittenRequest {
    const { text, headers } = modernRequest({
      idText: String(id),
      method: request.method,
      params: request.params,
      meta: request.meta,
      trace: request.trace,
      envelope: {
        protocolVersion: this.protocolVersion,
        clientCapabilitiesText: '',
        fixedText: this.envelopeOf(request.clientCapabilities),
        logLevel: request.logLevel ?? request.defaultLogLevel,
        progressToken: request.wantsProgress ? id : undefined,
      },
    });
    const own = this.endpoint.headersWith(flat(headers, request.paramHeaders));
    return { text, headers: request.trace === undefined ? own : own.concat(traceHeaders(request.trace)) };
  }

  private envelopeOf(capabilities: ClientCapabilities): string {
    let text = this.envelopes.get(capabilities);
    if (text === undefined) {
      const { protocolVersion, wire } = this;
      text = fixedEnvelopeText({ protocolVersion, clientCapabilitiesText: JSON.stringify(capabilities), clientInfo: wire.clientInfo });
      this.envelopes.set(capabilities, text);
    }
    return text;
  }
}

function flat(headers: Readonly<Record<string, string>>, params: UpstreamRequest['paramHeaders']): string[] {
  const list: string[] = [];
  for (const name in headers) list.push(name, headers[name]!);
  for (const name in params) list.push(/^mcp-param-/i.test(name) ? name : `Mcp-Param-${name}`, params[name]!);
  return list;
}
