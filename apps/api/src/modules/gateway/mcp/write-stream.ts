import type { ServerResponse } from 'node:http';
import type { Reply, ReplyStream, StreamSink } from '@mcpnest/gateway-core';

/** The operating system asks a silent peer for a sign of life after this long, so that a client that vanished is found out. */
const PROBE_AFTER_MS = 30_000;

/** Writes the head of a streamed reply and connects the stream with the response until one of them ends. */
export function writeStream(response: ServerResponse, { status, headers }: Reply, stream: ReplyStream): void {
  if (response.destroyed) return stream.closed();
  response.socket?.setKeepAlive(true, PROBE_AFTER_MS);
  // A client that goes while something is written to it is no fault.
  response.on('error', () => undefined);
  response.once('close', () => stream.closed());
  response.writeHead(status, headers);
  response.flushHeaders();
  stream.open(new ResponseSink(response));
}

class ResponseSink implements StreamSink {
  constructor(private readonly response: ServerResponse) {}

  write(text: string): void {
    if (!this.response.destroyed && !this.response.writableEnded) this.response.write(text);
  }

  get backlogBytes(): number {
    return this.response.writableLength;
  }

  end(): void {
    this.response.end();
  }

  abandon(): void {
    this.response.destroy();
  }
}
