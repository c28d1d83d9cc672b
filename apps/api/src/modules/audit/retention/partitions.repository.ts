import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What became of days past retention. */
export interface DroppedDays {
  /** Days whose rows are gone now. */
  readonly emptied: number;
  /** Days whose tables are gone now. */
  readonly removed: number;
  /** Days that somebody reads: the next round drops them. */
  readonly busy: number;
}

type DayState = 'kept' | 'busy' | 'emptied' | 'removed';
interface PastDay {
  readonly class: string;
  readonly day: string;
}

/** The lock of a whole class is to be had between two inserts; so long, and so often, it is tried for. */
const TRY_FOR_MS = 1_000;
const BETWEEN_TRIES_MS = 15;

/** Makes and drops partitions through the owner's functions; the server's role can do no more than call them. */
@Injectable()
export class PartitionsRepository {
  private readonly ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  /** Days from yesterday to `days` ahead, and months of the ledger to `months` ahead. */
  async ensure(days: number, months: number): Promise<void> {
    await this.query('SELECT ensure_call_partitions($1)', [days]);
    await this.query('SELECT ensure_ledger_partitions($1)', [months]);
  }

  /** Drops days older than this, by the database's clock, but for those that a policy keeps. No insert ever waits for it. */
  async dropOlderThan(days: number, signal?: AbortSignal): Promise<DroppedDays> {
    const [{ before }] = await this.query<[{ before: string }]>(`SELECT ((now() AT TIME ZONE 'UTC')::date - $1::integer)::text AS before`, [
      days,
    ]);
    const past = await this.query<PastDay[]>('SELECT class, day::text FROM past_call_days($1)', [before]);
    const states: DayState[] = [];
    for (const day of past) if (!signal?.aborted) states.push(...(await this.drop(day, before)));
    await this.query('SELECT drop_stray_calls($1)', [before]);
    const count = (wanted: DayState): number => states.filter((state) => state === wanted).length;
    return { emptied: count('emptied'), removed: count('removed'), busy: count('busy') };
  }

  /** @returns the states that the day came to */
  private async drop(day: PastDay, before: string): Promise<ReadonlySet<DayState>> {
    const until = performance.now() + TRY_FOR_MS;
    const states = new Set<DayState>();
    for (;;) {
      const state = await this.step(day, before);
      if (state !== 'busy') states.add(state);
      if (state === 'kept' || state === 'removed') return states;
      if (performance.now() > until) return states.add('busy');
      if (state === 'busy') await pause(BETWEEN_TRIES_MS);
    }
  }

  private async step({ class: name, day }: PastDay, before: string): Promise<DayState> {
    const [{ state }] = await this.query<[{ state: DayState }]>('SELECT drop_call_day($1, $2, $3) AS state', [name, day, before]);
    return state;
  }

  private query<T>(sql: string, values: readonly unknown[]): Promise<T> {
    return this.tx.manager(this.ctx).query(sql, [...values]);
  }
}
