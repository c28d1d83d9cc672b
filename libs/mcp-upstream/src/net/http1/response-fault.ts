/** Bytes that are no HTTP/1.1 answer, or one that is bounded out. Holds no text of the other side. */
export class ResponseFault extends Error {
  override readonly name = 'ResponseFault';

  constructor(readonly reason: 'invalid' | 'head-too-large' | 'cut-off') {
    super(reason);
  }
}
