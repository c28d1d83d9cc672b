import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp, grantAppFunction } from '../app-grants.js';

/**
 * Administrative facts, append-only, one partition a month. Partitions are made two years ahead, because a change whose row
 * cannot be written is refused.
 */
export class AuditLedger20261123130100 implements MigrationInterface {
  readonly name = 'AuditLedger20261123130100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger (
        number bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'api-key', 'system')),
        actor_id text,
        actor_name text NOT NULL,
        event text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        subject_name text NOT NULL,
        workspace_id text,
        request_id text NOT NULL,
        facts jsonb NOT NULL,
        PRIMARY KEY (number, created_at)
      ) PARTITION BY RANGE (created_at);
      CREATE INDEX ledger_workspace ON ledger (workspace_id, number DESC);

      CREATE FUNCTION ensure_ledger_partitions(months integer) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
      DECLARE
        first date;
        name text;
      BEGIN
        IF months NOT BETWEEN 0 AND 60 THEN RAISE EXCEPTION 'months must be 0 to 60'; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('ensure_ledger_partitions'));
        FOR step IN 0..months LOOP
          first := (date_trunc('month', now()) + make_interval(months => step))::date;
          name := 'ledger_' || to_char(first, 'YYYYMM');
          CONTINUE WHEN to_regclass(quote_ident(name)) IS NOT NULL;
          EXECUTE format('CREATE TABLE %I PARTITION OF ledger FOR VALUES FROM (%L) TO (%L)', name, first::timestamptz, (first + interval '1 month')::timestamptz);
        END LOOP;
      END $$;
      SELECT ensure_ledger_partitions(24);
    `);
    await grantApp(queryRunner, 'ledger', 'SELECT, INSERT');
    await grantAppFunction(queryRunner, 'ensure_ledger_partitions(integer)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'ledger', 'ensure_ledger_partitions(integer)');
    await queryRunner.query('DROP FUNCTION ensure_ledger_partitions(integer); DROP TABLE ledger;');
  }
}
