import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** People, their console sessions and their API keys. */
export class AuthPeople20261123110000 implements MigrationInterface {
  readonly name = 'AuthPeople20261123110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE users (
        id text PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email)),
        name text,
        password_hash text,
        operator boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('active', 'invited')),
        created_at timestamptz NOT NULL,
        CONSTRAINT users_email_unique UNIQUE (email),
        CONSTRAINT users_active_complete CHECK (state = 'invited' OR (name IS NOT NULL AND password_hash IS NOT NULL))
      );

      CREATE TABLE console_sessions (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT console_sessions_hash_unique UNIQUE (hash)
      );
      CREATE INDEX console_sessions_user ON console_sessions (user_id);
      CREATE INDEX console_sessions_expires_at ON console_sessions (expires_at);

      CREATE TABLE api_keys (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        last4 text NOT NULL,
        scopes jsonb,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        last_used_at timestamptz,
        CONSTRAINT api_keys_hash_unique UNIQUE (hash)
      );
      CREATE INDEX api_keys_user ON api_keys (user_id, created_at DESC, id DESC);
    `);
    await grantApp(queryRunner, 'users', 'SELECT, INSERT, UPDATE');
    await grantApp(queryRunner, 'console_sessions', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'api_keys', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'users', 'console_sessions', 'api_keys');
    for (const table of ['api_keys', 'console_sessions', 'users']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
