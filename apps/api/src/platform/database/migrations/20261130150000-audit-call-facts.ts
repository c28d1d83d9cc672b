import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a call besides: the server's share of its time, where it ended, which decision stopped it, its trace. */
export class AuditCallFacts20261130150000 implements MigrationInterface {
  readonly name = 'AuditCallFacts20261130150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mcp_tool_calls
        ADD COLUMN trace_id text,
        ADD COLUMN era text,
        ADD COLUMN origin text,
        ADD COLUMN gate text,
        ADD COLUMN upstream_latency_ms double precision`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mcp_tool_calls
        DROP COLUMN upstream_latency_ms, DROP COLUMN gate, DROP COLUMN origin, DROP COLUMN era, DROP COLUMN trace_id`);
  }
}
