import type { PublishedTool } from '../catalog/tool-view.js';
import type { Disposition } from '../exchange/reply.js';
import type { Lease } from '../limits/token-limiter.js';
import type { OpenCall } from '../ports/call-recorder.js';

/** What one message holds until it is answered: its call record and its place among the token's requests. */
export class MessageScope {
  private call: { readonly record: OpenCall; readonly startedAt: number; readonly askedName: string } | undefined;
  private tool: PublishedTool | undefined;
  private readonly held: Lease[] = [];

  /** @param startedAt monotonic milliseconds. */
  recordCall(record: OpenCall, askedName: string, startedAt: number): void {
    this.call = { record, askedName, startedAt };
  }

  /** Remembers the tool that the call's name resolved to. */
  resolved(tool: PublishedTool): void {
    this.tool = tool;
  }

  hold(lease: Lease): void {
    this.held.push(lease);
  }

  /** Ends the message on every exit: gives back what it holds and closes its record. */
  close(disposition: Disposition, responseBytes: number | null, now: number): void {
    for (const lease of this.held) lease.release();
    if (!this.call) return;
    const { record, askedName, startedAt } = this.call;
    const target = this.tool?.exposure.target;
    record.close({
      ...disposition,
      serverSlug: target?.serverSlug ?? null,
      serverVersion: target?.version ?? null,
      toolName: this.tool?.upstreamName ?? askedName,
      definitionHash: null,
      latencyMs: now - startedAt,
      responseBytes,
    });
  }
}
