import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what happened to one thing without reading the whole ledger. */
export class AuditLedgerSubjects20261124221000 implements MigrationInterface {
  readonly name = 'AuditLedgerSubjects20261124221000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ledger_subject ON ledger (subject_id, number DESC)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ledger_subject');
  }
}
