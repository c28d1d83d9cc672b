/** Requests of the back hop to a modern upstream. */
import { encodeHeaderValue } from '../../http/header-value.js';
import { traceMembers, type TraceContext } from '../../http/trace-context.js';
import { readString } from '../../json-rpc/message.js';
import { requestMessage } from '../../json-rpc/write.js';
import { META_KEYS } from '../era.js';
import { isHopKey } from '../hop-meta.js';
import { nameSource } from './name-source.js';

/** What the gateway says about itself, as a client, on one request. */
export interface OutgoingEnvelope {
  readonly protocolVersion: string;
  /** Raw JSON of the ClientCapabilities object. */
  readonly clientCapabilitiesText: string;
  readonly clientInfo?: { readonly name: string; readonly version: string };
  readonly logLevel?: string;
  readonly progressToken?: string | number;
  /** The first three as `fixedEnvelopeText` writes them, where that was done before. */
  readonly fixedText?: string;
}

export interface ModernRequestInput {
  readonly idText: string;
  readonly method: string;
  /** Params: key → raw JSON. A `_meta` among them is left out. */
  readonly params: Iterable<readonly [string, string]>;
  /** The client's `_meta` entries; those that belong to one hop are left out. */
  readonly meta?: Iterable<readonly [string, string]>;
  readonly trace?: TraceContext | undefined;
  readonly envelope: OutgoingEnvelope;
}

/** A body, and what its headers must repeat. */
export interface ModernRequest {
  readonly text: string;
  /** Raw JSON of what the method names, where it names something. */
  readonly nameText: string | undefined;
}

/** Writes a request to a modern upstream. */
export function modernRequest({ idText, method, params, meta, trace, envelope }: ModernRequestInput): ModernRequest {
  const nameKey = nameSource(method);
  let nameText: string | undefined;
  let text = '';
  for (const [key, raw] of params) {
    if (key === '_meta') continue;
    if (key === nameKey) nameText = raw;
    text += `${JSON.stringify(key)}:${raw},`;
  }
  text = `{${text}"_meta":{${envelope.fixedText ?? fixedEnvelopeText(envelope)}${changingText(envelope, meta)}${traceMembers(trace)}}}`;
  return { text: requestMessage(idText, method, text), nameText };
}

/** The headers that repeat a request's body, but for `Mcp-Param-*`: those come from `writeParamHeaders`. */
export function modernHeaders(protocolVersion: string, method: string, nameText?: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { 'MCP-Protocol-Version': protocolVersion, 'Mcp-Method': method };
  if (nameText?.startsWith('"')) headers['Mcp-Name'] = encodeHeaderValue(readString(nameText));
  return headers;
}

/** What stands in many envelopes: everything but the log level and the progress token, as members without their braces. */
export function fixedEnvelopeText({ protocolVersion, clientCapabilitiesText, clientInfo }: OutgoingEnvelope): string {
  const text = `"${META_KEYS.protocolVersion}":${JSON.stringify(protocolVersion)},"${META_KEYS.clientCapabilities}":${clientCapabilitiesText}`;
  return clientInfo ? `${text},"${META_KEYS.clientInfo}":${JSON.stringify(clientInfo)}` : text;
}

function changingText({ logLevel, progressToken }: OutgoingEnvelope, meta: ModernRequestInput['meta']): string {
  let text = '';
  if (logLevel !== undefined) text += `,"${META_KEYS.logLevel}":${JSON.stringify(logLevel)}`;
  if (progressToken !== undefined) text += `,"progressToken":${JSON.stringify(progressToken)}`;
  for (const [key, raw] of meta ?? []) if (!isHopKey(key)) text += `,${JSON.stringify(key)}:${raw}`;
  return text;
}
