import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Whether servers in use answer, by the looks at them, and every time that this turned. */
export class ServersLooks20261201120000 implements MigrationInterface {
  readonly name = 'ServersLooks20261201120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE server_looks (
        version_id text PRIMARY KEY REFERENCES server_versions (id) ON DELETE CASCADE,
        is_up boolean NOT NULL,
        since timestamptz NOT NULL,
        streak integer NOT NULL,
        reason text,
        looked_at timestamptz NOT NULL
      );
      CREATE TABLE server_turns (
        id text PRIMARY KEY,
        version_id text NOT NULL REFERENCES server_versions (id) ON DELETE CASCADE,
        is_up boolean NOT NULL,
        reason text,
        before timestamptz NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX server_turns_version ON server_turns (version_id);
      CREATE INDEX server_turns_at ON server_turns (at);
    `);
    await grantApp(queryRunner, 'server_looks', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'server_turns', 'SELECT, INSERT, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'server_looks', 'server_turns');
    await queryRunner.query('DROP TABLE server_turns; DROP TABLE server_looks;');
  }
}
