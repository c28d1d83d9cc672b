import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordChanges, type RecordedTable } from '../recorded-tables.js';

const RECORDED: RecordedTable = {
  kind: 'package',
  shown: ['spec', 'integrity', 'state', 'problem', 'lock_hash', 'asked_by_name'],
  ignored: ['created_at', 'changed_at'],
};

/** A package with install scripts that may run is another installation than the same package without them. */
export class ServersInstallScripts20261201110000 implements MigrationInterface {
  readonly name = 'ServersInstallScripts20261201110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE local_packages ADD COLUMN scripts text NOT NULL DEFAULT '';
      ALTER TABLE local_packages DROP CONSTRAINT local_packages_pkey, ADD PRIMARY KEY (spec, scripts);
    `);
    await recordChanges(queryRunner, 'local_packages', { ...RECORDED, shown: [...RECORDED.shown, 'scripts'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await recordChanges(queryRunner, 'local_packages', RECORDED);
    await queryRunner.query(`
      DELETE FROM local_packages WHERE scripts <> '';
      ALTER TABLE local_packages DROP CONSTRAINT local_packages_pkey, ADD PRIMARY KEY (spec);
      ALTER TABLE local_packages DROP COLUMN scripts;
    `);
  }
}
