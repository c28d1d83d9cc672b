import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Workspaces with their limits, and who belongs to them. */
export class WorkspacesWorkspaces20261123110100 implements MigrationInterface {
  readonly name = 'WorkspacesWorkspaces20261123110100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE gateway_workspaces (
        id text PRIMARY KEY,
        slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 40),
        name text NOT NULL,
        rate_per_second integer NOT NULL CHECK (rate_per_second > 0),
        burst integer NOT NULL CHECK (burst > 0),
        concurrency integer NOT NULL CHECK (concurrency > 0),
        tool_name_length_max integer NOT NULL CHECK (tool_name_length_max IN (46, 64, 128)),
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT gateway_workspaces_slug_unique UNIQUE (slug)
      );
      CREATE INDEX gateway_workspaces_created_at ON gateway_workspaces (created_at DESC, id DESC);

      CREATE TABLE workspace_members (
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'developer', 'auditor')),
        created_at timestamptz NOT NULL,
        joined_at timestamptz,
        PRIMARY KEY (workspace_id, user_id)
      );
      CREATE INDEX workspace_members_user ON workspace_members (user_id);
    `);
    await grantApp(queryRunner, 'gateway_workspaces', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'workspace_members', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'gateway_workspaces', 'workspace_members');
    for (const table of ['workspace_members', 'gateway_workspaces']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
