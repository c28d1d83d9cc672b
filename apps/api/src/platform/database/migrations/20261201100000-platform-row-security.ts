import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWorkspacesApart, stopKeepingApart } from '../row-security.js';

const TABLES = [
  ...['workspace_members', 'invites', 'tokens', 'toolsets', 'limit_rules', 'limit_usage', 'freezes'],
  ...['gateway_workspace_servers', 'exposure_tool_settings', 'exposure_tool_policies', 'exposure_canaries', 'server_requests'],
  ...['credential_overrides', 'retired_credentials', 'oauth_accounts', 'oauth_flows', 'legacy_sessions'],
  ...['ledger', 'mcp_tool_calls', 'call_rollups', 'call_views', 'audit_policies', 'export_schedules'],
];

/** Row-level security: the second wall between workspaces, behind the filter of each query. */
export class PlatformRowSecurity20261201100000 implements MigrationInterface {
  readonly name = 'PlatformRowSecurity20261201100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await keepWorkspacesApart(queryRunner, ...TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await stopKeepingApart(queryRunner, ...TABLES);
  }
}
