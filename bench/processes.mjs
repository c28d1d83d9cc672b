// Starting, pinning, accounting and ending of the processes of a benchmark. Linux only where it reads /proc.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const started = new Set();
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** What this machine offers. With one core nothing is pinned. */
export const machine = {
  canPin: has('taskset') && cpus().length > 1,
  hasNginx: has('nginx'),
  hasWrk: has('wrk'),
};
/** The program under test has one core for itself; load and upstream share another. */
export const CORE = { underTest: 0, others: 1 };

const pinned = (core, command) => (machine.canPin && core !== null ? ['taskset', '-c', String(core), ...command] : command);

/** Starts a program on a core; everything started is ended by `endAll`. */
export function start(core, command, options = {}) {
  const [program, ...args] = pinned(core, command);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** Waits for a line on standard output. @throws when the program ends first, or after 120 s */
export function lineOf(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`no line ${pattern} within 120 s; so far: ${text}`)), 120_000);
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const match = text.match(pattern);
      if (!match) return;
      clearTimeout(timer);
      resolve(match);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });
}

export function childrenOf(pid) {
  const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return own.flatMap((child) => [child, ...childrenOf(child)]);
}

/** Moves a running process to a core. */
export const moveTo = (core, pid) => (machine.canPin ? spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]) : undefined);

const TICKS_PER_SECOND = 100;

/** Processor time a process has used so far, in microseconds; its resolution is 10 ms. */
export function cpuMicros(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}

/** Resident memory of a process, in MB. */
export const residentMb = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)[1]) / 1024;

/** Ends what was started, politely first. */
export async function endAll() {
  const ending = [...started].map((child) => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 40_000);
    return gone.finally(() => clearTimeout(timer));
  });
  await Promise.all(ending);
}
