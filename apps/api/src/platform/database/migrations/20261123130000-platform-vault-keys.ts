import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Data keys, wrapped by the master key. Never updated: a new generation is a new row. */
export class PlatformVaultKeys20261123130000 implements MigrationInterface {
  readonly name = 'PlatformVaultKeys20261123130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vault_keys (
        id text PRIMARY KEY,
        owner text NOT NULL CHECK (length(owner) BETWEEN 1 AND 64),
        generation integer NOT NULL CHECK (generation > 0),
        wrapped text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (owner, generation)
      );
    `);
    await grantApp(queryRunner, 'vault_keys', 'SELECT, INSERT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'vault_keys');
    await queryRunner.query('DROP TABLE vault_keys');
  }
}
