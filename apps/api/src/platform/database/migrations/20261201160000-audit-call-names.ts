import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp, grantAppFunction } from '../app-grants.js';
import { keepWorkspacesApart, stopKeepingApart } from '../row-security.js';

/**
 * Names that stand in calls, whichever column they stand in: what a text is looked for in first. When each was seen in a quarter of an
 * hour stands among the sightings, as far as it is rolled up. Quarters from `oldest_at` to `noted_since` were rolled up without their
 * names; a job notes these, the newest first.
 */
export class AuditCallNames20261201160000 implements MigrationInterface {
  readonly name = 'AuditCallNames20261201160000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NAMES);
    await queryRunner.query(NOTE_NAMES);
    await queryRunner.query(NOTE_ROLLED_UP);
    await grantApp(queryRunner, 'call_names', 'SELECT, INSERT, DELETE');
    await grantApp(queryRunner, 'call_names_noted', 'SELECT, UPDATE');
    await grantAppFunction(queryRunner, NOTE_NAMES_SIGNATURE);
    await keepWorkspacesApart(queryRunner, 'call_names');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await stopKeepingApart(queryRunner, 'call_names');
    await forgetGrants(queryRunner, 'call_names', 'call_names_noted', NOTE_NAMES_SIGNATURE);
    await queryRunner.query(`
      DROP TRIGGER call_rollups_note_names ON call_rollups;
      DROP FUNCTION note_rolled_up_names();
      DROP FUNCTION ${NOTE_NAMES_SIGNATURE};
      DROP TABLE call_names, call_names_noted;
      DELETE FROM call_sightings WHERE dimension = 'name';`);
  }
}

const NOTE_NAMES_SIGNATURE = 'note_call_names(timestamptz[])';

// A server of before may count the quarter that runs, where it ends before this is committed; the next is the first to be noted for sure.
const NAMES = `
  CREATE TABLE call_names (workspace_id text NOT NULL, value text NOT NULL, PRIMARY KEY (workspace_id, value));
  CREATE TABLE call_names_noted (oldest_at timestamptz NOT NULL, noted_since timestamptz NOT NULL);
  INSERT INTO call_names_noted
    SELECT coalesce((SELECT min(bucket_at) FROM call_rollups), next), next
      FROM date_bin('15 minutes', now() + interval '15 minutes', timestamptz 'epoch') AS next;
`;

// Reads the calls themselves: roll-ups know neither the published name nor the reason. OFFSET as in the roll-up: days are read by their
// quarters alone. Whoever calls it holds the lock of roll-ups, so that no two note a name at once.
const NOTE_NAMES = `
  CREATE FUNCTION note_call_names(quarters timestamptz[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM call_sightings WHERE bucket_at = ANY (quarters) AND dimension = 'name';
    WITH seen AS (
      INSERT INTO call_sightings
        SELECT c.workspace_id, 'name', left(name, 256), quarter, min(c.created_at), max(c.created_at)
          FROM unnest(quarters) AS quarter CROSS JOIN LATERAL (
                 SELECT * FROM mcp_tool_calls WHERE created_at >= quarter AND created_at < quarter + interval '15 minutes' OFFSET 0
               ) AS c CROSS JOIN LATERAL (
                 VALUES (c.tool_name), (c.published_name), (c.server_slug), (c.token_name), (c.client_name), (c.reason)
               ) AS named (name)
         WHERE name IS NOT NULL GROUP BY 1, 2, 3, 4
      RETURNING workspace_id, value
    )
    INSERT INTO call_names SELECT DISTINCT workspace_id, value FROM seen ON CONFLICT DO NOTHING;
  END $$;
`;

// Triggers fire in the order of their names: that of the other sightings, `call_rollups_note`, has deleted those of before by then.
const NOTE_ROLLED_UP = `
  CREATE FUNCTION note_rolled_up_names() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_call_names(ARRAY(SELECT DISTINCT bucket_at FROM added));
    RETURN NULL;
  END $$;
  CREATE TRIGGER call_rollups_note_names AFTER INSERT ON call_rollups REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_rolled_up_names();
`;
