import type { ServerResponse } from 'node:http';
import type { Call } from './calls.dto.js';
import type { TailReader } from './call-tail.js';

const HEARTBEAT_EVERY_MS = 15_000;
/** A reader that lets this much pile up is cut off; it comes back with Last-Event-ID. */
const UNSENT_BYTES_MAX = 1024 * 1024;

/** One answer of server-sent events: `event: call` with a call's id and its JSON, and a comment every 15 s. */
export class CallEventStream implements TailReader {
  private readonly sent = new Set<string>();
  private held: Call[] | null = [];
  private readonly heartbeat: NodeJS.Timeout;

  /** @param mayGoOn asked with every heartbeat and every `recheck`; the stream ends when it says no */
  constructor(
    private readonly response: ServerResponse,
    private readonly matches: (call: Call) => boolean,
    private readonly mayGoOn: () => Promise<boolean>,
    beatEveryMs = HEARTBEAT_EVERY_MS,
  ) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.write('retry: 1000\n\n');
    this.heartbeat = setInterval(() => void this.beat(), beatEveryMs);
    response.once('close', () => clearInterval(this.heartbeat));
  }

  /** Live calls wait until the past was sent, so that none is sent twice or out of turn. */
  take(call: Call): void {
    if (this.held) this.held.push(call);
    else this.send(call);
  }

  /** Sends what the reader missed, then goes live. */
  begin(missed: readonly Call[]): void {
    for (const call of missed) this.send(call);
    const held = this.held ?? [];
    this.held = null;
    for (const call of held) if (!this.sent.has(call.callId)) this.send(call);
  }

  /** Ends the stream where its reader may not go on; never throws. */
  async recheck(): Promise<boolean> {
    const may = await this.mayGoOn().catch(() => false);
    if (!may) this.end();
    return may;
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }

  private send(call: Call): void {
    if (!this.matches(call)) return;
    if (this.held) this.sent.add(call.callId);
    else if (this.sent.delete(call.callId)) return;
    this.write(`id: ${call.callId}\nevent: call\ndata: ${JSON.stringify(call)}\n\n`);
  }

  private async beat(): Promise<void> {
    if (await this.recheck()) this.write(': still here\n\n');
  }

  private write(text: string): void {
    if (this.response.destroyed || this.response.writableEnded) return;
    if (this.response.writableLength > UNSENT_BYTES_MAX) this.response.destroy();
    else this.response.write(text);
  }
}
