// Builds libraries, server and console when any source changed since the last build. Nx knows best what to build, but asking it
// takes seconds: a stamp of all source files tells in milliseconds that there is nothing to ask.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runStep } from './step.mjs';

const STAMP = 'node_modules/.cache/mcpnest/build-stamp';
const OUTPUTS = ['apps/api/dist/main.js', 'apps/admin/dist/index.html'];
const SOURCES = ['apps/api', 'apps/admin', 'libs', 'tools/build', '.swcrc', 'nx.json', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['dist', 'node_modules', 'coverage', '.nx', 'test-results']);

export async function ensureBuilt(root) {
  const stamp = sourceStamp(root);
  if (stamp === lastStamp(root) && OUTPUTS.every((output) => existsSync(join(root, output)))) return;
  await runStep(
    'Building server and console',
    process.execPath,
    ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--parallel=2', '--output-style=static'],
    {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
    },
  );
  mkdirSync(dirname(join(root, STAMP)), { recursive: true });
  writeFileSync(join(root, STAMP), stamp);
}

/** Changes when a source file is added, removed, resized or touched. */
export function sourceStamp(root) {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) return void hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  for (const name of readdirSync(join(root, path)).sort()) if (!NOT_SOURCES.has(name)) addTo(hash, root, join(path, name));
}

function lastStamp(root) {
  try {
    return readFileSync(join(root, STAMP), 'utf8');
  } catch {
    return null;
  }
}
