import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp, grantAppFunction } from '../app-grants.js';

/**
 * One row per tool call, metadata only, append-only. Partitioned by retention class, then by UTC day; a default partition
 * takes rows of days that nobody foresaw (a clock that was wrong), so that none is lost. The server's role needs no DDL:
 * two functions of the owner make and drop days.
 */
export class AuditCalls20261123130200 implements MigrationInterface {
  readonly name = 'AuditCalls20261123130200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CALLS);
    await queryRunner.query(ENSURE);
    await queryRunner.query(DROP);
    await queryRunner.query('SELECT ensure_call_partitions(7)');
    await grantApp(queryRunner, 'mcp_tool_calls', 'SELECT, INSERT');
    await grantAppFunction(queryRunner, 'ensure_call_partitions(integer)');
    await grantAppFunction(queryRunner, 'drop_call_partitions(date)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'mcp_tool_calls', 'ensure_call_partitions(integer)', 'drop_call_partitions(date)');
    await queryRunner.query(
      'DROP FUNCTION drop_call_partitions(date); DROP FUNCTION ensure_call_partitions(integer); DROP TABLE mcp_tool_calls;',
    );
  }
}

const CALLS = `
  CREATE TABLE mcp_tool_calls (
    call_id text NOT NULL,
    created_at timestamptz NOT NULL,
    retention_class text NOT NULL DEFAULT 'standard' CHECK (retention_class IN ('standard', 'long', 'hold')),
    workspace_id text NOT NULL,
    token_id text NOT NULL,
    token_name text NOT NULL,
    user_id text,
    server_slug text,
    server_version integer,
    tool_name text NOT NULL,
    published_name text NOT NULL,
    definition_hash text,
    status smallint NOT NULL,
    outcome text NOT NULL,
    reason text,
    latency_ms double precision NOT NULL,
    request_bytes integer NOT NULL,
    response_bytes integer,
    client_name text,
    protocol_version text,
    sequence bigint,
    hash bytea,
    PRIMARY KEY (retention_class, created_at, call_id)
  ) PARTITION BY LIST (retention_class);
  CREATE INDEX mcp_tool_calls_page ON mcp_tool_calls (workspace_id, created_at DESC, call_id DESC);

  CREATE TABLE mcp_tool_calls_standard PARTITION OF mcp_tool_calls FOR VALUES IN ('standard') PARTITION BY RANGE (created_at);
  CREATE TABLE mcp_tool_calls_long PARTITION OF mcp_tool_calls FOR VALUES IN ('long') PARTITION BY RANGE (created_at);
  CREATE TABLE mcp_tool_calls_hold PARTITION OF mcp_tool_calls FOR VALUES IN ('hold') PARTITION BY RANGE (created_at);
  CREATE TABLE mcp_tool_calls_standard_default PARTITION OF mcp_tool_calls_standard DEFAULT;
  CREATE TABLE mcp_tool_calls_long_default PARTITION OF mcp_tool_calls_long DEFAULT;
  CREATE TABLE mcp_tool_calls_hold_default PARTITION OF mcp_tool_calls_hold DEFAULT;
`;

const ENSURE = `
  CREATE FUNCTION ensure_call_partitions(days integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
  DECLARE
    class text;
    first date;
    name text;
    parent text;
  BEGIN
    IF days NOT BETWEEN 0 AND 60 THEN RAISE EXCEPTION 'days must be 0 to 60'; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_call_partitions'));
    FOREACH class IN ARRAY ARRAY['standard', 'long', 'hold'] LOOP
      parent := 'mcp_tool_calls_' || class;
      FOR step IN -1..days LOOP
        first := current_date + step;
        name := parent || '_' || to_char(first, 'YYYYMMDD');
        CONTINUE WHEN to_regclass(quote_ident(name)) IS NOT NULL;
        -- Attached rather than made in place: this takes no lock that inserts would wait for.
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
        EXECUTE format('WITH moved AS (DELETE FROM %I WHERE created_at >= %L AND created_at < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
          parent || '_default', first::timestamptz, (first + 1)::timestamptz, name);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, first::timestamptz, (first + 1)::timestamptz);
      END LOOP;
    END LOOP;
  END $$;
`;

const DROP = `
  CREATE FUNCTION drop_call_partitions(before date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
  DECLARE
    child record;
    dropped integer := 0;
  BEGIN
    -- The database's clock decides what is past; the caller's may be wrong.
    IF before > current_date THEN RAISE EXCEPTION 'before must not be in the future'; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_call_partitions'));
    FOR child IN
      SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
      WHERE inhparent = 'mcp_tool_calls_standard'::regclass AND relname ~ '_[0-9]{8}$' AND to_date(right(relname, 8), 'YYYYMMDD') < before
    LOOP
      EXECUTE format('ALTER TABLE mcp_tool_calls_standard DETACH PARTITION %I', child.relname);
      EXECUTE format('DROP TABLE %I', child.relname);
      dropped := dropped + 1;
    END LOOP;
    DELETE FROM mcp_tool_calls_standard_default WHERE created_at < before::timestamptz;
    RETURN dropped;
  END $$;
`;
