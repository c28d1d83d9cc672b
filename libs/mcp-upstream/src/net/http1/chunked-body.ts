import { ResponseFault } from './response-fault.js';

const LINE_MAX = 4 * 1024;
const TRAILER_MAX = 32 * 1024;
/** A size, and extensions that nobody needs (RFC 9112, 7.1). */
const SIZE_LINE = /^([0-9a-f]{1,8})[\t ]*(?:;[^\r]*)?$/i;
const LF = 10;

/** A body in chunks (RFC 9112, 7.1), however its bytes are cut by the network. Trailers are read and dropped. */
export class ChunkedBody {
  private awaits: 'size' | 'data' | 'end of data' | 'trailer' | 'nothing' = 'size';
  private left = 0;
  private line = '';
  private trailerBytes = 0;

  /**
   * Takes what came and hands on what is body.
   * @returns what is left behind the end of the body; undefined where more of it is to come
   * @throws ResponseFault `invalid`
   */
  read(bytes: Buffer, body: (piece: Buffer) => void): Buffer | undefined {
    let at = 0;
    while (at < bytes.length) {
      at = this.awaits === 'data' ? this.readData(bytes, at, body) : this.readLine(bytes, at);
      if (this.awaits === 'nothing') return bytes.subarray(at);
    }
    return undefined;
  }

  private readData(bytes: Buffer, at: number, body: (piece: Buffer) => void): number {
    const end = Math.min(bytes.length, at + this.left);
    this.left -= end - at;
    if (this.left === 0) this.awaits = 'end of data';
    body(bytes.subarray(at, end));
    return end;
  }

  private readLine(bytes: Buffer, at: number): number {
    const lineFeed = bytes.indexOf(LF, at);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    if (this.line.length + end - at > LINE_MAX) throw new ResponseFault('invalid');
    this.line += bytes.toString('latin1', at, end);
    if (lineFeed === -1) return end;
    if (!this.line.endsWith('\r')) throw new ResponseFault('invalid');
    const line = this.line.slice(0, -1);
    this.line = '';
    this.take(line);
    return end + 1;
  }

  private take(line: string): void {
    if (this.awaits === 'size') return this.takeSize(line);
    if (this.awaits === 'end of data') {
      if (line !== '') throw new ResponseFault('invalid');
      this.awaits = 'size';
    } else if (line === '') {
      this.awaits = 'nothing';
    } else if ((this.trailerBytes += line.length) > TRAILER_MAX) {
      throw new ResponseFault('invalid');
    }
  }

  private takeSize(line: string): void {
    const size = SIZE_LINE.exec(line)?.[1];
    if (size === undefined) throw new ResponseFault('invalid');
    this.left = Number.parseInt(size, 16);
    this.awaits = this.left === 0 ? 'trailer' : 'data';
  }
}
