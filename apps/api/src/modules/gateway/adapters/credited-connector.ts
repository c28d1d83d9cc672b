import {
  UpstreamConnector,
  type CancelSignal,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamRequest,
  type UpstreamList,
  type UpstreamTarget,
  type UpstreamWatch,
  type UpstreamWatcher,
} from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '@mcpnest/mcp-upstream';
import type { CredentialUse } from '../../servers/index.js';

/** The connector, with a note of which credentials were sent and when. */
export class CreditedConnector extends UpstreamConnector {
  constructor(
    private readonly inner: McpUpstreamConnector,
    private readonly uses: CredentialUse,
  ) {
    super();
  }

  send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    this.uses.noteTarget(target.key);
    return this.inner.send(target, request, signal);
  }

  list(target: UpstreamTarget, kind: ListKind, signal: CancelSignal): Promise<UpstreamList> {
    this.uses.noteTarget(target.key);
    return this.inner.list(target, kind, signal);
  }

  watch(target: UpstreamTarget, uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    this.uses.noteTarget(target.key);
    return this.inner.watch(target, uris, watcher);
  }

  release(targetKey: string): void {
    this.inner.release(targetKey);
  }

  /** Drops every connection; calls under way must have ended before. */
  close(): Promise<void> {
    return this.inner.close();
  }
}
