import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** The kill switch: what is frozen, where, by whom and why. A freeze of everywhere belongs to no workspace. */
export class ServersFreezes20261130120100 implements MigrationInterface {
  readonly name = 'ServersFreezes20261130120100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE freezes (
        id text PRIMARY KEY,
        workspace_id text REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('workspace', 'server', 'tool', 'member', 'token')),
        subject text NOT NULL,
        subject_name text NOT NULL,
        reason text NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX freezes_subject_unique ON freezes (COALESCE(workspace_id, ''), kind, subject);
      CREATE INDEX freezes_workspace ON freezes (workspace_id);
    `);
    await grantApp(queryRunner, 'freezes', 'SELECT, INSERT, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'freezes');
    await queryRunner.query('DROP TABLE freezes');
  }
}
