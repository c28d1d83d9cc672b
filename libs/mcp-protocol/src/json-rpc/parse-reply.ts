/**
 * An upstream's message → its raw parts. Lenient about members nobody defined, strict about anything that could be read
 * in two ways, since the slices are embedded in what a client receives.
 */
import { readId } from './ids.js';
import { messageFault, scanFault } from './message-fault.js';
import { readString, sliceOf } from './message.js';
import type { JsonRpcId, MessageFault } from './message.js';
import { scanJson } from './scan.js';
import type { Members, Scan, ScanOptions } from './scan.js';

/** One message from an upstream, raw slices kept. */
export interface UpstreamReply {
  readonly kind: 'result' | 'error' | 'request' | 'notification';
  readonly text: string;
  /** null or undefined only on errors and notifications. */
  readonly id: JsonRpcId | null | undefined;
  /** Empty for results and errors. */
  readonly method: string;
  /** The raw params of a request or notification. */
  readonly paramsText?: string;
  readonly resultText?: string;
  /** Where the result's members stand in `resultText`. */
  readonly resultMembers?: Members;
  /** `result.isError` is true. */
  readonly isError: boolean;
  /** `result.resultType` when it is a string. */
  readonly resultType?: string;
  readonly error?: { readonly code: number; readonly message: string; readonly dataText?: string };
}

const REPLY: ScanOptions = {
  // Answers hold whole tool lists with their schemas, so they get more room than requests.
  depthMax: 128,
  keysMax: 250_000,
  open: ['result', 'error'],
  openedFromZero: true,
};

/**
 * Parses one message of an upstream, already bounded in bytes by the caller. Never throws.
 * Bounds unless told otherwise: 128 levels, 250,000 keys. A batch is a fault, as is a result that is no object.
 */
export function parseReply(text: string, bounds?: Pick<ScanOptions, 'depthMax' | 'keysMax'>): UpstreamReply | MessageFault {
  const scan = scanJson(text, bounds ? { ...REPLY, ...bounds } : REPLY);
  if (!scan.ok) return scanFault(scan);
  if (scan.kind !== 'object') return messageFault('message', 'A JSON-RPC message must be an object');
  const part = (key: string): string | undefined => rawOf(text, scan.members, key);

  const idText = part('id');
  const id = idText === undefined || idText === 'null' ? undefined : readId(idText);
  if (idText !== undefined && idText !== 'null' && id === undefined) return messageFault('id', 'The id must be a string or a safe integer');
  if (part('jsonrpc') !== '"2.0"') return messageFault('jsonrpc', 'The member "jsonrpc" must be "2.0"');
  const opening = { text, scan, id: idText === 'null' ? null : id };
  const [isCall, isResult, isError] = [scan.members.has('method'), scan.members.has('result'), scan.members.has('error')];
  if (Number(isCall) + Number(isResult) + Number(isError) !== 1)
    return messageFault('message', 'A message needs exactly one of method, result and error');
  if (isCall) return readCall(opening);
  return isResult ? readResult(opening) : readError(opening);
}

interface Opening {
  readonly text: string;
  readonly scan: Scan;
  readonly id: JsonRpcId | null | undefined;
}

function readCall({ text, scan, id }: Opening): UpstreamReply | MessageFault {
  const rawMethod = rawOf(text, scan.members, 'method')!;
  if (!rawMethod.startsWith('"') || rawMethod === '""') return messageFault('method', 'The method must be a non-empty string');
  if (id === null) return messageFault('id', 'The id of a request may not be null');
  const paramsText = rawOf(text, scan.members, 'params');
  if (paramsText !== undefined && !paramsText.startsWith('{')) return messageFault('params', 'The params must be an object');
  return { kind: id === undefined ? 'notification' : 'request', text, id, method: readString(rawMethod), paramsText, isError: false };
}

function readResult({ text, scan, id }: Opening): UpstreamReply | MessageFault {
  const members = scan.opened.get('result');
  if (!members) return messageFault('result', 'The result must be an object');
  if (id === null || id === undefined) return messageFault('id', 'A result must name the request by id');
  const resultText = sliceOf(text, scan.members.get('result')!);
  const resultType = rawOf(resultText, members, 'resultType');
  return {
    kind: 'result',
    text,
    id,
    method: '',
    resultText,
    resultMembers: members,
    isError: rawOf(resultText, members, 'isError') === 'true',
    resultType: resultType?.startsWith('"') ? readString(resultType) : undefined,
  };
}

function readError({ text, scan, id }: Opening): UpstreamReply | MessageFault {
  const members = scan.opened.get('error');
  const errorText = sliceOf(text, scan.members.get('error')!);
  const code = members && rawOf(errorText, members, 'code');
  const message = members && rawOf(errorText, members, 'message');
  if (!members || code === undefined || !Number.isInteger(JSON.parse(code)) || !message?.startsWith('"')) {
    return messageFault('error', 'The error must have an integer code and a message');
  }
  const error = { code: Number(code), message: readString(message), dataText: rawOf(errorText, members, 'data') };
  return { kind: 'error', text, id, method: '', isError: false, error };
}

function rawOf(text: string, members: Members, key: string): string | undefined {
  const span = members.get(key);
  return span && sliceOf(text, span);
}
