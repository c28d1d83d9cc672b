import { Injectable, Logger } from '@nestjs/common';
import type { ErrorCode } from '@mcpnest/shared/errors';

const INTERVAL_MS = 10_000;

/** Counts what the guard refuses and writes at most one line per code in ten seconds, so that a flood does not fill the log. */
@Injectable()
export class RefusalLog {
  private readonly logger = new Logger('gateway');
  private readonly counts = new Map<ErrorCode, { count: number; loggedAt: number }>();

  note(code: ErrorCode): void {
    const entry = this.counts.get(code) ?? { count: 0, loggedAt: -Infinity };
    this.counts.set(code, entry);
    entry.count++;
    const now = performance.now();
    if (now - entry.loggedAt < INTERVAL_MS) return;
    this.logger.log({ msg: 'requests refused at the endpoint', code, count: entry.count });
    entry.loggedAt = now;
    entry.count = 0;
  }
}
