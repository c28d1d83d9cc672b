import { isHeaderName } from '../header-syntax.js';
import { ResponseFault } from './response-fault.js';

/** What of the head of an answer anybody needs; texts are empty where a header is missing. */
export interface ResponseHead {
  readonly status: number;
  readonly contentType: string;
  /** Undefined where none was announced. */
  readonly contentLength: number | undefined;
  readonly contentEncoding: string;
  readonly isChunked: boolean;
  readonly sessionId: string;
  /** `WWW-Authenticate` */
  readonly challenge: string;
  readonly retryAfter: string;
  /** Whether another request may follow on the connection. */
  readonly isPersistent: boolean;
  /** How long the server says it keeps an unused connection, in milliseconds. */
  readonly keepAliveMs: number | undefined;
}

/** A head that is being read. */
type Draft = { -readonly [Key in keyof ResponseHead]: ResponseHead[Key] };

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: |$)/;
/** Controls have no place in a head (RFC 9110, 5.5), and a line ends with both of its bytes (RFC 9112, 2.2). */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n/;
const LENGTH = /^\d{1,15}$/;
const CLOSE = /(?:^|,)[\t ]*close[\t ]*(?:,|$)/i;
const TIMEOUT = /(?:^|,)[\t ]*timeout=(\d{1,6})/i;

/**
 * Reads the head of an answer. Strict where leniency would let two readers see two different answers (RFC 9112, 5 and 6.3).
 * @param text the head as latin1, without its empty line
 * @throws ResponseFault `invalid`
 */
export function parseResponseHead(text: string): ResponseHead {
  const status = STATUS_LINE.exec(text);
  if (!status || FORBIDDEN.test(text)) throw new ResponseFault('invalid');
  const isFirstMinor = status[1] === '1';
  const head: Draft = {
    status: Number(status[2]),
    contentType: '',
    contentLength: undefined,
    contentEncoding: '',
    isChunked: false,
    sessionId: '',
    challenge: '',
    retryAfter: '',
    isPersistent: isFirstMinor,
    keepAliveMs: undefined,
  };
  for (let at = text.indexOf('\r\n'); at !== -1;) {
    const start = at + 2;
    at = text.indexOf('\r\n', start);
    const end = at === -1 ? text.length : at;
    const colon = text.indexOf(':', start);
    if (colon === -1 || colon >= end) throw new ResponseFault('invalid');
    const name = text.slice(start, colon);
    // A line that begins with a blank continues another one, and a blank before the colon hides a name: neither is one.
    if (!isHeaderName(name)) throw new ResponseFault('invalid');
    take(head, name.toLowerCase(), text.slice(colon + 1, end).trim());
  }
  // Both at once is how answers are smuggled (RFC 9112, 6.3), and HTTP/1.0 knows no chunks (6.1).
  if (head.isChunked && (head.contentLength !== undefined || !isFirstMinor)) throw new ResponseFault('invalid');
  return head;
}

/** Of a header that is sent twice the first counts, but for those that frame the answer. */
function take(head: Draft, name: string, value: string): void {
  switch (name) {
    case 'content-type':
      head.contentType ||= value;
      return;
    case 'content-length':
      head.contentLength = lengthOf(value, head.contentLength);
      return;
    case 'transfer-encoding':
      if (head.isChunked || value.toLowerCase() !== 'chunked') throw new ResponseFault('invalid');
      head.isChunked = true;
      return;
    case 'content-encoding':
      head.contentEncoding ||= value;
      return;
    case 'connection':
      if (CLOSE.test(value)) head.isPersistent = false;
      return;
    case 'keep-alive':
      head.keepAliveMs ??= keptFor(value);
      return;
    case 'mcp-session-id':
      head.sessionId ||= value;
      return;
    case 'www-authenticate':
      head.challenge ||= value;
      return;
    case 'retry-after':
      head.retryAfter ||= value;
  }
}

function lengthOf(value: string, known: number | undefined): number {
  const length = LENGTH.test(value) ? Number(value) : undefined;
  if (length === undefined || (known !== undefined && known !== length)) throw new ResponseFault('invalid');
  return length;
}

function keptFor(value: string): number | undefined {
  const seconds = TIMEOUT.exec(value)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
