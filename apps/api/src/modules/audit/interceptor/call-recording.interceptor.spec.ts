import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import type { CallRecord, CallRecorder, OpenCall } from '@mcpnest/gateway-core';
import { lastValueFrom, of, throwError, type Observable } from 'rxjs';
import { CallStream, type Departure } from '../../../platform/events/call-stream.port.js';
import { RecordsCalls } from '../../../platform/events/records-calls.js';
import { closedCall, openedCall } from '../testing/call-records.js';
import { CallRecordingInterceptor } from './call-recording.interceptor.js';

const DEPARTED: Departure = { isSafe: undefined };

class KeptCalls extends CallStream {
  settled = 0;
  readonly kept: CallRecord[] = [];
  readonly departed: CallRecord[] = [];
  override depart(call: CallRecord): Departure {
    this.departed.push(call);
    return DEPARTED;
  }
  override append(call: CallRecord): undefined {
    this.kept.push(call);
  }
  override settle(): void {
    this.settled++;
  }
}

class Handlers {
  @RecordsCalls() recorded(): void {
    /* stands for a handler of the endpoint */
  }
  plain(): void {
    /* stands for any other handler */
  }
}

describe('the recording of calls', () => {
  let stream: KeptCalls;
  let request: IncomingMessage & { calls?: CallRecorder };
  let response: EventEmitter;
  const run = (handler: () => void, answer: () => Observable<unknown>): Promise<unknown> => {
    const context = { getHandler: () => handler, getArgs: () => [request, response] } as unknown as ExecutionContext;
    return lastValueFrom(new CallRecordingInterceptor(stream).intercept(context, { handle: answer }));
  };
  const { recorded, plain } = Handlers.prototype;

  beforeEach(() => {
    stream = new KeptCalls();
    request = {} as IncomingMessage;
    response = new EventEmitter();
  });

  it('ships a call as it was closed, once', async () => {
    await run(recorded, () => {
      const call = request.calls?.open(openedCall());
      void call?.close(closedCall({ status: 429, outcome: 'limited' }));
      void call?.close(closedCall());
      return of(null);
    });
    expect(stream.kept).toHaveLength(1);
    expect(stream.kept[0]).toMatchObject({
      callId: expect.stringMatching(/^call_/),
      status: 429,
      outcome: 'limited',
      publishedName: 'echo',
    });
  });

  it('closes what is open when the handler throws, and lets the error through', async () => {
    await expect(
      run(recorded, () => {
        request.calls?.open(openedCall());
        return throwError(() => new Error('broken'));
      }),
    ).rejects.toThrow('broken');
    expect(stream.kept).toEqual([
      expect.objectContaining({ status: 500, outcome: 'gateway_error', reason: 'gateway.internal', toolName: 'echo', serverSlug: null }),
    ]);
  });

  it('closes what is open when the handler returns', async () => {
    await run(recorded, () => {
      request.calls?.open(openedCall());
      return of(null);
    });
    expect(stream.kept).toEqual([expect.objectContaining({ status: 500, outcome: 'unknown', reason: null })]);
  });

  it('closes what is open when a client is gone for longer than any call may take, though the handler hangs', () => {
    jest.useFakeTimers();
    void run(recorded, () => {
      request.calls?.open(openedCall());
      return new (of(null).constructor as new () => Observable<unknown>)();
    });
    response.emit('close');
    jest.advanceTimersByTime(69_000);
    expect(stream.kept).toEqual([]);
    jest.advanceTimersByTime(2_000);
    expect(stream.kept).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
    jest.useRealTimers();
  });

  it('leaves a call open while its answer is a stream, and ships it as it was closed', async () => {
    Object.assign(response, { headersSent: true, writableEnded: false });
    let call: OpenCall | undefined;
    await run(recorded, () => {
      call = request.calls?.open(openedCall());
      return of(null);
    });
    expect(stream.kept).toEqual([]);
    void call?.close(closedCall({ outcome: 'tool_error' }));
    expect(stream.kept).toEqual([expect.objectContaining({ outcome: 'tool_error' })]);
  });

  it('closes a streamed call that nobody closed, once no person could still be answering', async () => {
    jest.useFakeTimers();
    Object.assign(response, { headersSent: true, writableEnded: false });
    await run(recorded, () => {
      request.calls?.open(openedCall());
      return of(null);
    });
    response.emit('close');
    jest.advanceTimersByTime(669_000);
    expect(stream.kept).toEqual([]);
    jest.advanceTimersByTime(2_000);
    expect(stream.kept).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
    jest.useRealTimers();
  });

  it('records calls of one exchange apart', async () => {
    await run(recorded, () => {
      const [first, second] = ['a', 'b'].map((publishedName) => request.calls?.open(openedCall({ publishedName })));
      void second?.close(closedCall({ toolName: 'b' }));
      void first?.close(closedCall({ toolName: 'a' }));
      return of(null);
    });
    expect(stream.kept.map(({ publishedName, toolName }) => [publishedName, toolName])).toEqual([
      ['b', 'b'],
      ['a', 'a'],
    ]);
    expect(new Set(stream.kept.map(({ callId }) => callId)).size).toBe(2);
  });

  it('leaves other handlers alone', async () => {
    await run(plain, () => of(null));
    expect(request.calls).toBeUndefined();
    expect(response.listenerCount('close')).toBe(0);
  });
});
