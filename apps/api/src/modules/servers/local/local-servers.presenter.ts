import type { LocalServerState } from '@mcpnest/mcp-upstream';
import type { LocalStanding } from './local-control.service.js';
import { scriptsOf, type LocalPackage } from './local-package.js';
import type { LocalFence, LocalPackageView, LocalServer } from './local-servers.dto.js';

export function presentState(state: LocalServerState): LocalServer {
  const { version, status, starts, restarts, crashesInRow, nextStartMs, lastEnd } = state;
  return {
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

export function presentStanding({ enabled, report, lacks }: LocalStanding): LocalFence {
  const { fence, holds, gaps, running, waiting } = report;
  const kept = Object.entries(holds).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return { enabled, fence, holds: kept, gaps: [...gaps], lacks: [...lacks], running, waiting };
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
