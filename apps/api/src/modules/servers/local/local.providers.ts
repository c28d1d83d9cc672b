import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type FactoryProvider, type OnApplicationShutdown } from '@nestjs/common';
import { LocalHost, PackageStore, Supervisor } from '@mcpnest/mcp-upstream';
import { LocalConfig, StorageConfig } from '../../../config/slices.js';
import { Launches } from './launches.service.js';

/** Looks after the programs that run on this machine, for every connector of the process. */
@Injectable()
export class LocalSupervisor extends Supervisor implements OnApplicationShutdown {
  constructor(launches: Launches, storage: StorageConfig) {
    // What trials left when the gateway was killed.
    rmSync(join(storage.dataDir, 'local', 'trials'), { recursive: true, force: true });
    super(new LocalHost(), launches);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

export const packageStoreProvider: FactoryProvider<PackageStore> = {
  provide: PackageStore,
  inject: [StorageConfig, LocalConfig],
  useFactory: (storage: StorageConfig, { npm }: LocalConfig) => new PackageStore(join(storage.dataDir, 'packages'), npm),
};
