import {
  PackageProblem,
  PackageStore,
  startingNow,
  UNSTOPPED,
  type InstalledPackage,
  type PinnedPackage,
  type RunnerFleet,
} from '@mcpnest/mcp-upstream';

/** Nothing is started here, so no host is needed that could. */
const NOWHERE: ConstructorParameters<typeof PackageStore>[2] = {
  start: () => Promise.reject(new PackageProblem('This process runs no programs.')),
};
const LOOK_MS = 3_000;
const PIN_MS = 60_000;
const INSTALL_MS = 10 * 60_000;

/** The packages of runners: each has what it hosts, and a process that hosts nothing has none. */
export class PackagesOnRunners extends PackageStore {
  constructor(private readonly fleet: RunnerFleet) {
    super('', {}, NOWHERE);
  }

  override newest(name: string): Promise<string> {
    return this.fleet.ask(name, 'newest', { name }, startingNow(PIN_MS, UNSTOPPED));
  }

  override pin(spec: string): Promise<string> {
    return this.fleet.ask(spec, 'pin', { spec }, startingNow(PIN_MS, UNSTOPPED));
  }

  /** The package where its runner has it. Where it lies there is nobody else's business. */
  override async find({ spec, scripts = [] }: PinnedPackage): Promise<InstalledPackage | null> {
    const found = await this.fleet.ask<{ lockHash: string } | null>(spec, 'find', { spec, scripts }, startingNow(PIN_MS, UNSTOPPED));
    return found && elsewhere(found.lockHash);
  }

  override async install({ spec, scripts = [] }: PinnedPackage): Promise<InstalledPackage> {
    const time = startingNow(INSTALL_MS, UNSTOPPED);
    const { lockHash } = await this.fleet.ask<{ lockHash: string }>(spec, 'install', { spec, scripts }, time);
    return elsewhere(lockHash);
  }

  /** What any of the runners lacks. */
  override async lacks(): Promise<readonly string[]> {
    const answers = await this.fleet.askAll<readonly string[]>('lacks', {}, startingNow(LOOK_MS, UNSTOPPED));
    return [...new Set(answers.flatMap(({ answer }) => answer ?? []))];
  }

  /** What is being installed goes on where that happens. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const elsewhere = (lockHash: string): InstalledPackage => ({ folder: '', file: '', args: [], readable: [], lockHash });
