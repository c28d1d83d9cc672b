import { MIGRATIONS } from '../../app.migrations.js';
import { migrate } from '../../platform/database/migrator.js';
import { ServersToolLock20261124231000 } from '../../platform/database/migrations/20261124231000-servers-tool-lock.js';
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { seenItem } from './tool-listing/definition-hash.js';

describe('an installation from before there were locks', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterAll(() => database.drop());

  const run = (migrations: Function[]) => migrate({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, migrations });

  it('finds what its versions listed locked, and what nobody can lock left out', async () => {
    await run(MIGRATIONS.slice(0, MIGRATIONS.indexOf(ServersToolLock20261124231000)));
    const text = '{ "name":"add",  "inputSchema":{"type":"object"} }';
    await database.owner.query(
      `INSERT INTO servers (id, slug, name, created_at, updated_at) VALUES ('srv_1', 'one', 'One', now(), now());
       INSERT INTO server_versions (id, server_id, number, state, transport, created_at, created_by_name, listed_at)
       SELECT 'ver_' || n, 'srv_1', n, 'approved', '{"type":"builtin","name":"demo"}', now(), 'root', CASE WHEN n < 3 THEN now() END
         FROM generate_series(1, 3) n`,
    );
    await database.owner.query(
      `INSERT INTO tool_definitions (hash, name, definition) SELECT * FROM unnest(ARRAY['raw1', 'raw2'], ARRAY['add', 'odd'], $1::text[])`,
      [[text, '{"name":"odd","name":"odder"}']],
    );
    await database.owner.query(
      `INSERT INTO server_version_tools (version_id, position, tool_name, definition_hash)
       VALUES ('ver_1', 0, 'add', 'raw1'), ('ver_1', 1, 'odd', 'raw2'), ('ver_2', 0, 'add', 'raw1')`,
    );
    await run(MIGRATIONS);
    const { hash } = seenItem({ key: 'add', text });
    expect(
      await database.owner.query(
        'SELECT version_id, kind, key, approved_hash, seen_hash, state FROM server_lock_items ORDER BY version_id',
      ),
    ).toEqual(
      ['ver_1', 'ver_2'].map((version_id) => ({
        version_id,
        kind: 'tools',
        key: 'add',
        approved_hash: hash,
        seen_hash: hash,
        state: 'approved',
      })),
    );
    expect(await database.owner.query('SELECT version_id, kind FROM server_lock_kinds ORDER BY version_id')).toEqual([
      { version_id: 'ver_1', kind: 'tools' },
      { version_id: 'ver_2', kind: 'tools' },
    ]);
    expect(await database.owner.query('SELECT definition FROM tool_definitions WHERE hash = $1', [hash])).toEqual([{ definition: text }]);
    expect(await database.owner.query('SELECT DISTINCT lock_policy, changed_items FROM servers')).toEqual([
      { lock_policy: 'hold', changed_items: 'keep' },
    ]);
  });
});
