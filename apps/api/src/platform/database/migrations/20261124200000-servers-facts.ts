import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a company knows about its servers: whose they are, what for, where from, what data they touch. */
export class ServersFacts20261124200000 implements MigrationInterface {
  readonly name = 'ServersFacts20261124200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE servers
        ADD COLUMN owner text,
        ADD COLUMN purpose text,
        ADD COLUMN data_touched text,
        ADD COLUMN documentation_url text,
        ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
        ADD COLUMN source jsonb;
      CREATE INDEX servers_tags ON servers USING gin (tags);
      CREATE INDEX servers_source_name ON servers ((source ->> 'name'));
      CREATE INDEX server_versions_url ON server_versions ((transport ->> 'url'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX server_versions_url;
      DROP INDEX servers_source_name;
      DROP INDEX servers_tags;
      ALTER TABLE servers
        DROP COLUMN owner, DROP COLUMN purpose, DROP COLUMN data_touched,
        DROP COLUMN documentation_url, DROP COLUMN tags, DROP COLUMN source;
    `);
  }
}
