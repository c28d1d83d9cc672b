import { join } from 'node:path';
import { programsOf } from './search-path.js';
import { runTool, type ToolOutcome } from './run-tool.js';
import type { SourcePlace } from './package-source.js';

const FIND_MS = 20_000;
const BRING_MS = 120_000;

/** The `uv` of the search path, or null. */
export async function findUv({ environment }: SourcePlace): Promise<string | null> {
  for await (const uv of programsOf('uv', environment)) return uv;
  return null;
}

/** A Python that uv manages or finds by another name than `python3`: its interpreter, or null. None is fetched. */
export async function pythonOfUv(uv: string, place: SourcePlace): Promise<string | null> {
  const { ok, output } = await runUv(uv, ['python', 'find', '--system', '--no-project', 'cpython>=3.9'], place, FIND_MS);
  return ok ? output.trim() : null;
}

/** Puts pip into an environment, as a wheel of the machine's index and without running anything of it. */
export function bringPip(uv: string, interpreter: string, place: SourcePlace): Promise<ToolOutcome> {
  return runUv(uv, ['pip', 'install', '--python', interpreter, '--no-deps', '--no-build', 'pip>=22.2'], place, BRING_MS);
}

/** Runs uv to its end, as the machine's own configuration has it. Never throws. */
function runUv(uv: string, args: readonly string[], { root, signal, environment }: SourcePlace, timeoutMs: number): Promise<ToolOutcome> {
  const always = ['--no-python-downloads', '--no-progress', '--color', 'never', '--cache-dir', join(root, 'uv-cache')];
  // From the root of the machine, for uv obeys a project that it finds around or above it.
  return runTool(uv, [...args, ...always], { cwd: '/', timeoutMs, signal, environment: { UV_HTTP_RETRIES: '1', ...environment } });
}

/** The reason in uv's complaints, without addresses: they may hold names of hosts and credentials. */
export function reasonOfUv({ complaints }: ToolOutcome): string {
  const says = (words: RegExp): boolean => words.test(complaints);
  if (says(/\b40[13] (Unauthorized|Forbidden)/)) return 'the index refused the request; look at the uv configuration of this machine.';
  if (says(/network was disabled/)) return 'it is told to stay offline (UV_OFFLINE).';
  if (says(/error sending request|HTTP status server error|timed out|operation timeout/i))
    return 'the index cannot be reached; look at the uv configuration of this machine.';
  if (says(/No solution found/)) return 'the index has no pip 22.2 or later for this Python as a wheel.';
  return complaints === '' ? 'it did not come to an end in time.' : 'it gave up; running uv by hand says more.';
}
