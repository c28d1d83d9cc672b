import { CallRecorder, type ClosedCall, type OpenCall, type OpenedCall } from '../ports/call-recorder.js';

/** Keeps the records of an exchange for a test to look at. */
export class RecordedCalls extends CallRecorder {
  readonly calls: (OpenedCall & Partial<ClosedCall>)[] = [];
  /** Names of the tools of calls that left. */
  readonly departed: string[] = [];
  /** What a strict record keeper says of calls that want to leave, and of answers. */
  mayLeave: Promise<boolean> | undefined;
  isSafe: Promise<boolean> | undefined;

  open(call: OpenedCall): OpenCall {
    const index = this.calls.push(call) - 1;
    return {
      depart: (tool) => {
        this.departed.push(tool.toolName);
        return this.mayLeave;
      },
      close: (facts) => {
        this.calls[index] = { ...call, ...facts };
        return this.isSafe;
      },
    };
  }
}
