import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runTool, type ToolOutcome, type ToolPlace } from './run-tool.js';

export const NO_NPM = 'Install npm on the machine of the gateway: packages of npm cannot be had without it.';

/** Runs npm to its end, as the machine's own configuration has it. Never throws. */
export async function runNpm(args: readonly string[], place: ToolPlace & { readonly cache: string }): Promise<ToolOutcome> {
  const cli = npmCli(place.environment['PATH'] ?? '');
  if (cli === null) return { ok: false, output: '', complaints: '', isThere: false };
  const always = [
    '--cache',
    place.cache,
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--no-update-notifier',
    '--ignore-scripts',
    '--loglevel',
    'error',
  ];
  return runTool(process.execPath, [cli, ...args, ...always], place);
}

/** The program of npm itself: beside Node, or wherever the search path finds it. */
export function npmCli(searchPath: string): string | null {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const onPath = searchPath.split(delimiter).map((folder) => join(folder, 'npm'));
  const found = [beside, ...onPath].find((file) => existsSync(file));
  if (found === undefined) return null;
  const real = realpathSync(found);
  return real.endsWith('.js') ? real : null;
}

/** The reason in npm's complaints, without addresses: they may hold names of hosts and credentials. */
export function reasonOf({ complaints, isThere }: ToolOutcome): string {
  if (!isThere) return NO_NPM;
  const code = /npm (?:error|ERR!) code (\w+)/.exec(complaints)?.[1];
  if (code === 'E404' || code === 'ETARGET') return 'The registry has no such version of this package.';
  if (code === 'E401' || code === 'E403') return 'The registry refused the request; look at the npm configuration of this machine.';
  if (code === 'EINTEGRITY') return 'What the registry sent is not what it announced.';
  if (code && /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|CERT_\w+|SELF_SIGNED\w+|UNABLE_TO\w+)$/.test(code))
    return 'The registry cannot be reached; look at the npm configuration of this machine.';
  return code ? `npm gave up with ${code}.` : 'npm did not come to an end in time.';
}
