import type { UpstreamTarget } from '@mcpnest/gateway-core';
import { failure } from '../net/failures.js';
import { gapsOf, type FenceHolds, type FenceKind } from './fence/fence.js';
import type { LaunchDesk, StartPurpose } from './launch.js';
import { LocalServer, type LastEnd, type RunningProcess } from './local-server.js';
import type { ProcessHost, ProcessUsage } from './process-host.js';
import { StartGate } from './start-gate.js';

/** Bounds of everything that runs at once (security S5). */
export const SUPERVISOR_LIMITS = { processesMax: 200, perWorkspaceMax: 10, startsAtOnce: 3, idleMs: 15 * 60_000 } as const;
export type SupervisorLimits = { readonly [K in keyof typeof SUPERVISOR_LIMITS]: number };

/** Servers that run no more are remembered for their last lines, as many as this. */
const REMEMBERED_MAX = 500;
const STDERR_LINES = 100;

export interface ProcessState extends Partial<ProcessUsage> {
  readonly pid: number;
  readonly purpose: StartPurpose;
  readonly startedAt: number;
  readonly noise: number;
}

/** One server as it stands now; texts are its own and untrusted. */
export interface LocalServerState {
  readonly serverId: string;
  readonly serverSlug: string;
  readonly version: number;
  readonly status: 'stopped' | 'starting' | 'running' | 'failing';
  readonly processes: readonly ProcessState[];
  readonly starts: number;
  readonly restarts: number;
  readonly crashesInRow: number;
  readonly nextStartMs: number;
  readonly lastEnd: LastEnd | null;
  readonly stderr: readonly string[];
}

/** What keeps local servers apart here, and what runs. */
export interface LocalReport {
  readonly fence: FenceKind;
  readonly holds: FenceHolds;
  readonly gaps: readonly string[];
  readonly running: number;
  readonly waiting: number;
}

/** Looks after every local server of this process: starts under control, bounds, states. One for all connectors. */
export class Supervisor {
  readonly limits: SupervisorLimits;
  private readonly servers = new Map<string, LocalServer>();
  private readonly gate: StartGate;
  private workspacesOf: ReadonlyMap<string, readonly string[]> = new Map();
  private isClosed = false;

  constructor(
    private readonly host: ProcessHost,
    private readonly desk: LaunchDesk,
    limits: Partial<SupervisorLimits> = {},
  ) {
    this.limits = { ...SUPERVISOR_LIMITS, ...limits };
    this.gate = new StartGate(this.limits.startsAtOnce);
  }

  /** In which workspaces each target is shown, for their bounds; by target key. */
  learn(workspacesOf: ReadonlyMap<string, readonly string[]>): void {
    this.workspacesOf = workspacesOf;
  }

  serverOf(target: UpstreamTarget): LocalServer {
    const known = this.servers.get(target.key);
    if (known) return known;
    this.forgetOldest();
    const server = new LocalServer(target, { host: this.host, desk: this.desk, admit: (asking, start) => this.admit(asking, start) });
    this.servers.set(target.key, server);
    return server;
  }

  /** Whether a target could be started. @throws UpstreamFailure where not */
  async check(target: UpstreamTarget): Promise<void> {
    await this.desk.launchOf(target);
  }

  async report(): Promise<LocalReport> {
    const fence = await this.host.fence();
    return { fence: fence.kind, holds: fence.holds, gaps: gapsOf(fence), running: this.running, waiting: this.gate.queued };
  }

  /** Keys of the targets that have processes now. */
  activeKeys(): readonly string[] {
    return [...this.servers].flatMap(([key, { processes, starting }]) => (processes.size + starting > 0 ? [key] : []));
  }

  /** The server's targets that are known here, or all: of each version and credential that was used since the start. */
  async states(serverId?: string): Promise<readonly LocalServerState[]> {
    const own = this.own(serverId);
    const usage = await this.host.usage(own.flatMap(({ processes }) => [...processes].map(({ pid }) => pid)));
    return own.map((server) => stateOf(server, usage));
  }

  /** Stops every process of a server. After a `restart` it may be started at once, whatever happened before, and what is kept warm is. */
  async end(serverId: string, by: 'restart' | 'stop'): Promise<void> {
    const own = this.own(serverId);
    await Promise.all(own.map((server) => server.stopAll()));
    if (by === 'stop') return;
    for (const { crashes, crashed } of own) {
      crashes.forgive();
      crashed?.();
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.servers.values()].map((server) => server.stopAll()));
  }

  private get running(): number {
    let count = 0;
    for (const { processes, starting } of this.servers.values()) count += processes.size + starting;
    return count;
  }

  private own(serverId: string | undefined): readonly LocalServer[] {
    return [...this.servers.values()].filter(({ target }) => serverId === undefined || target.serverId === serverId);
  }

  private async admit(server: LocalServer, start: () => Promise<RunningProcess>): Promise<RunningProcess> {
    if (this.isClosed) throw failure('gateway.upstream-unreachable', false, 'The gateway is stopping');
    // This start is counted already.
    if (this.running > this.limits.processesMax)
      throw failure(
        'gateway.upstream-overloaded',
        false,
        `As many local servers run as may (${this.limits.processesMax}); stop one, or wait until one is idle`,
      );
    const full = this.fullWorkspaces(server);
    if (full)
      throw failure(
        'gateway.upstream-overloaded',
        false,
        `A workspace may run ${this.limits.perWorkspaceMax} local servers at once; stop one, or wait until one is idle`,
      );
    return this.gate.through(start, ({ ready }) => ready);
  }

  /** Whether each workspace that shows the server has all the local servers running that it may have. */
  private fullWorkspaces(server: LocalServer): boolean {
    const showing = this.workspacesOf.get(server.target.key) ?? [];
    return showing.length > 0 && showing.every((workspaceId) => this.runningIn(workspaceId) > this.limits.perWorkspaceMax);
  }

  private runningIn(workspaceId: string): number {
    let count = 0;
    for (const [key, { processes, starting }] of this.servers)
      if (processes.size + starting > 0 && this.workspacesOf.get(key)?.includes(workspaceId)) count++;
    return count;
  }

  private forgetOldest(): void {
    if (this.servers.size < REMEMBERED_MAX) return;
    for (const [key, { processes, starting }] of this.servers) if (processes.size + starting === 0) return void this.servers.delete(key);
  }
}

function stateOf(server: LocalServer, usage: ReadonlyMap<number, ProcessUsage>): LocalServerState {
  const { target, crashes, processes, starting } = server;
  const isRunning = processes.size > 0;
  return {
    serverId: target.serverId,
    serverSlug: target.serverSlug,
    version: target.version,
    status: crashes.isLooping && !isRunning ? 'failing' : isRunning ? 'running' : starting > 0 ? 'starting' : 'stopped',
    processes: [...processes].map(({ pid, purpose, startedAt, channel }) => ({
      pid,
      purpose,
      startedAt,
      noise: channel.noise,
      ...usage.get(pid),
    })),
    starts: server.starts,
    restarts: server.restarts,
    crashesInRow: crashes.count,
    nextStartMs: Math.round(crashes.pauseMs),
    lastEnd: server.lastEnd,
    stderr: server.stderr.lines(STDERR_LINES),
  };
}
