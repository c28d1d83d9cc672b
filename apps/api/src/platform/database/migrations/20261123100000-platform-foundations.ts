import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** What every room stands on: noted grants, the ledger's counter, settings that operators change at run time. */
export class PlatformFoundations20261123100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE app_grants (object text NOT NULL, privileges text NOT NULL, PRIMARY KEY (object, privileges));
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

      CREATE TABLE ledger_counter (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        number bigint NOT NULL DEFAULT 0
      );
      INSERT INTO ledger_counter DEFAULT VALUES;

      CREATE TABLE settings (
        name text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
    `);
    await grantApp(queryRunner, 'ledger_counter', 'SELECT, UPDATE');
    await grantApp(queryRunner, 'settings', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'settings', 'ledger_counter');
    await queryRunner.query(`
      DROP TABLE settings;
      DROP TABLE ledger_counter;
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
      DROP TABLE app_grants;
    `);
  }
}
