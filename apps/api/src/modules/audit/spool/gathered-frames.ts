import { HASH_BYTES, sha256Text } from '../chain/chain-hash.js';
import { FRAME, FRAME_HEAD_BYTES, sealFrame } from './frame.js';

const BYTES_FIRST = 64 * 1024;
/** A turn that brought more gives its memory back. */
const BYTES_KEPT_MAX = 1024 * 1024;
/** A character takes at most three bytes, and the frame around a text far less than this. */
const BYTES_PER_CHARACTER = 3;
const FRAME_BYTES = 256;
const CONTENT_AT = 1 + HASH_BYTES;

/** Frames of calls, put together in one piece of memory that is used again and again. */
export class GatheredFrames {
  bytes = Buffer.allocUnsafeSlow(BYTES_FIRST);
  length = 0;

  clear(): void {
    this.length = 0;
    if (this.bytes.length > BYTES_KEPT_MAX) this.bytes = Buffer.allocUnsafeSlow(BYTES_FIRST);
  }

  begin(text: string): void {
    const body = this.room(text);
    this.bytes[body] = FRAME.begin;
    this.seal(body, 1 + this.bytes.write(text, body + 1));
  }

  /** @param before the hash that this record follows. @returns its own, both with one character per byte */
  end(before: string, text: string): string {
    const body = this.room(text);
    const { bytes } = this;
    bytes[body] = FRAME.end;
    bytes.write(before, body + 1, 'latin1');
    const contentEnd = body + CONTENT_AT + bytes.write(text, body + CONTENT_AT);
    const hash = sha256Text(bytes.subarray(body + 1, contentEnd));
    bytes.write(hash, contentEnd, 'latin1');
    this.seal(body, contentEnd + HASH_BYTES - body);
    return hash;
  }

  /** @returns where the next body begins */
  private room(text: string): number {
    const wanted = this.length + text.length * BYTES_PER_CHARACTER + FRAME_BYTES;
    if (wanted > this.bytes.length) {
      const more = Buffer.allocUnsafeSlow(Math.max(wanted, this.bytes.length * 2));
      this.bytes.copy(more, 0, 0, this.length);
      this.bytes = more;
    }
    return this.length + FRAME_HEAD_BYTES;
  }

  private seal(body: number, bodyBytes: number): void {
    this.length += sealFrame(this.bytes, body, bodyBytes);
  }
}
