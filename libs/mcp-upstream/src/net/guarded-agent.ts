import { destinationOf, type Destination, type EgressPolicy } from './egress-policy.js';
import { failure } from './failures.js';
import { allowedAddresses } from './guarded-lookup.js';
import { ConnectionPool } from './http1/connection-pool.js';
import { guardedDial, type Dial } from './http1/dial.js';
import { HttpExchange, type IncomingResponse, type OutgoingRequest } from './http-exchange.js';
import { OriginGate } from './origin-gate.js';

export interface GuardedAgentOptions {
  /** The policy in force; asked for at every exchange, so a change closes old connections. */
  readonly policy: () => EgressPolicy;
  /** PEM certificates of authorities to trust besides those Node knows. */
  readonly trustedCertificates?: readonly string[];
}

/** How soon open streams feel a change of the policy. */
const POLICY_CHECK_MS = 5_000;

/** Sends HTTP requests to origins that the policy allows, over connections whose address it has checked. */
export class GuardedAgent {
  private readonly origins = new Map<string, GuardedOrigin>();

  constructor(private readonly options: GuardedAgentOptions) {}

  /**
   * The origin of a URL; every call must be matched by one of its `release()`.
   * @throws UpstreamFailure `gateway.upstream-denied` for a URL that no policy could allow.
   */
  acquire(url: URL): GuardedOrigin {
    const destination = destinationOf(url);
    if (!destination) throw failure('gateway.upstream-denied', false);
    let origin = this.origins.get(url.origin);
    if (!origin) {
      origin = new GuardedOrigin(url.origin, destination, this.options, (unused) => this.forget(url.origin, unused));
      this.origins.set(url.origin, origin);
    }
    origin.users++;
    return origin;
  }

  /** Drops every connection at once; exchanges under way fail. */
  close(): Promise<void> {
    for (const origin of [...this.origins.values()]) origin.destroy();
    return Promise.resolve();
  }

  private forget(key: string, origin: GuardedOrigin): void {
    if (this.origins.get(key) === origin) this.origins.delete(key);
  }
}

/** Whoever only wants to know whether a connection can be had. */
const NOBODY = { idle: () => undefined, gone: () => undefined };

/** One scheme, host and port, with its pool of connections. */
export class GuardedOrigin {
  /** How many hold this origin. */
  users = 0;
  private pool: ConnectionPool | undefined;
  /** Connections of long streams, as many as the gate lets through. */
  private longPool: ConnectionPool | undefined;
  private policyCheck: NodeJS.Timeout | undefined;
  private policy: EgressPolicy | undefined;
  private readonly gate = new OriginGate(
    (exchange) => this.dispatch(exchange),
    () => this.closeWhenUnused(),
  );

  constructor(
    private readonly origin: string,
    private readonly destination: Destination,
    private readonly options: GuardedAgentOptions,
    private readonly forget: (origin: GuardedOrigin) => void,
  ) {}

  /** Sends one request, once. @throws UpstreamFailure, or the abort reason of the request's signal. */
  exchange(request: OutgoingRequest): Promise<IncomingResponse> {
    const exchange = new HttpExchange(request);
    this.gate.enter(exchange);
    return exchange.response;
  }

  /** The addresses the policy allows for this origin. @throws UpstreamFailure or the resolver's error */
  async resolve(): Promise<void> {
    await allowedAddresses(this.options.policy(), this.destination);
  }

  /** Opens a connection, TLS included, and closes it again. @throws UpstreamFailure or the socket's error */
  async connect(): Promise<void> {
    const connection = await this.dialOf(this.options.policy())(NOBODY, new AbortController().signal);
    connection.abort();
  }

  /** Gives the origin back; with its last user and its last exchange its connections close. */
  release(): void {
    this.users--;
    this.closeWhenUnused();
  }

  destroy(): void {
    this.forget(this);
    clearInterval(this.policyCheck);
    this.pool?.destroy();
    this.longPool?.destroy();
    this.pool = undefined;
    this.longPool = undefined;
  }

  private dispatch(exchange: HttpExchange): void {
    try {
      (exchange.request.isLong ? this.currentLong() : this.current()).carry(exchange);
    } catch (error) {
      exchange.failFrom(error);
      exchange.leave();
    }
  }

  /** The pool of the policy in force: a connection opened under another one is not used again. */
  private current(): ConnectionPool {
    this.obey(this.options.policy());
    return (this.pool ??= new ConnectionPool(this.dialOf(this.policy!)));
  }

  private currentLong(): ConnectionPool {
    this.obey(this.options.policy());
    this.policyCheck ??= setInterval(() => this.obey(this.options.policy()), POLICY_CHECK_MS).unref();
    return (this.longPool ??= new ConnectionPool(this.dialOf(this.policy!)));
  }

  /** Under a new policy nothing goes on over connections of the old one, but what is about to be answered. */
  private obey(policy: EgressPolicy): void {
    if (this.policy === policy) return;
    this.policy = policy;
    this.closePools();
  }

  private dialOf(policy: EgressPolicy): Dial {
    const { origin, destination } = this;
    return guardedDial({ origin, destination, policy, trustedCertificates: this.options.trustedCertificates });
  }

  private closeWhenUnused(): void {
    if (!this.gate.hasLong) this.stopChecking();
    if (this.users > 0 || !this.gate.isIdle) return;
    this.forget(this);
    this.closePools();
  }

  private stopChecking(): void {
    clearInterval(this.policyCheck);
    this.policyCheck = undefined;
  }

  /** Calls under way are finished first; a stream without end is cut. */
  private closePools(): void {
    this.pool?.close();
    this.longPool?.destroy();
    this.pool = undefined;
    this.longPool = undefined;
  }
}
