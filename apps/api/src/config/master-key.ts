import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.js';

const KEY_BYTES = 32;

/** The key file's path in the data folder. */
export const masterKeyFile = (dataDir: string): string => join(dataDir, 'master-key');

/** Reads the installation's own key, or makes it at the first start: whole or not at all, readable by nobody else. */
export function ownMasterKey(dataDir: string): Buffer {
  const file = masterKeyFile(dataDir);
  const existing = read(file);
  if (existing) return existing;
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) ?? ownMasterKey(dataDir);
}

function read(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new EnvironmentError([{ variable: 'MCPNEST_MASTER_KEY', problem: `is not set, and its file ${file} cannot be read (${code})` }]);
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new EnvironmentError([
    {
      variable: 'MCPNEST_MASTER_KEY',
      problem: `is not set, and its file ${file} does not hold 32 bytes of base64; restore it from a backup`,
    },
  ]);
}
