import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { failure } from '../net/failures.js';
import { chooseFence, NOTHING } from './fence/choose-fence.js';
import { containerFence, type ContainerRunner } from './fence/container.js';
import { removeLeftovers, startReaper } from './fence/container-reaper.js';
import type { Fence, FencedCommand } from './fence/fence.js';
import { DEFAULT_BOUNDS, LOCAL_LIMITS, type LocalBounds } from './fence/limits.js';
import { boundFence, type BoundFence } from './groups/bound-fence.js';
import type { ServerGroup } from './groups/server-group.js';
import { givenArgs, type Launch } from './launch.js';
import { LocalProcess } from './local-process.js';
import type { HostedProcess, ProcessEar, ProcessHost, ProcessUsage } from './process-host.js';
import { readUsage } from './usage.js';

const PROBE_MS = 30_000;
const CLEAN_MS = 20_000;
const PROBE_OUTPUT_MAX = 64 * 1024;

/** How local servers run on this machine. */
export interface LocalHostOptions {
  /** Containers, where the installation says so. */
  readonly runner?: ContainerRunner | null;
  /** Bounds of each local server. */
  readonly bounds?: LocalBounds;
  /** What tells the control groups of this installation from those of others on the machine; null leaves control groups alone. */
  readonly groups?: string | null;
}

/** Runs processes on this machine: as containers where the installation says so, else behind the best fence that it offers. */
export class LocalHost implements ProcessHost {
  private readonly runner: ContainerRunner | null;
  private readonly bounds: LocalBounds;
  private readonly groups: string | null;
  private chosen: Promise<BoundFence> | undefined;

  constructor({ runner = null, bounds = DEFAULT_BOUNDS, groups = tmpdir() }: LocalHostOptions = {}) {
    this.runner = runner;
    this.bounds = bounds;
    this.groups = groups;
  }

  async fence(): Promise<Fence> {
    return (await this.bounded()).fence;
  }

  async start(launch: Launch, ear: ProcessEar): Promise<HostedProcess> {
    const { fence, home } = await this.bounded();
    makeHome(launch, fence);
    const fenced = fence.command({ ...launch, args: givenArgs(launch) }, this.bounds);
    const group = (await home?.make(this.bounds).catch(noGroup)) ?? null;
    const child = await spawned(group?.around(fenced) ?? fenced, group);
    stepBack(child.pid!);
    return new LocalProcess(child, ear, (isKilled) => cleanUp(fenced, { isKilled, group }));
  }

  usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>> {
    // The processes of a container are the engine's, not ours.
    return this.runner === null ? readUsage(pids) : Promise.resolve(new Map());
  }

  private bounded(): Promise<BoundFence> {
    const { runner, bounds, groups } = this;
    const choose = async (): Promise<BoundFence> =>
      // Engines make groups of their own.
      runner === null
        ? boundFence(await chooseFence(runToEnd, bounds), groups, bounds, runToEnd)
        : { fence: await inContainers(runner, bounds), home: null };
    return (this.chosen ??= choose());
  }
}

/** A bound that is said to hold is not left out. */
function noGroup(): never {
  const message =
    "The server's control group cannot be made. Start the gateway anew, so that it looks again at what this machine offers, or set LOCAL_GROUPS=off";
  throw failure('gateway.upstream-unreachable', false, message);
}

async function spawned(
  { file, args, environment, cwd }: FencedCommand,
  group: ServerGroup | null,
): Promise<ChildProcessByStdio<Writable, Readable, Readable>> {
  const child = spawn(file, args, { cwd, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'], detached: true, windowsHide: true });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', () => reject(failure('gateway.upstream-unreachable', false, "The server's program cannot be started")));
  }).catch(async (error: unknown) => {
    await group?.end();
    throw error;
  });
  return child;
}

/** Nothing runs outside of containers where they were asked for: what cannot be had is said, not replaced. */
async function inContainers(runner: ContainerRunner, bounds: LocalBounds): Promise<Fence> {
  await removeLeftovers(runner);
  startReaper(runner);
  const makers = [true, false].map((init) => containerFence(runner, { init }));
  const fence = await chooseFence(runToEnd, bounds, makers);
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

interface Left {
  readonly isKilled: boolean;
  readonly group: ServerGroup | null;
}

/** Removes what stays of a process that has ended. */
async function cleanUp({ leftover, environment }: FencedCommand, { isKilled, group }: Left): Promise<void> {
  await group?.end();
  if (!isKilled || !leftover) return;
  const [file = '', ...args] = leftover;
  await new Promise<void>((resolve) => execFile(file, args, { env: { ...environment }, timeout: CLEAN_MS }, () => resolve()));
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
