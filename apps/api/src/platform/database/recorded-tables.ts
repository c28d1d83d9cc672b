import type { QueryRunner } from 'typeorm';

/** What the ledger may say of a table's rows. Columns that are named nowhere here are told as set or not set, never by their value. */
export interface RecordedTable {
  /** What a row is called, such as `token`. */
  readonly kind: string;
  /** Columns whose values may be read by everybody who reads the ledger. */
  readonly shown: readonly string[];
  /** Columns that change by themselves: a change of nothing else is none. */
  readonly ignored?: readonly string[];
}

/**
 * For migrations: rows of this table that a transaction adds, changes or removes stand in its ledger row, before and after.
 * A later migration that adds a column calls this again with all columns.
 */
export async function recordChanges(queryRunner: QueryRunner, table: string, { kind, shown, ignored = [] }: RecordedTable): Promise<void> {
  const words = [kind, shown.join(','), ignored.join(',')].map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');
  await queryRunner.query(`
    DROP TRIGGER IF EXISTS ${table}_note_change ON ${table};
    CREATE TRIGGER ${table}_note_change AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION note_ledger_change(${words});`);
}

/** For migrations that go down. */
export async function stopRecordingChanges(queryRunner: QueryRunner, ...tables: string[]): Promise<void> {
  for (const table of tables) await queryRunner.query(`DROP TRIGGER IF EXISTS ${table}_note_change ON ${table}`);
}
