// A copy of the sources in a folder of its own, where a test may plant and generate without touching the tree.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const COPIED = [
  'apps',
  'libs',
  'tools/fence',
  'package.json',
  'nx.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
];
const LEFT_OUT = /(^|\/)(node_modules|dist|test-results|playwright-report|coverage)(\/|$)/;

function copyTree(root, field) {
  for (const path of COPIED) {
    cpSync(join(root, path), join(field, path), { recursive: true, filter: (source) => !LEFT_OUT.test(relative(root, source)) });
  }
}

/** Links the installed packages, and our own libraries to their copies. */
function linkPackages(root, field) {
  const modules = join(field, 'node_modules');
  mkdirSync(join(modules, '@mcpnest'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@mcpnest') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const library of readdirSync(join(field, 'libs'))) {
    const { name } = JSON.parse(readFileSync(join(field, 'libs', library, 'package.json'), 'utf8'));
    symlinkSync(join(field, 'libs', library), join(modules, name));
  }
}

/** Lays a field out, works on it, and clears it away whatever happens. */
export function onField(root, work) {
  const field = mkdtempSync(join(tmpdir(), 'field-'));
  try {
    copyTree(root, field);
    linkPackages(root, field);
    return work(field);
  } finally {
    rmSync(field, { recursive: true, force: true });
  }
}
