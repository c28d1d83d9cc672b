import type { ServerHttp2Stream } from 'node:http2';
import {
  AbortSource,
  type CallListener,
  type ClientAnswer,
  type UpstreamCall,
  type UpstreamQuestion,
  type UpstreamRequest,
} from '@mcpnest/gateway-core';
import { HopStream } from './hop-stream.js';
import type { CallerHead, CallHead, Piece, RunnerHead } from './hop-words.js';
import type { RunnerDesk } from './runner-desk.js';
import { failureHead } from './say-failure.js';

/** Does a call that a gateway asks for, and lets both sides talk meanwhile. */
export function answerCall(stream: ServerHttp2Stream, desk: RunnerDesk): void {
  new DoorCall(stream, desk);
}

class DoorCall implements CallListener {
  private readonly gone = new AbortSource();
  private readonly questions = new Map<number, UpstreamQuestion>();
  private readonly hop: HopStream;
  private hasBegun = false;
  private asking = 0;
  private call: UpstreamCall | undefined;

  constructor(
    stream: ServerHttp2Stream,
    private readonly desk: RunnerDesk,
  ) {
    this.hop = new HopStream(stream, {
      heard: (head, body) => this.heard(head, body),
      closed: () => this.gone.abort(new Error('the gateway wants it no more')),
    });
  }

  notified(method: string, paramsText: string | undefined): void {
    this.say({ says: 'notified', method, hasText: paramsText !== undefined }, paramsText);
  }

  asked(question: UpstreamQuestion): void {
    const number = ++this.asking;
    this.questions.set(number, question);
    question.withdrawn.addEventListener('abort', () => {
      this.questions.delete(number);
      this.say({ says: 'withdrawn', question: number });
    });
    const { method, paramsText } = question;
    this.say({ says: 'asked', question: number, method, hasText: paramsText !== undefined }, paramsText);
  }

  started(call: UpstreamCall): void {
    this.call = call;
    this.say({ says: 'started' });
  }

  private heard(head: object, body: string): void {
    if (this.hasBegun) return this.told(head as CallerHead, body);
    this.hasBegun = true;
    void this.run(head as CallHead, body);
  }

  private told(head: CallerHead, body: string): void {
    const text = head.hasText ? body : undefined;
    if (head.says === 'told') return this.call?.notify(head.method, text);
    const question = this.questions.get(head.question);
    this.questions.delete(head.question);
    question?.answer(answerOf(head, text));
  }

  private async run(head: CallHead, body: string): Promise<void> {
    try {
      const target = await this.desk.targetOf(head.target);
      const request = requestOf(head, body, head.listens ? this : undefined);
      const { era, reply, bytes } = await this.desk.connector.send(target, request, this.gone);
      this.say({ says: 'reply', era, bytes }, reply.text);
    } catch (error) {
      if (!this.gone.aborted) this.say(failureHead(error));
    }
    this.hop.end();
  }

  private say(head: RunnerHead, body?: string): void {
    this.hop.send(head, body);
  }
}

function answerOf({ error }: Extract<CallerHead, { readonly says: 'answered' }>, text: string | undefined): ClientAnswer {
  if (!error) return { kind: 'result', text: text ?? '{}' };
  return { kind: 'error', ...error, ...(text !== undefined && { dataText: text }) };
}

function requestOf(head: CallHead, body: string, listener: CallListener | undefined): UpstreamRequest {
  const { method, name, paramHeaders, clientCapabilities, logLevel, defaultLogLevel, wantsProgress, trace, deadlineMs } = head;
  let at = 0;
  const cut = ([key, length]: Piece): readonly [string, string] => [key, body.slice(at, (at += length))];
  return {
    ...{ method, params: head.params.map(cut), meta: head.meta.map(cut), clientCapabilities, deadlineMs },
    ...(name !== undefined && { name }),
    ...(paramHeaders && { paramHeaders }),
    ...(logLevel && { logLevel }),
    ...(defaultLogLevel && { defaultLogLevel }),
    ...(wantsProgress !== undefined && { wantsProgress }),
    ...(trace && { trace }),
    ...(listener && { listener }),
  };
}
