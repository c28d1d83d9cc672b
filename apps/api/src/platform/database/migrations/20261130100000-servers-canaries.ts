import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Canaries: another version of an exposure's server that some clients are served before the others, one for each exposure. */
export class ServersCanaries20261130100000 implements MigrationInterface {
  readonly name = 'ServersCanaries20261130100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE exposure_canaries (
        id text PRIMARY KEY,
        exposure_id text NOT NULL REFERENCES gateway_workspace_servers (id) ON DELETE CASCADE,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        server_id text NOT NULL REFERENCES servers (id),
        server_version integer NOT NULL,
        token_ids text[] NOT NULL,
        share_percent integer NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
        started_at timestamptz NOT NULL,
        started_by_name text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT exposure_canaries_exposure_unique UNIQUE (exposure_id),
        CONSTRAINT exposure_canaries_version FOREIGN KEY (server_id, server_version) REFERENCES server_versions (server_id, number),
        CONSTRAINT exposure_canaries_somebody CHECK (share_percent > 0 OR cardinality(token_ids) > 0)
      );
      CREATE INDEX exposure_canaries_workspace ON exposure_canaries (workspace_id);
      CREATE INDEX exposure_canaries_version ON exposure_canaries (server_id, server_version);
    `);
    await grantApp(queryRunner, 'exposure_canaries', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'exposure_canaries');
    await queryRunner.query('DROP TABLE exposure_canaries');
  }
}
