import type { UpstreamWatch, UpstreamWatcher } from '@mcpnest/gateway-core';
import { performance } from 'node:perf_hooks';
import type { Peer, PeerWatch } from '../peer.js';

const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 30_000;
/** A watch that held so long was a good one: the next pause is short again. */
const GOOD_MS = 30_000;
/** How often a server that has nothing to tell is asked whether that changed. */
const SILENT_MS = 15 * 60_000;

/** A watch that is begun again whenever it is lost, after pauses that grow and are never quite the same. */
export class SteadyWatch implements UpstreamWatch {
  private watch: PeerWatch | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = PAUSE_MS_MIN;
  private openedAt = Infinity;
  /** Told once for each time it is lost. */
  private isLost = false;
  private isClosed = false;
  /** Which attempt it is: what an older one still says is not heard. */
  private attempt = 0;

  /** `over` is told when it is closed. */
  constructor(
    private readonly peer: (uris: readonly string[]) => Promise<Pick<Peer, 'watch'>>,
    private uris: readonly string[],
    private readonly watcher: UpstreamWatcher,
    private readonly over: (watch: SteadyWatch) => void,
  ) {
    void this.begin();
  }

  change(uris: readonly string[]): void {
    this.uris = uris;
    if (this.watch) this.watch.change(uris);
    else if (!this.isLost) void this.begin();
  }

  /** Whether it is about resources, not about lists alone. */
  get wantsResources(): boolean {
    return this.uris.length > 0;
  }

  /** Begins anew: what it heard is gone, and did not say so. */
  renew(): void {
    if (!this.isClosed && this.watch) void this.begin();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.timer);
    this.watch?.close();
    this.over(this);
  }

  private async begin(): Promise<void> {
    const attempt = ++this.attempt;
    this.watch?.close();
    this.watch = undefined;
    this.openedAt = Infinity;
    try {
      const peer = await this.peer(this.uris);
      if (this.isClosed || attempt !== this.attempt) return;
      this.watch = peer.watch(this.uris, this.hearing(attempt));
    } catch {
      if (attempt === this.attempt) this.lose();
    }
  }

  private hearing(attempt: number): UpstreamWatcher {
    const isCurrent = (): boolean => !this.isClosed && attempt === this.attempt;
    return {
      opened: (uris) => {
        if (isCurrent()) this.open(uris);
      },
      notified: (method, paramsText) => {
        if (isCurrent()) this.watcher.notified(method, paramsText);
      },
      lost: () => {
        if (isCurrent()) this.lose();
      },
    };
  }

  private open(uris: readonly string[]): void {
    this.isLost = false;
    if (this.openedAt === Infinity) this.openedAt = performance.now();
    clearTimeout(this.timer);
    if (this.watch?.isSilent) this.again(SILENT_MS);
    this.watcher.opened(uris);
  }

  private lose(): void {
    if (this.isClosed) return;
    if (performance.now() - this.openedAt > GOOD_MS) this.pauseMs = PAUSE_MS_MIN;
    this.again(this.pauseMs * (0.5 + Math.random()));
    this.pauseMs = Math.min(this.pauseMs * 2, PAUSE_MS_MAX);
    if (this.isLost) return;
    this.isLost = true;
    this.watcher.lost();
  }

  private again(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.begin(), milliseconds).unref();
  }
}
