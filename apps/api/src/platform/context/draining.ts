import { Injectable } from '@nestjs/common';

/** Tells that the process is about to stop: readiness turns to 503, long streams say goodbye, new work is refused. */
@Injectable()
export class Draining {
  private readonly controller = new AbortController();

  /** Fires once, when the stop begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get hasBegun(): boolean {
    return this.controller.signal.aborted;
  }

  begin(): void {
    this.controller.abort();
  }
}
