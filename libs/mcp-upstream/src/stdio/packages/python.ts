import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRoot } from '../fence/accounts.js';
import { runTool, type ToolOutcome } from './run-tool.js';
import { PackageProblem, type SourcePlace } from './package-source.js';
import { programsOf } from './search-path.js';
import { bringPip, findUv, pythonOfUv, reasonOfUv } from './uv-command.js';

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

const NO_PYTHON =
  'Install Python 3.9 or later with pip 22.2 or later on the machine of the gateway (Debian: python3 and python3-pip, or pipx; uv does in place of pip): packages of PyPI cannot be had without it.';

const NO_PYTHON_OF_UV =
  'Run `uv python install` as the account of the gateway, with UV_PYTHON_INSTALL_DIR naming a folder that others can read for both: uv stands on this machine, but no Python 3.9 or later, and packages of PyPI cannot be had without it.';

const LOOK = `import json, sys
try:
    import pip
    pip = pip.__version__
except ImportError:
    pip = None
print(json.dumps([sys.executable, sys.base_prefix, list(sys.version_info[:2]), pip]))`;

/** What there is to install with. */
export interface FoundPython {
  readonly python: Python;
  /** The uv that has still to bring its pip; null where that is there. */
  readonly uv: string | null;
}

/** What a Python said of itself. */
interface Interpreter {
  readonly file: string;
  readonly prefix: string;
  readonly version: string;
  readonly hasPip: boolean;
}

/**
 * The first Python of the search path that can install. One without pip is given one: by itself, where it brings its own as pipx needs
 * it, else by uv, which may know of a Python where the search path has none.
 * @throws PackageProblem that says what to install
 */
export async function findPython(place: SourcePlace): Promise<FoundPython> {
  const [bare, closed]: [Interpreter[], Python[]] = [[], []];
  for await (const candidate of programsOf('python3', place.environment)) {
    const interpreter = await look(candidate, place);
    if (!interpreter) continue;
    const python = await withPip(interpreter, place);
    if (python && isOpen(python.file)) return { python, uv: null };
    if (python) closed.push(python);
    else bare.push(interpreter);
  }
  return closed[0] ? { python: closed[0], uv: null } : findByUv(bare, place);
}

/** A Python that uv can bring pip: one of those without, or one that uv knows of. @throws PackageProblem */
async function findByUv(bare: readonly Interpreter[], place: SourcePlace): Promise<FoundPython> {
  const uv = await findUv(place);
  if (uv === null) throw new PackageProblem(NO_PYTHON);
  let chosen = bare.find(({ file }) => isOpen(file));
  if (!chosen) {
    const named = await pythonOfUv(uv, place);
    const found = named === null ? null : await look(named, place);
    const python = found && (await withPip(found, place));
    if (python) return { python, uv: null };
    chosen = found ?? bare[0];
  }
  if (!chosen) throw new PackageProblem(NO_PYTHON_OF_UV);
  return { python: pythonOf(chosen, ownOf(chosen, place).interpreter), uv };
}

/** The Python with its pip, which uv brings where it is not there. The index is asked for it, once. @throws PackageProblem */
export async function readyPython({ python, uv }: FoundPython, place: SourcePlace): Promise<Python> {
  if (uv === null) return python;
  const { folder } = ownOf(python, place);
  const { ok } = await run(python.file, ['-I', '-m', 'venv', '--without-pip', '--clear', folder], place, MAKE_MS);
  const outcome = ok && (await bringPip(uv, python.pip, place));
  if (outcome && outcome.ok) return python;
  const reason = outcome ? reasonOfUv(outcome) : 'Python could make no environment for it.';
  throw new PackageProblem(`Python has no pip on this machine, and uv could not bring it one: ${reason}`);
}

async function look(candidate: string, place: SourcePlace): Promise<Interpreter | null> {
  const { ok, output } = await run(candidate, ['-I', '-c', LOOK], place, LOOK_MS);
  if (!ok) return null;
  const [file, prefix, [major = 0, minor = 0] = [], pip] = JSON.parse(output) as [string, string, number[], string | null];
  if (major !== 3 || minor < 9) return null;
  return { file, prefix, version: `${major}.${minor}`, hasPip: pip !== null && parseFloat(pip) >= LEAST_PIP };
}

async function withPip(found: Interpreter, place: SourcePlace): Promise<Python | null> {
  if (found.hasPip) return pythonOf(found, found.file);
  const own = ownOf(found, place);
  const isMade = async (): Promise<boolean> => (await look(own.interpreter, place))?.hasPip === true;
  if (await isMade()) return pythonOf(found, own.interpreter);
  const { ok } = await run(found.file, ['-I', '-m', 'venv', '--clear', own.folder], place, MAKE_MS);
  return ok && (await isMade()) ? pythonOf(found, own.interpreter) : null;
}

const pythonOf = ({ file, prefix, version }: Interpreter, pip: string): Python => ({ file, prefix, version, pip });

/** Where a Python's own pip is made, below the store of packages. */
const ownOf = ({ version }: Pick<Python, 'version'>, { root }: SourcePlace) => ({
  folder: join(root, `pip-${version}`),
  interpreter: join(root, `pip-${version}`, 'bin/python3'),
});

function run(file: string, args: readonly string[], { root, signal, environment }: SourcePlace, timeoutMs: number): Promise<ToolOutcome> {
  return runTool(file, args, { cwd: root, timeoutMs, signal, environment });
}

/** Whether accounts of servers can reach a file: behind lesser fences they have to go through the folders above it. */
function isOpen(file: string): boolean {
  if (!isRoot()) return true;
  for (let at = realpathSync(file); at !== '/'; at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}
