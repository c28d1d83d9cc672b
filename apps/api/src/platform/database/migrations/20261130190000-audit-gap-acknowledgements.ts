import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Who took note of a gap. Beside the gaps, because what writers signed is never changed. */
export class AuditGapAcknowledgements20261130190000 implements MigrationInterface {
  readonly name = 'AuditGapAcknowledgements20261130190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_gap_acknowledgements (
        gap_id text PRIMARY KEY REFERENCES audit_gaps (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        note text
      );
      CREATE INDEX audit_gaps_until ON audit_gaps (until, id);
    `);
    await grantApp(queryRunner, 'audit_gap_acknowledgements', 'SELECT, INSERT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'audit_gap_acknowledgements');
    await queryRunner.query('DROP INDEX audit_gaps_until; DROP TABLE audit_gap_acknowledgements;');
  }
}
