import type { CallRecord } from '@mcpnest/gateway-core';

/** The note that a call leaves for its server; given back with the finished record. */
export interface Departure {
  /**
   * When the call may leave, and whether: a call that must be recorded and cannot be may not. Undefined where nothing is waited
   * for.
   */
  readonly isSafe: Promise<boolean> | undefined;
}

/** Takes the records of tool calls. Implemented by the audit room. */
export abstract class CallStream {
  /** Notes that a call leaves for its server, with what its row says if it is never heard of again. Never throws. */
  abstract depart(call: CallRecord): Departure;

  /**
   * Takes a finished record before its answer leaves. Never throws; what cannot be kept is counted.
   * @returns when the answer may leave, and whether: where it must be safe and is not, it may not. Undefined where nothing is waited for.
   */
  abstract append(call: CallRecord, departure?: Departure): Promise<boolean> | undefined;

  /** Keeps at once what was taken so far, for answers that wait for nothing. Never throws. */
  abstract settle(): void;
}
