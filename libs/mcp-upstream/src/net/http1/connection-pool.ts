import { setMaxListeners } from 'node:events';
import type { HttpExchange } from '../http-exchange.js';
import type { Dial } from './dial.js';
import { type HttpConnection, type ConnectionOwner } from './http-connection.js';

const SWEEP_EVERY_MS = 1_000;
const CLOSED = new Error('the connections of this server were closed');

/** The connections to one origin. Whoever hands it exchanges bounds how many are under way. */
export class ConnectionPool implements ConnectionOwner {
  private readonly connections = new Set<HttpConnection>();
  /** The one that was used last is used next, so that those that are too many grow old. */
  private readonly unused: HttpConnection[] = [];
  private readonly waiting: HttpExchange[] = [];
  private readonly leaving = new AbortController();
  private sweeping: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(private readonly dial: Dial) {
    // One for every connection that is being opened.
    setMaxListeners(0, this.leaving.signal);
  }

  /**
   * Sends an exchange over a connection that is free, or over a new one; when the event loop has come around, so that a farewell,
   * or bytes that nobody asked for, are heard before anything is written to a connection that they make unfit.
   */
  carry(exchange: HttpExchange): void {
    if (this.waiting.push(exchange) === 1) setImmediate(this.carryWaiting);
  }

  idle(connection: HttpConnection): void {
    if (this.isClosing) return connection.abort();
    this.unused.push(connection);
    this.sweeping ??= setInterval(() => this.sweep(), SWEEP_EVERY_MS).unref();
  }

  gone(connection: HttpConnection): void {
    this.connections.delete(connection);
    const at = this.unused.indexOf(connection);
    if (at !== -1) this.unused.splice(at, 1);
  }

  /** What is under way ends first. */
  close(): void {
    this.isClosing = true;
    clearInterval(this.sweeping);
    for (const connection of this.unused.splice(0)) connection.abort();
  }

  /** What is under way fails. */
  destroy(): void {
    this.close();
    this.leaving.abort(CLOSED);
    for (const connection of this.connections) connection.abort();
  }

  private readonly carryWaiting = (): void => {
    for (const exchange of this.waiting.splice(0)) {
      const free = this.takeUnused();
      if (free) free.carry(exchange);
      else this.carryOnNew(exchange);
    }
  };

  private takeUnused(): HttpConnection | undefined {
    for (let free = this.unused.pop(); free; free = this.unused.pop()) {
      if (!free.isStale) return free;
      free.abort();
    }
    return undefined;
  }

  private carryOnNew(exchange: HttpExchange): void {
    const { signal } = this.leaving;
    this.dial(this, signal).then(
      (connection) => {
        this.connections.add(connection);
        if (!signal.aborted) return connection.carry(exchange);
        connection.abort();
        refuse(exchange, CLOSED);
      },
      (error: unknown) => refuse(exchange, error),
    );
  }

  private sweep(): void {
    for (const connection of [...this.unused]) if (connection.isStale) connection.abort();
    if (this.unused.length > 0) return;
    clearInterval(this.sweeping);
    this.sweeping = undefined;
  }
}

function refuse(exchange: HttpExchange, error: unknown): void {
  exchange.failFrom(error);
  exchange.leave();
}
