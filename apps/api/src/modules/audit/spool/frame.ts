import { crc32 } from 'node:zlib';

/**
 * A spool file is a row of frames: length and checksum (4 bytes each, little-endian), then the body, whose first byte says what
 * it is. The checksum goes over the body.
 */
export const FRAME = {
  /** A file's first frame: whose it is, and where its chains stand. */
  head: 0x48,
  /** A call leaves for its server. */
  begin: 0x42,
  /** A call is over: the hash before it, its canonical text, its hash. */
  end: 0x45,
  /** A signed checkpoint. */
  checkpoint: 0x43,
  /** Records that were lost, and how many. */
  gap: 0x47,
} as const;

export const FRAME_HEAD_BYTES = 8;
/** The head of a file names every chain of its writer; everything else is far smaller. */
export const FRAME_BODY_BYTES_MAX = 1024 * 1024;
/** The checksum of the first byte of each kind: that of a frame goes on from it. */
const KINDS = new Map<number, number>(Object.values(FRAME).map((kind) => [kind, crc32(Buffer.of(kind))]));

/** Writes length and checksum before a body that already stands there. @returns the whole frame's length. */
export function sealFrame(buffer: Buffer, body: number, bodyBytes: number): number {
  buffer.writeUInt32LE(bodyBytes, body - FRAME_HEAD_BYTES);
  buffer.writeUInt32LE(crc32(buffer.subarray(body, body + bodyBytes)), body - FRAME_HEAD_BYTES + 4);
  return FRAME_HEAD_BYTES + bodyBytes;
}

/** A frame that holds JSON. */
export function jsonFrame(kind: number, content: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + 1 + text.length);
  frame[FRAME_HEAD_BYTES] = kind;
  text.copy(frame, FRAME_HEAD_BYTES + 1);
  sealFrame(frame, FRAME_HEAD_BYTES, 1 + text.length);
  return frame;
}

/** What stands at a place of a file. `partial`: the bytes at hand do not hold it whole. */
export type FrameAt = { readonly kind: number; readonly body: Buffer; readonly next: number } | 'partial' | 'broken';

export function frameAt(bytes: Buffer, at: number): FrameAt {
  if (bytes.length - at < FRAME_HEAD_BYTES) return 'partial';
  const length = bytes.readUInt32LE(at);
  if (length < 1 || length > FRAME_BODY_BYTES_MAX) return 'broken';
  const start = at + FRAME_HEAD_BYTES;
  if (bytes.length === start) return 'partial';
  const kind = bytes[start]!;
  const ofKind = KINDS.get(kind);
  if (ofKind === undefined) return 'broken';
  if (bytes.length - start < length) return 'partial';
  const body = bytes.subarray(start + 1, start + length);
  if (crc32(body, ofKind) !== bytes.readUInt32LE(at + 4)) return 'broken';
  return { kind, body, next: start + length };
}

/** The next place at or behind `at` where a whole frame stands, or -1. */
export function findFrame(bytes: Buffer, at: number): number {
  for (let place = at; place + FRAME_HEAD_BYTES < bytes.length; place++) if (typeof frameAt(bytes, place) === 'object') return place;
  return -1;
}
