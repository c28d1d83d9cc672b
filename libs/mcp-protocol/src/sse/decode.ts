export interface SseEvent { readonly event: string; readonly data: string; readonly id?: string; readonly retry?: number }
/** An event outgrew its bound; the stream can only be closed. */
export class SseOverflowError extends Error {
  override readonly name = 'SseOverflowError';
  /** Events that were complete in the same chunk, before the one that is too large. */
  constructor(readonly events: readonly SseEvent[], eventBytesMax: number) {
    super(`a server-sent event is larger than ${eventBytesMax} bytes`);
  }
}
export class SseDecoder {
  constructor(readonly options: { readonly eventBytesMax: number }) {}
  push(chunk: string): SseEvent[] { throw new Error(`unwritten ${chunk}`); }
}
