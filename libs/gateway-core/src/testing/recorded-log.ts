import type { ErrorCode } from '@mcpnest/shared/errors';
import { Log, type LogFacts } from '../ports/log.js';

/** Keeps log lines for a test to look at. */
export class RecordedLog extends Log {
  readonly warnings: { readonly code: ErrorCode; readonly facts: LogFacts }[] = [];
  readonly faults: unknown[] = [];

  warn(code: ErrorCode, facts: LogFacts): void {
    this.warnings.push({ code, facts });
  }

  fault(error: unknown): void {
    this.faults.push(error);
  }
}
