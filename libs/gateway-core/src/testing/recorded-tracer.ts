import { Tracer, type ErrandEnd, type RequestEnd, type RequestSpan, type TracedErrand, type TracedRequest } from '../ports/tracer.js';

/** What a tracer was told of one request. */
export interface FollowedRequest {
  readonly request: TracedRequest;
  readonly errands: { readonly errand: TracedErrand; readonly traceparent: string; end?: ErrandEnd }[];
  end?: RequestEnd;
}

/** The trace of every request that has none. */
export const OWN_TRACE = 'f'.repeat(32);

/** Follows requests and keeps what it was told; the nth question to a server is the span `000000000000000n`. */
export class RecordedTracer extends Tracer {
  readonly requests: FollowedRequest[] = [];
  private spans = 0;

  begin(request: TracedRequest): RequestSpan {
    const followed: FollowedRequest = { request, errands: [] };
    this.requests.push(followed);
    const traceId = request.trace?.traceparent?.slice(3, 35) ?? OWN_TRACE;
    return {
      traceId,
      ask: (errand) => {
        const traceparent = `00-${traceId}-${String(++this.spans).padStart(16, '0')}-01`;
        const asked: FollowedRequest['errands'][number] = { errand, traceparent };
        followed.errands.push(asked);
        return { context: { ...request.trace, traceparent }, end: (end) => void (asked.end = end) };
      },
      end: (end) => void (followed.end = end),
    };
  }
}
