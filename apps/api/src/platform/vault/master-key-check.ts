import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx, type Ctx } from '../context/ctx.js';
import { SettingsRepository } from '../database/settings.repository.js';
import { MasterKeys } from './master-keys.js';
import { VaultKeysRepository } from './vault-keys.repository.js';

const SETTING = 'vault.master-key-check';
const BINDING = `v1|settings|${SETTING}|installation|value|master`;
const CONTENT = 'MCPNest Gateway';

/** The process may not start: its master key is not the one that sealed this database's secrets. */
export class MasterKeyMismatch extends Error {
  override readonly name = 'MasterKeyMismatch';

  constructor(why: string) {
    super(why);
  }
}

const NOT_THE_KEY =
  'MCPNEST_MASTER_KEY is not the key that sealed the secrets of this database. Start with the key that was used before; without one given, it stands in DATA_DIR beside the data. To change the key, give the new one as MCPNEST_MASTER_KEY and the one before as MCPNEST_FORMER_MASTER_KEY.';
const HALF_WAY =
  'Some secrets of this database are wrapped by another master key than those given: its rotation is not finished. Start with the new key as MCPNEST_MASTER_KEY and the one before as MCPNEST_FORMER_MASTER_KEY, until GET /health says that the former key is not needed.';

/** Compares the master keys with the database before anything is served; the first start writes the check value. */
@Injectable()
export class MasterKeyCheck implements OnModuleInit {
  constructor(
    private readonly masters: MasterKeys,
    private readonly settings: SettingsRepository,
    private readonly keys: VaultKeysRepository,
  ) {}

  /** @throws MasterKeyMismatch */
  async onModuleInit(): Promise<void> {
    const ctx = systemCtx('vault');
    if ((await this.settings.read(ctx, SETTING)) === undefined) await this.settings.writeOnce(ctx, SETTING, this.value());
    const kept = await this.settings.read(ctx, SETTING);
    if (typeof kept !== 'string' || this.masters.open(BINDING, kept)?.plain.toString() !== CONTENT)
      throw new MasterKeyMismatch(NOT_THE_KEY);
    const counts = await this.keys.counts(ctx);
    if (counts.some(({ masterId }) => masterId !== null && !this.masters.has(masterId))) throw new MasterKeyMismatch(HALF_WAY);
  }

  /** From now on the key in force starts alone. */
  async renew(ctx: Ctx): Promise<void> {
    const kept = await this.settings.read(ctx, SETTING);
    const opened = typeof kept === 'string' ? this.masters.open(BINDING, kept) : null;
    if (opened && opened.masterId !== this.masters.id) await this.settings.write(ctx, SETTING, this.value());
  }

  private value(): string {
    return this.masters.seal(BINDING, Buffer.from(CONTENT));
  }
}
