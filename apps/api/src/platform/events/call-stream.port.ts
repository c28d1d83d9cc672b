import type { CallRecord } from '@mcpnest/gateway-core';

/** What became of the note that a call leaves for its server. */
export interface Departure {
  /** Where it stands; given back with the finished record. Undefined where it could not be written. */
  readonly mark: number | undefined;
  /** Only where the record must be safe first: whether it is. A call that cannot be recorded may then not leave. */
  readonly isSafe: Promise<boolean> | undefined;
}

/** Takes the records of tool calls. Implemented by the audit room. */
export abstract class CallStream {
  /** Notes that a call leaves for its server, with what its row says if it is never heard of again. Never throws. */
  abstract depart(call: CallRecord): Departure;

  /**
   * Takes a finished record before its answer leaves. Never throws; what cannot be kept is counted.
   * @returns undefined, or where the record must be safe before the answer leaves: whether it is.
   */
  abstract append(call: CallRecord, mark?: number): Promise<boolean> | undefined;
}
