import { SseDecoder, type SseEvent } from '@mcpnest/mcp-protocol';
import type { Reply, StreamSink } from '../exchange/reply.js';

type Message = any;

/** The client's end of an event stream. */
export class ReceivedStream implements StreamSink {
  /** Everything that came, in order; comments are not events. */
  readonly events: SseEvent[] = [];
  /** Set by a test to play a client that reads nothing more. */
  backlogBytes = 0;
  comments = 0;
  ended = false;
  abandoned = false;
  private readonly decoder = new SseDecoder({ eventBytesMax: 16 * 1024 * 1024 });
  private readonly waiting = new Set<() => void>();
  private dropped = false;

  /** @param onLost called when the connection is lost before the stream has ended. */
  constructor(
    private readonly stream: NonNullable<Reply['stream']>,
    private readonly onLost: () => void,
  ) {
    stream.open(this);
  }

  /** The messages in those events that have one. */
  get messages(): Message[] {
    return this.events.filter(({ data }) => data !== '').map(({ data }) => JSON.parse(data) as unknown);
  }

  write(text: string): void {
    if (this.ended || this.dropped) throw new Error('written to a stream that is over');
    if (text.startsWith(':')) this.comments++;
    this.events.push(...this.decoder.push(text));
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
    this.stream.closed();
  }

  abandon(): void {
    this.abandoned = true;
    this.drop();
  }

  /** The first message that fits, now or as soon as it comes. @throws where the stream ends before. */
  async message(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found !== undefined) return found;
      if (this.ended) throw new Error(`the stream ended with ${JSON.stringify(this.messages)}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** The message of this method. */
  method(method: string): Promise<Message> {
    return this.message((message) => message.method === method);
  }

  /** The last message, once the stream has ended. */
  async last(): Promise<Message> {
    while (!this.ended) await new Promise<void>((resolve) => this.waiting.add(resolve));
    return this.messages.at(-1);
  }

  /** The connection breaks, or the client closes it: on the wire both look alike. */
  drop(): void {
    this.dropped = true;
    this.onLost();
    this.stream.closed();
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}
