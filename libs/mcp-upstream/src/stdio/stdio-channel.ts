import { UpstreamFailure } from '@mcpnest/gateway-core';
import { notificationMessage, parseReply, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { waitFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { Parcel } from '../net/parcel.js';
import type { Channel, ChannelAnswer, ChannelEar } from '../sessions/channel.js';
import { FloodMeter } from '../sessions/flood-meter.js';

const WAITING_MAX = 256;
const BACKLOG_BYTES_MAX = 16 * 1024 * 1024;
/** Lines that answer nothing; more are no conversation any more. */
const ASIDES_PER_SECOND = 5_000;
/** Where servers write their answer's id: at the end of the message, or near it. */
const ID_AT_END = /"id"\s*:\s*(\d{1,15})\s*[,}]/;

/** What a channel needs of its process. */
export interface ChannelEnd {
  write(line: string): void;
  readonly backlogBytes: number;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(answer: ChannelAnswer): void;
  reject(error: unknown): void;
}

/**
 * One process as a connection: a message per line. Answers find their request by our own ids; lines that are none are
 * tolerated and counted, up to a flood.
 */
export class StdioChannel implements Channel {
  isOpen = true;
  ear: ChannelEar | undefined;
  /** Lines that were no message. */
  noise = 0;
  private readonly waiting = new Map<unknown, Waiting>();
  private readonly meter = new FloodMeter(ASIDES_PER_SECOND);
  private process!: ChannelEnd;

  /** Told once where it talks so much that it is to be stopped. */
  constructor(private readonly flooded: () => void) {}

  /** The process it speaks to, once it runs. */
  speakTo(process: ChannelEnd): void {
    this.process = process;
  }

  get waitingCount(): number {
    return this.waiting.size;
  }

  async ask(id: number, text: string | Parcel, time: CallTime): Promise<ChannelAnswer> {
    if (time.signal.aborted) throw time.signal.reason;
    if (!this.isOpen) throw failure('gateway.upstream-broken', false, "The server's process has ended");
    if (this.waiting.size >= WAITING_MAX || this.process.backlogBytes > BACKLOG_BYTES_MAX)
      throw failure('gateway.upstream-overloaded', false);
    const answer = new Promise<ChannelAnswer>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.process.write(oneLine(typeof text === 'string' ? text : text.handedOver()));
    try {
      return await waitFor(answer, time);
    } catch (error) {
      const isLate = error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout';
      if (isLate || time.signal.aborted) this.cancel(id);
      throw isLate ? failure('gateway.upstream-timeout', true) : error;
    } finally {
      this.waiting.delete(id);
    }
  }

  say(text: string): void {
    if (this.isOpen && this.process.backlogBytes <= BACKLOG_BYTES_MAX) this.process.write(oneLine(text));
  }

  async close(): Promise<void> {
    this.ear = undefined;
    this.lose(failure('gateway.upstream-unreachable', true, 'The gateway has let go of this server'));
    await this.process.stop();
  }

  line(text: string, bytes: number): void {
    if (!this.isOpen) return;
    const message = text.startsWith('{') ? parseReply(text) : undefined;
    if (message === undefined || message.kind === 'fault') return this.noted(() => this.noise++);
    if (message.kind === 'request' || message.kind === 'notification') return this.noted(() => this.ear?.heard(message));
    const waiting = this.waitingFor(message);
    if (waiting) waiting.resolve({ reply: message, bytes });
    else this.noted(() => this.noise++);
  }

  tooLong(tail: string): void {
    const id = ID_AT_END.exec(tail)?.[1];
    const waiting = (id === undefined ? undefined : this.waiting.get(Number(id))) ?? this.onlyWaiting();
    waiting?.reject(failure('gateway.upstream-too-large', true));
  }

  /** The process is gone. */
  ended(): void {
    const { ear } = this;
    this.ear = undefined;
    this.lose(failure('gateway.upstream-broken', true, "The server's process ended before it answered"));
    ear?.lost();
  }

  private noted(take: () => void): void {
    if (this.meter.takes()) return take();
    if (!this.isOpen) return;
    this.lose(failure('gateway.upstream-broken', true, 'The server wrote far more lines than anybody asked for and was stopped'));
    this.flooded();
  }

  private waitingFor({ kind, id }: UpstreamReply): Waiting | undefined {
    const isNameless = kind === 'error' && (id === null || id === undefined);
    return isNameless ? this.onlyWaiting() : this.waiting.get(id);
  }

  private onlyWaiting(): Waiting | undefined {
    if (this.waiting.size !== 1) return undefined;
    for (const waiting of this.waiting.values()) return waiting;
    return undefined;
  }

  private lose(reason: UpstreamFailure): void {
    this.isOpen = false;
    for (const waiting of this.waiting.values()) waiting.reject(reason);
  }

  private cancel(id: number): void {
    this.say(notificationMessage('notifications/cancelled', `{"requestId":${id},"reason":"The caller is gone or its time is up"}`));
  }
}

/** Clients may send their parameters over several lines; here a line is a message. Between tokens a line break is a space. */
function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, ' ') : text;
}
