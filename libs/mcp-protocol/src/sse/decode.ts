/** One event received. `event` is `message` unless the stream named another. */
export interface SseEvent {
  readonly event: string;
  readonly data: string;
  /** Only when this event set it; may be empty, which resets the stream's last id. */
  readonly id?: string;
  /** Milliseconds to wait before reconnecting. */
  readonly retry?: number;
}

/** An event outgrew its bound; the stream cannot be read on and should be closed. */
export class SseOverflowError extends Error {
  override readonly name = 'SseOverflowError';
  /** `events`: those complete in the same chunk, before the one that is too large. */
  constructor(
    readonly events: readonly SseEvent[],
    eventBytesMax: number,
  ) {
    super(`A server-sent event is larger than ${eventBytesMax} bytes`);
  }
}

/**
 * Decodes an event stream (HTML Living Standard, "Interpreting an event stream") fed in chunks of text, cut anywhere.
 * Deviations, both for MCP: an event without data lines is delivered with empty data when it sets an id or a retry time
 * (the priming event of 2025-11-25), and an unfinished event at the end is dropped by simply never being pushed.
 */
export class SseDecoder {
  /** An unfinished line; pieces are joined once, when its end arrives. */
  private pieces: string[] = [];
  private data: string[] = [];
  private event = '';
  private id: string | undefined;
  private retry: number | undefined;
  /** Size of the event so far and, in it, where the line in progress began; comments do not count once they are over. */
  private bytes = 0;
  private lineStart = 0;
  private isStart = true;
  private skipsLineFeed = false;
  private hasOverflowed = false;

  /** `eventBytesMax`: bound on one event as it stands in the stream, in UTF-8 bytes. */
  constructor(private readonly options: { readonly eventBytesMax: number }) {}

  /** Events completed by this chunk. Throws SseOverflowError when the one in progress is too large, and ever after. */
  push(chunk: string): SseEvent[] {
    const events: SseEvent[] = [];
    if (this.hasOverflowed) throw new SseOverflowError(events, this.options.eventBytesMax);
    const text = this.withoutMarks(chunk);
    let start = 0;
    const ends = /\r\n|\r|\n/g;
    for (let end = ends.exec(text); end; end = ends.exec(text)) {
      this.add(text.slice(start, end.index), events);
      start = end.index + end[0].length;
      this.bytes += end[0].length;
      this.line(events);
      this.lineStart = this.bytes;
    }
    this.add(text.slice(start), events);
    this.skipsLineFeed = text === '' ? this.skipsLineFeed : text.endsWith('\r');
    return events;
  }

  /** Less the byte order mark that may open the stream, and the second half of a line end cut in two. */
  private withoutMarks(chunk: string): string {
    if (chunk === '') return chunk;
    let text = chunk;
    if (this.isStart && text.startsWith('\uFEFF')) text = text.slice(1);
    this.isStart = false;
    if (this.skipsLineFeed && text.startsWith('\n')) text = text.slice(1);
    this.skipsLineFeed = false;
    return text;
  }

  private add(piece: string, events: readonly SseEvent[]): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.bytes += utf8Length(piece);
    if (this.bytes <= this.options.eventBytesMax) return;
    this.hasOverflowed = true;
    this.pieces = [];
    this.data = [];
    throw new SseOverflowError(events, this.options.eventBytesMax);
  }

  private line(events: SseEvent[]): void {
    const line = this.pieces.length === 1 ? this.pieces[0]! : this.pieces.join('');
    this.pieces = [];
    if (line === '') return this.dispatch(events);
    const colon = line.indexOf(':');
    if (colon === 0) {
      this.bytes = this.lineStart;
      return;
    }
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') this.data.push(value);
    else if (name === 'event') this.event = value;
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    else if (name === 'retry' && /^\d{1,9}$/.test(value)) this.retry = Number(value);
  }

  private dispatch(events: SseEvent[]): void {
    const { id, retry } = this;
    if (this.data.length > 0 || id !== undefined || retry !== undefined) {
      events.push({
        event: this.event || 'message',
        data: this.data.join('\n'),
        ...(id !== undefined && { id }),
        ...(retry !== undefined && { retry }),
      });
    }
    this.data = [];
    this.event = '';
    this.id = undefined;
    this.retry = undefined;
    this.bytes = 0;
  }
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return bytes;
}
