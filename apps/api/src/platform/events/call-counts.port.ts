import type { WorkspaceCtx } from '../context/ctx.js';

/** How often one tool of a server was called. */
export interface ToolCallCount {
  readonly serverSlug: string;
  /** The server's own name of the tool. */
  readonly toolName: string;
  readonly calls: number;
  readonly lastCalledAt: Date;
}

/** What became of the calls that one version of a server answered or should have. */
export interface VersionCallFigures {
  readonly version: number;
  /** Successes and errors; not what was refused to the client or cancelled by it. */
  readonly calls: number;
  readonly toolErrors: number;
  /** Of the server and on the way to it. */
  readonly serverErrors: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

export interface VersionCallsAsked {
  readonly serverSlug: string;
  readonly versions: readonly number[];
  readonly since: Date;
}

/** Counts the calls of a workspace. Implemented by the audit room. */
export abstract class CallCounts {
  /** Calls that reached a server since a time, by tool; tools nobody called are missing. */
  abstract byTool(ctx: WorkspaceCtx, since: Date): Promise<readonly ToolCallCount[]>;
  /** How versions of one server do; those without a call are missing. */
  abstract byVersion(ctx: WorkspaceCtx, asked: VersionCallsAsked): Promise<readonly VersionCallFigures[]>;
}
