import type { ServerResponse } from 'node:http';
import { EventStream } from './event-stream.js';
import { errorOf, type FakeMessage } from './fake-messages.js';

let asked = 0;

/** What a legacy server keeps of one client: its streams, its open calls, what it was asked, what it subscribed to. */
export class FakeSession {
  clientCapabilities: Readonly<Record<string, unknown>> = {};
  logLevel: string | undefined;
  readonly subscriptions = new Set<string>();
  /** Open calls by the client's id: what to do when it cancels. */
  readonly calls = new Map<unknown, () => void>();
  private readonly questions = new Map<unknown, (answer: FakeMessage) => void>();
  private readonly streams = new Map<string, EventStream>();
  private standing: EventStream | undefined;
  private waiting: string[] = [];
  private streamCount = 0;

  constructor(
    readonly id: string,
    private readonly hasIds: boolean,
  ) {}

  get isHeard(): boolean {
    return this.standing?.isOpen === true;
  }

  /** The stream outside of calls. */
  get standingStream(): EventStream | undefined {
    return this.standing;
  }

  /** A stream for one POST. */
  newStream(): EventStream {
    const stream = new EventStream(`s${++this.streamCount}`, this.hasIds);
    if (this.hasIds) this.streams.set(stream.name, stream);
    return stream;
  }

  /** Opens the standing stream of a GET, or goes on with the one the client names. */
  openStanding(response: ServerResponse, lastId?: string): EventStream | undefined {
    const left = lastId === undefined ? undefined : this.streams.get(lastId.split('.')[0]!);
    if (left) left.resume(response, lastId!);
    if (lastId !== undefined) return left;
    const stream = this.newStream();
    stream.open(response);
    this.standing = stream;
    for (const text of this.waiting.splice(0)) stream.send(text);
    return stream;
  }

  /** Says something on the standing stream; nobody hears it while none is open. */
  tell(text: string): void {
    this.standing?.send(text);
  }

  tellRaw(text: string): void {
    this.standing?.sendRaw(text);
  }

  /** Asks on the given stream, or on the standing one once it is open. */
  ask(method: string, params: unknown, stream?: EventStream): { id: string; answer: Promise<FakeMessage> } {
    const id = `asked-${++asked}`;
    const answer = new Promise<FakeMessage>((resolve) => this.questions.set(id, resolve));
    const text = JSON.stringify({ jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) });
    if (stream) stream.send(text);
    else if (this.isHeard) this.standing!.send(text);
    else this.waiting.push(text);
    return { id, answer };
  }

  /** Takes what the client sent without expecting an answer. */
  hear(message: FakeMessage): void {
    if (message.method === 'notifications/cancelled') this.calls.get(message.params?.['requestId'])?.();
    if (message.method !== undefined || message.id === undefined) return;
    this.questions.get(message.id)?.(message);
    this.questions.delete(message.id);
  }

  closeStanding(): void {
    this.standing?.end();
  }

  /** Ends every stream and leaves every question without an answer but an error. */
  end(): void {
    this.closeStanding();
    for (const stream of this.streams.values()) stream.end();
    for (const [id, resolve] of this.questions) resolve(errorOf({ id: id as string }, -32000, 'The session is over') as FakeMessage);
    this.questions.clear();
  }
}
