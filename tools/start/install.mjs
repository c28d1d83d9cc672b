// Installs the locked dependencies when they are missing or differ from the lock file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './step.mjs';

export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const what = 'Installing dependencies (npm ci)';
  if (npm?.endsWith('.js')) await runStep(what, process.execPath, [npm, ...args], { cwd: root });
  else await runStep(what, 'npm', args, { cwd: root });
}

/** npm notes what it installed; every locked package must stand there in its version, save those of other platforms. */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    return present[path] ? present[path].version === version : Boolean(optional);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
