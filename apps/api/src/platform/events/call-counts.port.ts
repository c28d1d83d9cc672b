import type { WorkspaceCtx } from '../context/ctx.js';

/** How often one tool of a server was called. */
export interface ToolCallCount {
  readonly serverSlug: string;
  /** The server's own name of the tool. */
  readonly toolName: string;
  readonly calls: number;
  readonly lastCalledAt: Date;
}

/** Counts the calls of a workspace. Implemented by the audit room. */
export abstract class CallCounts {
  /** Calls that reached a server since a time, by tool; tools nobody called are missing. */
  abstract byTool(ctx: WorkspaceCtx, since: Date): Promise<readonly ToolCallCount[]>;
}
