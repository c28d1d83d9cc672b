import type { ErrorCode } from '@mcpnest/shared/errors';

/** Facts of a log line: ids and numbers, never texts of an upstream and never secrets. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Where the core reports what operators should know. */
export abstract class Log {
  abstract warn(code: ErrorCode, facts: LogFacts): void;
  /** An unexpected exception; the adapter decides what of it may be written. */
  abstract fault(error: unknown, facts: LogFacts): void;
}
