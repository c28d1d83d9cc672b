import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { HttpExchange } from '../http-exchange.js';
import { requestMessage, type RequestMessage } from './request-message.js';
import { ResponseFault } from './response-fault.js';
import type { ResponseHead } from './response-head.js';
import { ResponseReader, type ResponseEar } from './response-reader.js';

/** How long an unused connection is kept where the server does not say for how long it keeps it. */
const KEPT_MS = 4_000;
const KEPT_MS_MAX = 600_000;
/** Earlier than the server: a request that crosses with its farewell is lost. */
const KEPT_MARGIN_MS = 2_000;
/** Smaller ones are copied behind their head, which costs less than a second piece. */
const APART_LENGTH = 16 * 1024;

/** Told what becomes of a connection. */
export interface ConnectionOwner {
  /** It can carry the next exchange. */
  idle(connection: HttpConnection): void;
  gone(connection: HttpConnection): void;
}

/** One connection to a server: carries one exchange at a time (RFC 9112, 9.3), and does not outlive anything that is odd. */
export class HttpConnection implements ResponseEar {
  private exchange: HttpExchange | undefined;
  private readonly reader = new ResponseReader(this);
  private keptMs = KEPT_MS;
  private isPersistent = true;
  private idleSince = 0;
  private isAnswered = false;
  private fault: Error | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly host: string,
    private readonly owner: ConnectionOwner,
  ) {
    socket.on('error', (error) => (this.fault ??= error));
    socket.on('end', () => this.ended());
    socket.on('close', () => this.closed());
  }

  /** Whether the server has let go of it by now, or may have. */
  get isStale(): boolean {
    return !this.socket.writable || performance.now() - this.idleSince > this.keptMs;
  }

  /** Writes the request of an exchange and lets it have the answer. */
  carry(exchange: HttpExchange): void {
    let message: RequestMessage;
    try {
      message = requestMessage(exchange.request, this.host);
    } catch (error) {
      exchange.failFrom(error);
      exchange.leave();
      return this.rest();
    }
    if (!exchange.begin(this)) {
      exchange.leave();
      return this.rest();
    }
    this.exchange = exchange;
    this.isAnswered = false;
    this.reader.begin();
    this.write(message);
  }

  /** Takes bytes that are valid until this returns. */
  received(bytes: Buffer): void {
    try {
      // What nobody asked for belongs to nobody: the connection is not used again.
      if (!this.reader.read(bytes)) this.isPersistent = false;
    } catch (error) {
      return this.break(error as Error);
    }
    if (this.isAnswered) this.finish();
    else if (!this.exchange) this.abort();
  }

  onHead(head: ResponseHead): void {
    this.isPersistent = head.isPersistent;
    if (head.keepAliveMs !== undefined) this.keptMs = Math.min(KEPT_MS_MAX, head.keepAliveMs - KEPT_MARGIN_MS);
    this.exchange?.onHead(head);
  }

  onBody(piece: Buffer, isLast: boolean): void {
    this.exchange?.onBody(piece, isLast);
  }

  onEnd(): void {
    this.isAnswered = true;
  }

  /** Lets go of the connection and whatever it carries. */
  abort(): void {
    this.socket.destroy();
  }

  private write({ head, body, isHeadAscii }: RequestMessage): void {
    const { socket } = this;
    // One encoding for both where that makes no difference to the head.
    if (body.length < APART_LENGTH && isHeadAscii) {
      socket.write(head + body, 'utf8');
      return;
    }
    socket.cork();
    socket.write(head, 'latin1');
    socket.write(body, 'utf8');
    socket.uncork();
  }

  /** Frees itself first: whoever waited for a place finds it free. */
  private finish(): void {
    const { exchange } = this;
    this.exchange = undefined;
    this.isAnswered = false;
    this.rest();
    exchange?.onEnd();
  }

  private rest(): void {
    // An answer that came before its request was written whole leaves the rest of it in the way.
    if (!this.isPersistent || this.keptMs <= 0 || this.socket.destroyed || this.socket.writableLength > 0) return this.abort();
    this.idleSince = performance.now();
    this.owner.idle(this);
  }

  private break(error: Error): void {
    this.fault ??= error;
    this.socket.destroy();
  }

  /** The other side says that nothing follows, which ends an answer without a length. */
  private ended(): void {
    try {
      this.reader.close();
    } catch (error) {
      return this.break(error as Error);
    }
    if (this.isAnswered) this.finish();
    this.abort();
  }

  private closed(): void {
    const { exchange } = this;
    this.exchange = undefined;
    this.owner.gone(this);
    exchange?.onLost(this.fault ?? new ResponseFault('cut-off'));
  }
}
