import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { CallRecorder } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { tap, type Observable } from 'rxjs';
import { CallStream } from '../../../platform/events/call-stream.port.js';
import { RECORDS_CALLS } from '../../../platform/events/records-calls.js';
import { ExchangeCalls } from './exchange-calls.js';

/** How long the outcome may still be named after the client went away: a legacy client that lost its connection has not cancelled. */
const CLIENT_GONE_GRACE_MS = LIMITS.callDeadlineMs + 10_000;
/** The same where the answer was a stream: its call may be waiting for a person. */
const STREAM_GONE_GRACE_MS = LIMITS.parkMs + CLIENT_GONE_GRACE_MS;

/**
 * Opens the record of an exchange on handlers marked `@RecordsCalls()`, and closes what is open on every exit. A handler that
 * left its response open answers by a stream: its calls are over when the gateway says so, at the latest a while after the
 * response has ended.
 */
@Injectable()
export class CallRecordingInterceptor implements NestInterceptor {
  constructor(private readonly stream: CallStream) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!Reflect.hasMetadata(RECORDS_CALLS, context.getHandler())) return next.handle();
    const [request, response] = context.getArgs<[IncomingMessage & { calls?: CallRecorder }, ServerResponse]>();
    const calls = new ExchangeCalls(this.stream);
    request.calls = calls;
    let streams = false;
    response.on('close', () => {
      if (calls.isOpen) setTimeout(() => calls.closeAll('unknown'), streams ? STREAM_GONE_GRACE_MS : CLIENT_GONE_GRACE_MS).unref();
    });
    const onReturn = (): void => {
      streams = response.headersSent && !response.writableEnded;
      if (!streams) calls.closeAll('unknown');
    };
    return next.handle().pipe(tap({ error: () => calls.closeAll('gateway_error'), finalize: onReturn }));
  }
}
