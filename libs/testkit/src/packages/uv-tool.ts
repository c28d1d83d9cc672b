import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAME = '@dataiku/uv-linux-x64';
const VERSION = '0.12.0';
const INTEGRITY = 'sha512-cTQGBpgGAXCJ4E8Zd0+0w7SOIZd357S6q2xTASKz2zsF5rRTO65uK2sEPRObpjQ9sG1zuPZm8dXQrw7fTK9rpQ==';

/** Whether there is a uv for this machine: the one of npm's registry is for Linux on x64. */
export const HAS_UV = process.platform === 'linux' && process.arch === 'x64';

/** Fetches the real uv, by its integrity, into an empty folder. Returns the folder that holds `uv` and nothing else. */
export async function bringUv(folder: string): Promise<string> {
  const dependencies = { [NAME]: VERSION };
  const packages = { '': { dependencies }, [`node_modules/${NAME}`]: { version: VERSION, integrity: INTEGRITY } };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, timeout: 180_000 });
  const place = join(folder, 'node_modules', NAME, 'bin');
  await chmod(join(place, 'uv'), 0o755);
  return place;
}
