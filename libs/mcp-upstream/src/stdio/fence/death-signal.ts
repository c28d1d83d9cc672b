import { execFile } from 'node:child_process';

const WORDS = ['--pdeathsig', 'KILL'] as const;

/** What a program is started with so that it ends with this process, also where that is killed. The way of util-linux. */
export const BY_DEATH_SIGNAL: readonly string[] = ['setpriv', ...WORDS];
/** The same for programs with a search path of their own. */
const AT_ITS_PLACE: readonly [string, ...string[]] = ['/usr/bin/setpriv', ...WORDS];

let found: Promise<readonly string[]> | undefined;

/** By its place, or nothing where the machine cannot: the tool of busybox knows no death signal, and other systems have none at all. */
export const deathSignalHere = (): Promise<readonly string[]> => (found ??= look());

function look(): Promise<readonly string[]> {
  const [program, ...words] = AT_ITS_PLACE;
  return new Promise((resolve) => {
    execFile(program, [...words, '/bin/true'], (error) => resolve(error ? [] : AT_ITS_PLACE));
  });
}
