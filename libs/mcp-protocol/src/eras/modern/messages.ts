/** Requests of the back hop to a modern upstream. */
import { encodeHeaderValue } from '../../http/header-value.js';
import { readString } from '../../json-rpc/message.js';
import { objectText, requestMessage } from '../../json-rpc/write.js';
import { META_KEYS } from '../era.js';
import { endToEndMeta } from '../hop-meta.js';
import { nameSource } from './name-source.js';

/** What the gateway says about itself, as a client, on one request. */
export interface OutgoingEnvelope {
  readonly protocolVersion: string;
  /** Raw JSON of the ClientCapabilities object. */
  readonly clientCapabilitiesText: string;
  readonly clientInfo?: { readonly name: string; readonly version: string };
  readonly logLevel?: string;
  readonly progressToken?: string | number;
}

export interface ModernRequestInput {
  readonly idText: string;
  readonly method: string;
  /** Params: key → raw JSON. A `_meta` among them is left out. */
  readonly params: Iterable<readonly [string, string]>;
  /** The client's `_meta` entries; those that belong to one hop are left out. */
  readonly meta?: Iterable<readonly [string, string]>;
  readonly envelope: OutgoingEnvelope;
}

/** A body and the headers that must repeat it. `Mcp-Param-*` come from `writeParamHeaders`. */
export interface ModernRequest {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes a request to a modern upstream. */
export function modernRequest({ idText, method, params, meta, envelope }: ModernRequestInput): ModernRequest {
  const entries = [...params].filter(([key]) => key !== '_meta');
  const text = requestMessage(
    idText,
    method,
    objectText([...entries, ['_meta', objectText([...envelopeEntries(envelope), ...endToEndMeta(meta)])]]),
  );
  const headers: Record<string, string> = { 'MCP-Protocol-Version': envelope.protocolVersion, 'Mcp-Method': method };
  const key = nameSource(method);
  const name = entries.find(([param]) => param === key)?.[1];
  if (name?.startsWith('"')) headers['Mcp-Name'] = encodeHeaderValue(readString(name));
  return { text, headers };
}

function envelopeEntries(envelope: OutgoingEnvelope): [string, string][] {
  const entries: [string, string][] = [
    [META_KEYS.protocolVersion, JSON.stringify(envelope.protocolVersion)],
    [META_KEYS.clientCapabilities, envelope.clientCapabilitiesText],
  ];
  if (envelope.clientInfo) entries.push([META_KEYS.clientInfo, JSON.stringify(envelope.clientInfo)]);
  if (envelope.logLevel !== undefined) entries.push([META_KEYS.logLevel, JSON.stringify(envelope.logLevel)]);
  if (envelope.progressToken !== undefined) entries.push(['progressToken', JSON.stringify(envelope.progressToken)]);
  return entries;
}
