import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * Who wrote a call record, what writers sign about their chains, and which records are known to be missing. A row's chain is its
 * writer, its retention class and its UTC day. Rows from before have no writer and stand in no chain.
 */
export class AuditChains20261130140000 implements MigrationInterface {
  readonly name = 'AuditChains20261130140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mcp_tool_calls ADD COLUMN writer text;

      CREATE TABLE audit_checkpoints (
        writer text NOT NULL,
        number bigint NOT NULL,
        chain text NOT NULL,
        sequence bigint NOT NULL,
        hash text NOT NULL,
        dropped bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('interval', 'day-end', 'final')),
        made_at timestamptz NOT NULL,
        previous text,
        key_id text NOT NULL,
        signature text NOT NULL,
        PRIMARY KEY (writer, number)
      );
      CREATE INDEX audit_checkpoints_chain ON audit_checkpoints (chain, sequence);

      CREATE TABLE audit_gaps (
        id text PRIMARY KEY,
        writer text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('full', 'corrupt', 'refused')),
        chain text,
        from_sequence bigint,
        to_sequence bigint,
        hash text,
        count bigint NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL,
        key_id text NOT NULL,
        signature text NOT NULL
      );
      CREATE INDEX audit_gaps_chain ON audit_gaps (chain);

      CREATE TABLE audit_keys (
        key_id text PRIMARY KEY,
        public_key text NOT NULL,
        first_used_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE audit_policies (
        workspace_id text PRIMARY KEY,
        mode text CHECK (mode IN ('available', 'strict')),
        retention_days integer CHECK (retention_days BETWEEN 1 AND 3650),
        legal_hold boolean NOT NULL DEFAULT false
      );
    `);
    for (const table of ['audit_checkpoints', 'audit_gaps', 'audit_keys']) await grantApp(queryRunner, table, 'SELECT, INSERT');
    await grantApp(queryRunner, 'audit_policies', 'SELECT, INSERT, UPDATE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'audit_checkpoints', 'audit_gaps', 'audit_keys', 'audit_policies');
    await queryRunner.query(
      'DROP TABLE audit_policies; DROP TABLE audit_keys; DROP TABLE audit_gaps; DROP TABLE audit_checkpoints; ALTER TABLE mcp_tool_calls DROP COLUMN writer;',
    );
  }
}
