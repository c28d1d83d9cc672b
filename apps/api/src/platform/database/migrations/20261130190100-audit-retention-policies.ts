import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Retention that follows the policies of workspaces, and which days it dropped, so that a day that is gone for another reason shows. */
export class AuditRetentionPolicies20261130190100 implements MigrationInterface {
  readonly name = 'AuditRetentionPolicies20261130190100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DAYS);
    await queryRunner.query(DROP);
    await grantApp(queryRunner, 'audit_dropped_days', 'SELECT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'audit_dropped_days');
    await queryRunner.query(FORMER_DROP);
    await queryRunner.query('DROP TABLE audit_dropped_days');
  }
}

const DAYS = `
  CREATE TABLE audit_dropped_days (
    retention_class text NOT NULL,
    day date NOT NULL,
    dropped_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (retention_class, day)
  );
`;

// `before` is the bound of the class standard. The class long ends with the longest policy, the class hold never. A day stays, whatever
// its class, while a workspace that has calls in it is on hold or keeps them longer: a policy covers what was recorded before it.
const DROP = `
  CREATE OR REPLACE FUNCTION drop_call_partitions(before date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
  DECLARE
    class record;
    child record;
    kept boolean;
    dropped integer := 0;
  BEGIN
    -- The database's clock decides what is past; the caller's may be wrong.
    IF before > current_date THEN RAISE EXCEPTION 'before must not be in the future'; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_call_partitions'));
    FOR class IN
      SELECT 'standard' AS name, before AS bound
      UNION ALL SELECT 'long', least(before, current_date - (SELECT coalesce(max(retention_days), 0) FROM audit_policies))
    LOOP
      FOR child IN
        SELECT relname, to_date(right(relname, 8), 'YYYYMMDD') AS day FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = format('mcp_tool_calls_%s', class.name)::regclass AND relname ~ '_[0-9]{8}$'
          AND to_date(right(relname, 8), 'YYYYMMDD') < class.bound
      LOOP
        EXECUTE format(
          'SELECT EXISTS (SELECT FROM audit_policies p WHERE (p.legal_hold OR $1 >= current_date - p.retention_days)
             AND EXISTS (SELECT FROM %I c WHERE c.workspace_id = p.workspace_id))', child.relname) INTO kept USING child.day;
        CONTINUE WHEN kept;
        EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', 'mcp_tool_calls_' || class.name, child.relname);
        EXECUTE format('DROP TABLE %I', child.relname);
        INSERT INTO audit_dropped_days (retention_class, day) VALUES (class.name, child.day) ON CONFLICT DO NOTHING;
        dropped := dropped + 1;
      END LOOP;
      EXECUTE format(
        'WITH gone AS (
           DELETE FROM %I c WHERE created_at < $1::timestamptz AND NOT EXISTS (SELECT FROM audit_policies p
             WHERE p.workspace_id = c.workspace_id AND (p.legal_hold OR c.created_at::date >= current_date - p.retention_days))
           RETURNING created_at::date AS day)
         INSERT INTO audit_dropped_days (retention_class, day) SELECT DISTINCT $2, day FROM gone ON CONFLICT DO NOTHING',
        'mcp_tool_calls_' || class.name || '_default') USING class.bound, class.name;
    END LOOP;
    RETURN dropped;
  END $$;
`;

const FORMER_DROP = `
  CREATE OR REPLACE FUNCTION drop_call_partitions(before date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
  DECLARE
    child record;
    dropped integer := 0;
  BEGIN
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
