import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Limits of a workspace, its tokens, tools and addresses beside what each token may do; and calls counted by day, for quotas. */
export class WorkspacesLimits20261130210000 implements MigrationInterface {
  readonly name = 'WorkspacesLimits20261130210000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE limit_rules (
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        scope text NOT NULL CHECK (scope IN ('workspace', 'each-token', 'token', 'tool', 'each-address')),
        subject text NOT NULL,
        rate_per_second integer CHECK (rate_per_second > 0),
        burst integer CHECK (burst > 0),
        concurrency integer CHECK (concurrency > 0),
        calls_per_day integer CHECK (calls_per_day > 0),
        PRIMARY KEY (workspace_id, scope, subject)
      );
      CREATE TABLE limit_usage (
        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        scope text NOT NULL,
        subject text NOT NULL,
        day date NOT NULL,
        calls bigint NOT NULL,
        PRIMARY KEY (workspace_id, scope, subject, day)
      );
      CREATE INDEX limit_usage_day ON limit_usage (day);
    `);
    await grantApp(queryRunner, 'limit_rules', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'limit_usage', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'limit_rules', 'limit_usage');
    await queryRunner.query('DROP TABLE limit_usage; DROP TABLE limit_rules');
  }
}
