import type { ServerResponse } from 'node:http';
import { sendJson } from '../http/start-http-server.js';
import { EventStream } from './event-stream.js';
import { errorOf, FakeError, metaOf, notificationText, resultText, type FakeMessage } from './fake-messages.js';
import type { FakeCall, FakeScript } from './fake-options.js';
import type { FakeSession } from './fake-session.js';

/** Where the answer to a request goes. */
export interface FakeOutlet {
  /** The POST's own response; absent where it was answered already, as over HTTP+SSE. */
  readonly response?: ServerResponse;
  /** The stream that carries everything, as over HTTP+SSE. */
  readonly shared?: EventStream;
  readonly session?: FakeSession;
  /** Whether a plain answer is an event stream too. */
  readonly prefersEvents: boolean;
}

/** One request under way, as its script sees it. */
export class ScriptedCall implements FakeCall {
  readonly cancelled: Promise<void>;
  private isOver = false;
  private stream: EventStream | undefined;
  private lastAsked: { id: string; stream: EventStream | undefined } | undefined;

  constructor(
    readonly message: FakeMessage,
    readonly clientCapabilities: Readonly<Record<string, unknown>>,
    private readonly outlet: FakeOutlet,
  ) {
    const { session, response } = outlet;
    this.cancelled = new Promise((resolve) => {
      const stop = (): void => {
        this.isOver = true;
        resolve();
      };
      if (session) session.calls.set(message.id, stop);
      else response?.on('close', stop);
    });
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.message.params ?? {};
  }

  get inputResponses(): Readonly<Record<string, unknown>> {
    return (this.params['inputResponses'] ?? {}) as Record<string, unknown>;
  }

  notify(method: string, params?: unknown): void {
    this.events().send(notificationText(method, params));
  }

  progress(progress: number, total?: number): void {
    const { progressToken } = metaOf(this.message);
    if (progressToken !== undefined)
      this.notify('notifications/progress', { progressToken, progress, ...(total !== undefined && { total }) });
  }

  log(level: string, data: unknown): void {
    this.notify('notifications/message', { level, data });
  }

  ask(method: string, params?: unknown, via: 'call' | 'session' = 'call'): Promise<FakeMessage> {
    if (!this.outlet.session) throw new Error('A modern server cannot ask on a stream; answer with input_required');
    const stream = via === 'call' ? this.events() : undefined;
    const { id, answer } = this.outlet.session.ask(method, params, stream);
    this.lastAsked = { id, stream };
    return answer;
  }

  withdraw(reason?: string): void {
    const text = notificationText('notifications/cancelled', { requestId: this.lastAsked!.id, ...(reason && { reason }) });
    if (this.lastAsked!.stream) this.lastAsked!.stream.send(text);
    else this.outlet.session!.tell(text);
  }

  sendRaw(text: string): void {
    this.events().sendRaw(text);
  }

  cut(retryMs?: number): void {
    this.events().cut(retryMs);
  }

  /** Runs a script and answers with what it gives; nothing after the client cancelled. */
  async run(script: FakeScript): Promise<void> {
    let answer: string;
    let status = 200;
    try {
      answer = resultText(this.message, this.complete(await script(this)));
    } catch (error) {
      const { code, message, data } = error instanceof FakeError ? error : new FakeError(-32603, String(error));
      answer = JSON.stringify(errorOf(this.message, code, message, data));
      if (code === -32021 && !this.outlet.session) status = 400;
    }
    this.outlet.session?.calls.delete(this.message.id);
    if (!this.isOver) this.finish(answer, status);
  }

  /** Modern results say what they are. */
  private complete(result: unknown): unknown {
    const isPlain = typeof result === 'object' && result !== null && !('resultType' in result);
    return isPlain && !this.outlet.session ? { ...result, resultType: 'complete' } : result;
  }

  private finish(answer: string, status: number): void {
    const { response, shared, prefersEvents } = this.outlet;
    if (shared) return shared.send(answer);
    if (!this.stream && !prefersEvents) return sendJson(response!, status, answer);
    this.events().send(answer);
    this.stream!.end();
  }

  private events(): EventStream {
    if (this.outlet.shared) return this.outlet.shared;
    if (this.stream) return this.stream;
    this.stream = this.outlet.session?.newStream() ?? new EventStream('m', false);
    this.stream.open(this.outlet.response!);
    return this.stream;
  }
}
