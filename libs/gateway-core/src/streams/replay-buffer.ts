import { LIMITS } from '@mcpnest/shared/limits';
import type { ReplayShelf } from './replay-shelf.js';

interface Kept {
  readonly number: number;
  readonly text: string;
  readonly bytes: number;
}

/** The last events of one stream, for a client that comes back for them: the oldest go first. */
export class ReplayBuffer {
  private kept: Kept[] = [];
  private bytes = 0;

  constructor(
    private readonly shelf: ReplayShelf,
    private readonly byteLength: (text: string) => number,
  ) {}

  /** Whether there is room for what matters less. */
  get isHalfFull(): boolean {
    return this.bytes > LIMITS.streamReplayBytesMax / 2;
  }

  /** Keeps an event, unless it alone is larger than the bound. */
  push(number: number, text: string): void {
    const bytes = this.byteLength(text);
    if (bytes > LIMITS.streamReplayBytesMax) return;
    while (this.bytes + bytes > LIMITS.streamReplayBytesMax) this.dropOldest();
    while (!this.shelf.take(bytes)) {
      if (this.kept.length === 0) return;
      this.dropOldest();
    }
    this.kept.push({ number, text, bytes });
    this.bytes += bytes;
  }

  /** The events after a number, as they were sent. */
  after(number: number): string {
    let text = '';
    for (const one of this.kept) if (one.number > number) text += one.text;
    return text;
  }

  clear(): void {
    this.shelf.give(this.bytes);
    this.kept = [];
    this.bytes = 0;
  }

  private dropOldest(): void {
    const oldest = this.kept.shift();
    if (!oldest) return;
    this.bytes -= oldest.bytes;
    this.shelf.give(oldest.bytes);
  }
}
