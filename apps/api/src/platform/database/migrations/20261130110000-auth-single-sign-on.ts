import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Sign-in by OpenID Connect: who a provider's subjects are, sign-ins under way, people without a password; where sessions come from. */
export class AuthSingleSignOn20261130110000 implements MigrationInterface {
  readonly name = 'AuthSingleSignOn20261130110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE users
        DROP CONSTRAINT users_active_complete,
        DROP CONSTRAINT users_state_check,
        ADD CONSTRAINT users_state_check CHECK (state IN ('active', 'invited', 'deactivated', 'removed')),
        ADD CONSTRAINT users_active_named CHECK (state <> 'active' OR name IS NOT NULL),
        ADD COLUMN operator_mapped boolean NOT NULL DEFAULT false;

      ALTER TABLE workspace_members ADD COLUMN mapped boolean NOT NULL DEFAULT false;

      ALTER TABLE console_sessions
        ADD COLUMN method text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'oidc')),
        ADD COLUMN address text,
        ADD COLUMN user_agent text;

      CREATE TABLE user_identities (
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject),
        CONSTRAINT user_identities_person_unique UNIQUE (user_id, issuer)
      );

      CREATE TABLE oidc_flows (
        state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
        next text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX oidc_flows_expires_at ON oidc_flows (expires_at);
    `);
    await grantApp(queryRunner, 'user_identities', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'oidc_flows', 'SELECT, INSERT, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'user_identities', 'oidc_flows');
    await queryRunner.query(`
      DROP TABLE oidc_flows;
      DROP TABLE user_identities;
      ALTER TABLE console_sessions DROP COLUMN method, DROP COLUMN address, DROP COLUMN user_agent;
      ALTER TABLE workspace_members DROP COLUMN mapped;
      UPDATE users SET state = 'invited', operator = false WHERE state <> 'active' OR password_hash IS NULL;
      ALTER TABLE users
        DROP COLUMN operator_mapped,
        DROP CONSTRAINT users_active_named,
        DROP CONSTRAINT users_state_check,
        ADD CONSTRAINT users_state_check CHECK (state IN ('active', 'invited')),
        ADD CONSTRAINT users_active_complete CHECK (state = 'invited' OR (name IS NOT NULL AND password_hash IS NOT NULL));
    `);
  }
}
