import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAMPED = 'workspace_id, owner_user_id, name, hash, tools, expires_at, revoked_at, replaced_by, overlap_seconds, dies_at';
const stampOn = (columns: string): string => `
  DROP TRIGGER tokens_stamp_change ON tokens;
  CREATE TRIGGER tokens_stamp_change BEFORE INSERT OR UPDATE OF ${columns}
    ON tokens FOR EACH ROW EXECUTE FUNCTION stamp_token_change();`;

/** Service tokens, which no person owns; from where a token may be used and was; why it was revoked. */
export class AuthTokenOwners20261130120000 implements MigrationInterface {
  readonly name = 'AuthTokenOwners20261130120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE tokens
        ALTER COLUMN owner_user_id DROP NOT NULL,
        ADD COLUMN addresses jsonb,
        ADD COLUMN last_address text,
        ADD COLUMN last_client text,
        ADD COLUMN refused_at timestamptz,
        ADD COLUMN refused_address text,
        ADD COLUMN rotated_at timestamptz,
        ADD COLUMN revoke_reason text;
      CREATE INDEX tokens_expiring ON tokens (workspace_id, expires_at) WHERE revoked_at IS NULL;
      UPDATE tokens SET rotated_at = replacement.created_at FROM tokens replacement WHERE replacement.id = tokens.replaced_by;
      ${stampOn(`${STAMPED}, addresses`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${stampOn(STAMPED)}
      DROP INDEX tokens_expiring;
      DELETE FROM tokens WHERE owner_user_id IS NULL;
      ALTER TABLE tokens
        ALTER COLUMN owner_user_id SET NOT NULL,
        DROP COLUMN addresses,
        DROP COLUMN last_address,
        DROP COLUMN last_client,
        DROP COLUMN refused_at,
        DROP COLUMN refused_address,
        DROP COLUMN rotated_at,
        DROP COLUMN revoke_reason;
    `);
  }
}
