import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VaultConfig } from '../../config/slices.js';
import { systemCtx } from '../context/ctx.js';
import { SettingsRepository } from '../database/settings.repository.js';
import { decrypt, encrypt } from './authenticated-cipher.js';

const SETTING = 'vault.master-key-check';
const BINDING = `v1|settings|${SETTING}|installation|value|master`;
const CONTENT = 'MCPNest Gateway';

/** The process may not start: its master key is not the one that sealed this database's secrets. */
export class MasterKeyMismatch extends Error {
  override readonly name = 'MasterKeyMismatch';

  constructor() {
    super(
      'MCPNEST_MASTER_KEY is not the key that sealed the secrets of this database. Start with the key that was used before; without one given, it stands in DATA_DIR beside the data.',
    );
  }
}

/** Compares the master key with the check value of the database before anything is served; the first start writes it. */
@Injectable()
export class MasterKeyCheck implements OnModuleInit {
  constructor(
    private readonly config: VaultConfig,
    private readonly settings: SettingsRepository,
  ) {}

  /** @throws MasterKeyMismatch */
  async onModuleInit(): Promise<void> {
    const ctx = systemCtx('vault');
    if ((await this.settings.read(ctx, SETTING)) === undefined) {
      await this.settings.writeOnce(ctx, SETTING, encrypt(this.config.masterKey, BINDING, Buffer.from(CONTENT)));
    }
    const kept = await this.settings.read(ctx, SETTING);
    if (typeof kept !== 'string' || decrypt(this.config.masterKey, BINDING, kept)?.toString() !== CONTENT) throw new MasterKeyMismatch();
  }
}
