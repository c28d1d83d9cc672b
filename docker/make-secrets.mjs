// Makes every secret of a new installation, once: passwords of the three database roles and the master key.
// Two folders, so that each container reads its own alone: database/ and gateway/. What exists is never changed.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const folder = process.argv[2] ?? '/secrets';
const HOST = process.env.DATABASE_HOST ?? 'database';
const NAME = 'mcpnest';
/** Accounts of the PostgreSQL and the gateway image; as anybody but root everything stays with the caller. */
const OWNERS = { database: Number(process.env.DATABASE_UID ?? 999), gateway: Number(process.env.GATEWAY_UID ?? 1000) };

/** Writes a file whole or not at all; @returns what it holds. */
function keep(room, name, make) {
  const path = join(folder, room, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = make();
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o400 });
  if (process.getuid() === 0) chownSync(draft, OWNERS[room], OWNERS[room]);
  renameSync(draft, path);
  return text;
}

const password = () => randomBytes(24).toString('hex');
const url = (role, secret) => `postgresql://${role}:${secret}@${HOST}:5432/${NAME}`;

for (const room of Object.keys(OWNERS)) mkdirSync(join(folder, room), { recursive: true });
keep('database', 'superuser_password', password);
const owner = keep('database', 'owner_password', password);
const app = keep('database', 'app_password', password);
keep('gateway', 'database_owner_url', () => url('mcpnest_owner', owner));
keep('gateway', 'database_url', () => url('mcpnest_app', app));
keep('gateway', 'master_key', () => randomBytes(32).toString('base64'));
for (const [room, account] of Object.entries(OWNERS)) {
  chmodSync(join(folder, room), 0o500);
  if (process.getuid() === 0) chownSync(join(folder, room), account, account);
}
