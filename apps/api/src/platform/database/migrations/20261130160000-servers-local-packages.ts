import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Packages that local servers run: each exact version with what it is, and how far its installation has come. */
export class ServersLocalPackages20261130160000 implements MigrationInterface {
  readonly name = 'ServersLocalPackages20261130160000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE local_packages (
        spec text PRIMARY KEY,
        integrity text NOT NULL,
        state text NOT NULL CONSTRAINT local_packages_state CHECK (state IN ('installing', 'installed', 'failed')),
        problem text,
        lock_hash text,
        asked_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX server_versions_package ON server_versions ((transport ->> 'package'));
    `);
    await grantApp(queryRunner, 'local_packages', 'SELECT, INSERT, UPDATE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'local_packages');
    await queryRunner.query('DROP INDEX server_versions_package; DROP TABLE local_packages');
  }
}
