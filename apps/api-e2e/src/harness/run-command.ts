import { spawn } from 'node:child_process';

/** What a command said and how it ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, for at most `withinMs`. */
export function runCommand(
  file: string,
  args: readonly string[],
  { env = {}, withinMs = 30_000 }: { readonly env?: Readonly<Record<string, string>>; readonly withinMs?: number } = {},
): Promise<CommandResult> {
  const child = spawn(file, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: withinMs,
    killSignal: 'SIGKILL',
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')));
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code, ...said })));
}
