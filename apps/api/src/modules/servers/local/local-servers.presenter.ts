import { FENCE_KINDS, type HostedState, type LocalReport } from '@mcpnest/mcp-upstream';
import type { LocalOverview, LocalStanding } from './local-control.service.js';
import { scriptsOf, type LocalPackage } from './local-package.js';
import type { HostedServer, LocalFence, LocalPackageView, LocalRunner, LocalServer } from './local-servers.dto.js';

export function presentState(state: HostedState): LocalServer {
  const { runner, version, status, starts, restarts, crashesInRow, nextStartMs, lastEnd } = state;
  return {
    runner,
    version,
    status,
    processes: state.processes.map(({ pid, purpose, startedAt, memoryBytes = null, cpuMs = null, noise }) => ({
      pid,
      purpose,
      startedAt: new Date(startedAt).toISOString(),
      memoryBytes,
      cpuMs,
      noise,
    })),
    starts,
    restarts,
    crashesInRow,
    nextStartMs,
    lastEnd: lastEnd && { at: new Date(lastEnd.at).toISOString(), code: lastEnd.code, signal: lastEnd.signal },
    stderr: [...state.stderr],
  };
}

/** What holds everywhere, and what does not hold somewhere. */
export function presentFence({ enabled, hosts, lacks }: LocalStanding): Omit<LocalFence, 'isOnRunners' | 'runners'> {
  const reports = hosts.flatMap(({ report }) => report ?? []);
  const weakest = Math.max(-1, ...reports.map(({ fence }) => FENCE_KINDS.indexOf(fence)));
  const kept = reports.map(({ holds }) => Object.entries(holds).flatMap(([name, isHeld]) => (isHeld ? [name] : [])));
  const sum = (part: (report: LocalReport) => number): number => reports.reduce((total, report) => total + part(report), 0);
  return {
    enabled,
    fence: FENCE_KINDS[weakest] ?? 'none',
    holds: (kept[0] ?? []).filter((name) => kept.every((names) => names.includes(name))),
    gaps: [...new Set(reports.flatMap(({ gaps }) => gaps))],
    lacks: [...lacks],
    running: sum(({ running }) => running),
    waiting: sum(({ waiting }) => waiting),
  };
}

export function presentOverview(overview: LocalOverview): LocalFence {
  const runners = overview.hosts.flatMap(({ runner, report }) =>
    runner === null
      ? []
      : [
          presentRunner(
            runner,
            report,
            overview.states.filter((state) => state.runner === runner),
          ),
        ],
  );
  return { ...presentFence(overview), isOnRunners: overview.isOnRunners, runners };
}

function presentRunner(name: string, report: LocalReport | null, states: readonly HostedState[]): LocalRunner {
  return {
    name,
    answers: report !== null,
    fence: report?.fence ?? null,
    gaps: [...(report?.gaps ?? [])],
    running: report?.running ?? 0,
    waiting: report?.waiting ?? 0,
    hosts: presentHosted(states.filter(({ status }) => status !== 'stopped')),
  };
}

/** One entry for each version, whatever the credentials of its processes. */
function presentHosted(states: readonly HostedState[]): HostedServer[] {
  const hosted = new Map<string, HostedServer>();
  for (const { serverSlug: server, version, status, processes } of states) {
    const key = `${server} ${version}`;
    const before = hosted.get(key) ?? { server, version, status, processes: 0, memoryBytes: null };
    const known = processes.flatMap(({ memoryBytes }) => memoryBytes ?? []);
    const memoryBytes = known.reduce<number | null>((total, bytes) => (total ?? 0) + bytes, before.memoryBytes);
    hosted.set(key, { ...before, processes: before.processes + processes.length, memoryBytes });
  }
  return [...hosted.values()];
}

export function presentPackage(row: LocalPackage): LocalPackageView {
  const { spec, integrity, state, problem, lockHash, askedByName } = row;
  return {
    package: spec,
    scripts: [...scriptsOf(row)],
    integrity,
    state,
    problem,
    lockHash,
    askedBy: askedByName,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}
