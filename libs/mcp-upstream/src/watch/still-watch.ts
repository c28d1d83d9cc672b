import type { UpstreamWatch, UpstreamWatcher } from '@mcpnest/gateway-core';

/** A watch over something that never changes. */
export function watchNothing(watcher: UpstreamWatcher): UpstreamWatch {
  return new StillWatch(() => watcher.opened([]));
}

/** A watch over something that cannot be reached with this configuration, whatever is tried. */
export function watchInVain(watcher: UpstreamWatcher): UpstreamWatch {
  return new StillWatch(() => watcher.lost());
}

class StillWatch implements UpstreamWatch {
  private isClosed = false;

  constructor(private readonly say: () => void) {
    this.change();
  }

  /** Answers once whoever asked has the watch in hand. */
  change(): void {
    queueMicrotask(() => {
      if (!this.isClosed) this.say();
    });
  }

  close(): void {
    this.isClosed = true;
  }
}
