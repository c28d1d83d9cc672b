import { errorEntry, type ErrorCode } from './catalog.js';
import type { ErrorEntry } from './error-entry.js';

/** A fault of one field: `pointer` is a JSON Pointer into the body (RFC 6901), `detail` says what to do. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What an occurrence adds to its catalogue row. Never put a secret here: it reaches clients and logs. */
export interface ErrorFacts {
  /** One or two sentences that tell the reader what to do. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Seconds until a retry makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/** An expected failure, named by a code of the catalogue. Mapped to problem details or JSON-RPC at the edge only. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
  ) {
    super(facts.detail ?? errorEntry(code).title);
  }

  get entry(): ErrorEntry {
    return errorEntry(this.code);
  }
}
