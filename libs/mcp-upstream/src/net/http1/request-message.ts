import type { HeaderLines } from '../header-lines.js';
import { unspeakable } from '../header-syntax.js';
import { Parcel } from '../parcel.js';

/** What a request is made of. */
export interface RequestParts {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: HeaderLines;
  readonly body: string | Parcel | null;
}

/** A request as it is written: its head with the empty line, in latin1, and its body, in UTF-8. */
export interface RequestMessage {
  readonly head: string;
  readonly body: string;
  /** Whether UTF-8 would write the head the same. */
  readonly isHeadAscii: boolean;
}

const PATH = /^[\x21-\x7e]+$/;

/**
 * Puts a request into words (RFC 9112, 3 and 5); a parcel is handed over by it.
 * @throws UpstreamFailure `gateway.credential-missing` where something cannot stand in a head
 */
export function requestMessage({ method, path, headers, body: given }: RequestParts, host: string): RequestMessage {
  if (!PATH.test(path)) throw unspeakable();
  const { text: lines, isAscii: isHeadAscii } = headers.lines();
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines}`;
  const body = given instanceof Parcel ? given.handedOver() : given;
  if (body === null && method !== 'POST') return { head: `${head}\r\n`, body: '', isHeadAscii };
  return { head: `${head}content-length: ${Buffer.byteLength(body ?? '')}\r\n\r\n`, body: body ?? '', isHeadAscii };
}
