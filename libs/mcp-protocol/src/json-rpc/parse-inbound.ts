/**
 * A client's POST body → messages. Everything a later reader relies on is checked here, once: grammar, bounds, keys,
 * JSON-RPC shape, id, `params` and `_meta`. Whether the method exists and its params fit is nobody's business here.
 */
import { INVALID_PARAMS } from './error-codes.js';
import { readId } from './ids.js';
import { messageFault, scanFault } from './message-fault.js';
import { readString, sliceOf } from './message.js';
import { parseMeta } from './parse-meta.js';
import type { InboundBatch, InboundMessage, MessageFault } from './message.js';
import { scanJson } from './scan.js';
import type { Scan, ScanOptions } from './scan.js';

const INBOUND: ScanOptions = {
  open: ['params', 'error'],
  // Readers that ignore letter case would otherwise act on another message than the one that was authorised.
  exactKeys: new Set(['jsonrpc', 'id', 'method', 'params', 'result', 'error', 'name', 'arguments', 'uri', '_meta']),
};

/**
 * Parses what a client sent, already decoded from UTF-8 and bounded in size by the caller. Never throws.
 * Bounds: 64 levels, 10,000 keys, 1,000 batch elements.
 */
export function parseInbound(text: string): InboundMessage | InboundBatch | MessageFault {
  const scan = scanJson(text, INBOUND);
  if (!scan.ok) return scanFault(scan);
  return scan.kind === 'array' ? readBatch(text, scan) : readMessage(text, scan);
}

function readBatch(text: string, scan: Scan): InboundBatch | MessageFault {
  const elements: InboundMessage[] = [];
  for (const span of scan.elements!) {
    const element = parseInbound(sliceOf(text, span));
    if (element.kind === 'fault') return messageFault(element.reason, `An element of the batch is refused: ${element.message}`);
    if (element.kind === 'batch') return messageFault('batch', 'A batch may not contain another batch');
    elements.push(element);
  }
  return elements.length === 0 ? messageFault('batch', 'A batch must contain at least one message') : { kind: 'batch', text, elements };
}

function readMessage(text: string, scan: Scan): InboundMessage | MessageFault {
  if (scan.kind !== 'object') return messageFault('message', 'A JSON-RPC message must be an object');
  const { members } = scan;
  const idSpan = members.get('id');
  const idText = idSpan ? sliceOf(text, idSpan) : 'null';
  const id = idSpan && idText !== 'null' ? readId(idText) : undefined;
  if (id === undefined && idText !== 'null')
    return messageFault('id', 'The id must be a string of at most 256 characters or a safe integer');

  const version = members.get('jsonrpc');
  if (!version || sliceOf(text, version) !== '"2.0"') return messageFault('jsonrpc', 'The member "jsonrpc" must be "2.0"', idText);
  const opening = { text, scan, id, idText };
  if (!members.has('method')) return readResponse(opening);
  if (members.has('result') || members.has('error'))
    return messageFault('message', 'A message has either a method or a result, not both', idText);
  if (idSpan && id === undefined) return messageFault('id', 'The id of a request may not be null');
  return readCall(opening);
}

interface Opening {
  readonly text: string;
  readonly scan: Scan;
  readonly id: InboundMessage['id'];
  readonly idText: string;
}

function readCall({ text, scan, id, idText }: Opening): InboundMessage | MessageFault {
  const rawMethod = sliceOf(text, scan.members.get('method')!);
  if (!rawMethod.startsWith('"') || rawMethod === '""') return messageFault('method', 'The method must be a non-empty string', idText);
  const params = scan.opened.get('params');
  if (!params && scan.members.has('params')) return messageFault('params', 'The params must be an object', idText, INVALID_PARAMS);

  const metaSpan = params?.get('_meta');
  if (metaSpan && text[metaSpan.start] !== '{')
    return messageFault('meta', 'The member params._meta must be an object', idText, INVALID_PARAMS);
  const nameSpan = params?.get('name');
  return {
    text,
    kind: id === undefined ? 'notification' : 'request',
    id,
    idText,
    method: readString(rawMethod),
    params,
    meta: metaSpan && parseMeta(sliceOf(text, metaSpan)),
    name: nameSpan && text[nameSpan.start] === '"' ? readString(sliceOf(text, nameSpan)) : undefined,
  };
}

function readResponse({ text, scan, id, idText }: Opening): InboundMessage | MessageFault {
  const result = scan.members.get('result');
  const error = scan.members.get('error');
  if ((result === undefined) === (error === undefined))
    return messageFault('message', 'A message needs a method, a result or an error', idText);
  if (result && id === undefined) return messageFault('id', 'A response with a result must name the request by id');
  if (result && text[result.start] !== '{') return messageFault('result', 'The result must be an object', idText);
  if (error && !isErrorShape(text, scan)) return messageFault('error', 'The error must have an integer code and a message', idText);
  const answer = result
    ? ({ kind: 'result', text: sliceOf(text, result) } as const)
    : ({ kind: 'error', text: sliceOf(text, error!) } as const);
  return { text, kind: 'response', id, idText, method: '', params: undefined, meta: undefined, name: undefined, answer };
}

function isErrorShape(text: string, scan: Scan): boolean {
  const members = scan.opened.get('error');
  const code = members?.get('code');
  const message = members?.get('message');
  return code !== undefined && message !== undefined && Number.isInteger(JSON.parse(sliceOf(text, code))) && text[message.start] === '"';
}
