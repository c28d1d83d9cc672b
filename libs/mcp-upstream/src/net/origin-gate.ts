import type { HttpExchange } from './http-exchange.js';
import { failure } from './failures.js';

/** Exchanges under way per origin, and waiting for one of these places (security section 4.11). */
const ACTIVE_MAX = 64;
const WAITING_MAX = 128;
/** Streams that may stay open for long: calls that wait for people, and what sessions hear besides. */
const LONG_MAX = 2_048;

/**
 * Lets a bounded number of exchanges through at once; the next ones wait, bounded too, and the rest is refused. Long streams
 * are counted apart, so that calls which wait for people leave room for others, and for the answers of these people.
 */
export class OriginGate {
  private active = 0;
  private long = 0;
  private readonly waiting: HttpExchange[] = [];

  /** `dispatch` starts an exchange; `idle` is told whenever the last one has left. */
  constructor(
    private readonly dispatch: (exchange: HttpExchange) => void,
    private readonly idle: () => void,
  ) {}

  get isIdle(): boolean {
    return this.active === 0 && this.long === 0 && this.waiting.length === 0;
  }

  /** Whether long streams are open. */
  get hasLong(): boolean {
    return this.long > 0;
  }

  enter(exchange: HttpExchange): void {
    if (exchange.settled) return;
    if (exchange.request.isLong) return this.startLong(exchange);
    if (this.active < ACTIVE_MAX) return this.start(exchange);
    if (this.waiting.length >= WAITING_MAX) this.dropSettled();
    if (this.waiting.length >= WAITING_MAX) return exchange.fail(failure('gateway.upstream-overloaded', false));
    this.waiting.push(exchange);
  }

  private start(exchange: HttpExchange): void {
    this.active++;
    exchange.onOver = this.onOver;
    this.dispatch(exchange);
  }

  private startLong(exchange: HttpExchange): void {
    if (this.long >= LONG_MAX) return exchange.fail(failure('gateway.upstream-overloaded', false));
    this.long++;
    exchange.onOver = this.onLongOver;
    this.dispatch(exchange);
  }

  private readonly onLongOver = (): void => {
    this.long--;
    if (this.isIdle) this.idle();
  };

  private readonly onOver = (): void => {
    this.active--;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (!next.settled) return this.start(next);
    }
    if (this.isIdle) this.idle();
  };

  /** Those whose caller gave up or ran out of time while they waited. */
  private dropSettled(): void {
    const alive = this.waiting.filter((exchange) => !exchange.settled);
    this.waiting.splice(0, this.waiting.length, ...alive);
  }
}
