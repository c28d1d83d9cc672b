import { execFile, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { failure } from '../net/failures.js';
import { chooseFence, NOTHING } from './fence/choose-fence.js';
import { containerFence, type ContainerRunner } from './fence/container.js';
import { removeLeftovers, startReaper } from './fence/container-reaper.js';
import type { Fence, FencedCommand } from './fence/fence.js';
import { LOCAL_LIMITS } from './fence/limits.js';
import { givenArgs, type Launch } from './launch.js';
import { LocalProcess } from './local-process.js';
import type { HostedProcess, ProcessEar, ProcessHost, ProcessUsage } from './process-host.js';
import { readUsage } from './usage.js';

const PROBE_MS = 30_000;
const CLEAN_MS = 20_000;
const PROBE_OUTPUT_MAX = 64 * 1024;

/** Runs processes on this machine: as containers where the installation says so, else behind the best fence that it offers. */
export class LocalHost implements ProcessHost {
  private chosen: Promise<Fence> | undefined;

  constructor(private readonly runner: ContainerRunner | null = null) {}

  fence(): Promise<Fence> {
    return (this.chosen ??= this.runner === null ? chooseFence(runToEnd) : inContainers(this.runner));
  }

  async start(launch: Launch, ear: ProcessEar): Promise<HostedProcess> {
    const fence = await this.fence();
    makeHome(launch, fence);
    const { file, args, environment, cwd, leftover } = fence.command({ ...launch, args: givenArgs(launch) });
    const child = spawn(file, args, { cwd, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'], detached: true, windowsHide: true });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', () => reject(failure('gateway.upstream-unreachable', false, "The server's program cannot be started")));
    });
    stepBack(child.pid!);
    return new LocalProcess(child, ear, () => (leftover ? cleanUp(leftover, environment) : Promise.resolve()));
  }

  usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>> {
    // The processes of a container are the engine's, not ours.
    return this.runner === null ? readUsage(pids) : Promise.resolve(new Map());
  }
}

/** Nothing runs outside of containers where they were asked for: what cannot be had is said, not replaced. */
async function inContainers(runner: ContainerRunner): Promise<Fence> {
  await removeLeftovers(runner);
  startReaper(runner);
  const makers = [true, false].map((init) => containerFence(runner, { init }));
  const fence = await chooseFence(runToEnd, makers);
  if (fence.kind === 'container') return fence;
  const command = (): never => {
    throw failure(
      'gateway.upstream-denied',
      false,
      `LOCAL_RUNNER=${runner.engine}, but no container can be run here: look whether ${runner.engine} works and has the image ${runner.image}`,
    );
  };
  return { kind: 'container', holds: NOTHING, ownerOf: () => null, command };
}

function cleanUp([file = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve) => execFile(file, args, { env: { ...env }, timeout: CLEAN_MS }, () => resolve()));
}

/** The server's own folder, which nobody else may enter. */
function makeHome(launch: Launch, fence: Fence): void {
  mkdirSync(launch.home, { recursive: true, mode: 0o700 });
  chmodSync(launch.home, 0o700);
  const owner = fence.ownerOf(launch);
  if (owner !== null) chownSync(launch.home, owner, owner);
}

/** Calls of others come first. Some systems refuse; then they do not. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, Math.min(LOCAL_LIMITS.niceness, constants.priority.PRIORITY_LOW));
  } catch {
    // It runs like everything else.
  }
}

function runToEnd({ file, args, environment, cwd }: FencedCommand): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PROBE_MS,
      killSignal: 'SIGKILL',
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (printed.length < PROBE_OUTPUT_MAX) printed += chunk.toString('utf8');
    });
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? printed : null));
  });
}
