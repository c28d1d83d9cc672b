import {
  AbortSource,
  type CallListener,
  type ClientAnswer,
  type UpstreamAnswer,
  type UpstreamQuestion,
  type UpstreamRequest,
  type UpstreamTarget,
} from '@mcpnest/gateway-core';
import { parseReply } from '@mcpnest/mcp-protocol';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { waitFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { HopStream } from './hop-stream.js';
import type { AskedTarget, CallerHead, CallHead, RunnerHead } from './hop-words.js';
import { faultOf } from './runner-fleet.js';
import type { RunnerLink } from './runner-link.js';

export const askedTarget = ({ key, serverId, version }: UpstreamTarget): AskedTarget => ({ key, serverId, version });

/** A question of a server on a runner; the first answer counts. */
class RemoteQuestion implements UpstreamQuestion {
  readonly withdrawn = new AbortSource();
  private isOver = false;

  constructor(
    readonly method: string,
    readonly paramsText: string | undefined,
    private readonly reply: (answer: ClientAnswer) => void,
  ) {}

  answer(answer: ClientAnswer): void {
    if (this.isOver) return;
    this.isOver = true;
    this.reply(answer);
  }

  withdraw(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.withdrawn.abort(new Error('the server withdrew its question'));
  }
}

/** One call to a server on a runner, from the gateway's side. */
export class RunnerCall {
  private readonly questions = new Map<number, RemoteQuestion>();
  private stream: HopStream | undefined;
  private readonly answer: Promise<UpstreamAnswer>;
  private settled!: (answer: UpstreamAnswer) => void;
  private failed!: (error: unknown) => void;

  constructor(
    private readonly target: UpstreamTarget,
    private readonly request: UpstreamRequest,
  ) {
    this.answer = new Promise((resolve, reject) => ([this.settled, this.failed] = [resolve, reject]));
    // It may fail before anybody waits for it.
    this.answer.catch(() => undefined);
  }

  /** @throws RunnerAway, UpstreamFailure, or the signal's reason */
  async on(link: RunnerLink, time: CallTime): Promise<UpstreamAnswer> {
    const opening = link.open('call', { heard: (head, body) => this.heard(head as RunnerHead, body), away: this.failed });
    this.stream = await waitFor(opening, time);
    const { head, body } = opened(this.target, this.request);
    this.stream.send(head, body);
    try {
      return await waitFor(this.answer, time);
    } catch (error) {
      this.stream.cancel();
      const isLate = error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout';
      throw isLate ? failure('gateway.upstream-timeout', true) : error;
    } finally {
      this.stream.end();
      for (const question of this.questions.values()) question.withdraw();
    }
  }

  private heard(head: RunnerHead, body: string): void {
    const { listener } = this.request;
    if (head.says === 'reply') return this.answered(head, body);
    if (head.says === 'started') return listener?.started?.({ notify: (method, paramsText) => this.tell(method, paramsText) });
    if (head.says === 'notified') return listener?.notified(head.method, head.hasText ? body : undefined);
    if (head.says === 'asked') return this.asked(head, body, listener);
    if (head.says === 'withdrawn') return this.questions.get(head.question)?.withdraw();
    this.failed(faultOf(head));
  }

  private answered({ era, bytes }: Extract<RunnerHead, { readonly says: 'reply' }>, text: string): void {
    const reply = parseReply(text);
    if (reply.kind === 'result' || reply.kind === 'error') this.settled({ era, reply, bytes });
    else this.failed(failure('gateway.upstream-broken', true));
  }

  private asked(head: Extract<RunnerHead, { readonly says: 'asked' }>, body: string, listener: CallListener | undefined): void {
    const question = new RemoteQuestion(head.method, head.hasText ? body : undefined, (answer) => {
      this.questions.delete(head.question);
      this.stream?.send(...answerFrame(head.question, answer));
    });
    this.questions.set(head.question, question);
    listener?.asked(question);
  }

  private tell(method: string, paramsText: string | undefined): void {
    const head: CallerHead = { says: 'told', method, hasText: paramsText !== undefined };
    this.stream?.send(head, paramsText);
  }
}

function answerFrame(question: number, answer: ClientAnswer): [CallerHead, string | undefined] {
  if (answer.kind === 'result') return [{ says: 'answered', question, hasText: true }, answer.text];
  const { code, message, dataText } = answer;
  return [{ says: 'answered', question, error: { code, message }, hasText: dataText !== undefined }, dataText];
}

function opened(target: UpstreamTarget, request: UpstreamRequest): { readonly head: CallHead; readonly body: string } {
  const { method, name, paramHeaders, clientCapabilities, logLevel, defaultLogLevel, wantsProgress, trace, deadlineMs } = request;
  const { params, meta } = request;
  const piece = ([key, text]: readonly [string, string]) => [key, text.length] as const;
  const head: CallHead = {
    target: askedTarget(target),
    ...{ method, name, paramHeaders, clientCapabilities, logLevel, defaultLogLevel, wantsProgress, trace, deadlineMs },
    listens: request.listener !== undefined,
    params: params.map(piece),
    meta: meta.map(piece),
  };
  return { head, body: [...params, ...meta].map(([, text]) => text).join('') };
}
