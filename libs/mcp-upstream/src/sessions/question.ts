import { AbortSource, type ClientAnswer, type UpstreamQuestion } from '@mcpnest/gateway-core';
import { errorMessage, objectText, resultMessage, type UpstreamReply } from '@mcpnest/mcp-protocol';

/** Sends one message into the session; whatever comes of it. */
export type Say = (text: string) => void;

/** A server's request that waits for its client's answer. The first answer is sent, if the server still wants one. */
export class Question implements UpstreamQuestion {
  readonly withdrawn = new AbortSource();
  private isOver = false;

  constructor(
    private readonly asked: UpstreamReply,
    private readonly say: Say,
    /** Called once, when it is answered or withdrawn. */ private readonly over: (question: Question) => void,
  ) {}

  get method(): string {
    return this.asked.method;
  }

  get paramsText(): string | undefined {
    return this.asked.paramsText;
  }

  /** What the server calls it. */
  get id(): UpstreamReply['id'] {
    return this.asked.id;
  }

  answer(answer: ClientAnswer): void {
    if (this.isOver) return;
    this.end();
    this.say(answerText(JSON.stringify(this.id), answer));
  }

  /** The server does not want it any more, or the call it belongs to is over. */
  withdraw(): void {
    if (this.isOver) return;
    this.end();
    this.withdrawn.abort(new Error('the server withdrew its question'));
  }

  private end(): void {
    this.isOver = true;
    this.over(this);
  }
}

function answerText(idText: string, answer: ClientAnswer): string {
  if (answer.kind === 'result') return resultMessage(idText, answer.text);
  const { code, message, dataText } = answer;
  if (dataText === undefined) return errorMessage(idText, code, message);
  const error = objectText([
    ['code', String(code)],
    ['message', JSON.stringify(message)],
    ['data', dataText],
  ]);
  return `{"jsonrpc":"2.0","id":${idText},"error":${error}}`;
}
