import type {
  CancelSignal,
  ListKind,
  UpstreamAnswer,
  UpstreamList,
  UpstreamRequest,
  UpstreamTarget,
  UpstreamWatch,
  UpstreamWatcher,
} from '@mcpnest/gateway-core';
import { startingNow, type CallTime } from '../call-time.js';
import type { PeerWatch } from '../peer.js';
import { SteadyWatch } from '../watch/steady-watch.js';
import type { HopStream } from './hop-stream.js';
import type { ListHead, RunnerHead, WatcherHead, WatchHead } from './hop-words.js';
import { askedTarget, RunnerCall } from './runner-call.js';
import type { RunnerFleet } from './runner-fleet.js';
import type { RunnerLink } from './runner-link.js';

/** A server whose process lives on a runner: everything that there is to say about it is said there. */
export class RunnerUpstream {
  private readonly watches = new Set<SteadyWatch>();

  constructor(
    private readonly target: UpstreamTarget,
    private readonly fleet: RunnerFleet,
  ) {}

  send(request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    const time = startingNow(request.deadlineMs, signal);
    // A call may have been made before its runner went away; all else changes nothing when it is done twice.
    const isRepeatable = request.method !== 'tools/call';
    return this.fleet.onRunnerOf(this.target.key, (link) => new RunnerCall(this.target, request).on(link, time), { isRepeatable });
  }

  list(kind: ListKind, time: CallTime): Promise<UpstreamList> {
    const asked: ListHead = { target: askedTarget(this.target), kind };
    return this.fleet.ask(this.target.key, 'list', asked, time);
  }

  watch(uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    const peer = {
      watch: (watched: readonly string[], hearing: UpstreamWatcher) =>
        new RemoteWatch(this.target, watched, { fleet: this.fleet, watcher: hearing }),
    };
    const watch = new SteadyWatch(
      () => Promise.resolve(peer),
      uris,
      watcher,
      (closed) => this.watches.delete(closed),
    );
    this.watches.add(watch);
    return watch;
  }

  /** The process belongs to the runner, which ends it when it is shown nowhere any more. */
  retire(): void {
    for (const watch of this.watches) watch.close();
  }

  close(): Promise<void> {
    this.retire();
    return Promise.resolve();
  }
}

interface Heard {
  readonly fleet: RunnerFleet;
  readonly watcher: UpstreamWatcher;
}

/** One watch over a server on a runner, until it is lost. */
class RemoteWatch implements PeerWatch {
  readonly isSilent = false;
  private stream: HopStream | undefined;
  private isOver = false;

  constructor(
    private readonly target: UpstreamTarget,
    private uris: readonly string[],
    private readonly heard: Heard,
  ) {
    this.heard.fleet
      .onRunnerOf(target.key, (link) => this.begin(link), { isRepeatable: false })
      .catch(() => undefined)
      .finally(() => this.lose());
  }

  change(uris: readonly string[]): void {
    this.uris = uris;
    const head: WatcherHead = { says: 'change', uris };
    this.stream?.send(head);
  }

  close(): void {
    this.isOver = true;
    this.stream?.cancel();
  }

  /** Resolves when it is over. */
  private begin(link: RunnerLink): Promise<void> {
    return new Promise((resolve, reject) => {
      const opening = link.open('watch', {
        heard: (head, body) => {
          if (!this.take(head as RunnerHead, body)) resolve();
        },
        away: reject,
      });
      opening.then((stream) => {
        if (this.isOver) return stream.cancel();
        this.stream = stream;
        const asked: WatchHead = { target: askedTarget(this.target), uris: this.uris };
        stream.send(asked);
      }, reject);
    });
  }

  /** @returns whether there is more to hear */
  private take(head: RunnerHead, body: string): boolean {
    if (this.isOver) return false;
    if (head.says === 'opened') this.heard.watcher.opened(head.uris);
    else if (head.says === 'notified') this.heard.watcher.notified(head.method, head.hasText ? body : undefined);
    else return false;
    return true;
  }

  private lose(): void {
    this.stream?.cancel();
    if (this.isOver) return;
    this.isOver = true;
    this.heard.watcher.lost();
  }
}
