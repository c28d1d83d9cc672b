import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * What workspaces decide about tools beyond their names: parameters that are pinned or hidden, whether new tools of a server
 * are shown, and the sets of tools that tokens can be limited to.
 */
export class ServersCuration20261124230000 implements MigrationInterface {
  readonly name = 'ServersCuration20261124230000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE exposure_tool_settings ADD COLUMN params jsonb CHECK (jsonb_typeof(params) = 'array');

      CREATE TABLE exposure_tool_policies (
        exposure_id text PRIMARY KEY REFERENCES gateway_workspace_servers (id) ON DELETE CASCADE,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        new_tools text NOT NULL CHECK (new_tools IN ('on', 'off'))
      );
      CREATE INDEX exposure_tool_policies_workspace ON exposure_tool_policies (workspace_id);

      CREATE TABLE toolsets (
        id text PRIMARY KEY,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) <= 40),
        tools jsonb NOT NULL CHECK (jsonb_typeof(tools) = 'array'),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT toolsets_name_unique UNIQUE (workspace_id, name)
      );
    `);
    for (const table of ['exposure_tool_policies', 'toolsets']) await grantApp(queryRunner, table, 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'exposure_tool_policies', 'toolsets');
    await queryRunner.query('DROP TABLE exposure_tool_policies, toolsets');
    await queryRunner.query('ALTER TABLE exposure_tool_settings DROP COLUMN params');
  }
}
