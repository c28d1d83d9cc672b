import type { CallRecord } from '@mcpnest/gateway-core';

/** Takes the records of tool calls. Implemented by the audit room. */
export abstract class CallStream {
  /** Never blocks, never throws; what cannot be kept is counted. */
  abstract append(call: CallRecord): void;
}
