import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessHost } from '../process-host.js';
import { StartGate } from '../start-gate.js';
import { NpmSource } from './npm-source.js';
import { PackageProblem, type BroughtPackage, type PackageSource, type SourcePlace } from './package-source.js';
import { PACKAGE_REGISTRIES, packageText, readPackageSpec, type PackageRegistry, type PackageSpec } from './package-spec.js';
import { PypiSource } from './pypi-source.js';

const INSTALLS_AT_ONCE = 2;
const MANIFEST = 'mcpnest-package.json';

/** A package in the store: exactly what its integrity says. */
export interface PinnedPackage {
  /** As `npm:name@1.2.3` or `pypi:name==1.2.3`. */
  readonly spec: string;
  readonly integrity: string;
  /** Packages among what comes with it whose install scripts run, such as `npm:name@1.2.3`; sorted. */
  readonly scripts?: readonly string[];
}

/** A package that can run. */
export interface InstalledPackage {
  readonly folder: string;
  /** Absolute path of what is run. */
  readonly file: string;
  /** Arguments before the server's own. */
  readonly args: readonly string[];
  /** Folders that the program has to see. */
  readonly readable: readonly string[];
  /** SHA-256 of the lock that names every file's package with its integrity. */
  readonly lockHash: string;
}

/**
 * Packages on this machine, each version once, in folders named after what they hold. Installing runs nothing of a package but the
 * install scripts that were allowed, behind the fence; from then on nothing is fetched any more.
 */
export class PackageStore {
  private readonly gate = new StartGate(INSTALLS_AT_ONCE);
  private readonly underway = new Map<string, Promise<InstalledPackage>>();
  private readonly stop = new AbortController();
  private readonly sources: Readonly<Record<PackageRegistry, PackageSource>>;

  /**
   * @param environment what the tools see of the machine's variables: where packages come from, and how to get there
   * @param host runs install scripts, behind its fence
   */
  constructor(
    private readonly root: string,
    environment: Readonly<Record<string, string>>,
    host: Pick<ProcessHost, 'start'>,
  ) {
    const place: SourcePlace = { root, environment, signal: this.stop.signal, host };
    this.sources = { npm: new NpmSource(place), pypi: new PypiSource(place) };
  }

  /** The exact newest version of `npm:name` or `pypi:name`, as packages are written. @throws PackageProblem */
  async newest(nameless: string): Promise<string> {
    const [, registry = '', name = ''] = /^(\w+):(.+)$/.exec(nameless) ?? [];
    const wished = specOf(packageText({ registry: registry as PackageRegistry, name, version: '0.0.0' }));
    await this.makeRoot();
    return packageText(specOf(packageText({ ...wished, version: await this.sources[wished.registry].newest(wished.name) })));
  }

  /** What the registry says that an exact version is. @throws PackageProblem */
  async pin(text: string): Promise<string> {
    const spec = specOf(text);
    await this.makeRoot();
    return this.sources[spec.registry].pin(spec);
  }

  /** The package if it is here, else null. */
  async find(pinned: PinnedPackage): Promise<InstalledPackage | null> {
    const folder = this.folderOf(pinned);
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
    const manifest = text === null ? null : (JSON.parse(text) as PinnedPackage & Partial<BroughtPackage> & { entry?: string });
    if (manifest?.integrity !== pinned.integrity || manifest.spec !== pinned.spec) return null;
    // Before there were packages of several kinds, an entry file for Node was all that was written down.
    const { file = process.execPath, args = [`./${manifest.entry}`], needs = [], lockHash = '' } = manifest;
    const placed = (word: string): string => (word.startsWith('./') ? join(folder, word) : word);
    return { folder, file: placed(file), args: args.map(placed), readable: [folder, ...needs], lockHash };
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

  /** What has to be installed on this machine before some packages can be, in sentences. */
  async lacks(): Promise<readonly string[]> {
    // Tools work there, and find nothing before anything was installed otherwise.
    await this.makeRoot();
    const missing = await Promise.all(PACKAGE_REGISTRIES.map((registry) => this.sources[registry].lacks()));
    return missing.filter((sentence) => sentence !== null);
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
      const brought = await this.sources[spec.registry].bring(spec, pinned, workshop);
      await writeFile(join(workshop, MANIFEST), JSON.stringify({ ...pinned, ...brought }));
      const folder = this.folderOf(pinned);
      await rm(folder, { recursive: true, force: true });
      await rename(workshop, folder);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
    return (await this.find(pinned))!;
  }

  private async makeRoot(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o755 });
  }

  private folderOf({ spec, integrity, scripts = [] }: PinnedPackage): string {
    return join(
      this.root,
      createHash('sha256')
        .update([spec, integrity, ...scripts].join('\n'))
        .digest('hex')
        .slice(0, 40),
    );
  }
}

function specOf(text: string): PackageSpec {
  const spec = readPackageSpec(text);
  if (!spec) throw new PackageProblem('Name an exact version, such as npm:@scope/name@1.2.3 or pypi:name==1.2.3.');
  return spec;
}
