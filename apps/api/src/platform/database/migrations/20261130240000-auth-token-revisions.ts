import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordChanges, type RecordedTable } from '../recorded-tables.js';

const RECORDED: RecordedTable = {
  kind: 'token',
  shown: [
    ...['id', 'workspace_id', 'owner_user_id', 'name', 'last4', 'tools', 'addresses', 'expires_at', 'revoked_at', 'revoke_reason'],
    ...['replaced_by', 'overlap_seconds', 'dies_at', 'rotated_at'],
  ],
  ignored: [
    ...['created_at', 'updated_at', 'last_used_at', 'last_address', 'last_client', 'refused_at', 'refused_address'],
    'changed_number',
  ],
};

/** Tokens can be changed while they live: the number that says which state somebody saw. */
export class AuthTokenRevisions20261130240000 implements MigrationInterface {
  readonly name = 'AuthTokenRevisions20261130240000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE tokens ADD COLUMN revision integer NOT NULL DEFAULT 1');
    await recordChanges(queryRunner, 'tokens', { ...RECORDED, ignored: [...RECORDED.ignored!, 'revision'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await recordChanges(queryRunner, 'tokens', RECORDED);
    await queryRunner.query('ALTER TABLE tokens DROP COLUMN revision');
  }
}
