import { Global, Module } from '@nestjs/common';
import { DataKeys } from './data-keys.js';
import { MasterKeyCheck } from './master-key-check.js';
import { Vault } from './vault.js';
import { VaultKeysRepository } from './vault-keys.repository.js';

/** Seals secrets for the database. */
@Global()
@Module({ providers: [VaultKeysRepository, DataKeys, MasterKeyCheck, Vault], exports: [Vault] })
export class VaultModule {}
