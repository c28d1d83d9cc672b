import type { DataSource, QueryRunner } from 'typeorm';

/**
 * For migrations: lets the server's role use a table. `privileges` as in GRANT, e.g. `select, insert`.
 * It is noted rather than granted at once, so that a server role named later gets the same.
 */
export function grantApp(queryRunner: QueryRunner, table: string, privileges: string): Promise<unknown> {
  return note(queryRunner, `TABLE ${table}`, privileges);
}

/** For migrations: lets the server's role call a function. `signature` with its argument types, e.g. `drop_partitions(date)`. */
export function grantAppFunction(queryRunner: QueryRunner, signature: string): Promise<unknown> {
  return note(queryRunner, `FUNCTION ${signature}`, 'EXECUTE');
}

/** For migrations that go down: forgets what was granted on a table or function that is about to go. */
export function forgetGrants(queryRunner: QueryRunner, ...names: string[]): Promise<unknown> {
  return queryRunner.query(`DELETE FROM app_grants WHERE substr(object, strpos(object, ' ') + 1) = ANY($1)`, [names]);
}

function note(queryRunner: QueryRunner, object: string, privileges: string): Promise<unknown> {
  return queryRunner.query('INSERT INTO app_grants (object, privileges) VALUES ($1, $2) ON CONFLICT DO NOTHING', [object, privileges]);
}

/** Grants all that migrations noted. Nothing to do where owner and server share one role. */
export async function applyGrants(owner: DataSource, ownerRole: string, appRole: string): Promise<void> {
  if (ownerRole === appRole) return;
  const role = quoted(appRole);
  const rows: { object: string; privileges: string }[] = await owner.query('SELECT object, privileges FROM app_grants ORDER BY object');
  const grants = rows.map(({ object, privileges }) => `GRANT ${privileges} ON ${object} TO ${role}`);
  await owner.query([`GRANT USAGE ON SCHEMA public TO ${role}`, `GRANT SELECT ON schema_migrations TO ${role}`, ...grants].join(';'));
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
