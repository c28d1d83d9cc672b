import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';
import { recordChanges } from '../recorded-tables.js';

/** Filters of the call log that somebody keeps by a name: for themselves, or for everybody in the workspace. */
export class AuditCallViews20261130230200 implements MigrationInterface {
  readonly name = 'AuditCallViews20261130230200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE call_views (
        id text PRIMARY KEY,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        user_id text REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        filters jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object'),
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX call_views_name_unique ON call_views (workspace_id, coalesce(user_id, ''), lower(name));
      CREATE INDEX call_views_user ON call_views (user_id);
    `);
    await grantApp(queryRunner, 'call_views', 'SELECT, INSERT, UPDATE, DELETE');
    const shown = ['id', 'workspace_id', 'user_id', 'name', 'filters', 'created_by_name'];
    await recordChanges(queryRunner, 'call_views', { kind: 'view', shown, ignored: ['created_at'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'call_views');
    await queryRunner.query('DROP TABLE call_views');
  }
}
