import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

const TABLES = [
  'exposure_tool_settings',
  'gateway_workspace_servers',
  'server_credentials',
  'server_version_tools',
  'tool_definitions',
  'server_versions',
  'servers',
];

/** Catalogue, versions with their tools, credentials, exposures and tool settings. */
export class ServersCatalogue20261123120000 implements MigrationInterface {
  readonly name = 'ServersCatalogue20261123120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE servers (
        id text PRIMARY KEY,
        slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 40),
        name text NOT NULL,
        description text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT servers_slug_unique UNIQUE (slug)
      );
      CREATE INDEX servers_created_at ON servers (created_at DESC, id DESC);

      CREATE TABLE server_versions (
        id text PRIMARY KEY,
        server_id text NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('draft', 'pending', 'approved', 'rejected', 'retired', 'quarantined')),
        transport jsonb NOT NULL,
        note text,
        created_at timestamptz NOT NULL,
        created_by_id text,
        created_by_name text NOT NULL,
        approved_at timestamptz,
        listed_at timestamptz,
        checked_at timestamptz,
        check_reason text,
        CONSTRAINT server_versions_number_unique UNIQUE (server_id, number)
      );
      CREATE INDEX server_versions_without_contact ON server_versions (checked_at NULLS FIRST) WHERE listed_at IS NULL;

      CREATE TABLE tool_definitions (
        hash text PRIMARY KEY,
        name text NOT NULL,
        title text,
        description text,
        definition text NOT NULL
      );

      CREATE TABLE server_version_tools (
        version_id text NOT NULL REFERENCES server_versions (id) ON DELETE CASCADE,
        position integer NOT NULL,
        tool_name text NOT NULL,
        definition_hash text NOT NULL REFERENCES tool_definitions (hash),
        PRIMARY KEY (version_id, position),
        CONSTRAINT server_version_tools_name_unique UNIQUE (version_id, tool_name)
      );
      CREATE INDEX server_version_tools_definition ON server_version_tools (definition_hash);

      CREATE TABLE server_credentials (
        id text PRIMARY KEY,
        server_id text NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        origin text NOT NULL,
        name text NOT NULL,
        sealed text NOT NULL,
        last4 text CHECK (length(last4) = 4),
        updated_at timestamptz NOT NULL,
        last_used_at timestamptz
      );
      CREATE UNIQUE INDEX server_credentials_slot_unique ON server_credentials (server_id, origin, lower(name));

      CREATE TABLE gateway_workspace_servers (
        id text PRIMARY KEY,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        server_id text NOT NULL,
        server_version integer NOT NULL,
        tool_prefix text CHECK (tool_prefix ~ '^[a-zA-Z][a-zA-Z0-9_-]{0,23}$'),
        position integer NOT NULL,
        enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT gateway_workspace_servers_server_fk FOREIGN KEY (server_id) REFERENCES servers (id),
        CONSTRAINT gateway_workspace_servers_version_fk FOREIGN KEY (server_id, server_version) REFERENCES server_versions (server_id, number),
        CONSTRAINT gateway_workspace_servers_server_unique UNIQUE (workspace_id, server_id),
        CONSTRAINT gateway_workspace_servers_prefix_unique UNIQUE (workspace_id, tool_prefix)
      );
      CREATE INDEX gateway_workspace_servers_version ON gateway_workspace_servers (server_id, server_version);

      CREATE TABLE exposure_tool_settings (
        exposure_id text NOT NULL REFERENCES gateway_workspace_servers (id) ON DELETE CASCADE,
        tool_name text NOT NULL,
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        enabled boolean NOT NULL,
        alias text CHECK (alias ~ '^[a-zA-Z][a-zA-Z0-9_-]*$' AND length(alias) <= 128),
        description text,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (exposure_id, tool_name)
      );
      CREATE UNIQUE INDEX exposure_tool_settings_alias_unique ON exposure_tool_settings (workspace_id, replace(alias, '-', '_'));
    `);
    for (const table of ['servers', 'server_credentials', 'gateway_workspace_servers', 'exposure_tool_settings'])
      await grantApp(queryRunner, table, 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'server_versions', 'SELECT, INSERT, UPDATE (state, approved_at, listed_at, checked_at, check_reason)');
    for (const table of ['server_version_tools', 'tool_definitions']) await grantApp(queryRunner, table, 'SELECT, INSERT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, ...TABLES);
    for (const table of TABLES) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
