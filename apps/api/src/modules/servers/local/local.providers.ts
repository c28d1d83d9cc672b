import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type FactoryProvider, type OnApplicationShutdown } from '@nestjs/common';
import { LocalHost, PackageStore, Supervisor } from '@mcpnest/mcp-upstream';
import { LocalConfig, StorageConfig } from '../../../config/slices.js';
import { PackagesOnRunners } from '../runners/packages-on-runners.js';
import { RunnerReach } from '../runners/runner-reach.js';
import { Launches } from './launches.service.js';

/** Looks after the programs that run on this machine, for every connector of the process. */
@Injectable()
export class LocalSupervisor extends Supervisor implements OnApplicationShutdown {
  private held: ReadonlySet<string> = new Set();

  constructor(
    private readonly launches: Launches,
    private readonly packages: PackageStore,
    host: LocalHost,
    storage: StorageConfig,
  ) {
    // What trials left when the gateway was killed.
    rmSync(join(storage.dataDir, 'local', 'trials'), { recursive: true, force: true });
    super(host, launches);
  }

  /** What has to be installed on this machine before some packages can be, in sentences. */
  lacks(): Promise<readonly string[]> {
    return this.packages.lacks();
  }

  /** Ends the programs of servers that are frozen, and starts none until they are not. */
  hold(serverIds: ReadonlySet<string>): void {
    const newlyHeld = [...serverIds].filter((id) => !this.held.has(id));
    this.held = serverIds;
    this.launches.hold(serverIds);
    for (const id of newlyHeld) void this.end(id, 'stop');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

export const packageStoreProvider: FactoryProvider<PackageStore> = {
  provide: PackageStore,
  inject: [StorageConfig, LocalConfig, RunnerReach, LocalHost],
  useFactory: (storage: StorageConfig, { registries }: LocalConfig, { fleet }: RunnerReach, host: LocalHost) =>
    fleet ? new PackagesOnRunners(fleet) : new PackageStore(join(storage.dataDir, 'packages'), registries, host),
};

/** One host for servers and install scripts: what is left of an earlier run is removed once. */
export const localHostProvider: FactoryProvider<LocalHost> = {
  provide: LocalHost,
  inject: [StorageConfig, LocalConfig],
  useFactory: ({ dataDir }: StorageConfig, { containers, bounds, groups }: LocalConfig) =>
    new LocalHost({ runner: containers && { ...containers, place: dataDir }, bounds, groups: groups ? dataDir : null }),
};
