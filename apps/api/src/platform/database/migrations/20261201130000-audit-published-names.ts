import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tools by the name that clients see, in the whole order of a page: where no tool is renamed, the planner still expects many rows, and
 * without the order it would rather look for them among all calls.
 */
export class AuditPublishedNames20261201130000 implements MigrationInterface {
  readonly name = 'AuditPublishedNames20261201130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX mcp_tool_calls_published;
      CREATE INDEX mcp_tool_calls_published ON mcp_tool_calls (workspace_id, published_name, created_at DESC, call_id DESC)
        WHERE published_name <> tool_name;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX mcp_tool_calls_published;
      CREATE INDEX mcp_tool_calls_published ON mcp_tool_calls (workspace_id, published_name, created_at) WHERE published_name <> tool_name;
    `);
  }
}
