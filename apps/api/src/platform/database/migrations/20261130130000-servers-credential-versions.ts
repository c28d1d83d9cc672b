import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * Credentials are versioned, may be references, and may be overridden by a workspace and by a person. Overrides and former
 * values stand in tables of their own: a release that knows only `server_credentials` must never lend one of them.
 */
export class ServersCredentialVersions20261130130000 implements MigrationInterface {
  readonly name = 'ServersCredentialVersions20261130130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE server_credentials
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN reference text,
        ADD COLUMN set_by text,
        ADD COLUMN last_success_at timestamptz,
        ADD COLUMN last_failure_at timestamptz,
        ADD COLUMN last_failure_reason text;

      CREATE TABLE credential_overrides (
        id text PRIMARY KEY,
        server_id text NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        user_id text,
        origin text NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        reference text,
        sealed text NOT NULL,
        last4 text CHECK (length(last4) = 4),
        set_by text,
        updated_at timestamptz NOT NULL,
        last_used_at timestamptz,
        last_success_at timestamptz,
        last_failure_at timestamptz,
        last_failure_reason text,
        CONSTRAINT credential_overrides_member_fk FOREIGN KEY (workspace_id, user_id)
          REFERENCES workspace_members (workspace_id, user_id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX credential_overrides_slot_unique
        ON credential_overrides (server_id, workspace_id, coalesce(user_id, ''), origin, lower(name));
      CREATE INDEX credential_overrides_member ON credential_overrides (workspace_id, user_id);

      CREATE TABLE retired_credentials (
        id text PRIMARY KEY,
        server_id text NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        workspace_id text REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        user_id text,
        origin text NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        reference text,
        sealed text,
        last4 text CHECK (length(last4) = 4),
        set_by text,
        set_at timestamptz NOT NULL,
        retired_at timestamptz NOT NULL,
        retired_by text,
        why text NOT NULL CHECK (why IN ('replaced', 'removed')),
        CONSTRAINT retired_credentials_member_fk FOREIGN KEY (workspace_id, user_id)
          REFERENCES workspace_members (workspace_id, user_id) ON DELETE CASCADE
      );
      CREATE INDEX retired_credentials_slot ON retired_credentials (server_id, lower(name), version);
      CREATE INDEX retired_credentials_member ON retired_credentials (workspace_id, user_id);
      CREATE INDEX retired_credentials_kept ON retired_credentials (retired_at) WHERE sealed IS NOT NULL;
    `);
    await grantApp(queryRunner, 'credential_overrides', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'retired_credentials', 'SELECT, INSERT, UPDATE (sealed), DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'credential_overrides', 'retired_credentials');
    await queryRunner.query(`
      DROP TABLE retired_credentials, credential_overrides;
      ALTER TABLE server_credentials
        DROP COLUMN version, DROP COLUMN reference, DROP COLUMN set_by,
        DROP COLUMN last_success_at, DROP COLUMN last_failure_at, DROP COLUMN last_failure_reason;
    `);
  }
}
