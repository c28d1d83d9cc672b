import { MIGRATIONS } from '../../app.migrations.js';
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { migrate, revertLast } from './migrator.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterAll(() => database.drop());
  const target = () => ({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, migrations: MIGRATIONS });
  const tables = async () =>
    (
      await database.owner.query<{ name: string }[]>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations' ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('go up on an empty database, down to nothing, and up again to the same', async () => {
    expect(await migrate(target())).toHaveLength(MIGRATIONS.length);
    const first = await tables();
    expect(first).toEqual(expect.arrayContaining(['ledger_counter', 'settings']));
    while (await revertLast(target()));
    expect(await tables()).toEqual([]);
    await migrate(target());
    expect(await tables()).toEqual(first);
  });

  it('have nothing to do the second time', async () => {
    expect(await migrate(target())).toEqual([]);
  });

  it('run once when several processes start at the same time', async () => {
    while (await revertLast(target()));
    const ran = await Promise.all([migrate(target()), migrate(target()), migrate(target())]);
    expect(ran.flat()).toHaveLength(MIGRATIONS.length);
  });
});

describe('a database that lets nobody in', () => {
  it.each(['postgresql://owner:canary@127.0.0.1:1/none', 'postgresql://owner:canary@/none?host=%2Fnowhere'])(
    'is told in plain words without the password (%#)',
    async (url) => {
      const failed = migrate({ ownerUrl: url, appUrl: url, migrations: MIGRATIONS });
      await expect(failed).rejects.toThrow(/^The database none at .* lets nobody in: .*(ECONNREFUSED|ENOENT)/);
      await expect(failed).rejects.not.toThrow(/canary/);
    },
  );
});

describe("the server's role", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('owns nothing', async () => {
    const owned = await database.dataSource.query(
      `SELECT relname FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
    );
    expect(owned).toEqual([]);
  });

  it('may not create, alter or drop tables', async () => {
    await expect(database.dataSource.query('CREATE TABLE intruder (id text)')).rejects.toThrow(/permission denied/);
    await expect(database.dataSource.query('DROP TABLE settings')).rejects.toThrow(/must be owner/);
  });

  it('may count the ledger up but neither add nor remove a counter', async () => {
    await expect(database.dataSource.query('UPDATE ledger_counter SET number = number + 1 RETURNING number')).resolves.toBeDefined();
    await expect(database.dataSource.query('DELETE FROM ledger_counter')).rejects.toThrow(/permission denied/);
    await expect(database.dataSource.query('INSERT INTO ledger_counter DEFAULT VALUES')).rejects.toThrow(/permission denied/);
  });
});

describe('every foreign key', () => {
  it('starts an index, so that deletes stay cheap', async () => {
    const database = await createTestDatabase();
    const bare = await database.owner.query(`
      SELECT c.conrelid::regclass AS table, c.conname AS name FROM pg_constraint c
      WHERE c.contype = 'f' AND c.conparentid = 0 AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)`);
    await database.drop();
    expect(bare).toEqual([]);
  });
});
