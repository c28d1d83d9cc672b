import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';

/**
 * Tokens of ended accounts that are still to be taken back at their authorization servers. The database queues them itself, so that
 * none is missed however the account ended: with the membership, the person, the workspace or the server. What ended may be gone, so
 * nothing here refers to it.
 */
export class ServersOauthRevocations20261130240100 implements MigrationInterface {
  readonly name = 'ServersOauthRevocations20261130240100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE oauth_revocations (
        id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
        account_id text NOT NULL,
        server_id text NOT NULL,
        server_slug text,
        left_workspace_id text,
        left_user_id text,
        issuer text NOT NULL,
        token_endpoint text NOT NULL,
        revocation_endpoint text NOT NULL,
        resource text NOT NULL,
        client_origin text NOT NULL,
        client_id text NOT NULL,
        method text NOT NULL,
        sealed text NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX oauth_revocations_next_at ON oauth_revocations (next_at);
      CREATE INDEX oauth_revocations_account ON oauth_revocations (account_id);

      CREATE FUNCTION queue_oauth_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO oauth_revocations (account_id, server_id, server_slug, left_workspace_id, left_user_id, issuer, token_endpoint,
          revocation_endpoint, resource, client_origin, client_id, method, sealed)
        VALUES (OLD.id, OLD.server_id, (SELECT slug FROM servers WHERE id = OLD.server_id), OLD.workspace_id, OLD.user_id, OLD.issuer,
          OLD.token_endpoint, OLD.revocation_endpoint, OLD.resource, OLD.client_origin, OLD.client_id, OLD.method, OLD.sealed);
        RETURN NULL;
      END $$;
      CREATE TRIGGER oauth_accounts_queue_revocation AFTER DELETE ON oauth_accounts FOR EACH ROW
        WHEN (OLD.revocation_endpoint IS NOT NULL AND OLD.state = 'connected') EXECUTE FUNCTION queue_oauth_revocation();
    `);
    await grantApp(queryRunner, 'oauth_revocations', 'SELECT, INSERT, UPDATE (tries, next_at), DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, 'oauth_revocations');
    await queryRunner.query(`
      DROP TRIGGER oauth_accounts_queue_revocation ON oauth_accounts;
      DROP FUNCTION queue_oauth_revocation();
      DROP TABLE oauth_revocations;
    `);
  }
}
