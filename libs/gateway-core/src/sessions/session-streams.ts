import { LIMITS } from '@mcpnest/shared/limits';
import type { MessageStream } from '../streams/message-stream.js';

/** Messages kept while nobody listens. */
const MISSED_MAX = 64;

/** The streams of one legacy session (2025-11-25, Streamable HTTP). */
export class SessionStreams {
  /** Those opened by GET whose client is connected, oldest first. */
  private readonly heard: MessageStream[] = [];
  /** All that can be resumed, by id. */
  private readonly kept = new Map<string, MessageStream>();
  private readonly missed = new Set<string>();
  /** Called when a client that listened no longer does on a stream. */
  onUnheard: (() => void) | undefined;

  /** Whether the client listens to what belongs to no request. */
  get isHeard(): boolean {
    return this.heard.length > 0;
  }

  /** A stream opened by GET is connected, for the first time or again; it is told what was missed meanwhile. */
  hear(stream: MessageStream): void {
    this.heard.push(stream);
    const missed = [...this.missed];
    this.missed.clear();
    for (const messageText of missed) stream.notify(messageText);
  }

  unhear(stream: MessageStream): void {
    const at = this.heard.indexOf(stream);
    if (at < 0) return;
    this.heard.splice(at, 1);
    this.onUnheard?.();
  }

  /**
   * Says something that belongs to no request, on exactly one stream: the newest. While there is none the last few different
   * messages are kept; so this is for notifications that say the same however often they are sent.
   */
  send(messageText: string): void {
    const newest = this.heard.at(-1);
    if (newest) {
      newest.notify(messageText);
      return;
    }
    this.missed.delete(messageText);
    this.missed.add(messageText);
    if (this.missed.size > MISSED_MAX) for (const oldest of this.missed) return void this.missed.delete(oldest);
  }

  /** Makes a stream resumable by its id; of too many the oldest can be resumed no longer. */
  keep(stream: MessageStream): void {
    if (stream.id === undefined) return;
    this.kept.set(stream.id, stream);
    stream.onForgotten = () => this.kept.delete(stream.id!);
    if (this.kept.size <= LIMITS.streamsPerTokenMax) return;
    const streams = [...this.kept.values()];
    (streams.find(({ isOver }) => isOver) ?? streams[0]!).forget();
  }

  /** The stream that an event id of this session belongs to. */
  find(streamId: string): MessageStream | undefined {
    return this.kept.get(streamId);
  }

  /** Ends and forgets all of them. */
  end(): void {
    for (const stream of [...this.heard]) stream.end();
    for (const stream of [...this.kept.values()]) {
      stream.end();
      stream.forget();
    }
    this.missed.clear();
  }
}
