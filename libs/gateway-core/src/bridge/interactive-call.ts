import { METHOD_NOT_FOUND, toModernQuestion, type InputRequest, type InputResponses } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { AbortSource, type CancelSignal } from '../exchange/abort-source.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { Clock } from '../ports/clock.js';
import {
  UpstreamFailure,
  type CallListener,
  type ClientCapabilities,
  type UpstreamAnswer,
  type UpstreamQuestion,
} from '../ports/upstream-connector.js';
import type { FrontChannel } from '../streams/front-channel.js';
import { Legs } from './legs.js';
import { relayNotice, type WantedNotices } from './notices.js';
import { missingFor, refusalOf, tooManyQuestions } from './refuse-question.js';
import type { SentErrand } from './sent-errand.js';

/** What comes next of a call: its end, or that its client must be asked first. */
export type Step =
  | { readonly kind: 'answer'; readonly upstream: UpstreamAnswer }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** The server, who was told the superset, wants what this client does not offer. */
  | { readonly kind: 'lacking'; readonly required: ClientCapabilities }
  | { readonly kind: 'questions' };

/** The client's end while one of its requests is open. */
export interface Attachment {
  readonly channel: FrontChannel;
  readonly wanted: WantedNotices;
}

interface Waiting {
  readonly request: InputRequest;
  readonly question: UpstreamQuestion;
}

/** Questions that a server asks at once should reach the client at once. */
const GATHER_MS = 5;
const QUESTIONS_MAX = LIMITS.inputRoundsMax * LIMITS.inputRequestsMax;
/** Held of an answer for which nobody has come back yet. */
const HELD_ANSWER_BYTES_MAX = 32 * 1_024;

/**
 * A modern client's call on a server that may ask back. The server's side stays open from the first round to the last; the
 * client's side is attached while one of its requests is open, and nothing of that request is kept in between.
 */
export class InteractiveCall implements CallListener {
  /** Ends the call on the server. */
  readonly cancel = new AbortSource();
  private readonly questions = new Map<string, Waiting>();
  private readonly legs: Legs;
  private asks = 0;
  private attached: Attachment | undefined;
  private sent: SentErrand | undefined;
  private outcome: Exclude<Step, { readonly kind: 'questions' }> | undefined;
  private settle: ((step: Step) => void) | undefined;
  private stopGathering: (() => void) | undefined;
  private readonly onCancelled = (): void => this.cancel.abort('the client has gone');

  constructor(
    private readonly profile: ClientCapabilities,
    private readonly isSuperset: boolean,
    private readonly clock: Clock,
  ) {
    this.legs = new Legs(clock, () =>
      this.cancel.abort(new UpstreamFailure('gateway.upstream-timeout', 'The server did not answer in time', true)),
    );
  }

  /** Sends the errand, of which this call is the listener, and follows it. */
  begin(sent: SentErrand, parts: GatewayParts): void {
    this.sent = sent;
    sent.send(this.cancel, parts).then(
      (upstream) => this.end({ kind: 'answer', upstream }),
      (error: unknown) => this.end({ kind: 'failed', error }),
    );
  }

  /**
   * What comes next, with this client's request open. At most one wait at a time.
   * @param responses the client's answers, which are handed on; those to nothing that was asked are ignored.
   */
  next(attachment: Attachment, responses?: InputResponses): Promise<Step> {
    this.attached = attachment;
    listenOnce(attachment.channel.cancelled, this.onCancelled);
    this.legs.run();
    return new Promise((resolve) => {
      this.settle = resolve;
      if (responses) this.answer(responses);
      if (this.outcome) this.tell(this.outcome);
      else if (this.questions.size > 0) this.gather();
    });
  }

  /** The questions that wait for an answer now. */
  get open(): readonly InputRequest[] {
    return [...this.questions.values()].map(({ request }) => request);
  }

  notified(method: string, paramsText: string | undefined): void {
    if (this.attached) relayNotice(this.attached.channel, this.attached.wanted, method, paramsText);
  }

  asked(question: UpstreamQuestion): void {
    this.sent?.taken();
    this.sent = undefined;
    if (this.outcome || question.withdrawn.aborted) return;
    const missing = this.isSuperset ? missingFor(question, this.profile) : undefined;
    if (missing) {
      question.answer({ kind: 'error', code: METHOD_NOT_FOUND, message: 'The client does not offer this.' });
      this.end({ kind: 'lacking', required: missing });
      return this.cancel.abort('the client lacks a capability');
    }
    const refusal =
      refusalOf(question, this.profile) ??
      (this.questions.size >= LIMITS.inputRequestsMax || this.asks >= QUESTIONS_MAX ? tooManyQuestions() : undefined);
    if (refusal) return question.answer(refusal);
    this.add(question);
    if (this.settle) this.gather();
  }

  private answer(responses: InputResponses): void {
    for (const [key, { question }] of [...this.questions]) {
      const text = responses.get(key);
      if (text === undefined) continue;
      this.questions.delete(key);
      question.answer({ kind: 'result', text });
    }
  }

  private add(question: UpstreamQuestion): void {
    // Legacy questions have no key, so they are numbered through all rounds: an answer to an earlier one fits no later one.
    const key = `r${++this.asks}`;
    const { method } = question;
    const offersContext = (this.profile['sampling'] as ClientCapabilities | undefined)?.['context'] !== undefined;
    const paramsText = toModernQuestion(method, question.paramsText, offersContext);
    this.questions.set(key, { question, request: { key, method, paramsText } });
    question.withdrawn.addEventListener('abort', () => this.questions.delete(key));
  }

  private gather(): void {
    this.stopGathering ??= this.clock.after(GATHER_MS, () => {
      this.stopGathering = undefined;
      if (this.questions.size > 0) this.tell({ kind: 'questions' });
    });
  }

  private end(outcome: NonNullable<typeof this.outcome>): void {
    if (this.outcome) return;
    this.questions.clear();
    const isTooLarge = !this.settle && outcome.kind === 'answer' && outcome.upstream.bytes > HELD_ANSWER_BYTES_MAX;
    this.outcome = isTooLarge
      ? { kind: 'failed', error: new UpstreamFailure('gateway.upstream-too-large', 'The server answered before it was answered', true) }
      : outcome;
    this.tell(this.outcome);
  }

  private tell(step: Step): void {
    const { settle } = this;
    if (!settle) return;
    this.settle = undefined;
    this.stopGathering?.();
    this.stopGathering = undefined;
    this.legs.pause();
    this.attached?.channel.cancelled.removeEventListener('abort', this.onCancelled);
    this.attached = undefined;
    settle(step);
  }
}

function listenOnce(signal: CancelSignal, listener: () => void): void {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener);
}
