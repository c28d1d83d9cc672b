/** Who can act on an error: the caller, a workspace admin, an operator of the installation, or nobody but time. */
export type Fixer = 'caller' | 'admin' | 'operator' | 'nobody';

/** One row of the error catalogue. */
export interface ErrorEntry {
  /** Short human sentence without a full stop; the same for every occurrence. */
  readonly title: string;
  /** HTTP status of the REST API, and of the gateway endpoint where the answer is not in-band. */
  readonly status: number;
  /** JSON-RPC code when the gateway endpoint says it; absent where it never does. */
  readonly jsonRpcCode?: number;
  /** Level of the log line that reports it. */
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  /** Whether the same request may succeed later unchanged. */
  readonly retryable: boolean;
  readonly fixer: Fixer;
}
