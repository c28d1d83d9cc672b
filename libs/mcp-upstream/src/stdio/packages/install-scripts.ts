import { randomUUID } from 'node:crypto';
import { lchown, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accountId, isRoot } from '../fence/accounts.js';
import type { Launch } from '../launch.js';
import { NO_NPM, npmCli } from './npm-command.js';
import { PackageProblem, type SourcePlace } from './package-source.js';

const SCRIPTS_MS = 10 * 60_000;
const SAID_MAX = 2_000;

/** What is run of a package, and where it was put. */
export interface AllowedScripts {
  /** As npm selects them, `name@1.2.3`. */
  readonly packages: readonly string[];
  readonly folder: string;
  readonly place: SourcePlace;
}

/**
 * Runs the install scripts of some packages, by npm itself so that they find what they expect: behind the fence, without network
 * where that can be kept off, with nothing of the gateway's variables and no configuration of npm. They may change their folder,
 * as an account of their own; what they leave belongs to the gateway.
 * @throws PackageProblem with the last that they said
 */
export async function runInstallScripts({ packages, folder, place }: AllowedScripts): Promise<void> {
  const cli = npmCli(place.environment['PATH'] ?? '');
  if (cli === null) throw new PackageProblem(NO_NPM);
  const home = join(place.root, `.home-${randomUUID()}`);
  const options = ['--ignore-scripts=false', '--foreground-scripts', '--offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  const launch: Launch = {
    file: process.execPath,
    args: [cli, 'rebuild', ...packages, '--prefix', folder, '--globalconfig', '/nonexistent', ...options],
    variables: [],
    readable: [dirname(dirname(cli))],
    writable: [folder],
    home,
    network: false,
    account: `install ${folder}`,
  };
  await mkdir(home, { recursive: true });
  try {
    if (isRoot()) await give(folder, accountId(launch.account));
    await runToEnd(launch, place);
  } finally {
    if (isRoot()) await give(folder, 0);
    await rm(home, { recursive: true, force: true });
  }
}

async function runToEnd(launch: Launch, { host, signal }: SourcePlace): Promise<void> {
  let said = '';
  const hear = (text: string): void => void (said = (said + text).slice(-SAID_MAX));
  let ended!: (code: number | null) => void;
  const end = new Promise<number | null>((resolve) => (ended = resolve));
  const ear = {
    line: (text: string) => hear(`${text}\n`),
    tooLong: hear,
    complained: hear,
    ended: ({ code }: { code: number | null }) => ended(code),
  };
  const running = await host.start(launch, ear);
  const stop = (): void => void running.stop();
  const timer = setTimeout(stop, SCRIPTS_MS);
  signal.addEventListener('abort', stop);
  const code = await end;
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  if (code !== 0) throw new PackageProblem(`An install script failed. It said last: ${lastOf(said)}`);
}

/** The last words of the script, or npm's own where it said nothing. */
function lastOf(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !/^(npm (error|ERR!)|>)/.test(line));
  return (own.length > 0 ? own : lines).slice(-6).join(' ').slice(-600) || 'nothing.';
}

/** Makes a folder with all that is in it belong to an account; links themselves, never what they lead to. */
async function give(path: string, id: number): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) await give(at, id);
    else await lchown(at, id, id);
  }
  await lchown(path, id, id);
}
