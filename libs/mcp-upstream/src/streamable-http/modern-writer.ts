import type { ClientCapabilities, UpstreamRequest } from '@mcpnest/gateway-core';
import { fixedEnvelopeText, modernHeaders, modernRequest, traceHeaders } from '@mcpnest/mcp-protocol';
import type { HeaderLines } from '../net/header-lines.js';
import type { Endpoint } from './endpoint.js';
import type { Wire } from './wire.js';

/** A request ready to be posted: its body and all its headers. */
export interface WrittenRequest {
  readonly text: string;
  readonly headers: HeaderLines;
}

type Writable = Pick<
  UpstreamRequest,
  'method' | 'params' | 'meta' | 'trace' | 'clientCapabilities' | 'logLevel' | 'defaultLogLevel' | 'wantsProgress' | 'paramHeaders'
>;

/** Names of resources come from clients, so that there may be any number of them. */
const REMEMBERED_MAX = 256;
const NONE: readonly string[] = [];

/** Writes requests in the modern way to one server. */
export class ModernWriter {
  /** Capabilities objects live as long as a client's session, so what they make of the envelope is written once. */
  private readonly envelopes = new WeakMap<ClientCapabilities, string>();
  /** By method and name: a tool is called many times. */
  private readonly headers = new Map<string, HeaderLines>();

  constructor(
    private readonly endpoint: Endpoint,
    private readonly wire: Wire,
    private readonly protocolVersion: string,
  ) {}

  /** A request with its envelope, under this id, which is its progress token too. */
  write(request: Writable, id: number): WrittenRequest {
    const { text, nameText } = modernRequest({
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
    const headers = this.headersFor(request.method, nameText).with(paramHeaders(request.paramHeaders));
    return { text, headers: request.trace === undefined ? headers : headers.with(traceHeaders(request.trace)) };
  }

  private headersFor(method: string, nameText = ''): HeaderLines {
    const key = `${method} ${nameText}`;
    let headers = this.headers.get(key);
    if (headers === undefined) {
      headers = this.endpoint.headersWith(Object.entries(modernHeaders(this.protocolVersion, method, nameText)).flat());
      if (this.headers.size >= REMEMBERED_MAX) this.headers.clear();
      this.headers.set(key, headers);
    }
    return headers;
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

function paramHeaders(params: UpstreamRequest['paramHeaders']): readonly string[] {
  if (params === undefined) return NONE;
  const list: string[] = [];
  for (const name in params) list.push(/^mcp-param-/i.test(name) ? name : `Mcp-Param-${name}`, params[name]!);
  return list;
}
