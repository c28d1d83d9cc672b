import { performance } from 'node:perf_hooks';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { pauseFor, type CallTime } from '../call-time.js';
import type { Endpoint, Post, PostOutcome } from './endpoint.js';
import type { ReplyCollector } from './reply-collector.js';

/** Where the server named no time to wait, milliseconds. */
const RETRY_MS = 1_000;
const RETRY_MS_MAX = 10_000;
/** Attempts that brought nothing new. */
const FRUITLESS_MAX = 10;
const ATTEMPTS_MAX = 500;

/** A POST whose stream can be gone on with. */
export interface ResumablePost extends Post {
  readonly events: ReplyCollector;
}

/** Whether a stream that broke can be gone on with: its events had ids (Streamable HTTP, "Resumability and Redelivery"). */
export function canResume({ reply, lastEventId, isJunk }: ReplyCollector): boolean {
  return reply === undefined && lastEventId !== undefined && !isJunk;
}

/**
 * Goes on with the stream of a POST that ended or broke before the answer, by GET with `Last-Event-ID`, after the pause that
 * the server asked for; again, until the answer is here or time is up. Nothing is sent a second time.
 * @returns the outcome, without a reply where the server will not resume. @throws UpstreamFailure, or the signal's reason
 */
export async function resumeReply({ headers, events }: ResumablePost, endpoint: Endpoint, time: CallTime): Promise<PostOutcome> {
  let fruitless = 0;
  for (let attempt = 0; attempt < ATTEMPTS_MAX && fruitless < FRUITLESS_MAX && canResume(events); attempt++) {
    await pauseFor(pauseMs(events, attempt), time);
    const before = events.lastEventId!;
    events.restart();
    const opened = await reopen(endpoint, { headers: headers.with(['last-event-id', before]), events }, time);
    if (opened.status >= 300 && opened.status < 500) break;
    fruitless = events.lastEventId === before ? fruitless + 1 : 0;
  }
  return { status: 200, reply: events.reply, sessionId: undefined, bytes: events.reply?.text.length ?? 0 };
}

/** A server that asks to be polled without any pause is not polled without any. */
function pauseMs({ retryMs = RETRY_MS }: ReplyCollector, attempt: number): number {
  return Math.min(Math.max(retryMs, 20 * attempt), RETRY_MS_MAX);
}

/** One more stream; a connection that breaks again is like a stream that ends. */
async function reopen(endpoint: Endpoint, request: Parameters<Endpoint['stream']>[0], time: CallTime): Promise<{ status: number }> {
  try {
    return await endpoint.stream(request, time);
  } catch (error) {
    const isOver = time.signal.aborted || performance.now() >= time.deadlineAt;
    const isConnection =
      error instanceof UpstreamFailure && ['gateway.upstream-broken', 'gateway.upstream-unreachable'].includes(error.code);
    if (isOver || !isConnection) throw error;
    return { status: 599 };
  }
}
