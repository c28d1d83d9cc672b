import type { DataSource, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { insertOf, strip, tenantTables, type TenantTable } from './testing/tenant-tables.js';

const [MINE, THEIRS] = ['ws_mine', 'ws_theirs'];

describe('tables of workspaces', () => {
  let database: TestDatabase;
  let tables: readonly TenantTable[];

  beforeAll(async () => {
    database = await createTestDatabase();
    tables = await tenantTables(database.owner);
    await strip(database.owner, tables);
    for (const table of tables) {
      await database.owner.query(insertOf(table, MINE, 1));
      await database.owner.query(insertOf(table, THEIRS, 2));
      if (!table.isWorkspaceRequired) await database.owner.query(insertOf(table, null, 3));
    }
  });
  afterAll(() => database.drop());

  /** Runs work on every table as the server's role in a scope, and takes it back. @returns the tables of which it said no */
  const where = async (scope: string, work: (runner: QueryRunner, table: TenantTable) => Promise<boolean>): Promise<string[]> => {
    const wrong: string[] = [];
    for (const table of tables) {
      const isRight = await undone(database.dataSource, async (runner) => {
        await runner.query(`SET LOCAL mcpnest.workspace = '${scope}'`);
        return work(runner, table);
      });
      if (!isRight) wrong.push(table.name);
    }
    return wrong;
  };
  const refused = async (runner: QueryRunner, statement: string): Promise<boolean> =>
    runner.query(statement).then(
      () => false,
      (error: Error) => /row-level security|permission denied/.test(error.message),
    );
  const workspacesIn = async (runner: QueryRunner, { name }: TenantTable): Promise<unknown[]> => {
    const rows: { workspace_id: string | null }[] = await runner.query(`SELECT workspace_id FROM ${name} ORDER BY workspace_id`);
    return rows.map(({ workspace_id: id }) => id);
  };

  it('are all behind the wall', async () => {
    const open = await database.owner.query(
      `SELECT relname FROM pg_class t WHERE relname = ANY ($1) AND NOT (relrowsecurity AND EXISTS (
         SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = '*' AND p.polpermissive AND 0 = ANY (p.polroles)))`,
      [tables.map(({ name }) => name)],
    );
    expect(tables.length).toBeGreaterThan(20);
    expect(open).toEqual([]);
  });

  it('have no second policy that would let more through', async () => {
    expect(await database.owner.query('SELECT polrelid::regclass AS name FROM pg_policy GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
  });

  it('bind the role of the server, which owns none of them and passes no wall', async () => {
    const [role] = await database.dataSource.query('SELECT rolsuper, rolbypassrls, oid AS id FROM pg_roles WHERE rolname = current_user');
    const owned = await database.owner.query('SELECT relname FROM pg_class WHERE relname = ANY ($1) AND relowner = $2', [
      tables.map(({ name }) => name),
      role.id,
    ]);
    expect([role.rolsuper, role.rolbypassrls, owned]).toEqual([false, false, []]);
  });

  it('are reached as a whole alone: no part of them is granted, nor one that is made later', async () => {
    await database.dataSource.query('SELECT ensure_call_partitions(30), ensure_ledger_partitions(30)');
    const granted = await database.dataSource.query(
      `SELECT relname FROM pg_class WHERE relispartition AND relkind IN ('r', 'p')
         AND (has_table_privilege(oid, 'SELECT') OR has_table_privilege(oid, 'INSERT, UPDATE, DELETE'))`,
    );
    expect(granted).toEqual([]);
  });

  it('show nothing where nothing is said', async () => {
    expect(await where('', async (runner, table) => (await workspacesIn(runner, table)).length === 0)).toEqual([]);
    const plain = await Promise.all(tables.map(({ name }) => database.dataSource.query(`SELECT FROM ${name}`)));
    expect(plain.flat()).toEqual([]);
  });

  it('show each workspace its own rows, and nothing of the company', async () => {
    expect(await where(MINE, async (runner, table) => String(await workspacesIn(runner, table)) === MINE)).toEqual([]);
  });

  it('show all rows to what says that it crosses workspaces', async () => {
    const all = ({ isWorkspaceRequired }: TenantTable): string => String([MINE, THEIRS, ...(isWorkspaceRequired ? [] : [null])]);
    expect(await where('*', async (runner, table) => String(await workspacesIn(runner, table)) === all(table))).toEqual([]);
  });

  it('let nobody change or remove the rows of another workspace', async () => {
    const columns: { table: string; column: string }[] = await database.dataSource.query(
      `SELECT table_name AS table, min(column_name) AS column FROM information_schema.column_privileges
        WHERE privilege_type = 'UPDATE' AND grantee = current_user GROUP BY table_name`,
    );
    const touched = (answer: unknown): boolean => Array.isArray(answer) && answer[1] === 1;
    const changed = await where(MINE, async (runner, { name }) => {
      const column = columns.find(({ table }) => table === name)?.column;
      return column === undefined || touched(await runner.query(`UPDATE ${name} SET ${column} = ${column}`));
    });
    const removed = await where(MINE, async (runner, { name }) => {
      const [{ may }] = await runner.query(`SELECT has_table_privilege($1, 'DELETE') AS may`, [name]);
      return !may || touched(await runner.query(`DELETE FROM ${name}`));
    });
    expect([changed, removed]).toEqual([[], []]);
    expect(columns.length).toBeGreaterThan(15);
  });

  it('take no row for another workspace, nor for the company', async () => {
    expect(await where(MINE, (runner, table) => refused(runner, insertOf(table, THEIRS, 4)))).toEqual([]);
    expect(await where('', (runner, table) => refused(runner, insertOf(table, MINE, 4)))).toEqual([]);
    const without = await where(MINE, async (runner, table) => table.isWorkspaceRequired || refused(runner, insertOf(table, null, 4)));
    expect(without).toEqual([]);
  });

  it('let no row be handed over to another workspace', async () => {
    const kept = await where(MINE, async (runner, { name }) => {
      const [{ may }] = await runner.query(`SELECT has_column_privilege($1, 'workspace_id', 'UPDATE') AS may`, [name]);
      return !may || refused(runner, `UPDATE ${name} SET workspace_id = '${THEIRS}'`);
    });
    expect(kept).toEqual([]);
  });
});

describe('reading behind the wall', () => {
  const page = (from: string) => `SELECT call_id FROM mcp_tool_calls c
    WHERE c.workspace_id = ANY ($1) AND c.created_at >= $2 AND c.created_at < $3 ${from} ORDER BY c.created_at DESC, c.call_id DESC LIMIT 51`;
  const QUERIES = {
    'the newest calls': page(''),
    'the next page of calls': page(`AND (c.created_at, c.call_id) < ($3::timestamptz, 'call_z')`),
    'calls by tool':
      'SELECT tool_name, count(*) FROM mcp_tool_calls WHERE workspace_id = ANY ($1) AND created_at >= $2 AND created_at < $3 GROUP BY 1',
    'roll-ups of a day': 'SELECT sum(calls) FROM call_rollups WHERE workspace_id = ANY ($1) AND bucket_at >= $2 AND bucket_at < $3',
  };
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(`
      INSERT INTO mcp_tool_calls (call_id, created_at, workspace_id, token_id, token_name, tool_name, published_name, status, outcome, latency_ms, request_bytes)
      SELECT 'call_' || n, now() - n * interval '1 second', 'ws_' || n % 20, 'tok', 'token', 'tool', 'tool', 200, 'success', 1, 1 FROM generate_series(1, 40000) n`);
    await database.owner.query(`
      INSERT INTO call_rollups (bucket_at, workspace_id, tool_name, token_id, outcome, calls, all_of_it, upstream, gateway)
      SELECT now() - n * interval '1 minute', 'ws_' || n % 20, 'tool', 'tok', 'success', 1, '{}', '{}', '{}' FROM generate_series(1, 20000) n`);
    await database.owner.query('ANALYZE mcp_tool_calls, call_rollups');
  });
  afterAll(() => database.drop());

  /** The plan without what it filters by. */
  const planOf = (source: DataSource, query: string): Promise<string> =>
    undone(source, async (runner) => {
      await runner.query(`SET LOCAL mcpnest.workspace = 'ws_7'`);
      const day = [new Date(Date.now() - 86_400_000), new Date()];
      const rows: Record<string, string>[] = await runner.query(`EXPLAIN (COSTS OFF) ${query}`, [['ws_7'], ...day]);
      const lines = rows.map((row) => row['QUERY PLAN'] ?? '');
      return lines
        .filter((line) => !/Filter: |InitPlan \d|^ +-> {2}Result/.test(line))
        .join('\n')
        .replaceAll(/'\d{4}-[^']*'/g, 'time');
    });

  it.each(Object.entries(QUERIES))('%s goes the same way as without it, by the same indexes', async (_, query) => {
    const plan = await planOf(database.dataSource, query);
    expect(plan).toBe(await planOf(database.owner, query));
    expect(plan).toMatch(/Index.* (Scan|Cond)/);
  });
});

/** Runs work on one connection in a transaction that is rolled back. */
async function undone<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    return await work(runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
