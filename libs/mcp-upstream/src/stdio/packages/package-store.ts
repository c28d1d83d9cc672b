import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { StartGate } from '../start-gate.js';
import { reasonOf, runNpm } from './npm-command.js';
import { readPackageSpec, type PackageSpec } from './package-spec.js';

const PIN_MS = 60_000;
const INSTALL_MS = 10 * 60_000;
const INSTALLS_AT_ONCE = 2;
const MANIFEST = 'mcpnest-package.json';
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** A package in the store: exactly what its integrity says. */
export interface PinnedPackage {
  /** As `npm:name@1.2.3`. */
  readonly spec: string;
  readonly integrity: string;
}

/** A package that can run. */
export interface InstalledPackage {
  readonly folder: string;
  /** Absolute path of the program. */
  readonly entry: string;
  /** SHA-256 of the lock that names every file's package with its integrity. */
  readonly lockHash: string;
}

/** Why a package is not there; its message is for operators. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
}

/**
 * Packages on this machine, each version once, in folders named after what they hold. Installing runs nothing of a package; from
 * then on nothing is fetched any more.
 */
export class PackageStore {
  private readonly gate = new StartGate(INSTALLS_AT_ONCE);
  private readonly underway = new Map<string, Promise<InstalledPackage>>();
  private readonly stop = new AbortController();

  /** @param environment what npm sees of the machine's variables: where packages come from, and how to get there */
  constructor(
    private readonly root: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** The exact newest version of a package, as `npm:name@1.2.3`. @throws PackageProblem */
  async newest(name: string): Promise<string> {
    specOf(`npm:${name}@0.0.0`);
    await mkdir(this.root, { recursive: true, mode: 0o755 });
    const { ok, output, complaints } = await this.npm(['view', name, 'version', '--json'], this.root, PIN_MS);
    if (!ok) throw new PackageProblem(reasonOf(complaints));
    return `npm:${name}@${String(readJson(output))}`;
  }

  /** What the registry says that an exact version is. @throws PackageProblem */
  async pin(spec: string): Promise<string> {
    const { name, version } = specOf(spec);
    await mkdir(this.root, { recursive: true, mode: 0o755 });
    const { ok, output, complaints } = await this.npm(['view', `${name}@${version}`, 'dist.integrity', '--json'], this.root, PIN_MS);
    if (!ok) throw new PackageProblem(reasonOf(complaints));
    const integrity = readJson(output);
    if (typeof integrity !== 'string' || !INTEGRITY.test(integrity))
      throw new PackageProblem('The registry has no such version of this package.');
    return integrity;
  }

  /** The package if it is here, else null. */
  async find(pinned: PinnedPackage): Promise<InstalledPackage | null> {
    const folder = this.folderOf(pinned);
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
    const manifest = text === null ? null : (JSON.parse(text) as PinnedPackage & { entry: string; lockHash: string });
    if (manifest?.integrity !== pinned.integrity || manifest.spec !== pinned.spec) return null;
    return { folder, entry: join(folder, manifest.entry), lockHash: manifest.lockHash };
  }

  /** Brings a package here, once for all who ask. @throws PackageProblem */
  async install(pinned: PinnedPackage): Promise<InstalledPackage> {
    const key = this.folderOf(pinned);
    let work = this.underway.get(key);
    if (!work) {
      work = this.gate.through(() => this.bring(pinned)).finally(() => this.underway.delete(key));
      this.underway.set(key, work);
    }
    return work;
  }

  /** Ends what is being installed, and waits for that. Nothing is installed any more. */
  async close(): Promise<void> {
    this.stop.abort();
    await Promise.allSettled(this.underway.values());
  }

  private async bring(pinned: PinnedPackage): Promise<InstalledPackage> {
    const known = await this.find(pinned);
    if (known) return known;
    const spec = specOf(pinned.spec);
    const workshop = join(this.root, `.${randomUUID()}`);
    await mkdir(workshop, { recursive: true, mode: 0o755 });
    try {
      await writeFile(join(workshop, 'package.json'), JSON.stringify({ private: true, dependencies: { [spec.name]: spec.version } }));
      const { ok, complaints } = await this.npm(['install', '--omit=dev', '--prefix', workshop], workshop, INSTALL_MS);
      if (!ok) throw new PackageProblem(reasonOf(complaints));
      const manifest = await inspect(workshop, spec, pinned);
      await writeFile(join(workshop, MANIFEST), JSON.stringify(manifest));
      const folder = this.folderOf(pinned);
      await rm(folder, { recursive: true, force: true });
      await rename(workshop, folder);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
    return (await this.find(pinned))!;
  }

  private npm(args: readonly string[], cwd: string, timeoutMs: number): ReturnType<typeof runNpm> {
    return runNpm(args, { cwd, cache: join(this.root, 'cache'), timeoutMs, signal: this.stop.signal, environment: this.environment });
  }

  private folderOf({ spec, integrity }: PinnedPackage): string {
    return join(this.root, createHash('sha256').update(`${spec}\n${integrity}`).digest('hex').slice(0, 40));
  }
}

async function inspect(workshop: string, spec: PackageSpec, pinned: PinnedPackage): Promise<object> {
  const lockText = await readFile(join(workshop, 'package-lock.json'), 'utf8');
  const lock = JSON.parse(lockText) as { packages?: Record<string, { version?: string; integrity?: string }> };
  const found = lock.packages?.[`node_modules/${spec.name}`];
  if (found?.version !== spec.version || found.integrity !== pinned.integrity)
    throw new PackageProblem('The registry sent something else than was pinned. Nothing of it was run.');
  const entry = await entryOf(workshop, spec);
  return { ...pinned, entry, lockHash: createHash('sha256').update(lockText).digest('hex') };
}

/** The program of a package, relative to the workshop: its only one, or the one of its own name. */
async function entryOf(workshop: string, { name }: PackageSpec): Promise<string> {
  const folder = join(workshop, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> };
  const programs = typeof bin === 'string' ? { [name]: bin } : (bin ?? {});
  const names = Object.keys(programs);
  const chosen = names.length === 1 ? names[0]! : (names.find((one) => one === name.replace(/^@[^/]+\//, '')) ?? '');
  const program = programs[chosen];
  if (program === undefined)
    throw new PackageProblem(
      names.length === 0 ? 'The package has no program to run.' : 'The package has several programs and none of its own name.',
    );
  const root = await realpath(workshop);
  const file = await realpath(join(folder, program)).catch(() => '');
  if (!file.startsWith(root + sep)) throw new PackageProblem("The package's program is missing, or lies outside of the package.");
  return relative(root, file);
}

function specOf(text: string): PackageSpec {
  const spec = readPackageSpec(text);
  if (!spec) throw new PackageProblem('Name an exact version, such as npm:@scope/name@1.2.3.');
  return spec;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
