import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import { Ticking, type KeepAlive } from './keep-alive.js';

/** All that is kept for clients that may come back, in bytes. */
const BYTES_MAX = 64 * 1024 * 1024;

/** A stream that nobody is connected to and that says nothing more for now. */
export interface Shelved {
  /** Gives up what it kept. */
  forget(): void;
}

/** What all streams together keep for clients that lost their connection: bounded in bytes and in age. */
export class ReplayShelf extends Ticking {
  /** Streams that wait for their client → since when, oldest first. */
  private readonly waiting = new Map<Shelved, number>();
  private bytes = 0;

  constructor(
    private readonly clock: Clock,
    private readonly keepAlive: KeepAlive,
    private readonly bytesMax: number = BYTES_MAX,
  ) {
    super();
  }

  /** Keeps a stream for its client, for `LIMITS.streamReplayMs` at most. */
  shelve(stream: Shelved): void {
    this.waiting.delete(stream);
    this.waiting.set(stream, this.clock.monotonic());
    this.keepAlive.add(this);
  }

  /** Its client is back, or it is forgotten. */
  unshelve(stream: Shelved): void {
    this.waiting.delete(stream);
  }

  /** Makes room, at the cost of those that wait longest. @returns false where none can be made. */
  take(bytes: number): boolean {
    while (this.bytes + bytes > this.bytesMax) {
      const [oldest] = this.waiting.keys();
      if (!oldest) return false;
      this.drop(oldest);
    }
    this.bytes += bytes;
    return true;
  }

  /** Gives room back. */
  give(bytes: number): void {
    this.bytes -= bytes;
  }

  override tick(): void {
    const now = this.clock.monotonic();
    for (const [stream, since] of this.waiting) {
      if (now - since <= LIMITS.streamReplayMs) break;
      this.drop(stream);
    }
    if (this.waiting.size === 0) this.keepAlive.delete(this);
  }

  private drop(stream: Shelved): void {
    this.waiting.delete(stream);
    stream.forget();
  }
}
