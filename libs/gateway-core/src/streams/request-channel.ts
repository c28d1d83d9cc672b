import { notificationMessage, objectText, requestMessage } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { refuse } from '../errors/refuse.js';
import type { CancelSignal } from '../exchange/abort-source.js';
import { streamReply, type Reply } from '../exchange/reply.js';
import type { UnderWay } from '../exchange/under-way.js';
import type { ClientAnswer } from '../ports/upstream-connector.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import type { FrontChannel } from './front-channel.js';
import { Ticking } from './keep-alive.js';
import { MessageStream, type StreamParts } from './message-stream.js';
import { newStreamId } from './stream-id.js';

/** What channels share. */
export interface ChannelParts extends StreamParts {
  readonly underWay: UnderWay;
}

/** A request unanswered for this many ticks gets a stream, so that nothing on the way takes its connection for dead. */
const TICKS_UNANSWERED = 3;

const CANNOT: ClientAnswer = { kind: 'error', code: -32601, message: 'This client cannot be asked.' };
const TOO_MANY: ClientAnswer = { kind: 'error', code: -32603, message: 'This client has too many unanswered questions.' };
const WITHDRAWN: ClientAnswer = { kind: 'error', code: -32603, message: 'The question was withdrawn.' };

/** The way back to the client of one request; it costs next to nothing until it is used. */
export class RequestChannel extends Ticking implements FrontChannel {
  cancelled: CancelSignal;
  private session: LegacySession | undefined;
  private stream: MessageStream | undefined;
  private asked: Map<string, () => void> | undefined;
  private ticks = 0;
  private hasFinished = false;

  /**
   * @param idText the request's id, raw.
   * @param gone fires when the client's connection is lost before the answer was written.
   * @param begin takes the answer of the exchange where it becomes a stream.
   */
  constructor(
    private readonly idText: string,
    readonly canNotify: boolean,
    gone: CancelSignal,
    private readonly begin: (reply: Reply) => void,
    private readonly parts: ChannelParts,
  ) {
    super();
    this.cancelled = gone;
    if (canNotify) parts.keepAlive.add(this);
  }

  /** Binds a legacy request to its session, whose rules then say what cancels it. */
  bind(session: LegacySession, cancelled: CancelSignal): void {
    this.session = session;
    this.cancelled = cancelled;
  }

  get canAsk(): boolean {
    return this.canNotify && this.session !== undefined;
  }

  notify(method: string, paramsText: string | undefined): void {
    if (this.canNotify && !this.hasFinished) this.opened().notify(notificationMessage(method, paramsText));
  }

  ask(method: string, paramsText: string | undefined, signal: CancelSignal): Promise<ClientAnswer> {
    const { session } = this;
    if (!session || !this.canNotify || this.hasFinished) return Promise.resolve(CANNOT);
    if (signal.aborted) return Promise.resolve(WITHDRAWN);
    return new Promise((resolve) => {
      const idText = session.questions.add((answer) => {
        signal.removeEventListener('abort', withdraw);
        this.asked?.delete(idText!);
        resolve(answer);
      });
      const withdraw = (): void => {
        this.withdraw(session, idText!);
      };
      if (idText === undefined) return resolve(TOO_MANY);
      (this.asked ??= new Map()).set(idText, withdraw);
      signal.addEventListener('abort', withdraw);
      this.opened().send(requestMessage(idText, method, paramsText));
    });
  }

  /**
   * The request is over.
   * @returns whether its answer went out here, on the stream that was begun; otherwise it is still to be written.
   */
  finish(reply: Reply): boolean {
    for (const withdraw of [...(this.asked?.values() ?? [])]) withdraw();
    this.hasFinished = true;
    this.forgetRequest();
    const { stream } = this;
    if (!stream) {
      if (this.canNotify) this.parts.keepAlive.delete(this);
      return false;
    }
    // A cancelled request gets no answer, even where its server gave one (2025-11-25, Cancellation).
    if (!this.cancelled.aborted) stream.send(this.keepable(reply.body ?? ''));
    stream.end();
    this.parts.underWay.end();
    return true;
  }

  /** Makes the answer a stream where the client has waited long. */
  override tick(): void {
    if (++this.ticks >= TICKS_UNANSWERED) this.opened();
  }

  private opened(): MessageStream {
    return (this.stream ??= this.beginStream());
  }

  private beginStream(): MessageStream {
    const { session, parts } = this;
    parts.keepAlive.delete(this);
    parts.underWay.begin();
    const stream = new MessageStream(parts, session ? { id: newStreamId() } : {});
    session?.streams.keep(stream);
    if (session?.primesStreams) stream.prime();
    this.begin(streamReply(stream));
    return stream;
  }

  private withdraw(session: LegacySession, idText: string): void {
    const params = objectText([['requestId', idText]]);
    this.stream?.notify(notificationMessage('notifications/cancelled', params));
    session.questions.settle(idText, WITHDRAWN);
  }

  private forgetRequest(): void {
    const inFlight = this.session?.inFlight;
    if (inFlight?.get(this.idText)?.cancel === this.cancelled) inFlight.delete(this.idText);
  }

  /** An answer too large to be kept says so to a client that is away; what is connected gets it as it is. */
  private keepable(body: string): string {
    if (!this.session || this.stream?.isConnectedNow || this.parts.byteLength(body) < LIMITS.streamReplayBytesMax - 256) return body;
    return refuse('gateway.upstream-too-large', this.idText, { detail: 'The answer was too large to be kept while the client was away.' })
      .body!;
  }
}
