import type { DataSource } from 'typeorm';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** A table with rows that belong to workspaces, as the catalogue knows it. */
export interface TenantTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly isWorkspaceRequired: boolean;
}

/** Every table that has a `workspace_id`, without the parts of partitioned ones. */
export async function tenantTables(owner: DataSource): Promise<readonly TenantTable[]> {
  const rows: { name: string; columns: Column[] }[] = await owner.query(`
    SELECT t.relname AS name, jsonb_agg(jsonb_build_object('name', c.attname, 'type', format_type(c.atttypid, NULL), 'required', c.attnotnull)) AS columns
      FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
     GROUP BY t.relname HAVING bool_or(c.attname = 'workspace_id') ORDER BY t.relname`);
  return rows.map(({ name, columns }) => ({
    name,
    columns,
    isWorkspaceRequired: columns.some((column) => column.name === 'workspace_id' && column.required),
  }));
}

/** Takes everything off tables that says what may stand in them, so that any row can: what is left are keys and policies. */
export async function strip(owner: DataSource, tables: readonly TenantTable[]): Promise<void> {
  for (const { name } of tables) {
    const constraints: { name: string }[] = await owner.query(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('f', 'c')`,
      [name],
    );
    for (const constraint of constraints) await owner.query(`ALTER TABLE ${name} DROP CONSTRAINT "${constraint.name}"`);
    await owner.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  }
}

/** A statement that adds a row of a workspace. @param salt makes rows differ in every column that a key may have */
export function insertOf({ name, columns }: TenantTable, workspaceId: string | null, salt: number): string {
  const needed = columns.filter((column) => column.required || column.name === 'workspace_id');
  const values = needed.map((column) => (column.name === 'workspace_id' ? literal(workspaceId) : valueOf(column, salt)));
  return `INSERT INTO ${name} (${needed.map((column) => column.name).join(', ')}) VALUES (${values.join(', ')})`;
}

const literal = (text: string | null): string => (text === null ? 'NULL' : `'${text}'`);

function valueOf({ name, type }: Column, salt: number): string {
  if (name === 'retention_class') return `'standard'`;
  if (type === 'text') return `'x${salt}'`;
  if (type === 'bytea') return `decode(lpad('${salt}', 64, '0'), 'hex')`;
  if (type === 'boolean') return 'true';
  if (type === 'jsonb') return `'{}'`;
  if (type === 'date') return 'current_date';
  if (type === 'timestamp with time zone') return 'now()';
  return type.endsWith('[]') ? `'{}'` : String(salt);
}
