import { createHash } from 'node:crypto';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { NO_NPM, npmCli, reasonOf, runNpm } from './npm-command.js';
import { runInstallScripts } from './install-scripts.js';
import { chosenProgram, PackageProblem, type BroughtPackage, type PackageSource, type Pinned, type SourcePlace } from './package-source.js';
import { readPackageSpec, type PackageSpec } from './package-spec.js';
import type { ToolOutcome } from './run-tool.js';

const PIN_MS = 60_000;
const INSTALL_MS = 10 * 60_000;
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/;
const NO_SUCH_VERSION = 'The registry has no such version of this package.';

/** Packages of npm, by the npm of the machine. */
export class NpmSource implements PackageSource {
  constructor(private readonly place: SourcePlace) {}

  lacks(): Promise<string | null> {
    return Promise.resolve(npmCli(this.place.environment['PATH'] ?? '') === null ? NO_NPM : null);
  }

  async newest(name: string): Promise<string> {
    return String(await this.view(name, 'version'));
  }

  async pin({ name, version }: PackageSpec): Promise<string> {
    const integrity = await this.view(`${name}@${version}`, 'dist.integrity');
    if (typeof integrity !== 'string' || !INTEGRITY.test(integrity)) throw new PackageProblem(NO_SUCH_VERSION);
    return integrity;
  }

  async bring(spec: PackageSpec, { integrity, scripts = [] }: Pinned, folder: string): Promise<BroughtPackage> {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [spec.name]: spec.version } }));
    const outcome = await this.npm(['install', '--omit=dev', '--prefix', folder], folder, INSTALL_MS);
    if (!outcome.ok) throw new PackageProblem(reasonOf(outcome));
    const lockText = await readFile(join(folder, 'package-lock.json'), 'utf8');
    const lock = JSON.parse(lockText) as { packages?: Record<string, { version?: string; integrity?: string }> };
    const found = lock.packages?.[`node_modules/${spec.name}`];
    if (found?.version !== spec.version || found.integrity !== integrity)
      throw new PackageProblem('The registry sent something else than was pinned. Nothing of it was run.');
    if (scripts.length > 0) await runInstallScripts({ packages: namesIn(lock.packages ?? {}, scripts), folder, place: this.place });
    const lockHash = createHash('sha256').update(lockText).digest('hex');
    return { file: process.execPath, args: [`./${await entryOf(folder, spec)}`], needs: [], lockHash };
  }

  private async view(what: string, field: string): Promise<unknown> {
    const outcome = await this.npm(['view', what, field, '--json'], this.place.root, PIN_MS);
    if (!outcome.ok) throw new PackageProblem(reasonOf(outcome));
    try {
      return JSON.parse(outcome.output);
    } catch {
      throw new PackageProblem(NO_SUCH_VERSION);
    }
  }

  private npm(args: readonly string[], cwd: string, timeoutMs: number): Promise<ToolOutcome> {
    const { root, signal, environment } = this.place;
    return runNpm(args, { cwd, cache: join(root, 'cache'), timeoutMs, signal, environment });
  }
}

/** The packages whose scripts run, as npm selects them. @throws PackageProblem for one that did not come with this package */
function namesIn(brought: Readonly<Record<string, { version?: string }>>, scripts: readonly string[]): readonly string[] {
  return scripts.map((text) => {
    const { name, version } = readPackageSpec(text)!;
    const isThere = Object.entries(brought).some(([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version);
    if (!isThere) throw new PackageProblem(`${text} did not come with the package, so its install script cannot be run.`);
    return `${name}@${version}`;
  });
}

/** The program of a package, relative to its folder: its only one, or the one of its own name. */
async function entryOf(folder: string, { name }: PackageSpec): Promise<string> {
  const own = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> };
  const programs = typeof bin === 'string' ? { [name]: bin } : (bin ?? {});
  const program = programs[chosenProgram(Object.keys(programs), name.replace(/^@[^/]+\//, ''))]!;
  const root = await realpath(folder);
  const file = await realpath(join(own, program)).catch(() => '');
  if (!file.startsWith(root + sep)) throw new PackageProblem("The package's program is missing, or lies outside of the package.");
  return relative(root, file);
}
