import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * Invitations and gateway tokens. Every write to a token that matters to its holder stamps `changed_number` with the ledger
 * number that follows, under the ledger counter's row lock: so "changed after N" misses nothing, whatever commits late.
 */
export class AuthInvitesAndTokens20261123110200 implements MigrationInterface {
  readonly name = 'AuthInvitesAndTokens20261123110200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE invites (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT invites_hash_unique UNIQUE (hash),
        CONSTRAINT invites_person_unique UNIQUE (workspace_id, user_id)
      );
      CREATE INDEX invites_user ON invites (user_id);

      CREATE TABLE tokens (
        id text PRIMARY KEY,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        owner_user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        last4 text NOT NULL,
        tools jsonb,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        replaced_by text,
        overlap_seconds integer CHECK (overlap_seconds >= 0),
        dies_at timestamptz,
        changed_number bigint NOT NULL DEFAULT 0,
        CONSTRAINT tokens_hash_unique UNIQUE (hash),
        CONSTRAINT tokens_replaced_by_unique UNIQUE (replaced_by),
        CONSTRAINT tokens_replaced_by_fk FOREIGN KEY (replaced_by) REFERENCES tokens (id) ON DELETE SET NULL
      );
      CREATE INDEX tokens_workspace ON tokens (workspace_id, created_at DESC, id DESC);
      CREATE INDEX tokens_owner ON tokens (owner_user_id);
      CREATE INDEX tokens_changed ON tokens (changed_number);

      CREATE FUNCTION stamp_token_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT number + 1 INTO STRICT NEW.changed_number FROM ledger_counter FOR UPDATE;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tokens_stamp_change
        BEFORE INSERT OR UPDATE OF workspace_id, owner_user_id, name, hash, tools, expires_at, revoked_at, replaced_by, overlap_seconds, dies_at
        ON tokens FOR EACH ROW EXECUTE FUNCTION stamp_token_change();
    `);
    await grantApp(queryRunner, 'invites', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'tokens', 'SELECT, INSERT, UPDATE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'invites', 'tokens');
    await queryRunner.query('DROP TABLE tokens');
    await queryRunner.query('DROP FUNCTION stamp_token_change()');
    await queryRunner.query('DROP TABLE invites');
  }
}
