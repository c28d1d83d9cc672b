import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leads to the calls of a trace. Calls that are part of none cost nothing. */
export class AuditCallTraces20261201150000 implements MigrationInterface {
  readonly name = 'AuditCallTraces20261201150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX mcp_tool_calls_trace ON mcp_tool_calls (trace_id, created_at) WHERE trace_id IS NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX mcp_tool_calls_trace');
  }
}
