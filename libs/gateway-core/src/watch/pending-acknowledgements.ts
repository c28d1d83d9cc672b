import type { Clock } from '../ports/clock.js';

/** How long a server may take to say whether it honours a subscription. */
const ACKNOWLEDGE_MS = 5_000;

interface Wait {
  readonly open: Set<string>;
  readonly honoured: Set<string>;
  readonly end: () => void;
}

/** Who waits to hear whether a server honours subscriptions to some URIs. */
export class PendingAcknowledgements {
  private readonly waits = new Set<Wait>();

  constructor(private readonly clock: Clock) {}

  /** Waits for a bounded time until each URI was answered. @returns those that the server honours. */
  wait(uris: Iterable<string>, honouredAlready: readonly string[]): Promise<ReadonlySet<string>> {
    return new Promise((resolve) => {
      const honoured = new Set(honouredAlready);
      const end = (): void => {
        cancel();
        this.waits.delete(wait);
        resolve(honoured);
      };
      const wait: Wait = { open: new Set(uris), honoured, end };
      const cancel = this.clock.after(ACKNOWLEDGE_MS, end);
      this.waits.add(wait);
      if (wait.open.size === 0) end();
    });
  }

  /** The server answered about the asked URIs. */
  settle(asked: ReadonlySet<string>, honoured: ReadonlySet<string>): void {
    for (const wait of this.waits) {
      for (const uri of wait.open) {
        if (honoured.has(uri)) wait.honoured.add(uri);
        if (honoured.has(uri) || asked.has(uri)) wait.open.delete(uri);
      }
      if (wait.open.size === 0) wait.end();
    }
  }

  /** No answer will come any more. */
  end(): void {
    for (const wait of this.waits) wait.end();
  }
}
