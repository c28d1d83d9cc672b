import { failure } from '../net/failures.js';

const LENGTHS_BYTES = 8;
const HEAD_BYTES_MAX = 2 * 1024 * 1024;
/** A list of eight mebibytes may be twice that once it is written as JSON; nothing else is as large. */
const BODY_BYTES_MAX = 32 * 1024 * 1024;

/** One message between a gateway and a runner: what it is, and the raw text that belongs to it. */
export interface Frame<H = unknown> {
  readonly head: H;
  readonly body: string;
}

/** Two lengths, the head as JSON, the body as it is: what servers and clients wrote is copied, never written anew. */
export function frameBytes(head: object, body = ''): Buffer {
  const headText = JSON.stringify(head);
  const headBytes = Buffer.byteLength(headText);
  const bodyBytes = Buffer.byteLength(body);
  const bytes = Buffer.allocUnsafe(LENGTHS_BYTES + headBytes + bodyBytes);
  bytes.writeUInt32BE(headBytes, 0);
  bytes.writeUInt32BE(bodyBytes, 4);
  bytes.write(headText, LENGTHS_BYTES, 'utf8');
  bytes.write(body, LENGTHS_BYTES + headBytes, 'utf8');
  return bytes;
}

/** Cuts a byte stream into frames and never holds more than one of the allowed size. */
export class FrameReader {
  private parts: Buffer[] = [];
  private length = 0;
  private wanted = LENGTHS_BYTES;

  constructor(private readonly take: (frame: Frame) => void) {}

  /** @throws UpstreamFailure `gateway.upstream-broken` for what is no frame; nothing more can be read then */
  push(chunk: Buffer): void {
    this.parts.push(chunk);
    this.length += chunk.length;
    while (this.length >= this.wanted) {
      const bytes = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
      const [headBytes, bodyBytes] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
      if (headBytes > HEAD_BYTES_MAX || bodyBytes > BODY_BYTES_MAX) throw broken();
      this.wanted = LENGTHS_BYTES + headBytes + bodyBytes;
      this.parts = [bytes];
      if (bytes.length < this.wanted) return;
      const rest = bytes.subarray(this.wanted);
      const bodyAt = LENGTHS_BYTES + headBytes;
      const frame = { head: parsed(bytes.toString('utf8', LENGTHS_BYTES, bodyAt)), body: bytes.toString('utf8', bodyAt, this.wanted) };
      this.parts = rest.length > 0 ? [rest] : [];
      this.length = rest.length;
      this.wanted = LENGTHS_BYTES;
      this.take(frame);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken();
  }
}

const broken = (): Error => failure('gateway.upstream-broken', true, 'The runner and this gateway do not speak the same language');
