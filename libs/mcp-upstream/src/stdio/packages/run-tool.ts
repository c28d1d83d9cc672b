import { spawn } from 'node:child_process';
import { deathSignalHere } from '../fence/death-signal.js';

const OUTPUT_MAX = 4 * 1024 * 1024;
const COMPLAINTS_MAX = 256 * 1024;
/** How what sets the death signal says that there is nothing to start. */
const NOT_FOUND = 127;

/** What a tool said, and whether it was content. */
export interface ToolOutcome {
  readonly ok: boolean;
  readonly output: string;
  readonly complaints: string;
  /** Whether it could be started at all. */
  readonly isThere: boolean;
}

/** Where a tool works, and what it is told of this machine. */
export interface ToolPlace {
  readonly cwd: string;
  readonly timeoutMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** All variables it sees. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs a tool to its end, or to this process's. Never throws. */
export async function runTool(file: string, args: readonly string[], place: ToolPlace): Promise<ToolOutcome> {
  const { cwd, timeoutMs, signal, environment: env } = place;
  const [program = file, ...words] = [...(await deathSignalHere()), file, ...args];
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, signal, killSignal: 'SIGKILL' });
    let [output, complaints] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(0, OUTPUT_MAX)));
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString('utf8')).slice(-COMPLAINTS_MAX)));
    // One that was started and is being ended is waited for: until then it writes.
    child.once('error', () => child.pid === undefined && resolve({ ok: false, output, complaints, isThere: false }));
    child.once('close', (code) => resolve({ ok: code === 0, output, complaints, isThere: code !== NOT_FOUND }));
  });
}
