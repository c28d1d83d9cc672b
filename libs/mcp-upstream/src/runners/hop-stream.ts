import { constants, type Http2Stream } from 'node:http2';
import { frameBytes, FrameReader } from './frame.js';

/** What the other side has not read yet; more than this is no conversation any more. */
const BACKLOG_BYTES_MAX = 64 * 1024 * 1024;

/** Takes what comes on a conversation between a gateway and a runner. */
export interface HopEar {
  heard(head: Readonly<Record<string, unknown>>, body: string): void;
  /** Called once, the last of all. `code` as in RFC 9113, section 7. */
  closed(code: number): void;
}

/** One conversation between a gateway and a runner, as either side sees it: frames both ways, until one of them ends it. */
export class HopStream {
  constructor(
    private readonly stream: Http2Stream,
    ear: HopEar,
  ) {
    const reader = new FrameReader(({ head, body }) => ear.heard(head as Readonly<Record<string, unknown>>, body));
    stream.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk);
      } catch {
        stream.removeAllListeners('data');
        stream.close(constants.NGHTTP2_PROTOCOL_ERROR);
      }
    });
    // Told by `close`.
    stream.on('error', () => undefined);
    stream.once('close', () => ear.closed(stream.rstCode ?? constants.NGHTTP2_INTERNAL_ERROR));
  }

  send(head: object, body?: string): void {
    if (this.stream.destroyed || this.stream.writableEnded) return;
    if (this.stream.writableLength > BACKLOG_BYTES_MAX) return this.stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    this.stream.write(frameBytes(head, body));
  }

  /** Nothing more comes from this side. */
  end(): void {
    if (!this.stream.writableEnded) this.stream.end();
  }

  /** Whatever was asked is wanted no more. */
  cancel(): void {
    this.stream.close(constants.NGHTTP2_CANCEL);
  }
}
