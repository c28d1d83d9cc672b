import { Logger } from '@nestjs/common';
import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';
import { Log, type LogFacts } from '@mcpnest/gateway-core';

/** Writes the core's reports as log lines of the gateway room. */
export class CoreLog extends Log {
  private readonly logger = new Logger('gateway');

  warn(code: ErrorCode, facts: LogFacts): void {
    this.logger.warn({ msg: errorEntry(code).title, code, ...facts });
  }

  fault(error: unknown, facts: LogFacts): void {
    this.logger.error({ msg: 'unexpected failure in the gateway', code: 'gateway.internal', ...facts, err: error });
  }
}
