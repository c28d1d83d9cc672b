import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';
import { recordChanges } from '../recorded-tables.js';

/** Exports of call records that come by themselves. `exported_until` says up to where rows were taken out. */
export class AuditExportSchedules20261130230400 implements MigrationInterface {
  readonly name = 'AuditExportSchedules20261130230400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE export_schedules (
        id text PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        workspace_id text REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        filters jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object'),
        format text NOT NULL CHECK (format IN ('csv', 'ndjson')),
        every text NOT NULL CHECK (every IN ('hour', 'day')),
        url text,
        sealed text,
        enabled boolean NOT NULL DEFAULT true,
        exported_until timestamptz NOT NULL,
        tried_at timestamptz,
        rows_taken bigint,
        problem text,
        CONSTRAINT export_schedules_name_unique UNIQUE (name),
        CONSTRAINT export_schedules_secret CHECK (sealed IS NULL OR url IS NOT NULL)
      );
      CREATE INDEX export_schedules_workspace ON export_schedules (workspace_id);
    `);
    await grantApp(queryRunner, 'export_schedules', 'SELECT, INSERT, UPDATE, DELETE');
    const shown = ['id', 'name', 'workspace_id', 'filters', 'format', 'every', 'enabled'];
    const ignored = ['exported_until', 'tried_at', 'rows_taken', 'problem'];
    await recordChanges(queryRunner, 'export_schedules', { kind: 'export', shown, ignored });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'export_schedules');
    await queryRunner.query('DROP TABLE export_schedules');
  }
}
