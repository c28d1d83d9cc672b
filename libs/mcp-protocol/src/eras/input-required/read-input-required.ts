import { readString, sliceOf } from '../../json-rpc/message.js';
import { scanJson, type Members } from '../../json-rpc/scan.js';

/** What a server asks its client for, as it stands in `inputRequests`. */
export interface InputRequest {
  /** The server's own key for it. */
  readonly key: string;
  readonly method: string;
  /** Raw JSON. */
  readonly paramsText: string | undefined;
}

/** The parts of an `input_required` result (2026-07-28, "Multi round-trip requests"). */
export interface InputRequired {
  readonly requests: readonly InputRequest[];
  /** Raw JSON of `requestState`, a string, to be echoed byte by byte. */
  readonly stateText: string | undefined;
}

export interface InputRequiredBounds {
  readonly requestsMax: number;
  /** Characters of `requestState`'s raw JSON. */
  readonly stateLengthMax: number;
}

const DEPTH_MAX = 128;
const KEYS_MAX = 250_000;

/**
 * Reads an `input_required` result. Undefined for what the specification forbids: neither requests nor state, a state that is
 * no string, an entry without a method, or more than the bounds.
 */
export function readInputRequired(resultText: string, members: Members, bounds: InputRequiredBounds): InputRequired | undefined {
  const state = members.get('requestState');
  const stateText = state && sliceOf(resultText, state);
  if (stateText !== undefined && (!stateText.startsWith('"') || stateText.length > bounds.stateLengthMax)) return undefined;
  const span = members.get('inputRequests');
  const requests = span ? readRequests(sliceOf(resultText, span), bounds.requestsMax) : [];
  if (!requests || (requests.length === 0 && stateText === undefined)) return undefined;
  return { requests, stateText };
}

function readRequests(text: string, requestsMax: number): InputRequest[] | undefined {
  const scan = scanJson(text, { depthMax: DEPTH_MAX, keysMax: KEYS_MAX });
  if (!scan.ok || scan.kind !== 'object' || scan.members.size > requestsMax) return undefined;
  const requests: InputRequest[] = [];
  for (const [key, span] of scan.members) {
    const request = readRequest(key, sliceOf(text, span));
    if (!request) return undefined;
    requests.push(request);
  }
  return requests;
}

function readRequest(key: string, text: string): InputRequest | undefined {
  const scan = scanJson(text, { depthMax: DEPTH_MAX, keysMax: KEYS_MAX });
  if (!scan.ok || scan.kind !== 'object') return undefined;
  const method = scan.members.get('method');
  const params = scan.members.get('params');
  const methodText = method && sliceOf(text, method);
  const paramsText = params && sliceOf(text, params);
  if (!methodText?.startsWith('"') || (paramsText !== undefined && !paramsText.startsWith('{'))) return undefined;
  return { key, method: readString(methodText), paramsText };
}
