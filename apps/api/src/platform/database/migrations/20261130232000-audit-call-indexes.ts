import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What leads to the newest page of filtered calls. Tokens and people are known by ids of their own, so that these need no workspace
 * before them. Plain columns rather than hashes, which row-level security would not let the planner look into. Calls that did not
 * simply succeed are few and are looked for often: their index holds what they are filtered by, so that it says by itself which rows fit.
 */
export class AuditCallIndexes20261130232000 implements MigrationInterface {
  readonly name = 'AuditCallIndexes20261130232000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX mcp_tool_calls_token ON mcp_tool_calls (token_id, created_at);
      CREATE INDEX mcp_tool_calls_person ON mcp_tool_calls (user_id, created_at);
      CREATE INDEX mcp_tool_calls_tool ON mcp_tool_calls (workspace_id, tool_name, created_at);
      CREATE INDEX mcp_tool_calls_published ON mcp_tool_calls (workspace_id, published_name, created_at) WHERE published_name <> tool_name;
      CREATE INDEX mcp_tool_calls_notable
        ON mcp_tool_calls (workspace_id, created_at DESC, call_id DESC, outcome, status, reason, origin, gate, latency_ms,
          server_slug, tool_name, token_id, user_id)
        WHERE outcome <> 'success' OR status <> 200 OR reason IS NOT NULL OR origin IS NOT NULL OR gate IS NOT NULL OR latency_ms >= 5000;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP INDEX mcp_tool_calls_notable, mcp_tool_calls_published, mcp_tool_calls_tool, mcp_tool_calls_person, mcp_tool_calls_token',
    );
  }
}
