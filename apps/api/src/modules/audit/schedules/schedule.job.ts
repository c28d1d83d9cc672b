import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner, type Job } from '../../../platform/jobs/job-runner.js';
import { CallExports } from '../export/call-export.service.js';
import { duePeriod, type ExportSchedule } from './export-schedule.js';
import { ExportTarget } from './export-target.js';
import { SchedulesRepository } from './schedules.repository.js';

const CTX = systemCtx('export-schedule');
const MINUTE_MS = 60_000;

/** Takes out each period of each schedule once it is over, one after the other; a period that failed is tried again. */
@Injectable()
export class ScheduleJob implements Job, OnModuleInit {
  readonly name = 'audit.export-calls';
  readonly everyMs = MINUTE_MS;

  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly exports: CallExports,
    private readonly target: ExportTarget,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(signal: AbortSignal): Promise<void> {
    for (const schedule of await this.schedules.list(CTX)) if (schedule.enabled) await this.catchUp(schedule, signal);
  }

  private async catchUp(schedule: ExportSchedule, signal: AbortSignal): Promise<void> {
    let last = schedule;
    for (let period = duePeriod(last); period && !signal.aborted; period = duePeriod(last)) {
      last = await this.takeOut(last, period);
      await this.schedules.noteRound(CTX, last);
      if (last.problem !== null) return;
    }
  }

  private async takeOut(schedule: ExportSchedule, { from, to }: { readonly from: Date; readonly to: Date }): Promise<ExportSchedule> {
    const { id, name, workspaceId, format } = schedule;
    try {
      const whole = workspaceId === null ? await this.schedules.workspaceIds(CTX) : [workspaceId];
      const filters = { ...schedule.filters, from: from.toISOString(), to: to.toISOString() };
      const subject = { kind: 'export', id, name } as const;
      const asked = { filters, scope: { whole, own: [], person: null }, format, subject, ...(workspaceId === null ? {} : { workspaceId }) };
      const counted = new CountedLines(await this.exports.begin(CTX, asked), format === 'csv' ? 1 : 0);
      await this.target.put(CTX, schedule, { from, pieces: counted });
      return { ...schedule, exportedUntil: to, rowsTaken: counted.rows, problem: null };
    } catch (fault) {
      const { code, message } = fault as { code?: unknown; message: string };
      return { ...schedule, problem: typeof code === 'string' && code.includes('.') ? code : message.slice(0, 300) };
    }
  }
}

/** Pieces of text as they pass, and how many rows were in them. Cells and values hold no line end of their own. */
class CountedLines implements AsyncIterable<string> {
  private lines = 0;

  constructor(
    private readonly pieces: AsyncIterable<string>,
    private readonly headLines: number,
  ) {}

  get rows(): number {
    return Math.max(0, this.lines - this.headLines);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const piece of this.pieces) {
      this.lines += piece.split('\n').length - 1;
      yield piece;
    }
  }
}
