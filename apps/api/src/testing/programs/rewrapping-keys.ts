import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SettingsRepository } from '../../platform/database/settings.repository.js';
import { Tx } from '../../platform/database/tx.js';
import { ChangeFeed } from '../../platform/events/change-feed.js';
import { DataKeyRewrapping } from '../../platform/vault/data-key-rewrapping.js';
import { MasterKeyCheck } from '../../platform/vault/master-key-check.js';
import { MasterKeys } from '../../platform/vault/master-keys.js';
import { VaultKeysRepository } from '../../platform/vault/vault-keys.repository.js';

/** Names each key once it is wrapped anew. */
class NamingKeys extends VaultKeysRepository {
  override async rewrap(...change: Parameters<VaultKeysRepository['rewrap']>): Promise<void> {
    await super.rewrap(...change);
    process.stdout.write(`${change[1].id}\n`);
  }
}

/** Wraps data keys anew until it is done or killed. Arguments: database, new and former master key in base64. */
async function rewrap(url: string, masterKey: Buffer, formerMasterKey: Buffer): Promise<void> {
  // The output is for the ids alone.
  Logger.overrideLogger(false);
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  const tx = new Tx(dataSource, new ChangeFeed());
  const masters = new MasterKeys({ masterKey, formerMasterKey });
  const keys = new NamingKeys(tx);
  await new DataKeyRewrapping(masters, keys, new MasterKeyCheck(masters, new SettingsRepository(tx), keys)).round(
    new AbortController().signal,
  );
  await dataSource.destroy();
}

const [, , url = '', newKey = '', formerKey = ''] = process.argv;
void rewrap(url, Buffer.from(newKey, 'base64'), Buffer.from(formerKey, 'base64'));
