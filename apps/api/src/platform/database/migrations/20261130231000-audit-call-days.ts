import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantAppFunction } from '../app-grants.js';

const FUNCTIONS = ['past_call_days(date)', 'drop_call_day(text, date, date)', 'drop_stray_calls(date)'];

/**
 * Days of call records go one by one, each in a transaction of its own: emptied first, which locks nothing but the day, and removed once
 * nobody is in the way, without queueing for a lock that inserts would queue behind. `drop_call_partitions` stays for servers of before.
 */
export class AuditCallDays20261130231000 implements MigrationInterface {
  readonly name = 'AuditCallDays20261130231000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [BOUND, KEPT, PAST, DROP_DAY, DROP_STRAYS]) await queryRunner.query(statement);
    for (const signature of FUNCTIONS) await grantAppFunction(queryRunner, signature);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, ...FUNCTIONS);
    for (const signature of [...FUNCTIONS, 'call_day_is_kept(text, date)', 'call_day_bound(text, date)'])
      await queryRunner.query(`DROP FUNCTION ${signature}`);
  }
}

const SETTINGS = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC'`;

// Of the class long, whatever the caller says, the longest policy. The database's clock decides what is past; the caller's may be wrong.
const BOUND = `
  CREATE FUNCTION call_day_bound(class text, before date) RETURNS date ${SETTINGS} AS $$
  BEGIN
    IF before > current_date THEN RAISE EXCEPTION 'before must not be in the future'; END IF;
    IF class = 'standard' THEN RETURN before; END IF;
    IF class = 'long' THEN RETURN least(before, current_date - (SELECT coalesce(max(retention_days), 0) FROM audit_policies)); END IF;
    RAISE EXCEPTION 'days of the class % are never dropped', class;
  END $$;
`;

const KEPT = `
  CREATE FUNCTION call_day_is_kept(partition text, day date) RETURNS boolean ${SETTINGS} AS $$
  DECLARE
    kept boolean;
  BEGIN
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM audit_policies p WHERE (p.legal_hold OR $1 >= current_date - p.retention_days)
         AND EXISTS (SELECT FROM %I c WHERE c.workspace_id = p.workspace_id))', partition) INTO kept USING day;
    RETURN kept;
  END $$;
`;

const PAST = `
  CREATE FUNCTION past_call_days(before date) RETURNS TABLE (class text, day date) ${SETTINGS} AS $$
  BEGIN
    RETURN QUERY
      SELECT classes.name, to_date(right(relname, 8), 'YYYYMMDD')
        FROM unnest(ARRAY['standard', 'long']) AS classes (name)
        JOIN pg_inherits ON inhparent = format('mcp_tool_calls_%s', classes.name)::regclass
        JOIN pg_class ON pg_class.oid = inhrelid
       WHERE relname ~ '_[0-9]{8}$' AND to_date(right(relname, 8), 'YYYYMMDD') < call_day_bound(classes.name, before)
       ORDER BY 1, 2;
  END $$;
`;

// Truncating locks this day alone. Detaching needs a lock on all days of the class, which is taken only where it is to be had at once:
// a lock that waits makes every insert wait behind it. DETACH … CONCURRENTLY is not for tables with a default partition.
const DROP_DAY = `
  CREATE FUNCTION drop_call_day(class text, day date, before date) RETURNS text ${SETTINGS} SET lock_timeout = '1s' AS $$
  DECLARE
    parent text := 'mcp_tool_calls_' || class;
    partition text := parent || '_' || to_char(day, 'YYYYMMDD');
    has_rows boolean;
  BEGIN
    IF day >= call_day_bound(class, before) THEN RAISE EXCEPTION 'the day % is not past', day; END IF;
    IF NOT pg_try_advisory_xact_lock(hashtext('ensure_call_partitions')) THEN RETURN 'busy'; END IF;
    IF to_regclass(quote_ident(partition)) IS NULL THEN RETURN 'removed'; END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', partition) INTO has_rows;
    IF has_rows THEN
      IF call_day_is_kept(partition, day) THEN RETURN 'kept'; END IF;
      EXECUTE format('LOCK TABLE ONLY %I IN ACCESS EXCLUSIVE MODE', partition);
      -- What came while the lock was waited for counts as well.
      IF call_day_is_kept(partition, day) THEN RETURN 'kept'; END IF;
      EXECUTE format('TRUNCATE TABLE ONLY %I', partition);
      INSERT INTO audit_dropped_days (retention_class, day) VALUES (class, drop_call_day.day) ON CONFLICT DO NOTHING;
      RETURN 'emptied';
    END IF;
    EXECUTE format('LOCK TABLE ONLY %I, ONLY %I, ONLY %I IN ACCESS EXCLUSIVE MODE NOWAIT', parent, partition, parent || '_default');
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', partition) INTO has_rows;
    IF has_rows THEN RETURN 'busy'; END IF;
    EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', parent, partition);
    EXECUTE format('DROP TABLE %I', partition);
    INSERT INTO audit_dropped_days (retention_class, day) VALUES (class, drop_call_day.day) ON CONFLICT DO NOTHING;
    RETURN 'removed';
  EXCEPTION WHEN lock_not_available THEN
    RETURN 'busy';
  END $$;
`;

const DROP_STRAYS = `
  CREATE FUNCTION drop_stray_calls(before date) RETURNS void ${SETTINGS} SET lock_timeout = '1s' AS $$
  DECLARE
    class text;
  BEGIN
    FOREACH class IN ARRAY ARRAY['standard', 'long'] LOOP
      EXECUTE format(
        'WITH gone AS (
           DELETE FROM %I c WHERE created_at < $1::timestamptz AND NOT EXISTS (SELECT FROM audit_policies p
             WHERE p.workspace_id = c.workspace_id AND (p.legal_hold OR c.created_at::date >= current_date - p.retention_days))
           RETURNING created_at::date AS day)
         INSERT INTO audit_dropped_days (retention_class, day) SELECT DISTINCT $2, day FROM gone ON CONFLICT DO NOTHING',
        'mcp_tool_calls_' || class || '_default') USING call_day_bound(class, before), class;
    END LOOP;
  END $$;
`;
