/** Messages of the back hop to a legacy upstream. */
import { traceMembers, type TraceContext } from '../../http/trace-context.js';
import { notificationMessage, objectText, requestMessage } from '../../json-rpc/write.js';
import { isHopKey } from '../hop-meta.js';

export interface InitializeInput {
  readonly idText: string;
  readonly protocolVersion: string;
  /** Raw JSON of the ClientCapabilities object. */
  readonly capabilitiesText: string;
  readonly clientInfo: { readonly name: string; readonly version: string };
}

export interface LegacyRequestInput {
  readonly idText: string;
  readonly method: string;
  /** Params: key → raw JSON. A `_meta` among them is left out. */
  readonly params: Iterable<readonly [string, string]>;
  /** The client's `_meta` entries; those that belong to one hop are left out. */
  readonly meta?: Iterable<readonly [string, string]>;
  readonly trace?: TraceContext | undefined;
  readonly progressToken?: string | number;
}

/** The handshake's request. */
export function initializeRequest({ idText, protocolVersion, capabilitiesText, clientInfo }: InitializeInput): string {
  const params = objectText([
    ['protocolVersion', JSON.stringify(protocolVersion)],
    ['capabilities', capabilitiesText],
    ['clientInfo', JSON.stringify(clientInfo)],
  ]);
  return requestMessage(idText, 'initialize', params);
}

/** The handshake's end. */
export function initializedNotification(): string {
  return notificationMessage('notifications/initialized');
}

/** A request to a legacy upstream; `params` is left out when there is nothing in it. */
export function legacyRequest({ idText, method, params, meta, trace, progressToken }: LegacyRequestInput): string {
  let text = '';
  for (const [key, raw] of params) if (key !== '_meta') text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${raw}`;
  const metaText = metaMembers(progressToken, meta) + traceMembers(trace);
  if (metaText !== '') text += `${text === '' ? '' : ','}"_meta":{${metaText.slice(1)}}`;
  return requestMessage(idText, method, text === '' ? undefined : `{${text}}`);
}

/** Each behind a comma. */
function metaMembers(progressToken: LegacyRequestInput['progressToken'], meta: LegacyRequestInput['meta']): string {
  let text = progressToken === undefined ? '' : `,"progressToken":${JSON.stringify(progressToken)}`;
  for (const [key, raw] of meta ?? []) if (!isHopKey(key)) text += `,${JSON.stringify(key)}:${raw}`;
  return text;
}
