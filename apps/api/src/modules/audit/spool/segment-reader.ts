import { open, type FileHandle } from 'node:fs/promises';
import { findFrame, FRAME_BODY_BYTES_MAX, frameAt, FRAME_HEAD_BYTES } from './frame.js';

/** Enough for a thousand calls in one statement, and little to hold while they are stored. Where fewer wait, less is read. */
const CHUNK_BYTES = 1024 * 1024;
/** Two frames of any size: where a chunk holds none whole, this one tells what is wrong. */
const CHUNK_BYTES_MAX = 2 * (FRAME_BODY_BYTES_MAX + FRAME_HEAD_BYTES);

export interface ReadFrame {
  readonly kind: number;
  readonly body: Buffer;
}

/** What a chunk of a file held. */
export interface ReadChunk {
  readonly frames: readonly ReadFrame[];
  /** Places where bytes make no frame but frames follow. */
  readonly corrupt: number;
  /** Whether the file ends in the middle of a frame. */
  readonly isTorn: boolean;
}

/** Reads a segment from its beginning, frame by frame; what makes no sense is stepped over and counted. */
export class SegmentReader {
  private offset = 0;
  /** Read into again and again: memory outside of the heap that comes and goes has it collected for nothing. */
  private bytes = Buffer.alloc(0);
  private constructor(
    private readonly file: FileHandle,
    private readonly skipped: number | undefined,
  ) {}

  /** @param skipped a kind of frames that is checked like the others, and not given */
  static async open(path: string, skipped?: number): Promise<SegmentReader> {
    return new SegmentReader(await open(path, 'r'), skipped);
  }

  /** How far it has read. */
  get readBytes(): number {
    return this.offset;
  }

  async fileBytes(): Promise<number> {
    return (await this.file.stat()).size;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** The next frames up to `limit`, whose bytes hold until more is asked for; null where nothing is left before it. */
  async next(limit: number): Promise<ReadChunk | null> {
    const from = this.offset;
    const chunk = await this.chunk(limit, CHUNK_BYTES);
    return chunk && this.offset === from ? this.chunk(limit, CHUNK_BYTES_MAX) : chunk;
  }

  private async chunk(limit: number, bytesMax: number): Promise<ReadChunk | null> {
    const bytesWanted = Math.min(bytesMax, limit - this.offset);
    if (bytesWanted <= 0) return null;
    if (this.bytes.length < bytesWanted) this.bytes = Buffer.allocUnsafeSlow(bytesWanted);
    const { bytesRead } = await this.file.read(this.bytes, 0, bytesWanted, this.offset);
    if (bytesRead === 0) return null;
    return this.parse(this.bytes.subarray(0, bytesRead), this.offset + bytesRead >= limit, bytesMax === CHUNK_BYTES_MAX);
  }

  private parse(bytes: Buffer, isLast: boolean, isLargest: boolean): ReadChunk {
    const frames: ReadFrame[] = [];
    let at = 0;
    let corrupt = 0;
    for (;;) {
      const frame = at === bytes.length ? 'partial' : frameAt(bytes, at);
      if (typeof frame === 'object') {
        if (frame.kind !== this.skipped) frames.push(frame);
        at = frame.next;
        continue;
      }
      const isWaiting = frame === 'partial' && !isLast;
      const next = at === bytes.length || isWaiting ? -1 : findFrame(bytes, at + 1);
      if (next < 0) {
        const isTorn = isLast && at < bytes.length;
        // Nothing whole follows here: the rest is torn, or begins a frame that the next chunk or a larger one completes.
        this.offset += isTorn ? bytes.length : at === 0 && !isLast && isLargest ? bytes.length >> 1 : at;
        return { frames, corrupt, isTorn };
      }
      corrupt++;
      at = next;
    }
  }
}
