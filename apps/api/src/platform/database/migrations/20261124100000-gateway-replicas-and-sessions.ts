import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * The processes that share this database, and the legacy sessions of MCP clients. A session's id is kept as its SHA-256; `home`
 * is the replica that holds what is under way in it, and names no row once that replica has gone.
 */
export class GatewayReplicasAndSessions20261124100000 implements MigrationInterface {
  readonly name = 'GatewayReplicasAndSessions20261124100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE replicas (
        id text PRIMARY KEY,
        url text NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE legacy_sessions (
        id_hash bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
        principal_key text NOT NULL,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        revision text NOT NULL,
        client_name text,
        capabilities jsonb NOT NULL,
        log_level text,
        subscriptions jsonb NOT NULL,
        home text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX legacy_sessions_principal ON legacy_sessions (principal_key, used_at DESC);
      CREATE INDEX legacy_sessions_workspace ON legacy_sessions (workspace_id);
      CREATE INDEX legacy_sessions_used ON legacy_sessions (used_at);
    `);
    await grantApp(queryRunner, 'replicas', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'legacy_sessions', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'replicas', 'legacy_sessions');
    await queryRunner.query('DROP TABLE legacy_sessions, replicas');
  }
}
