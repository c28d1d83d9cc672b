import {
  UpstreamConnector,
  UpstreamFailure,
  type CancelSignal,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamRequest,
  type UpstreamList,
  type UpstreamTarget,
  type UpstreamWatch,
  type UpstreamWatcher,
} from '@mcpnest/gateway-core';
import type { McpUpstreamConnector, ProbeResult } from '@mcpnest/mcp-upstream';
import type { CredentialUse, LocalSupervisor } from '../../servers/index.js';

/** The connector, with a note of which credentials were sent, when, and what became of it. */
export class CreditedConnector extends UpstreamConnector {
  constructor(
    private readonly inner: McpUpstreamConnector,
    private readonly uses: CredentialUse,
    private readonly local: LocalSupervisor,
  ) {
    super();
  }

  send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    return this.noted(target, this.inner.send(target, request, signal));
  }

  list(target: UpstreamTarget, kind: ListKind, signal: CancelSignal): Promise<UpstreamList> {
    return this.noted(target, this.inner.list(target, kind, signal));
  }

  watch(target: UpstreamTarget, uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    this.uses.noteUse(this.uses.carriedTo(target.key));
    return this.inner.watch(target, uris, watcher);
  }

  release(targetKey: string): void {
    this.inner.release(targetKey);
  }

  /** Tries a target from its address to its tools. Never throws but the signal's reason. */
  probe(target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult> {
    return this.inner.probe(target, signal);
  }

  /** Starts those of these local servers that are to run while nobody calls them. */
  keepWarm(targets: readonly UpstreamTarget[]): void {
    this.inner.keepWarm(targets);
  }

  /** What the newest route table shows of local servers, and where; `held` by server id: those that may not run. */
  runLocals(targets: readonly UpstreamTarget[], shownIn: ReadonlyMap<string, readonly string[]>, held: ReadonlySet<string>): void {
    this.local.learn(shownIn);
    this.local.hold(held);
    this.inner.keepWarm(targets);
  }

  /** Drops every connection; calls under way must have ended before. */
  close(): Promise<void> {
    return this.inner.close();
  }

  /** Most targets carry nothing, and cost a look-up. */
  private noted<T>({ key }: UpstreamTarget, answer: Promise<T>): Promise<T> {
    const ids = this.uses.carriedTo(key);
    if (ids.length === 0) return answer;
    this.uses.noteUse(ids);
    answer.then(
      () => this.uses.noteSuccess(ids),
      (error: unknown) => {
        if (error instanceof UpstreamFailure && error.code === 'gateway.upstream-login-needed') this.uses.noteFailure(ids, error.code);
      },
    );
    return answer;
  }
}
