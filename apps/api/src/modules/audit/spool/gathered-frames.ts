import type { CallRecord } from '@mcpnest/gateway-core';
import { sha256Text } from '../chain/chain-hash.js';
import type { ChainPlace } from './call-columns.js';
import { TEXT_BYTES_MAX, type CanonicalText } from './canonical-text.js';
import { FRAME, FRAME_HEAD_BYTES, sealFrame } from './frame.js';
import { writeBinary } from './text-bytes.js';

const BYTES_FIRST = 64 * 1024;
/** A turn that brought more gives its memory back. */
const BYTES_KEPT_MAX = 1024 * 1024;
/** The frame around a text takes far less than this. */
const FRAME_BYTES = 256;

/** Frames of calls, put together in one piece of memory that is used again and again. */
export class GatheredFrames {
  bytes = Buffer.allocUnsafeSlow(BYTES_FIRST);
  length = 0;

  clear(): void {
    this.length = 0;
    if (this.bytes.length > BYTES_KEPT_MAX) this.bytes = Buffer.allocUnsafeSlow(BYTES_FIRST);
  }

  begin(texts: CanonicalText, call: CallRecord, place: ChainPlace): void {
    const body = this.room();
    this.bytes[body] = FRAME.begin;
    this.seal(body, texts.write(this.bytes, body + 1, call, place) - body);
  }

  /** @param before the hash that this record follows. @returns its own, both with one character per byte */
  end(before: string, texts: CanonicalText, call: CallRecord, place: ChainPlace): string {
    const body = this.room();
    const { bytes } = this;
    bytes[body] = FRAME.end;
    const contentEnd = texts.write(bytes, writeBinary(bytes, body + 1, before), call, place);
    const hash = sha256Text(bytes.subarray(body + 1, contentEnd));
    this.seal(body, writeBinary(bytes, contentEnd, hash) - body);
    return hash;
  }

  /** @returns where the next body begins */
  private room(): number {
    const wanted = this.length + TEXT_BYTES_MAX + FRAME_BYTES;
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
