import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';
import { recordChanges } from '../recorded-tables.js';

/** Where events are sent to, and every message with what became of it. The cursor says up to which ledger row messages are made. */
export class AuditWebhooks20261130230300 implements MigrationInterface {
  readonly name = 'AuditWebhooks20261130230300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhooks (
        id text PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        url text NOT NULL,
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        enabled boolean NOT NULL DEFAULT true,
        problem text,
        sealed text NOT NULL,
        former_sealed text,
        former_until timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT webhooks_name_unique UNIQUE (name)
      );
      CREATE TABLE webhook_messages (
        webhook_id text NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
        id text NOT NULL,
        type text NOT NULL,
        body text NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
        attempts jsonb NOT NULL DEFAULT '[]',
        tries integer NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (webhook_id, id)
      );
      CREATE INDEX webhook_messages_waiting ON webhook_messages (next_at) WHERE state = 'waiting';
      CREATE INDEX webhook_messages_newest ON webhook_messages (webhook_id, created_at DESC, id DESC);
      CREATE TABLE webhook_cursor (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        number bigint NOT NULL
      );
      INSERT INTO webhook_cursor (number) SELECT number FROM ledger_counter;
    `);
    await grantApp(queryRunner, 'webhooks', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'webhook_messages', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'webhook_cursor', 'SELECT, UPDATE');
    const shown = ['id', 'name', 'events', 'enabled', 'problem', 'former_until'];
    await recordChanges(queryRunner, 'webhooks', { kind: 'webhook', shown, ignored: ['created_at'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'webhooks', 'webhook_messages', 'webhook_cursor');
    await queryRunner.query('DROP TABLE webhook_cursor; DROP TABLE webhook_messages; DROP TABLE webhooks;');
  }
}
