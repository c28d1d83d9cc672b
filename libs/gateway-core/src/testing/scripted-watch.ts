import type { UpstreamWatch, UpstreamWatcher } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';

/** One watch over a scripted server, as the server sees it. */
export class ScriptedWatch implements UpstreamWatch {
  isClosed = false;

  constructor(
    readonly target: UpstreamTarget,
    /** The URIs watched now. */ public uris: readonly string[],
    private readonly watcher: UpstreamWatcher,
    private readonly honours: (uri: string) => boolean,
  ) {
    this.reopen();
  }

  get server(): string {
    return this.target.serverSlug;
  }

  change(uris: readonly string[]): void {
    this.uris = uris;
    this.reopen();
  }

  close(): void {
    this.isClosed = true;
  }

  /** Says that the watch is in force, as a connector does after every connection and change; never before `watch` returned. */
  reopen(): void {
    void Promise.resolve().then(() => {
      if (!this.isClosed) this.watcher.opened(this.uris.filter(this.honours));
    });
  }

  /** The server tells something. */
  notify(method: string, params?: object): void {
    if (!this.isClosed) this.watcher.notified(method, params && JSON.stringify(params));
  }

  /** The server cannot be heard any more. */
  lose(): void {
    if (!this.isClosed) this.watcher.lost();
  }
}
