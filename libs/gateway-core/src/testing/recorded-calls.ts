import { CallRecorder, type ClosedCall, type OpenCall, type OpenedCall } from '../ports/call-recorder.js';

/** Keeps the records of an exchange for a test to look at. */
export class RecordedCalls extends CallRecorder {
  readonly calls: (OpenedCall & Partial<ClosedCall>)[] = [];

  open(call: OpenedCall): OpenCall {
    const index = this.calls.push(call) - 1;
    return {
      close: (facts) => {
        this.calls[index] = { ...call, ...facts };
      },
    };
  }
}
