import { readFileSync } from 'node:fs';
import { code, page, table } from './markdown.mjs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What runs in production, with its pinned version. */
export function runtimeDependencies() {
  const { dependencies, optionalDependencies } = read('package.json');
  return { ...dependencies, ...optionalDependencies };
}

/** Reasons as written, by package name. */
export const dependencyReasons = () => read('tools/reference/dependency-reasons.json');

/**
 * docs/reference/dependencies.md: one line of reason per runtime dependency.
 * @throws when a package has no reason, or a reason has no package.
 */
export function dependenciesPage() {
  const versions = runtimeDependencies();
  const reasons = dependencyReasons();
  const missing = Object.keys(versions).filter((name) => !reasons[name]);
  const ghosts = Object.keys(reasons).filter((name) => !versions[name]);
  if (missing.length + ghosts.length > 0) {
    throw new Error(
      `tools/reference/dependency-reasons.json: no reason for [${missing.join(', ')}], no package for [${ghosts.join(', ')}]`,
    );
  }
  const rows = Object.entries(versions).map(([name, version]) => [code(name), version, reasons[name]]);
  return page('Runtime dependencies', '`package.json` and `tools/reference/dependency-reasons.json`', [
    'Everything else in `package.json` is for development or is bundled into the console, and is not in the image.',
    table(['package', 'version', 'why'], rows),
  ]);
}
