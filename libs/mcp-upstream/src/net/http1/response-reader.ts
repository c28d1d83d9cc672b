import { ChunkedBody } from './chunked-body.js';
import { ResponseFault } from './response-fault.js';
import { parseResponseHead, type ResponseHead } from './response-head.js';

/** Takes one answer, in order: its head, pieces of its body, its end. */
export interface ResponseEar {
  onHead(head: ResponseHead): void;
  /**
   * @param piece valid until this returns: whoever keeps it copies it
   * @param isLast whether nothing of the body follows, as far as that is known yet
   */
  onBody(piece: Buffer, isLast: boolean): void;
  onEnd(): void;
}

const HEAD_BYTES_MAX = 32 * 1024;
const HEAD_END = '\r\n\r\n';
const BEGINS = 'HTTP/1.';
/** The status itself says that there is no body (RFC 9112, 6.3). */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** Reads the answers of one connection, one after the other, however their bytes are cut by the network. */
export class ResponseReader {
  /** Whether an answer is awaited or has begun. */
  isReading = false;
  private awaits: 'head' | 'length' | 'chunks' | 'close' = 'head';
  private head: Buffer | undefined;
  private lastHead: { readonly text: string; readonly head: ResponseHead } | undefined;
  private headBytes = 0;
  private left = 0;
  private chunked: ChunkedBody | undefined;
  private readonly body = (piece: Buffer): void => this.ear.onBody(piece, false);

  constructor(private readonly ear: ResponseEar) {}

  /** An answer is awaited from now on. */
  begin(): void {
    this.isReading = true;
    this.awaits = 'head';
    this.headBytes = 0;
  }

  /**
   * Takes what came.
   * @returns whether all of it belonged to the answer that is awaited
   * @throws ResponseFault; after it nothing on the connection can be trusted
   */
  read(bytes: Buffer): boolean {
    let rest: Buffer | undefined = bytes;
    while (rest !== undefined && this.isReading) rest = this.readSome(rest);
    return rest === undefined || rest.length === 0;
  }

  /** The other side has closed. @throws ResponseFault `cut-off` where the answer was not whole */
  close(): void {
    if (!this.isReading) return;
    if (this.awaits !== 'close') throw new ResponseFault('cut-off');
    this.end();
  }

  /** @returns what is left; undefined where there is none */
  private readSome(bytes: Buffer): Buffer | undefined {
    switch (this.awaits) {
      case 'head':
        return this.readHead(bytes);
      case 'length':
        return this.readCounted(bytes);
      case 'chunks':
        return this.readChunks(bytes);
      case 'close':
        this.ear.onBody(bytes, false);
        return undefined;
    }
  }

  private readHead(bytes: Buffer): Buffer | undefined {
    const all = this.head ? Buffer.concat([this.head, bytes]) : bytes;
    const end = all.indexOf(HEAD_END, 0, 'latin1');
    if (this.headBytes + (end === -1 ? all.length : end) > HEAD_BYTES_MAX) throw new ResponseFault('head-too-large');
    if (end === -1) {
      if (!BEGINS.startsWith(all.toString('latin1', 0, Math.min(BEGINS.length, all.length)))) throw new ResponseFault('invalid');
      this.head = all === bytes ? Buffer.from(bytes) : all;
      return undefined;
    }
    this.head = undefined;
    this.headBytes += end;
    this.begun(this.parsed(all.toString('latin1', 0, end)));
    return all.subarray(end + HEAD_END.length);
  }

  /** Answers that follow each other closely often have the same head, down to its second. */
  private parsed(text: string): ResponseHead {
    if (this.lastHead?.text !== text) this.lastHead = { text, head: parseResponseHead(text) };
    return this.lastHead.head;
  }

  /** How long the body is (RFC 9112, 6.3). */
  private begun(head: ResponseHead): void {
    // Interim answers say nothing that we wait for, and no other protocol was asked for.
    if (head.status < 200) {
      if (head.status === 101) throw new ResponseFault('invalid');
      return;
    }
    const { status, isChunked, contentLength } = head;
    const isBodiless = BODILESS.has(status) || contentLength === 0;
    this.left = contentLength ?? 0;
    this.awaits = isChunked ? 'chunks' : contentLength !== undefined ? 'length' : 'close';
    if (isChunked) this.chunked = new ChunkedBody();
    this.ear.onHead(this.awaits === 'close' && !isBodiless ? { ...head, isPersistent: false } : head);
    if (isBodiless) this.end();
  }

  private readCounted(bytes: Buffer): Buffer | undefined {
    const isWhole = bytes.length >= this.left;
    const piece = bytes.length > this.left ? bytes.subarray(0, this.left) : bytes;
    this.left -= piece.length;
    if (piece.length > 0) this.ear.onBody(piece, isWhole);
    if (!isWhole) return undefined;
    this.end();
    return bytes.subarray(piece.length);
  }

  private readChunks(bytes: Buffer): Buffer | undefined {
    const rest = this.chunked!.read(bytes, this.body);
    if (rest === undefined) return undefined;
    this.chunked = undefined;
    this.end();
    return rest;
  }

  private end(): void {
    this.isReading = false;
    this.ear.onEnd();
  }
}
