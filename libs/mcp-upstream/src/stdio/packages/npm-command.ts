import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const OUTPUT_MAX = 256 * 1024;
/** What npm said, and whether it was content. */
export interface NpmOutcome {
  readonly ok: boolean;
  readonly output: string;
  readonly complaints: string;
}

/** Where npm works, and what it is told of this machine. */
export interface NpmPlace {
  readonly cwd: string;
  readonly cache: string;
  readonly timeoutMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** All variables it sees. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs npm to its end, as the machine's own configuration has it. Never throws. */
export function runNpm(args: readonly string[], { cwd, cache, timeoutMs, signal, environment: env }: NpmPlace): Promise<NpmOutcome> {
  const cli = npmCli(env['PATH'] ?? '');
  if (cli === null) return Promise.resolve({ ok: false, output: '', complaints: 'npm is not installed on this machine' });
  const always = [
    '--cache',
    cache,
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--no-update-notifier',
    '--ignore-scripts',
    '--loglevel',
    'error',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args, ...always], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      signal,
      killSignal: 'SIGKILL',
    });
    let [output, complaints] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(0, OUTPUT_MAX)));
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString('utf8')).slice(-OUTPUT_MAX)));
    // One that was started and is being ended is waited for: until then it writes.
    child.once('error', () => child.pid === undefined && resolve({ ok: false, output, complaints: 'npm cannot be started' }));
    child.once('close', (code) => resolve({ ok: code === 0, output, complaints }));
  });
}

/** The program of npm itself: beside Node, or wherever the search path finds it. */
function npmCli(searchPath: string): string | null {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const onPath = searchPath.split(delimiter).map((folder) => join(folder, 'npm'));
  const found = [beside, ...onPath].find((file) => existsSync(file));
  if (found === undefined) return null;
  const real = realpathSync(found);
  return real.endsWith('.js') ? real : null;
}

/** The reason in npm's complaints, without addresses: they may hold names of hosts and credentials. */
export function reasonOf(complaints: string): string {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(complaints)?.[1];
  if (code === 'E404' || code === 'ETARGET') return 'The registry has no such version of this package.';
  if (code === 'E401' || code === 'E403') return 'The registry refused the request; look at the npm configuration of this machine.';
  if (code === 'EINTEGRITY') return 'What the registry sent is not what it announced.';
  if (code && /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|CERT_\w+|SELF_SIGNED\w+|UNABLE_TO\w+)$/.test(code))
    return 'The registry cannot be reached; look at the npm configuration of this machine.';
  if (code) return `npm gave up with ${code}.`;
  return /^npm (is not|cannot)/.test(complaints) ? `${complaints}.` : 'npm did not come to an end in time.';
}
