import type { CallListener } from '@mcpnest/gateway-core';
import { errorMessage, INTERNAL_ERROR, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { FloodMeter } from './flood-meter.js';
import { progressTokenOf } from './notification-params.js';
import { Question, type Say } from './question.js';

/** More are dropped, never kept (protocol "Progress": senders should limit their rate). */
const NOTIFICATIONS_PER_SECOND = 1_000;

/** A request under way whose caller listens to what the server says meanwhile. */
export class LiveCall {
  private questions: Question[] | undefined;
  private readonly meter = new FloodMeter(NOTIFICATIONS_PER_SECOND);
  private isOver = false;

  constructor(
    /** The connector's own request id, which is its progress token too. */ readonly id: number,
    private readonly listener: CallListener,
    private readonly say: Say,
  ) {}

  /** Takes a notification; progress of something else is dropped, as is what comes in a flood. */
  notified({ method, paramsText }: UpstreamReply): void {
    if (this.isOver || !this.meter.takes()) return;
    if (method === 'notifications/progress' && progressTokenOf(paramsText) !== this.id) return;
    this.listener.notified(method, paramsText);
  }

  /** Takes a request of the server. One that repeats an open id is dropped; one too many is refused. */
  asked(request: UpstreamReply): void {
    if (this.isOver || this.questions?.some(({ id }) => id === request.id)) return;
    if ((this.questions?.length ?? 0) >= LIMITS.inputRequestsMax)
      return this.say(errorMessage(JSON.stringify(request.id), INTERNAL_ERROR, 'Too many questions are open'));
    const question = new Question(request, this.say, (over) => {
      this.questions = this.questions?.filter((each) => each !== over);
    });
    (this.questions ??= []).push(question);
    this.listener.asked(question);
  }

  /** The server withdrew a question. */
  withdraw(id: UpstreamReply['id']): void {
    this.questions?.find((question) => question.id === id)?.withdraw();
  }

  /** The call has its answer, or never will: nobody waits for its questions any more. */
  end(): void {
    this.isOver = true;
    for (const question of this.questions ?? []) question.withdraw();
  }
}
