import type { JsonRpcId, MessageFault } from './message.js';
import type { Members, ScanOptions } from './scan.js';

/** One message from an upstream, raw slices kept. */
export interface UpstreamReply {
  readonly kind: 'result' | 'error' | 'request' | 'notification';
  readonly text: string;
  /** null or undefined only on errors and notifications. */
  readonly id: JsonRpcId | null | undefined;
  /** Empty for results and errors. */
  readonly method: string;
  /** The raw params of a request or notification. */
  readonly paramsText?: string;
  readonly resultText?: string;
  /** Where the result's members stand in `resultText`. */
  readonly resultMembers?: Members;
  /** `result.isError` is true. */
  readonly isError: boolean;
  /** `result.resultType` when it is a string. */
  readonly resultType?: string;
  readonly error?: { readonly code: number; readonly message: string; readonly dataText?: string };
}
export function parseReply(text: string, bounds?: Pick<ScanOptions, 'depthMax' | 'keysMax'>): UpstreamReply | MessageFault { throw new Error(`unwritten ${text.length} ${String(bounds)}`); }
