import { encodeEvent, KEEP_ALIVE } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { ReplyStream, StreamSink } from '../exchange/reply.js';
import { TICK_MS, Ticking, type KeepAlive } from './keep-alive.js';
import { ReplayBuffer } from './replay-buffer.js';
import type { ReplayShelf, Shelved } from './replay-shelf.js';

/** What streams share. */
export interface StreamParts {
  readonly keepAlive: KeepAlive;
  readonly shelf: ReplayShelf;
  /** UTF-8 bytes of a text. */
  readonly byteLength: (text: string) => number;
}

/** What a client is asked to wait before it comes back; its own default may be much longer. */
const RETRY_MS = 1_000;
const TICKS_OF_SILENCE = LIMITS.keepAliveMs / TICK_MS;

/**
 * An event stream of JSON-RPC messages towards one client (Streamable HTTP, "Listening for Messages from the Server").
 * With an id it is resumable: its events are numbered, the last ones are kept, and it outlives its connection (2025-11-25,
 * "Resumability and Redelivery"). Without one it is over when its connection is (2026-07-28).
 */
export class MessageStream extends Ticking implements ReplyStream, Shelved {
  /** Called whenever the stream's client is no longer connected: it went, or the stream has ended. */
  onDisconnected: (() => void) | undefined;
  /** Called when a resumable stream can be resumed no longer. */
  onForgotten: (() => void) | undefined;

  /** Of a resumable stream: unique in its session. */
  readonly id: string | undefined;
  /** Whether it belongs to no request. */
  readonly isGeneral: boolean;
  private readonly replay: ReplayBuffer | undefined;
  /** What was said before the connection could take anything. */
  private held: string[] | undefined = [];
  private heldBytes = 0;
  private sink: StreamSink | undefined;
  /** The connection that counts; of the first one the stream itself. */
  private connection: object = this;
  private isConnected = true;
  private hasEnded = false;
  private said = 0;
  private quietTicks = 0;
  private backlogBefore = 0;
  private slowTicks = 0;

  /** With an id it is resumable. */
  constructor(
    private readonly parts: StreamParts,
    options: { readonly id?: string; readonly isGeneral?: boolean } = {},
  ) {
    super();
    this.id = options.id;
    this.isGeneral = options.isGeneral ?? false;
    this.replay = this.id === undefined ? undefined : new ReplayBuffer(parts.shelf, parts.byteLength);
    parts.keepAlive.add(this);
  }

  /** Whether what is said now is on its way to the client. */
  get isConnectedNow(): boolean {
    return this.isConnected;
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Gives the client an id to come back with before anything was said (2025-11-25, "Sending Messages to the Server"). */
  prime(): void {
    if (this.id !== undefined) this.write(encodeEvent({ id: `${this.id}-0`, retry: RETRY_MS, data: '' }));
  }

  /** Says something that matters. Ignored once the stream has ended. */
  send(messageText: string): void {
    if (this.hasEnded) return;
    const number = ++this.said;
    const text = encodeEvent(this.id === undefined ? { data: messageText } : { id: `${this.id}-${number}`, data: messageText });
    this.replay?.push(number, text);
    this.write(text);
  }

  /** Says something that may be lost. @returns false where it was: the client reads too slowly, or has been away for too long. */
  notify(messageText: string): boolean {
    if (this.hasEnded || this.isCrowded()) return false;
    this.send(messageText);
    return true;
  }

  /** Ends the stream after what was said. A resumable one is kept for a while. */
  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.parts.keepAlive.delete(this);
    const { sink } = this;
    this.sink = undefined;
    sink?.end();
    if (this.replay) this.parts.shelf.shelve(this);
    this.disconnected();
  }

  open(sink: StreamSink): void {
    const { held } = this;
    if (!held) return sink.end();
    this.held = undefined;
    for (const text of held) sink.write(text);
    if (this.hasEnded) sink.end();
    else this.sink = sink;
  }

  closed(): void {
    this.detach(this);
  }

  /**
   * Makes the next connection that of a client that comes back: it gets what was said after the event it names, and all that
   * follows. A connection it had before ends.
   */
  resume(after: number): ReplyStream {
    this.disconnect();
    const connection = {};
    if (!this.hasEnded) {
      this.connection = connection;
      this.isConnected = true;
      this.parts.shelf.unshelve(this);
      this.parts.keepAlive.add(this);
    }
    return { open: (sink) => this.attach(connection, sink, after), closed: () => this.detach(connection) };
  }

  /** Ends the connection, if there is one, and not a resumable stream. */
  disconnect(): void {
    const { sink } = this;
    this.detach(this.connection);
    sink?.end();
  }

  /** Nobody will come back for it, or nobody may: gives up what it kept. */
  forget(): void {
    this.replay?.clear();
    this.parts.shelf.unshelve(this);
    this.onForgotten?.();
  }

  override tick(): void {
    const { sink } = this;
    if (!sink) return;
    this.slowTicks = sink.backlogBytes > LIMITS.streamBacklogBytesMax && sink.backlogBytes >= this.backlogBefore ? this.slowTicks + 1 : 0;
    this.backlogBefore = sink.backlogBytes;
    if (this.slowTicks > TICKS_OF_SILENCE) return this.giveUp(sink);
    if (++this.quietTicks < TICKS_OF_SILENCE) return;
    this.quietTicks = 0;
    if (this.slowTicks === 0) sink.write(KEEP_ALIVE);
  }

  private attach(connection: object, sink: StreamSink, after: number): void {
    const missed = this.replay?.after(after) ?? '';
    if (missed !== '') sink.write(missed);
    if (!this.hasEnded && this.connection === connection) {
      this.sink = sink;
      return;
    }
    sink.end();
    if (this.hasEnded) this.parts.shelf.shelve(this);
  }

  private detach(connection: object): void {
    if (this.hasEnded || this.connection !== connection || !this.isConnected) return;
    this.sink = this.held = undefined;
    this.parts.keepAlive.delete(this);
    if (!this.replay) this.hasEnded = true;
    else if (this.isGeneral) this.parts.shelf.shelve(this);
    this.disconnected();
  }

  private giveUp(sink: StreamSink): void {
    this.detach(this.connection);
    sink.abandon();
  }

  private disconnected(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.onDisconnected?.();
  }

  private isCrowded(): boolean {
    if (this.sink) return this.sink.backlogBytes > LIMITS.streamBacklogBytesMax;
    if (this.held) return this.heldBytes > LIMITS.streamBacklogBytesMax;
    return this.replay?.isHalfFull ?? true;
  }

  private write(text: string): void {
    this.quietTicks = 0;
    if (this.sink) return this.sink.write(text);
    if (!this.held) return;
    this.held.push(text);
    this.heldBytes += text.length;
  }
}
