import { realpathSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { isRoot } from '../fence/accounts.js';
import { runTool, type ToolOutcome } from './run-tool.js';
import type { SourcePlace } from './package-source.js';

const LOOK_MS = 20_000;
const MAKE_MS = 120_000;
const LEAST_PIP = 22.2;

/** A Python of this machine, with the pip that installs for it. */
export interface Python {
  /** Absolute path of the interpreter. */
  readonly file: string;
  /** Where it is installed, with its libraries. */
  readonly prefix: string;
  /** As in its folders' names, `3.11`. */
  readonly version: string;
  /** The interpreter that has pip: the same, or one of our own making. */
  readonly pip: string;
}

export const NO_PYTHON =
  'Install Python 3.9 or later with pip 22.2 or later on the machine of the gateway (Debian: python3 and python3-pip, or pipx): packages of PyPI cannot be had without it.';

const LOOK = `import json, sys
try:
    import pip
    pip = pip.__version__
except ImportError:
    pip = None
print(json.dumps([sys.executable, sys.base_prefix, list(sys.version_info[:2]), pip]))`;

/** The first Python of the search path that can install, or null. One without pip is given one, where it brings its own as pipx needs it. */
export async function findPython(place: SourcePlace): Promise<Python | null> {
  let closed: Python | null = null;
  for (const folder of (place.environment['PATH'] ?? '').split(delimiter)) {
    const found = await look(join(folder, 'python3'), place);
    if (found && isOpen(found.file)) return found;
    closed ??= found;
  }
  return closed;
}

async function look(candidate: string, place: SourcePlace): Promise<Python | null> {
  if (!candidate.startsWith('/') || !(await exists(candidate))) return null;
  const { ok, output } = await run(candidate, ['-I', '-c', LOOK], place, LOOK_MS);
  if (!ok) return null;
  const [file, prefix, [major = 0, minor = 0] = [], pip] = JSON.parse(output) as [string, string, number[], string | null];
  if (major !== 3 || minor < 9) return null;
  const version = `${major}.${minor}`;
  if (pip !== null && parseFloat(pip) >= LEAST_PIP) return { file, prefix, version, pip: file };
  const own = join(place.root, `pip-${version}`);
  const made = (await exists(join(own, 'bin/pip'))) || (await run(file, ['-I', '-m', 'venv', '--clear', own], place, MAKE_MS)).ok;
  return made ? { file, prefix, version, pip: join(own, 'bin/python3') } : null;
}

function run(file: string, args: readonly string[], { root, signal, environment }: SourcePlace, timeoutMs: number): Promise<ToolOutcome> {
  return runTool(file, args, { cwd: root, timeoutMs, signal, environment });
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Whether accounts of servers can reach a file: behind lesser fences they have to go through the folders above it. */
function isOpen(file: string): boolean {
  if (!isRoot()) return true;
  for (let at = realpathSync(file); at !== '/'; at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}
