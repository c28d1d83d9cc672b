import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/** Accounts that people connect to servers by OAuth: the accounts with their sealed tokens, connections under way, and the gateway's own registrations. */
export class ServersOauthAccounts20261130220000 implements MigrationInterface {
  readonly name = 'ServersOauthAccounts20261130220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const giver = `
        server_id text NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        workspace_id text REFERENCES gateway_workspaces (id) ON DELETE CASCADE,
        user_id text,
        origin text NOT NULL,
        issuer text NOT NULL,
        token_endpoint text NOT NULL,
        revocation_endpoint text,
        resource text NOT NULL,
        client_origin text NOT NULL CHECK (client_origin IN ('given', 'document', 'registered')),
        client_id text NOT NULL,
        method text NOT NULL,
        scopes text[] NOT NULL`;
    await queryRunner.query(`
      CREATE TABLE oauth_accounts (
        id text PRIMARY KEY,${giver},
        label text CHECK (length(label) <= 200),
        sealed text NOT NULL,
        token_number integer NOT NULL,
        expires_at timestamptz,
        renewable boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('connected', 'lapsed')),
        lapse_reason text,
        connected_at timestamptz NOT NULL,
        refreshed_at timestamptz,
        last_used_at timestamptz,
        last_success_at timestamptz,
        last_failure_at timestamptz,
        last_failure_reason text,
        lease_id text,
        lease_until timestamptz,
        CONSTRAINT oauth_accounts_holder CHECK ((workspace_id IS NULL) = (user_id IS NULL)),
        CONSTRAINT oauth_accounts_member_fk FOREIGN KEY (workspace_id, user_id)
          REFERENCES workspace_members (workspace_id, user_id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX oauth_accounts_holder_unique
        ON oauth_accounts (server_id, coalesce(workspace_id, ''), coalesce(user_id, ''));
      CREATE INDEX oauth_accounts_member ON oauth_accounts (workspace_id, user_id);

      CREATE TABLE oauth_flows (
        state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),${giver},
        person_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        iss_required boolean NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT oauth_flows_member_fk FOREIGN KEY (workspace_id, user_id)
          REFERENCES workspace_members (workspace_id, user_id) ON DELETE CASCADE
      );
      CREATE INDEX oauth_flows_expires_at ON oauth_flows (expires_at);
      CREATE INDEX oauth_flows_server ON oauth_flows (server_id);
      CREATE INDEX oauth_flows_member ON oauth_flows (workspace_id, user_id);
      CREATE INDEX oauth_flows_person ON oauth_flows (person_id);

      CREATE TABLE oauth_clients (
        id text PRIMARY KEY,
        issuer text NOT NULL,
        redirect_uri text NOT NULL,
        client_id text NOT NULL,
        method text NOT NULL,
        sealed text,
        created_at timestamptz NOT NULL,
        CONSTRAINT oauth_clients_issuer_unique UNIQUE (issuer, redirect_uri)
      );
    `);
    await grantApp(queryRunner, 'oauth_accounts', 'SELECT, INSERT, UPDATE, DELETE');
    await grantApp(queryRunner, 'oauth_flows', 'SELECT, INSERT, DELETE');
    await grantApp(queryRunner, 'oauth_clients', 'SELECT, INSERT, UPDATE (sealed), DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'oauth_accounts', 'oauth_flows', 'oauth_clients');
    await queryRunner.query('DROP TABLE oauth_clients, oauth_flows, oauth_accounts');
  }
}
