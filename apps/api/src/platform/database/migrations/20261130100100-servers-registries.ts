import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Registries whose entries are kept here, so that they can be searched without a network and their notices are noticed. */
export class ServersRegistries20261130100100 implements MigrationInterface {
  readonly name = 'ServersRegistries20261130100100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE registries (
        id text PRIMARY KEY,
        name text NOT NULL,
        url text NOT NULL,
        enabled boolean NOT NULL,
        every_minutes integer NOT NULL CHECK (every_minutes BETWEEN 5 AND 10080),
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        running_since timestamptz,
        tried_at timestamptz,
        succeeded_at timestamptz,
        problem text,
        problem_detail text,
        unreadable integer NOT NULL DEFAULT 0,
        synced_until timestamptz,
        CONSTRAINT registries_url_unique UNIQUE (url)
      );

      CREATE TABLE registry_entries (
        id text PRIMARY KEY,
        registry_id text NOT NULL REFERENCES registries (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) <= 256),
        status text NOT NULL CHECK (status IN ('active', 'deprecated', 'deleted')),
        status_detail text,
        words text NOT NULL,
        raw jsonb NOT NULL,
        parsed jsonb NOT NULL CHECK (jsonb_typeof(parsed) = 'array'),
        first_seen_at timestamptz NOT NULL,
        updated_at timestamptz,
        CONSTRAINT registry_entries_name_unique UNIQUE (registry_id, name)
      );
      CREATE INDEX registry_entries_name ON registry_entries (name);
    `);
    for (const table of ['registries', 'registry_entries']) await grantApp(queryRunner, table, 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'registries', 'registry_entries');
    await queryRunner.query('DROP TABLE registry_entries, registries');
  }
}
