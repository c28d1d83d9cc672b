import { StringDecoder } from 'node:string_decoder';

const TAIL_LENGTH = 256;

/** Takes whole lines, without their ends. */
export interface LineSink {
  line(text: string, bytes: number): void;
  /** A line had more than the allowed bytes and was dropped; its last characters. */
  tooLong(tail: string): void;
}

const NEWLINE = 0x0a;

/** Cuts a byte stream into lines and never holds more than one line of the allowed length. */
export class LineReader {
  private parts: Buffer[] = [];
  private bytes = 0;
  private isTooLong = false;

  constructor(
    private readonly sink: LineSink,
    private readonly lineBytesMax: number,
  ) {}

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      this.finish();
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  private keep(part: Buffer): void {
    this.bytes += part.length;
    this.parts.push(part);
    if (this.bytes <= this.lineBytesMax) return;
    this.isTooLong = true;
    this.parts = [Buffer.from(Buffer.concat(this.parts).subarray(-TAIL_LENGTH))];
    this.bytes = this.lineBytesMax;
  }

  private finish(): void {
    const { parts, bytes, isTooLong } = this;
    this.parts = [];
    this.bytes = 0;
    this.isTooLong = false;
    const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    if (isTooLong) return this.sink.tooLong(new StringDecoder('utf8').write(line));
    if (bytes > 0) this.sink.line(line.toString('utf8'), bytes);
  }
}
