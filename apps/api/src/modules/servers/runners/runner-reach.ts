import { randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HopKeys, RunnerFleet } from '@mcpnest/mcp-upstream';
import { RunnersConfig, VaultConfig } from '../../../config/slices.js';
import { derivedKey } from '../../../platform/vault/derived-key.js';
import { RunnerRegistry } from './runner-registry.js';

const USE = 'connections between gateways and runners';

/** How processes of an installation reach each other where local servers run on runners. */
@Injectable()
export class RunnerReach implements OnApplicationShutdown {
  /** Known to every process of the installation; those of a former master key are believed while there is one. */
  readonly keys: HopKeys;
  /** Null where this process runs local servers itself. */
  readonly fleet: RunnerFleet | null;

  constructor({ role }: RunnersConfig, { masterKey, formerMasterKey }: VaultConfig, directory: RunnerRegistry) {
    this.keys = new HopKeys(derivedKey(masterKey, USE), formerMasterKey && derivedKey(formerMasterKey, USE));
    const self = `w${randomBytes(9).toString('hex')}`;
    this.fleet = role === 'web' ? new RunnerFleet({ directory, keys: this.keys, self }) : null;
  }

  onApplicationShutdown(): void {
    this.fleet?.close();
  }
}
