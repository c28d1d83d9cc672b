import {
  UpstreamConnector,
  type CancelSignal,
  type UpstreamAnswer,
  type UpstreamRequest,
  type UpstreamTarget,
  type UpstreamToolList,
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

  listTools(target: UpstreamTarget, signal: CancelSignal): Promise<UpstreamToolList> {
    this.uses.noteTarget(target.key);
    return this.inner.listTools(target, signal);
  }

  release(targetKey: string): void {
    this.inner.release(targetKey);
  }

  /** Drops every connection; calls under way must have ended before. */
  close(): Promise<void> {
    return this.inner.close();
  }
}
