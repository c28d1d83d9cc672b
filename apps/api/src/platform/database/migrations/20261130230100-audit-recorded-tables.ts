import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordChanges, stopRecordingChanges, type RecordedTable } from '../recorded-tables.js';

const DATES = ['created_at', 'updated_at', 'last_used_at'];
const CREDENTIAL: RecordedTable = {
  kind: 'credential',
  shown: ['id', 'server_id', 'workspace_id', 'user_id', 'name', 'version', 'set_by'],
  ignored: [...DATES, 'last_success_at', 'last_failure_at', 'last_failure_reason', 'last4'],
};

/** Which tables hold what administrators decide, and which of their columns may be read. */
const TABLES: Readonly<Record<string, RecordedTable>> = {
  users: { kind: 'person', shown: ['id', 'email', 'name', 'operator', 'state', 'operator_mapped'], ignored: DATES },
  api_keys: { kind: 'api key', shown: ['id', 'user_id', 'name', 'last4', 'scopes', 'expires_at'], ignored: DATES },
  invites: { kind: 'invitation', shown: ['id', 'user_id', 'workspace_id', 'expires_at'], ignored: DATES },
  user_identities: { kind: 'identity', shown: ['issuer', 'subject', 'user_id'], ignored: DATES },
  tokens: {
    kind: 'token',
    shown: [
      ...['id', 'workspace_id', 'owner_user_id', 'name', 'last4', 'tools', 'addresses', 'expires_at', 'revoked_at', 'revoke_reason'],
      ...['replaced_by', 'overlap_seconds', 'dies_at', 'rotated_at'],
    ],
    ignored: [...DATES, 'last_address', 'last_client', 'refused_at', 'refused_address', 'changed_number'],
  },
  gateway_workspaces: {
    kind: 'workspace',
    shown: ['id', 'slug', 'name', 'rate_per_second', 'burst', 'concurrency', 'tool_name_length_max'],
    ignored: [...DATES, 'revision'],
  },
  workspace_members: { kind: 'member', shown: ['workspace_id', 'user_id', 'role', 'joined_at', 'mapped'], ignored: DATES },
  servers: {
    kind: 'server',
    shown: [
      'id',
      'slug',
      'name',
      'description',
      'owner',
      'purpose',
      'data_touched',
      'documentation_url',
      'tags',
      'lock_policy',
      'changed_items',
    ],
    ignored: [...DATES, 'revision'],
  },
  server_versions: {
    kind: 'version',
    shown: ['id', 'server_id', 'number', 'state', 'note', 'created_by_name', 'approved_at'],
    ignored: [...DATES, 'listed_at', 'checked_at', 'check_reason', 'lock_revision', 'created_by_id'],
  },
  server_credentials: CREDENTIAL,
  credential_overrides: CREDENTIAL,
  gateway_workspace_servers: {
    kind: 'exposure',
    shown: ['id', 'workspace_id', 'server_id', 'server_version', 'tool_prefix', 'position', 'enabled'],
    ignored: [...DATES, 'revision'],
  },
  exposure_tool_settings: {
    kind: 'tool',
    shown: ['exposure_id', 'tool_name', 'workspace_id', 'enabled', 'alias', 'description'],
    ignored: DATES,
  },
  exposure_tool_policies: { kind: 'new tools policy', shown: ['exposure_id', 'workspace_id', 'new_tools'] },
  exposure_canaries: {
    kind: 'canary',
    shown: ['id', 'exposure_id', 'workspace_id', 'server_id', 'server_version', 'token_ids', 'share_percent', 'started_by_name'],
    ignored: ['revision', 'started_at'],
  },
  toolsets: { kind: 'toolset', shown: ['id', 'workspace_id', 'name', 'tools'], ignored: [...DATES, 'revision'] },
  freezes: {
    kind: 'freeze',
    shown: ['id', 'workspace_id', 'kind', 'subject', 'subject_name', 'reason', 'created_by'],
    ignored: DATES,
  },
  server_requests: {
    kind: 'request',
    shown: [
      ...['id', 'workspace_id', 'kind', 'state', 'server_id', 'server_version', 'name', 'slug', 'description', 'tool_prefix', 'reason'],
      ...['requested_by_name', 'assignee_name', 'decided_by_name', 'decision_note'],
    ],
    ignored: [...DATES, 'revision', 'decided_at', 'requested_by_id', 'assignee_id', 'decided_by_id'],
  },
  server_lock_items: {
    kind: 'lock item',
    shown: ['id', 'version_id', 'kind', 'key', 'approved_hash', 'seen_hash', 'state', 'decided_by_name', 'note'],
    ignored: ['first_seen_at', 'decided_at', 'decided_by_id'],
  },
  registries: {
    kind: 'registry',
    shown: ['id', 'name', 'enabled', 'every_minutes'],
    ignored: [
      ...DATES,
      ...['revision', 'running_since', 'tried_at', 'succeeded_at', 'problem', 'problem_detail', 'unreadable', 'synced_until'],
    ],
  },
  local_packages: {
    kind: 'package',
    shown: ['spec', 'integrity', 'state', 'problem', 'lock_hash', 'asked_by_name'],
    ignored: ['created_at', 'changed_at'],
  },
  oauth_accounts: {
    kind: 'account',
    shown: ['id', 'server_id', 'workspace_id', 'user_id', 'label', 'scopes', 'state', 'lapse_reason', 'connected_at'],
    ignored: [
      ...['token_number', 'expires_at', 'refreshed_at', 'last_used_at', 'last_success_at', 'last_failure_at', 'last_failure_reason'],
      ...['lease_id', 'lease_until'],
    ],
  },
  limit_rules: {
    kind: 'limit',
    shown: ['workspace_id', 'scope', 'subject', 'rate_per_second', 'burst', 'concurrency', 'calls_per_day'],
  },
  settings: { kind: 'settings', shown: ['name', 'value'], ignored: DATES },
  audit_policies: { kind: 'record policy', shown: ['workspace_id', 'mode', 'retention_days', 'legal_hold'] },
};

/** Administrative tables tell the ledger what changed. */
export class AuditRecordedTables20261130230100 implements MigrationInterface {
  readonly name = 'AuditRecordedTables20261130230100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, recorded] of Object.entries(TABLES)) await recordChanges(queryRunner, table, recorded);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await stopRecordingChanges(queryRunner, ...Object.keys(TABLES));
  }
}
