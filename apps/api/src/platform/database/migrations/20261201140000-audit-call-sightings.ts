import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';
import { keepWorkspacesApart, stopKeepingApart } from '../row-security.js';

/**
 * When a server, a client or a revision was seen first and last in each quarter of an hour, as far as it is rolled up. A trigger keeps
 * it beside the roll-ups, so that it follows those of servers of before as well: these say no times, and the whole quarter is taken.
 */
export class AuditCallSightings20261201140000 implements MigrationInterface {
  readonly name = 'AuditCallSightings20261201140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SIGHTINGS);
    await queryRunner.query(NOTE);
    await queryRunner.query(`INSERT INTO call_sightings ${seenIn('call_rollups')}`);
    await grantApp(queryRunner, 'call_sightings', 'SELECT, INSERT, DELETE');
    await keepWorkspacesApart(queryRunner, 'call_sightings');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await stopKeepingApart(queryRunner, 'call_sightings');
    await forgetGrants(queryRunner, 'call_sightings');
    await queryRunner.query(`
      DROP TRIGGER call_rollups_note ON call_rollups;
      DROP FUNCTION note_call_sightings();
      DROP TABLE call_sightings;
      ALTER TABLE call_rollups DROP COLUMN first_at, DROP COLUMN last_at;`);
  }
}

// A client is looked for with or without its version, so it stands there by each beginning of its name that ends before a slash, up to
// the third. Nobody filters by more than 128 characters; what is longer begins the same.
const seenIn = (rollups: string): string => `
  SELECT workspace_id, dimension, left(value, 256), bucket_at, min(coalesce(first_at, bucket_at)),
         max(coalesce(last_at, bucket_at + interval '15 minutes' - interval '1 microsecond'))
    FROM ${rollups} CROSS JOIN LATERAL (
           VALUES ('server', server_slug), ('revision', protocol_version)
           UNION ALL SELECT 'client', array_to_string(parts[:n], '/')
             FROM (SELECT string_to_array(client_name, '/')) name (parts) CROSS JOIN generate_series(1, least(3, cardinality(parts))) n
         ) seen (dimension, value)
   WHERE value IS NOT NULL GROUP BY 1, 2, 3, 4`;

const SIGHTINGS = `
  ALTER TABLE call_rollups ADD COLUMN first_at timestamptz, ADD COLUMN last_at timestamptz;
  CREATE TABLE call_sightings (
    workspace_id text NOT NULL,
    dimension text NOT NULL,
    value text NOT NULL,
    bucket_at timestamptz NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, dimension, value, bucket_at) INCLUDE (first_at, last_at)
  );
  CREATE INDEX call_sightings_bucket ON call_sightings (bucket_at);
`;

// A quarter is always rolled up whole, by one statement.
const NOTE = `
  CREATE FUNCTION note_call_sightings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM call_sightings WHERE bucket_at = ANY (ARRAY(SELECT DISTINCT bucket_at FROM added));
    INSERT INTO call_sightings ${seenIn('added')};
    RETURN NULL;
  END $$;
  CREATE TRIGGER call_rollups_note AFTER INSERT ON call_rollups REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_call_sightings();
`;
