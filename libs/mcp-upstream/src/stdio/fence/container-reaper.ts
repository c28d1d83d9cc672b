import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { labelOf, removal, type ContainerRunner } from './container.js';

const REMOVE_MS = 20_000;

/**
 * Waits for the end of its input, which comes when the gateway ends, by whatever signal; then removes what is left of its
 * containers. Looks again for some seconds, because one may just have been begun.
 */
const REAPER = `
const { execFile } = require('node:child_process');
const [engine, filter, ...remove] = process.argv.slice(1);
const sweep = (left) => execFile(engine, ['ps', '--all', '--quiet', '--filter', filter], (error, ids = '') => {
  const names = ids.split('\\n').filter(Boolean);
  const again = () => left > 0 && setTimeout(sweep, 700, left - 1);
  names.length > 0 ? execFile(remove[0], [...remove.slice(1), ...names], again) : again();
});
process.on('SIGTERM', () => undefined).on('SIGINT', () => undefined);
process.stdin.on('end', () => sweep(4)).resume();
`;

/** Removes what a gateway left that was killed together with its reaper. Never throws: without an engine nothing is left. */
export async function removeLeftovers(runner: ContainerRunner): Promise<void> {
  const run = async ([file = '', ...args]: readonly string[]): Promise<string> =>
    (await promisify(execFile)(file, args, { env: { ...runner.environment }, timeout: REMOVE_MS })).stdout;
  try {
    const listed = await run([runner.engine, 'ps', '--all', '--quiet', '--filter', `label=${labelOf(runner)}`]);
    const ids = listed.split('\n').filter((id) => id !== '');
    if (ids.length > 0) await run(removal(runner, ids));
  } catch {
    // Whether containers can be run here is found out next.
  }
}

/** Starts what removes this gateway's containers when it is killed. It ends by itself after that. */
export function startReaper(runner: ContainerRunner): void {
  const args = ['-e', REAPER, runner.engine, `label=${labelOf(runner)}`, ...removal(runner, [])];
  const child = spawn(process.execPath, args, { env: { ...runner.environment }, stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
}
