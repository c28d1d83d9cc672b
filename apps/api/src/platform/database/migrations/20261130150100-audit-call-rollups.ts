import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * Calls counted by quarters of an hour. Whoever inserts rows leaves a mark for each quarter they fall into, in the same
 * transaction; what is marked is counted in rows until it was rolled up again.
 */
export class AuditCallRollups20261130150100 implements MigrationInterface {
  readonly name = 'AuditCallRollups20261130150100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROLLUPS);
    await queryRunner.query(MARK);
    await queryRunner.query(`
      INSERT INTO call_rollup_marks SELECT DISTINCT date_bin('15 minutes', created_at, timestamptz 'epoch') FROM mcp_tool_calls`);
    await grantApp(queryRunner, 'call_rollups', 'SELECT, INSERT, DELETE');
    await grantApp(queryRunner, 'call_rollup_marks', 'SELECT, INSERT, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'call_rollups', 'call_rollup_marks');
    await queryRunner.query(`
      DROP TRIGGER mcp_tool_calls_mark ON mcp_tool_calls;
      DROP FUNCTION mark_call_rollups();
      DROP TABLE call_rollup_marks;
      DROP TABLE call_rollups;`);
  }
}

const ROLLUPS = `
  CREATE TABLE call_rollups (
    bucket_at timestamptz NOT NULL,
    workspace_id text NOT NULL,
    user_id text,
    server_slug text,
    tool_name text NOT NULL,
    token_id text NOT NULL,
    client_name text,
    protocol_version text,
    outcome text NOT NULL,
    calls integer NOT NULL,
    all_of_it jsonb NOT NULL,
    upstream jsonb NOT NULL,
    gateway jsonb NOT NULL
  );
  CREATE INDEX call_rollups_workspace ON call_rollups (workspace_id, bucket_at);
  CREATE INDEX call_rollups_bucket ON call_rollups (bucket_at);
  CREATE TABLE call_rollup_marks (bucket_at timestamptz NOT NULL);
  CREATE INDEX call_rollup_marks_bucket ON call_rollup_marks (bucket_at);
`;

const MARK = `
  CREATE FUNCTION mark_call_rollups() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO call_rollup_marks SELECT DISTINCT date_bin('15 minutes', created_at, timestamptz 'epoch') FROM added;
    RETURN NULL;
  END $$;
  CREATE TRIGGER mcp_tool_calls_mark AFTER INSERT ON mcp_tool_calls REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION mark_call_rollups();
`;
