import { Client } from 'pg';
import type { ClusterSecrets } from './cluster.js';

export const OWNER_ROLE = 'mcpnest_owner';
export const APP_ROLE = 'mcpnest_app';
export const DATABASE = 'mcpnest';

/** Makes the owner's and the server's role and the database where they are missing. Passwords are base64url, so they can be quoted. */
export async function ensureRoles(superuserUrl: string, secrets: ClusterSecrets): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [[OWNER_ROLE, APP_ROLE]]);
    const known = roles.rows.map(({ rolname }) => rolname);
    if (!known.includes(OWNER_ROLE)) await client.query(`CREATE ROLE ${OWNER_ROLE} LOGIN PASSWORD '${secrets.owner}'`);
    if (!known.includes(APP_ROLE)) await client.query(`CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '${secrets.app}'`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
