import type { QueryRunner } from 'typeorm';

/** Asked once per statement, not per row. */
const SCOPE = `(SELECT current_setting('mcpnest.workspace', true))`;
/**
 * What is not null is taken for nearly every row by the planner. A bare condition would be taken for few, as if it narrowed what
 * the query's own filter narrows already, and pages would be sorted instead of read from their index.
 */
const IS_REACHED = `(CASE WHEN workspace_id = ${SCOPE} OR ${SCOPE} = '*' THEN true END) IS NOT NULL`;

/**
 * For migrations: the server's role reaches rows of these tables only in the scope of their workspace, or across all.
 * Every table with a `workspace_id` is named once; where that is null, the row is the company's. A partitioned table needs it
 * on itself alone: nobody is granted its parts.
 */
export async function keepWorkspacesApart(queryRunner: QueryRunner, ...tables: string[]): Promise<void> {
  for (const table of tables)
    await queryRunner.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_workspace ON ${table} USING (${IS_REACHED});`);
}

/** For migrations that go down. */
export async function stopKeepingApart(queryRunner: QueryRunner, ...tables: string[]): Promise<void> {
  for (const table of tables)
    await queryRunner.query(`DROP POLICY ${table}_workspace ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`);
}
