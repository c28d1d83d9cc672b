import { Logger } from '@nestjs/common';

/** Counts what a collector took and what it did not, and says once when that changes. */
export class ExportOutcomes {
  exported = 0;
  failed = 0;
  private readonly log = new Logger('platform');
  private isFailing = false;

  constructor(private readonly what: 'spans' | 'metrics') {}

  note(count: number, isTaken: boolean): void {
    if (isTaken) this.exported += count;
    else this.failed += count;
    if (isTaken !== this.isFailing) return;
    this.isFailing = !isTaken;
    const { what } = this;
    if (isTaken) this.log.log({ msg: 'the OpenTelemetry collector takes what it is sent again', what });
    else
      this.log.warn({ msg: 'the OpenTelemetry collector does not take what it is sent; calls go on, and what is lost is counted', what });
  }
}
