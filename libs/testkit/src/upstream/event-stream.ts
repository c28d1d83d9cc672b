import type { ServerResponse } from 'node:http';

/** One event stream towards a client, which may be left and come back to where its events have ids. */
export class EventStream {
  private response: ServerResponse | undefined;
  private readonly sent: string[] = [];
  private isOver = false;
  private readonly closers: (() => void)[] = [];

  /** `name` makes its event ids unique within a session: `name.1`, `name.2`, … */
  constructor(
    readonly name: string,
    private readonly hasIds: boolean,
  ) {}

  get isOpen(): boolean {
    return this.response !== undefined;
  }

  /** Puts the stream on a response. With ids it starts as 2025-11-25 wants it: an id and no data. */
  open(response: ServerResponse): void {
    this.attach(response);
    if (this.hasIds) this.event('');
  }

  /** The rest of the stream after one of its ids, on another response. */
  resume(response: ServerResponse, lastId: string): void {
    this.attach(response);
    for (const event of this.sent.slice(Number(lastId.slice(this.name.length + 1)))) response.write(event);
    if (this.isOver) this.end();
  }

  /** One message as an event; kept for a client that comes back where events have ids. */
  send(text: string, event = 'message'): void {
    this.event(text, event);
  }

  /** Bytes as they are. */
  sendRaw(text: string): void {
    this.response?.write(text);
  }

  /** Lets the client go before the end; what is sent from now on waits for it. */
  cut(retryMs?: number): void {
    if (retryMs !== undefined) this.response?.write(`retry: ${retryMs}\n\n`);
    this.detach();
  }

  end(): void {
    this.isOver = true;
    this.detach();
  }

  private detach(): void {
    const { response } = this;
    this.response = undefined;
    response?.end();
  }

  /** Called whenever the client or the network closes it. */
  onClose(closer: () => void): void {
    this.closers.push(closer);
  }

  private attach(response: ServerResponse): void {
    this.response?.end();
    this.response = response;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.flushHeaders();
    response.on('close', () => {
      if (this.response !== response) return;
      this.response = undefined;
      for (const closer of this.closers) closer();
    });
  }

  private event(text: string, name?: string): void {
    const id = this.hasIds ? `id: ${this.name}.${this.sent.length + 1}\n` : '';
    const event = `${id}${name === undefined ? '' : `event: ${name}\n`}data: ${text}\n\n`;
    if (this.hasIds) this.sent.push(event);
    this.response?.write(event);
  }
}
