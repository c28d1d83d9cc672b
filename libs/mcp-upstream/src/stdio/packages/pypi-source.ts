import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.js';
import { chosenProgram, PackageProblem, type BroughtPackage, type PackageSource, type Pinned, type SourcePlace } from './package-source.js';
import type { PackageSpec } from './package-spec.js';
import { reasonOfPip, runPip } from './pip-command.js';
import { withOneIndex } from './index-variables.js';
import { KeptSearch } from './kept-search.js';
import { findPython, readyPython, type Python } from './python.js';

const PIN_MS = 90_000;
const INSTALL_MS = 10 * 60_000;
const ENTRY = 'mcpnest-entry.py';

/** One file that pip would take. */
interface Wheel {
  readonly name: string;
  readonly version: string;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** An item of pip's report (pip, `--report`, version 1). */
interface ReportItem {
  readonly is_direct: boolean;
  readonly download_info: { readonly archive_info?: { readonly hashes?: { readonly sha256?: string } } };
  readonly metadata: { readonly name: string; readonly version: string };
}

/** Packages of PyPI, by the Python and pip of the machine, or the pip that uv brings: wheels alone, each by its hash, in an environment of their own. */
export class PypiSource implements PackageSource {
  private readonly place: SourcePlace;
  private readonly found = new KeptSearch(() => findPython(this.place));
  private readonly ready = new KeptSearch(() => this.makeReady());

  constructor(place: SourcePlace) {
    this.place = { ...place, environment: withOneIndex(place.environment) };
  }

  async lacks(): Promise<string | null> {
    try {
      await this.found.find();
      return null;
    } catch (error) {
      if (error instanceof PackageProblem) return error.message;
      throw error;
    }
  }

  async newest(name: string): Promise<string> {
    return mainOf(await this.resolve(name, ['--no-deps']), name).version;
  }

  async pin({ name, version }: PackageSpec): Promise<string> {
    return integrityOf(mainOf(await this.resolve(`${name}==${version}`, ['--no-deps']), name));
  }

  async bring(spec: PackageSpec, { integrity }: Pinned, folder: string): Promise<BroughtPackage> {
    const wheels = await this.resolve(`${spec.name}==${spec.version}`, []);
    const main = mainOf(wheels, spec.name);
    if (main.version !== spec.version || integrityOf(main) !== integrity)
      throw new PackageProblem('The index sent something else than was pinned. Nothing of it was run.');
    const lock = wheels.map(({ name, version, sha256 }) => `${name}==${version} --hash=sha256:${sha256}\n`).join('');
    await writeFile(join(folder, 'requirements.txt'), lock);
    const python = await this.ready.find();
    const own = join(folder, 'venv');
    await this.make(python, own);
    const library = join(own, 'lib', `python${python.version}`, 'site-packages');
    await this.pip(['install', '--no-deps', '--require-hashes', '--target', library, '-r', join(folder, 'requirements.txt')], INSTALL_MS);
    await writeFile(join(folder, ENTRY), await entryFor(library, spec.name));
    return {
      file: './venv/bin/python3',
      // Nothing of the environment, the folder or the account decides what is loaded; what is written is sent at once.
      args: ['-I', '-u', '-B', `./${ENTRY}`],
      needs: python.prefix.startsWith('/usr') ? [] : [python.prefix],
      lockHash: createHash('sha256').update(lock).digest('hex'),
    };
  }

  /** What pip would take for a requirement, sorted by name. @throws PackageProblem */
  private async resolve(requirement: string, options: readonly string[]): Promise<readonly Wheel[]> {
    const output = await this.pip(
      ['install', '--dry-run', '--ignore-installed', '--report', '-', ...options, requirement],
      options.length > 0 ? PIN_MS : INSTALL_MS,
    );
    const { install } = JSON.parse(output) as { install: readonly ReportItem[] };
    return install
      .map(({ is_direct, download_info, metadata: { name, version } }) => {
        const sha256 = download_info.archive_info?.hashes?.sha256 ?? '';
        if (is_direct || !/^[0-9a-f]{64}$/.test(sha256)) throw new PackageProblem('It depends on something outside of its index.');
        return { name: plainName(name), version, sha256 };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private async pip(args: readonly string[], timeoutMs: number): Promise<string> {
    const { root, signal, environment } = this.place;
    const outcome = await runPip(await this.ready.find(), args, {
      cwd: root,
      cache: join(root, 'pip-cache'),
      timeoutMs,
      signal,
      environment,
    });
    if (!outcome.ok) throw new PackageProblem(reasonOfPip(outcome));
    return outcome.output;
  }

  private async make(python: Python, folder: string): Promise<void> {
    const { signal, environment } = this.place;
    const args = ['-I', '-m', 'venv', '--without-pip', '--symlinks', folder];
    const { ok } = await runTool(python.file, args, { cwd: this.place.root, timeoutMs: PIN_MS, signal, environment });
    if (!ok) throw new PackageProblem('Python could make no environment for the package; on Debian install python3-venv.');
  }

  private async makeReady(): Promise<Python> {
    try {
      return await readyPython(await this.found.find(), this.place);
    } catch (error) {
      this.found.forget();
      throw error;
    }
  }
}

/** As names are compared (packaging.python.org, name normalization), without extras. */
const plainName = (name: string): string =>
  name
    .replace(/\[.*\]$/, '')
    .replaceAll(/[-_.]+/g, '-')
    .toLowerCase();

function mainOf(wheels: readonly Wheel[], name: string): Wheel {
  const found = wheels.find((one) => one.name === plainName(name));
  if (!found) throw new PackageProblem('The index has no such package.');
  return found;
}

const integrityOf = ({ sha256 }: Wheel): string => `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`;

/** The file that runs the package's program as its own launcher would. */
async function entryFor(library: string, name: string): Promise<string> {
  const own = plainName(name);
  const infos = (await readdir(library)).filter((folder) => folder.endsWith('.dist-info'));
  const info = infos.find((folder) => plainName(folder.split('-')[0]!) === own) ?? '';
  const declared = await readFile(join(library, info, 'entry_points.txt'), 'utf8').catch(() => '');
  const section = /^\s*\[console_scripts\]\s*$([^[]*)/m.exec(declared)?.[1] ?? '';
  const programs = new Map(
    [...section.matchAll(/^\s*([\w.-]+)\s*=\s*([\w.]+)\s*:\s*([\w.]+)/gm)].map(([, program, module, call]) => [program!, { module, call }]),
  );
  const chosen = chosenProgram([...programs.keys()], [...programs.keys()].find((one) => plainName(one) === own) ?? own);
  const { module, call } = programs.get(chosen)!;
  return `import functools, importlib, sys
sys.argv[0] = ${JSON.stringify(chosen)}
sys.exit(functools.reduce(getattr, ${JSON.stringify(call)}.split('.'), importlib.import_module(${JSON.stringify(module)}))())
`;
}
