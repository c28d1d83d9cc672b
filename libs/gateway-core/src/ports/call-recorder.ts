import type { CallGate, CallOrigin, CallOutcome } from '@mcpnest/shared/audit';

/** What is known when a tool call is received. */
export interface OpenedCall {
  readonly workspaceId: string;
  readonly tokenId: string;
  readonly tokenName: string;
  readonly userId: string | null;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** What the client asked for, at most 128 characters. */
  readonly publishedName: string;
  readonly requestBytes: number;
  readonly clientName: string | null;
  readonly protocolVersion: string | null;
  /** The trace that the client says the call belongs to (W3C Trace Context), 32 hex digits. */
  readonly traceId: string | null;
}

/** What is known when it is over. */
export interface ClosedCall {
  readonly serverSlug: string | null;
  readonly serverVersion: number | null;
  /** The upstream's own name, or what was asked for where nothing matched. */
  readonly toolName: string;
  readonly definitionHash: string | null;
  readonly status: number;
  readonly outcome: CallOutcome;
  /** A code of the error catalogue, or null. */
  readonly reason: string | null;
  /** Null where the call was stopped before its era was known. */
  readonly era: 'legacy' | 'modern' | null;
  /** Where it ended, if it did not succeed. */
  readonly origin: CallOrigin | null;
  /** The decision that stopped it, if one did. */
  readonly gate: CallGate | null;
  /** From the call's arrival to its answer. */
  readonly latencyMs: number;
  /** Of that, what was spent with the server, and with people whom it asked; null where it was not asked. */
  readonly upstreamLatencyMs: number | null;
  readonly responseBytes: number | null;
}

/** Metadata of one tool call. No member can hold arguments or results. */
export interface CallRecord extends OpenedCall, ClosedCall {
  readonly callId: string;
}

/** The tool that a call goes to. */
export type CalledTool = Pick<ClosedCall, 'serverSlug' | 'serverVersion' | 'toolName' | 'definitionHash'>;

/** A call under way; closed exactly once, later closes are ignored. */
export interface OpenCall {
  /**
   * Notes that the call leaves for its server, before it does.
   * @returns undefined where it may go; else whether it may, once that is known: a call that must be recorded and cannot be may not.
   */
  depart(tool: CalledTool): Promise<boolean> | undefined;

  /** @returns undefined where the answer may leave; else whether its record is safe, once that is known. */
  close(facts: ClosedCall): Promise<boolean> | undefined;
}

/** Takes the calls of one exchange; never blocks, never throws. */
export abstract class CallRecorder {
  abstract open(call: OpenedCall): OpenCall;
}
