import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import { CallStream } from '../../../platform/events/call-stream.port.js';
import { CallWritesRepository } from './call-writes.repository.js';
import { blamesRows } from './write-fault.js';

/** Bounds of the spool; tests make them small. */
export interface SpoolLimits {
  readonly batchRows: number;
  readonly flushAfterMs: number;
  /** Records kept while the database is away; what comes beyond is counted and lost. */
  readonly waitingMax: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** How long a stop waits for the last records. */
  readonly drainMs: number;
}

export const SPOOL_LIMITS: SpoolLimits = {
  batchRows: 500,
  flushAfterMs: 200,
  waitingMax: 100_000,
  retryMinMs: 100,
  retryMaxMs: 5_000,
  drainMs: 8_000,
};

/** Counters since the start. Every accepted record ends as stored or dropped, or still waits. */
export interface SpoolFigures {
  readonly accepted: number;
  readonly stored: number;
  readonly waiting: number;
  readonly dropped: number;
  readonly lastStoredAt: Date | null;
}

/**
 * Keeps records between the call and the database, in memory and bounded: appending costs a push. One writer empties it in
 * batches; while the database fails it backs off, and a row that the database refuses is found by halving and set aside.
 */
@Injectable()
export class CallSpool extends CallStream implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('audit');
  private readonly listeners = new Set<(call: CallRecord) => void>();
  private waiting: CallRecord[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private failures = 0;
  private inHand = 0;
  private accepted = 0;
  private stored = 0;
  private dropped = 0;
  private lastStoredAt: Date | null = null;

  constructor(
    private readonly writes: CallWritesRepository,
    private readonly limits: SpoolLimits = SPOOL_LIMITS,
  ) {
    super();
  }

  override append(call: CallRecord): void {
    this.accepted++;
    if (this.listeners.size > 0) this.tell(call);
    if (this.waiting.length + this.inHand >= this.limits.waitingMax) return this.drop();
    const length = this.waiting.push(call);
    if (this.writing !== null) return;
    if (length >= this.limits.batchRows) this.write();
    else this.timer ??= setTimeout(this.write, this.limits.flushAfterMs);
  }

  /** Tells of every record of this process as it is appended. @returns how to stop. */
  listen(listener: (call: CallRecord) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  figures(): SpoolFigures {
    const { accepted, stored, dropped, lastStoredAt } = this;
    return { accepted, stored, waiting: this.waiting.length + this.inHand, dropped, lastStoredAt };
  }

  /** Resolves when nothing waits any more, or after the deadline. @returns whether everything is stored or set aside. */
  async flush(deadlineMs = this.limits.drainMs): Promise<boolean> {
    const deadline = performance.now() + deadlineMs;
    while (this.waiting.length + this.inHand > 0 && performance.now() < deadline) {
      this.write();
      this.wake?.();
      await Promise.race([this.writing, pause(Math.min(100, deadline - performance.now())).promise]);
    }
    return this.waiting.length + this.inHand === 0;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async onApplicationShutdown(): Promise<void> {
    if (await this.flush(1_000)) return;
    this.log.error({ msg: 'stopped with call records that the database did not take', lost: this.waiting.length + this.inHand });
  }

  private readonly write = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing ??= this.empty().finally(() => {
      this.writing = null;
      if (this.waiting.length > 0) this.timer ??= setTimeout(this.write, this.limits.flushAfterMs);
    });
  };

  private async empty(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.limits.batchRows);
      this.inHand = batch.length;
      await this.store(batch);
    }
  }

  /** Stores a batch; returns only when each of its rows is stored or set aside. */
  private async store(batch: readonly CallRecord[]): Promise<void> {
    for (;;) {
      try {
        await this.writes.insert(batch);
        return this.onStored(batch.length);
      } catch (fault) {
        if (blamesRows(fault)) return this.halve(batch, fault);
        await this.backOff(fault);
      }
    }
  }

  private async halve(batch: readonly CallRecord[], fault: unknown): Promise<void> {
    if (batch.length === 1) {
      this.inHand--;
      this.dropped++;
      return this.log.error({ msg: 'the database refuses a call record; it is set aside', callId: batch[0]?.callId, err: fault });
    }
    const middle = batch.length >> 1;
    await this.store(batch.slice(0, middle));
    await this.store(batch.slice(middle));
  }

  private onStored(rows: number): void {
    this.inHand -= rows;
    this.stored += rows;
    this.lastStoredAt = new Date();
    if (this.failures > 0) this.log.log({ msg: 'call records are stored again', waiting: this.waiting.length });
    this.failures = 0;
  }

  private async backOff(fault: unknown): Promise<void> {
    if (this.failures++ === 0) this.log.warn({ msg: 'call records cannot be stored; they are kept in memory', err: fault });
    const { promise, cut } = pause(Math.min(this.limits.retryMaxMs, this.limits.retryMinMs * 2 ** (this.failures - 1)));
    this.wake = cut;
    await promise;
    this.wake = null;
  }

  private drop(): void {
    if (this.dropped++ === 0)
      this.log.error({ msg: 'the buffer of call records is full; records are lost and counted', waitingMax: this.limits.waitingMax });
  }

  private tell(call: CallRecord): void {
    for (const listener of this.listeners) {
      try {
        listener(call);
      } catch (fault) {
        this.log.error({ msg: 'a listener of the call stream failed', err: fault });
      }
    }
  }
}

function pause(ms: number): { promise: Promise<void>; cut: () => void } {
  let cut = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.max(1, ms));
    cut = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { promise, cut };
}
