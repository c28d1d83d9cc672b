import {
  UpstreamConnector,
  UpstreamFailure,
  type CancelSignal,
  type UpstreamWatch,
  type UpstreamWatcher,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamList,
  type UpstreamRequest,
  type UpstreamTarget,
} from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { listDemo, sendToDemo } from './builtin/demo.js';
import { startingNow } from './call-time.js';
import type { EgressPolicy } from './net/egress-policy.js';
import { failure } from './net/failures.js';
import { GuardedAgent } from './net/guarded-agent.js';
import { probeUpstream, reachUpstream, type ProbeResult } from './probe/probe.js';
import { HttpUpstream } from './http-upstream.js';
import { LocalUpstream } from './stdio/local-upstream.js';
import type { RunnerFleet } from './runners/runner-fleet.js';
import { probeOnRunner } from './runners/probe-on-runner.js';
import { RunnerUpstream } from './runners/runner-upstream.js';
import type { Supervisor } from './stdio/supervisor.js';
import type { Upstream } from './upstream.js';
import { Wire } from './streamable-http/wire.js';
import { watchInVain, watchNothing } from './watch/still-watch.js';

export interface UpstreamConnectorOptions {
  /** The egress policy in force, asked for at every connection; hand out the same object until it changes. */
  readonly policy: () => EgressPolicy;
  /** What the gateway calls itself towards servers. */
  readonly clientInfo?: { readonly name: string; readonly version: string };
  /** Looks after servers that run on this machine; without it there are none. */
  readonly local?: Supervisor;
  /** The machines where local servers run, where that is not this one. */
  readonly runners?: RunnerFleet;
  /** PEM certificates of authorities to trust besides those Node knows. */
  readonly trustedCertificates?: readonly string[];
}

/** The connector of the product: remote servers over Streamable HTTP and HTTP+SSE, and the built-in demo server. */
export interface McpUpstreamConnector extends UpstreamConnector {
  /** Tries a target from its address to its tools, within 15 s, and lets go of it; stores nothing. Never throws but the signal's reason. */
  probe(target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult>;
  /** The same up to the handshake: whether a target answers, and no more. */
  reach(target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult>;
  /** Starts those local servers among these that are to run while nobody calls them. */
  keepWarm(targets: readonly UpstreamTarget[]): void;
  /** Ends sessions, then drops every connection. */
  close(): Promise<void>;
}

/** Builds the connector. One per process: connections, sessions and remembered eras live in it. */
export function createUpstreamConnector(options: UpstreamConnectorOptions): McpUpstreamConnector {
  return new Connector(options);
}

/** What the connector needs of a server, wherever that is. */
type Reached = Pick<Upstream, 'send' | 'list' | 'watch' | 'retire' | 'close'>;

class Connector extends UpstreamConnector implements McpUpstreamConnector {
  private readonly upstreams = new Map<string, Reached>();
  private readonly agent: GuardedAgent;
  private readonly wire: Wire;
  private readonly local: Supervisor | undefined;
  private readonly runners: RunnerFleet | undefined;
  private isClosed = false;

  constructor(options: UpstreamConnectorOptions) {
    super();
    this.agent = new GuardedAgent(options);
    this.local = options.local;
    this.runners = options.runners;
    this.wire = new Wire(options.clientInfo ?? { name: 'mcpnest-gateway', version: '0.1.0' });
  }

  send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    if (target.transport.type === 'builtin') return sendToDemo(request, signal);
    try {
      return this.upstreamOf(target).send(request, signal);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  async list(target: UpstreamTarget, kind: ListKind, signal: CancelSignal): Promise<UpstreamList> {
    if (signal.aborted) throw signal.reason;
    if (target.transport.type === 'builtin') return listDemo(kind);
    return this.upstreamOf(target).list(kind, startingNow(LIMITS.listDeadlineMs, signal));
  }

  watch(target: UpstreamTarget, uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    if (target.transport.type === 'builtin') return watchNothing(watcher);
    try {
      return this.upstreamOf(target).watch(uris, watcher);
    } catch {
      return watchInVain(watcher);
    }
  }

  keepWarm(targets: readonly UpstreamTarget[]): void {
    for (const target of targets) {
      if (target.transport.type !== 'stdio' || !target.transport.warm || target.missingCredentials.length > 0 || this.isClosed) continue;
      const upstream = this.upstreamOf(target);
      if (upstream instanceof LocalUpstream) upstream.keepWarm();
    }
  }

  release(targetKey: string): void {
    const upstream = this.upstreams.get(targetKey);
    this.upstreams.delete(targetKey);
    upstream?.retire();
  }

  async probe(target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult> {
    const { runners } = this;
    if (!runners || target.transport.type !== 'stdio') return probeUpstream(target, () => this.build(target), signal);
    return probeOnRunner(runners, target, signal);
  }

  async reach(target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult> {
    return reachUpstream(target, () => this.build(target), signal);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const open = [...this.upstreams.values()];
    this.upstreams.clear();
    await Promise.all(open.map((upstream) => upstream.close()));
    await this.agent.close();
  }

  /** @throws UpstreamFailure before anything is sent. */
  private upstreamOf(target: UpstreamTarget): Reached {
    if (target.missingCredentials.length > 0) throw failure('gateway.credential-missing', false);
    const known = this.upstreams.get(target.key);
    if (known) return known;
    if (this.isClosed) throw new UpstreamFailure('gateway.upstream-unreachable', 'The gateway is stopping', false);
    const { runners } = this;
    const upstream = runners && target.transport.type === 'stdio' ? new RunnerUpstream(target, runners) : this.build(target);
    this.upstreams.set(target.key, upstream);
    return upstream;
  }

  private build(target: UpstreamTarget): HttpUpstream | LocalUpstream {
    const { transport } = target;
    if (transport.type === 'builtin') throw failure('gateway.upstream-unsupported', false);
    if (transport.type !== 'stdio') return new HttpUpstream(target, transport, this.agent, this.wire);
    if (!this.local) throw failure('gateway.upstream-denied', false, 'Local servers are switched off in this installation');
    return new LocalUpstream(target, transport, this.local, this.wire);
  }
}
