import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalJson } from '@mcpnest/mcp-protocol';
import { newId } from '@mcpnest/shared/ids';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * The lock of each Version: what was approved of what its server lists, by hash. What Versions listed before goes into their
 * locks; their prompts, templates and instructions were not kept and are taken at the next contact.
 */
export class ServersToolLock20261124231000 implements MigrationInterface {
  readonly name = 'ServersToolLock20261124231000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE servers
        ADD COLUMN lock_policy text NOT NULL DEFAULT 'hold' CHECK (lock_policy IN ('hold', 'additive', 'trust')),
        ADD COLUMN changed_items text NOT NULL DEFAULT 'keep' CHECK (changed_items IN ('keep', 'block'));
      ALTER TABLE server_versions ADD COLUMN lock_revision integer NOT NULL DEFAULT 0;

      CREATE TABLE server_lock_kinds (
        version_id text NOT NULL REFERENCES server_versions (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('tools', 'prompts', 'templates', 'instructions')),
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (version_id, kind)
      );

      CREATE TABLE server_lock_items (
        id text PRIMARY KEY,
        version_id text NOT NULL REFERENCES server_versions (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('tools', 'prompts', 'templates', 'instructions')),
        key text NOT NULL CHECK (length(key) <= 512),
        approved_hash text REFERENCES tool_definitions (hash),
        seen_hash text REFERENCES tool_definitions (hash),
        state text NOT NULL CHECK (state IN ('approved', 'open', 'kept', 'blocked')),
        first_seen_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by_id text,
        decided_by_name text,
        note text,
        CONSTRAINT server_lock_items_key_unique UNIQUE (version_id, kind, key)
      );
      CREATE INDEX server_lock_items_open ON server_lock_items (first_seen_at DESC, id DESC) WHERE state <> 'approved';
      CREATE INDEX server_lock_items_approved_hash ON server_lock_items (approved_hash);
      CREATE INDEX server_lock_items_seen_hash ON server_lock_items (seen_hash);
    `);
    await grantApp(queryRunner, 'server_versions', 'UPDATE (lock_revision)');
    await grantApp(queryRunner, 'server_lock_kinds', 'SELECT, INSERT');
    await grantApp(queryRunner, 'server_lock_items', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'tool_definitions', 'DELETE');
    await lockWhatWasListed(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'server_lock_kinds', 'server_lock_items');
    await queryRunner.query(`
      DELETE FROM app_grants WHERE (object, privileges) IN (('TABLE server_versions', 'UPDATE (lock_revision)'), ('TABLE tool_definitions', 'DELETE'));
      DROP TABLE server_lock_items, server_lock_kinds;
      ALTER TABLE server_versions DROP COLUMN lock_revision;
      ALTER TABLE servers DROP COLUMN lock_policy, DROP COLUMN changed_items;
      DELETE FROM tool_definitions definition
       WHERE NOT EXISTS (SELECT FROM server_version_tools entry WHERE entry.definition_hash = definition.hash);
    `);
  }
}

interface ListedRow {
  readonly key: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly definition: string;
}

const KEY_LENGTH_MAX = 512;
/** Undefined for what has no canonical form: it is not locked, and so it waits for approval when it is listed again. */
function hashOf(definition: string): string | undefined {
  try {
    return createHash('sha256').update(canonicalJson(definition), 'utf8').digest('hex');
  } catch {
    return undefined;
  }
}

async function lockWhatWasListed(queryRunner: QueryRunner): Promise<void> {
  const versions: { id: string }[] = await queryRunner.query('SELECT id FROM server_versions WHERE listed_at IS NOT NULL ORDER BY id');
  for (const { id } of versions) {
    const rows: ListedRow[] = await queryRunner.query(
      `SELECT entry.tool_name AS key, definition.title, definition.description, definition.definition
         FROM server_version_tools entry JOIN tool_definitions definition ON definition.hash = entry.definition_hash
        WHERE entry.version_id = $1 AND length(entry.tool_name) <= $2 ORDER BY entry.position`,
      [id, KEY_LENGTH_MAX],
    );
    for (const { key, title, description, definition } of rows) {
      const hash = hashOf(definition);
      if (hash === undefined) continue;
      await queryRunner.query(
        'INSERT INTO tool_definitions (hash, name, title, description, definition) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [hash, key, title, description, definition],
      );
      await queryRunner.query(
        `INSERT INTO server_lock_items (id, version_id, kind, key, approved_hash, seen_hash, state, first_seen_at)
         VALUES ($1, $2, 'tools', $3, $4, $4, 'approved', now())`,
        [newId('change'), id, key, hash],
      );
    }
    await queryRunner.query(`INSERT INTO server_lock_kinds (version_id, kind, taken_at) VALUES ($1, 'tools', now())`, [id]);
  }
}
