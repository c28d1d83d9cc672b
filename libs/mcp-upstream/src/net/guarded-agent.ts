/** The one door to the network: undici is used here and nowhere else (security bars E1 to E4). */
import type { Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { LIMITS } from '@mcpnest/shared/limits';
import { buildConnector, Pool } from 'undici';
import { readAddress } from './address-rules.js';
import { destinationOf, type Destination, type EgressPolicy } from './egress-policy.js';
import { failure } from './failures.js';
import { allowedAddresses, guardedLookup } from './guarded-lookup.js';
import { HttpExchange, type IncomingResponse, type OutgoingRequest } from './http-exchange.js';
import { OriginGate } from './origin-gate.js';

export interface GuardedAgentOptions {
  /** The policy in force; asked for at every exchange, so a change closes old connections. */
  readonly policy: () => EgressPolicy;
  /** PEM certificates of authorities to trust besides those Node knows. */
  readonly trustedCertificates?: readonly string[];
}

const CONNECTIONS_MAX = 64;
/** How soon open streams feel a change of the policy. */
const POLICY_CHECK_MS = 5_000;
const HEAD_BYTES_MAX = 32 * 1024;

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
  async close(): Promise<void> {
    await Promise.all([...this.origins.values()].map((origin) => origin.destroy()));
  }

  private forget(key: string, origin: GuardedOrigin): void {
    if (this.origins.get(key) === origin) this.origins.delete(key);
  }
}

/** One scheme, host and port, with its pool of connections. */
export class GuardedOrigin {
  /** How many hold this origin. */
  users = 0;
  private pool: Pool | undefined;
  /** Connections of long streams, as many as the gate lets through. */
  private longPool: Pool | undefined;
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
  connect(): Promise<void> {
    const connect = guardedConnector(this.options.policy(), this.destination, this.options.trustedCertificates);
    const { hostname, host, protocol, port } = new URL(this.origin);
    return new Promise((resolve, reject) => {
      connect({ hostname: bare(hostname), host, protocol, port }, (error, socket) => {
        socket?.on('error', () => undefined).destroy();
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** Gives the origin back; with its last user and its last exchange its connections close. */
  release(): void {
    this.users--;
    this.closeWhenUnused();
  }

  async destroy(): Promise<void> {
    this.forget(this);
    const { pool, longPool } = this;
    this.pool = undefined;
    this.longPool = undefined;
    clearInterval(this.policyCheck);
    await Promise.all([pool?.destroy(), longPool?.destroy()]);
  }

  private dispatch(exchange: HttpExchange): void {
    const { method, path, headers, body, isLong } = exchange.request;
    try {
      const pool = isLong ? this.currentLong() : this.current();
      if (typeof body === 'object' && body !== null) pool.dispatch({ method, path, ...body.dispatched(headers) }, exchange);
      else pool.dispatch({ method, path, headers: headers as string[], body }, exchange);
    } catch (error) {
      exchange.failFrom(error);
      exchange.leave();
    }
  }

  /** The pool of the policy in force: a connection opened under another one is not used again. */
  private current(): Pool {
    this.obey(this.options.policy());
    return (this.pool ??= this.open(this.policy!, CONNECTIONS_MAX));
  }

  private currentLong(): Pool {
    this.obey(this.options.policy());
    this.policyCheck ??= setInterval(() => this.obey(this.options.policy()), POLICY_CHECK_MS).unref();
    return (this.longPool ??= this.open(this.policy!, null));
  }

  /** Under a new policy nothing goes on over connections of the old one, but what is about to be answered. */
  private obey(policy: EgressPolicy): void {
    if (this.policy === policy) return;
    this.policy = policy;
    this.closePools();
  }

  private open(policy: EgressPolicy, connections: number | null): Pool {
    return new Pool(this.origin, {
      connect: guardedConnector(policy, this.destination, this.options.trustedCertificates),
      connections,
      pipelining: 1,
      // Each exchange has an absolute deadline of its own; timers of the pool would only repeat it, at a price per call.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: HEAD_BYTES_MAX,
    });
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
    this.pool?.close().catch(() => undefined);
    this.longPool?.destroy().catch(() => undefined);
    this.pool = undefined;
    this.longPool = undefined;
  }
}

/** Dials only addresses the policy allows, and looks again at the one the socket ended up with. */
function guardedConnector(
  policy: EgressPolicy,
  destination: Destination,
  trusted: readonly string[] | undefined,
): buildConnector.connector {
  const dial = buildConnector({
    timeout: LIMITS.connectTimeoutMs,
    lookup: guardedLookup(policy, destination),
    autoSelectFamily: true,
    ...(trusted && { ca: authorities(trusted) }),
  } as buildConnector.BuildOptions);
  const checked = (options: buildConnector.Options, callback: buildConnector.Callback): void => {
    dial(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (isAllowed(socket, policy, destination)) return callback(null, socket);
      socket.on('error', () => undefined).destroy();
      callback(failure('gateway.upstream-denied', false), null);
    });
  };
  if (!readAddress(destination.host)) return checked;
  // Sockets do not look up literal addresses, so these are judged before.
  return (options, callback) => {
    allowedAddresses(policy, destination).then(
      () => checked(options, callback),
      (error: Error) => callback(error, null),
    );
  };
}

function isAllowed(socket: Socket, policy: EgressPolicy, destination: Destination): boolean {
  const address = readAddress(socket.remoteAddress ?? '');
  return address !== undefined && policy.permits(destination, address);
}

function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/** Node replaces its own authorities when it is given some, so both are given. */
function authorities(trusted: readonly string[]): string[] {
  return [...rootCertificates, ...trusted];
}
