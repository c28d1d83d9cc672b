import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';

/** Takes what a decoder gives, in order: chunks, then exactly one of `end` and `broken`. */
export interface DecodedSink {
  decoded(chunk: Buffer): void;
  decodedEnd(): void;
  decodedBroken(): void;
}

/** Compressed bytes in, decoded bytes out to the sink, which counts them and calls `stop` when it has had enough. */
export interface ContentDecoder {
  write(chunk: Buffer): void;
  end(): void;
  stop(): void;
}

/** Small pieces, so that the sink can stop an answer that unpacks to far more than it weighs. */
const CHUNK = { chunkSize: 16 * 1024 };
const FLUSH = { flush: constants.Z_SYNC_FLUSH };
const OPENERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip({ ...CHUNK, ...FLUSH }),
  'x-gzip': () => createGunzip({ ...CHUNK, ...FLUSH }),
  deflate: () => createInflate({ ...CHUNK, ...FLUSH }),
  br: () => createBrotliDecompress({ ...CHUNK, flush: constants.BROTLI_OPERATION_FLUSH }),
};

/** Whether a `Content-Encoding` says that the body is sent as it is, which is what we ask for. */
export function isIdentity(encoding: string): boolean {
  return encoding === '' || encoding.toLowerCase() === 'identity';
}

/** A decoder for a server that compresses although it was asked not to; undefined for encodings we do not know. */
export function openContentDecoder(encoding: string, sink: DecodedSink): ContentDecoder | undefined {
  const stream = OPENERS[encoding.toLowerCase()]?.();
  if (!stream) return undefined;
  stream.on('data', (chunk: Buffer) => sink.decoded(chunk));
  stream.on('end', () => sink.decodedEnd());
  stream.on('error', () => sink.decodedBroken());
  return { write: (chunk) => void stream.write(chunk), end: () => void stream.end(), stop: () => void stream.destroy() };
}
