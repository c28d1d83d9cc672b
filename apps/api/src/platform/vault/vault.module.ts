import { Global, Module } from '@nestjs/common';
import { DataKeyRewrapping } from './data-key-rewrapping.js';
import { DataKeys } from './data-keys.js';
import { MasterKeyCheck } from './master-key-check.js';
import { MasterKeyController } from './master-key.controller.js';
import { MasterKeyRotation } from './master-key-rotation.js';
import { MasterKeys } from './master-keys.js';
import { Vault } from './vault.js';
import { VaultKeysRepository } from './vault-keys.repository.js';

/** Seals secrets for the database. */
@Global()
@Module({
  controllers: [MasterKeyController],
  providers: [MasterKeys, VaultKeysRepository, DataKeys, MasterKeyCheck, DataKeyRewrapping, MasterKeyRotation, Vault],
  exports: [Vault],
})
export class VaultModule {}
