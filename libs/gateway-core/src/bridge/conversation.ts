import { INVALID_PARAMS, toLegacyQuestion } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { AbortSource } from '../exchange/abort-source.js';
import { randomHex } from '../exchange/random-hex.js';
import type { Authorized } from '../pipeline/facts.js';
import type { Clock } from '../ports/clock.js';
import type { CallListener, ClientAnswer, ClientCapabilities, UpstreamCall, UpstreamQuestion } from '../ports/upstream-connector.js';
import { progressTokenText } from './errand-request.js';
import type { Legs } from './legs.js';
import { relayNotice, type WantedNotices } from './notices.js';
import { refusalOf, tooManyQuestions } from './refuse-question.js';

const QUESTIONS_MAX = LIMITS.inputRoundsMax * LIMITS.inputRequestsMax;
const CANCELLED_BY_CLIENT = '{"action":"cancel"}';

type Failed = Extract<ClientAnswer, { readonly kind: 'error' }>;

/**
 * What a server and a client that keeps its stream open say to each other about one call. One object per call: whatever only
 * questions need is made with the first of them.
 */
export class Conversation implements CallListener {
  private open: Set<AbortSource> | undefined;
  private asks = 0;
  private wanted: WantedNotices | undefined;
  /** Set on calls that may wait for people. */
  legs: Legs | undefined;

  /** @param profile what the client itself offers, whatever servers were told. */
  constructor(
    private readonly facts: Authorized,
    private readonly profile: ClientCapabilities,
    private readonly clock: Clock,
  ) {}

  started(call: UpstreamCall): void {
    const { client, message } = this.facts;
    const inFlight = client.session?.inFlight.get(message.idText);
    if (inFlight) inFlight.upstream = call;
  }

  notified(method: string, paramsText: string | undefined): void {
    this.wanted ??= wantedBy(this.facts);
    relayNotice(this.facts.channel, this.wanted, method, paramsText);
  }

  /** A legacy server asks: the client answers in its own words (2025-11-25, Elicitation, Sampling, Roots). */
  asked(question: UpstreamQuestion): void {
    if (question.withdrawn.aborted) return;
    const ended = new AbortSource();
    question.withdrawn.addEventListener('abort', () => ended.abort('withdrawn by the server'));
    void this.ask(question.method, question.paramsText, ended).then((answer) => question.answer(answer));
  }

  /** Asks the client, as its revision says it, and waits as long as a person may take. Never throws. */
  async ask(method: string, paramsText: string | undefined, ended = new AbortSource()): Promise<ClientAnswer> {
    const refusal = refusalOf({ method, paramsText }, this.profile);
    if (refusal) return refusal;
    const open = (this.open ??= new Set());
    if (open.size >= LIMITS.inputRequestsMax || ++this.asks > QUESTIONS_MAX) return tooManyQuestions();
    open.add(ended);
    this.legs?.pause();
    const stopWaiting = this.clock.after(LIMITS.parkMs, () => ended.abort('not answered in time'));
    const { cancelled } = this.facts.channel;
    const onCancelled = (): void => ended.abort('the call was cancelled');
    cancelled.addEventListener('abort', onCancelled);
    const question = toLegacyQuestion(method, paramsText, { revision: this.facts.client.revision, newElicitationId });
    const answer = await this.facts.channel.ask(method, question.paramsText, ended);
    stopWaiting();
    cancelled.removeEventListener('abort', onCancelled);
    if (open.delete(ended) && open.size === 0) this.legs?.run();
    // A form with parts that the client's revision has no word for: its error says no more than that nobody could fill it in.
    return answer.kind === 'error' && question.isBeyondRevision ? { kind: 'result', text: CANCELLED_BY_CLIENT } : answer;
  }

  /**
   * Asks several things at once. @returns the answers as raw JSON objects, in the same order; or the first error, upon which
   * the other questions are taken back.
   */
  async askAll(questions: readonly Pick<UpstreamQuestion, 'method' | 'paramsText'>[]): Promise<readonly string[] | Failed> {
    const ended = questions.map(() => new AbortSource());
    let failed: Failed | undefined;
    const ask = async ({ method, paramsText }: (typeof questions)[number], at: number): Promise<string> => {
      const answer = await this.ask(method, paramsText, ended[at]);
      if (answer.kind === 'result' && answer.text.startsWith('{')) return answer.text;
      failed ??= answer.kind === 'error' ? answer : { kind: 'error', code: INVALID_PARAMS, message: 'The answer is no object.' };
      for (const other of ended) other.abort('another question failed');
      return '';
    };
    const answers = await Promise.all(questions.map(ask));
    return failed ?? answers;
  }

  /** Takes back every question that is still open: the call is over. */
  end(): void {
    this.legs?.pause();
    this.legs = undefined;
    if (!this.open) return;
    for (const question of [...this.open]) question.abort('the call is over');
  }

  /** Whether the client can be asked this. */
  offers(method: string, paramsText: string | undefined): boolean {
    return refusalOf({ method, paramsText }, this.profile) === undefined;
  }
}

/** With no level set, a legacy client hears what the server sees fit (2025-11-25, Logging, "Setting Log Level"). */
function wantedBy({ message, client }: Authorized): WantedNotices {
  return { progressTokenText: progressTokenText(message), logLevel: client.logLevel ?? 'all', elicitationComplete: true };
}

const newElicitationId = (): string => randomHex(16);
