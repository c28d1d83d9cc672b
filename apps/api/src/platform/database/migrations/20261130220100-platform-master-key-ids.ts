import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp } from '../app-grants.js';

const UPDATE = 'UPDATE (wrapped, master_id)';

/** Data keys know which master key wrapped them, so that another one can take its place; the server may wrap them anew and nothing else. */
export class PlatformMasterKeyIds20261130220100 implements MigrationInterface {
  readonly name = 'PlatformMasterKeyIds20261130220100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE vault_keys ADD COLUMN master_id text');
    await grantApp(queryRunner, 'vault_keys', UPDATE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE vault_keys DROP COLUMN master_id');
    await queryRunner.query(`DELETE FROM app_grants WHERE object = 'TABLE vault_keys' AND privileges = $1`, [UPDATE]);
  }
}
