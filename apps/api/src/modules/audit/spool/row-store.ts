import type { Logger } from '@nestjs/common';
import { membersOf, type SpooledRow } from './call-row.js';
import type { RowSink } from './row-sink.js';
import { blamesRows } from './write-fault.js';

export interface Patience {
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

export const PATIENCE: Patience = { retryMinMs: 100, retryMaxMs: 5_000 };

/** What became of the rows of a batch. */
export interface Stored {
  readonly stored: number;
  /** Those that the database refuses whatever is done. */
  readonly refused: readonly SpooledRow[];
}

/**
 * Writes to the database until it has everything: while it fails, this backs off and tries again; a row that it refuses is found
 * by halving, so that one row never holds back the others.
 */
export class RowStore {
  private failures = 0;
  private cut: (() => void) | null = null;
  private isStopped = false;

  constructor(
    private readonly sink: RowSink,
    private readonly log: Logger,
    private readonly patience: Patience = PATIENCE,
  ) {}

  /** Ends waiting for a database that is away: what is not stored yet stays in the spool. */
  stop(): void {
    this.isStopped = true;
    this.cut?.();
  }

  /** Tries again at once. */
  hurry(): void {
    this.cut?.();
  }

  async rows(rows: readonly SpooledRow[]): Promise<Stored> {
    if (rows.length === 0) return { stored: 0, refused: [] };
    try {
      await this.until(() => this.sink.insert(rows));
      return { stored: rows.length, refused: [] };
    } catch (fault) {
      if (!blamesRows(fault)) throw fault;
      if (rows.length === 1) {
        this.log.error({
          msg: 'the database refuses a call record; it is set aside',
          callId: rows.map((row) => membersOf(row)['callId'])[0],
          err: fault,
        });
        return { stored: 0, refused: rows };
      }
      const middle = rows.length >> 1;
      const [first, second] = [await this.rows(rows.slice(0, middle)), await this.rows(rows.slice(middle))];
      return { stored: first.stored + second.stored, refused: [...first.refused, ...second.refused] };
    }
  }

  /** Any other write that may be repeated. @throws where it would fail again, or this was stopped */
  async until(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await write();
        if (this.failures > 0) this.log.log('call records are stored again');
        this.failures = 0;
        return;
      } catch (fault) {
        if (blamesRows(fault) || this.isStopped) throw fault;
        await this.backOff(fault);
      }
    }
  }

  private async backOff(fault: unknown): Promise<void> {
    if (this.failures++ === 0) this.log.warn({ msg: 'call records cannot be stored; they stay in the spool', err: fault });
    const waitMs = Math.min(this.patience.retryMaxMs, this.patience.retryMinMs * 2 ** Math.min(this.failures - 1, 16));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.cut = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.cut = null;
  }
}
