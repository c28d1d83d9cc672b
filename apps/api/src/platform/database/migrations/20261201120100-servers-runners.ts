import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** The runners that share this database. `instance` tells a process from the one before under the same address. */
export class ServersRunners20261201120100 implements MigrationInterface {
  readonly name = 'ServersRunners20261201120100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE runners (
        url text PRIMARY KEY,
        instance text NOT NULL,
        is_leaving boolean NOT NULL DEFAULT false,
        seen_at timestamptz NOT NULL DEFAULT now()
      );`);
    await grantApp(queryRunner, 'runners', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'runners');
    await queryRunner.query('DROP TABLE runners');
  }
}
