import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger's chain, and what changed before and after. Rows from before have no sequence and stand in no chain. Triggers
 * collect changed rows in a setting of the transaction; the ledger takes them from there.
 */
export class AuditLedgerChain20261130230000 implements MigrationInterface {
  readonly name = 'AuditLedgerChain20261130230000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ledger_counter ADD COLUMN sequence bigint NOT NULL DEFAULT 0, ADD COLUMN hash bytea;
      ALTER TABLE ledger
        ADD COLUMN sequence bigint,
        ADD COLUMN hash bytea CHECK (octet_length(hash) = 32),
        ADD COLUMN changes jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN more_changes integer NOT NULL DEFAULT 0;
      CREATE INDEX ledger_sequence ON ledger (sequence);
      CREATE INDEX ledger_event ON ledger (event, number DESC);
    `);
    await queryRunner.query(NOTE_CHANGE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION note_ledger_change();
      DROP INDEX ledger_event;
      DROP INDEX ledger_sequence;
      ALTER TABLE ledger DROP COLUMN more_changes, DROP COLUMN changes, DROP COLUMN hash, DROP COLUMN sequence;
      ALTER TABLE ledger_counter DROP COLUMN hash, DROP COLUMN sequence;
      DELETE FROM audit_checkpoints WHERE chain = 'ledger';
    `);
  }
}

/**
 * Arguments: what a row is called, columns that are shown, columns that are ignored. Of objects in shown columns, members with
 * a secret's name are told as set. At most a hundred rows of a transaction are kept; the others are counted.
 */
const NOTE_CHANGE = `
  CREATE FUNCTION note_ledger_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    shown text[] := string_to_array(TG_ARGV[1], ',');
    ignored text[] := string_to_array(TG_ARGV[2], ',');
    was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(OLD)) END;
    is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(NEW)) END;
    whole jsonb := was || is_now;
    before jsonb := '{}';
    after jsonb := '{}';
    field text;
    value jsonb;
    noted jsonb;
    named text := coalesce(whole->>'name', whole->>'slug', whole->>'email', whole->>'subject_name', whole->>'tool_name', whole->>'key', whole->>'spec');
  BEGIN
    FOR field IN SELECT key FROM jsonb_object_keys(whole) AS key ORDER BY key LOOP
      CONTINUE WHEN field = ANY (ignored) OR was->field IS NOT DISTINCT FROM is_now->field;
      FOREACH value IN ARRAY ARRAY[was->field, is_now->field] LOOP
        CONTINUE WHEN value IS NULL;
        IF NOT field = ANY (shown) OR (field = 'value' AND jsonb_typeof(value) NOT IN ('object', 'array')) THEN
          value := to_jsonb('(set)'::text);
        ELSIF jsonb_typeof(value) = 'object' THEN
          SELECT jsonb_object_agg(key, CASE WHEN key ~* 'secret|sealed|password|hash|token$' AND member <> 'null' THEN '"(set)"' ELSE member END)
            INTO value FROM jsonb_each(value) AS members (key, member);
        END IF;
        IF length(value::text) > 2000 THEN value := to_jsonb(left(value::text, 2000) || '…'); END IF;
        IF value = '"(set)"' AND was ? field AND is_now ? field AND before ? field THEN value := to_jsonb('(set anew)'::text); END IF;
        IF was ? field AND NOT before ? field THEN before := before || jsonb_build_object(field, value);
        ELSE after := after || jsonb_build_object(field, value); END IF;
      END LOOP;
    END LOOP;
    IF before = '{}' AND after = '{}' THEN RETURN NULL; END IF;
    noted := coalesce(nullif(current_setting('mcpnest.ledger_changes', true), ''), '[]')::jsonb;
    IF jsonb_array_length(noted) < 100 THEN
      noted := noted || jsonb_build_object(
        'kind', TG_ARGV[0], 'id', whole->>'id', 'name', left(named, 200),
        'change', CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'DELETE' THEN 'removed' ELSE 'changed' END,
        'before', before, 'after', after);
      PERFORM set_config('mcpnest.ledger_changes', noted::text, true);
    ELSE
      PERFORM set_config('mcpnest.ledger_more', (coalesce(nullif(current_setting('mcpnest.ledger_more', true), ''), '0')::int + 1)::text, true);
    END IF;
    RETURN NULL;
  END $$;`;
