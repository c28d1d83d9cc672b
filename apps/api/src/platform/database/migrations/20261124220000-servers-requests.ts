import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * What people ask of the catalogue and what became of it. Secrets given with a request stand in it sealed while it is open, and
 * nowhere after that.
 */
export class ServersRequests20261124220000 implements MigrationInterface {
  readonly name = 'ServersRequests20261124220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE server_requests (
        id text PRIMARY KEY,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('server', 'version', 'exposure')),
        state text NOT NULL CHECK (state IN ('open', 'approved', 'denied', 'withdrawn')),
        server_id text REFERENCES servers (id) ON DELETE SET NULL,
        server_version integer,
        name text NOT NULL,
        slug text,
        description text,
        transport jsonb,
        tool_prefix text,
        secrets jsonb NOT NULL,
        reason text NOT NULL,
        requested_by_id text NOT NULL,
        requested_by_name text NOT NULL,
        assignee_id text,
        assignee_name text,
        comments jsonb NOT NULL,
        decided_by_id text,
        decided_by_name text,
        decided_at timestamptz,
        decision_note text,
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT server_requests_closed_empty CHECK (state = 'open' OR (secrets = '[]'::jsonb AND decided_at IS NOT NULL)),
        CONSTRAINT server_requests_transport CHECK ((kind = 'exposure') = (transport IS NULL))
      );
      CREATE INDEX server_requests_state ON server_requests (state, created_at DESC, id DESC);
      CREATE INDEX server_requests_workspace ON server_requests (workspace_id, created_at DESC, id DESC);
      CREATE INDEX server_requests_requester ON server_requests (requested_by_id, state);
      CREATE INDEX server_requests_server ON server_requests (server_id);
    `);
    await grantApp(queryRunner, 'server_requests', 'SELECT, INSERT, UPDATE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'server_requests');
    await queryRunner.query('DROP TABLE server_requests');
  }
}
