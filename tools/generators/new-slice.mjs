// Makes a slice with its table, its tests and its registrations:  npm run new:slice servers/labels [label]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registrations } from './registrations.mjs';
import { sliceNames } from './slice-names.mjs';
import { sliceFiles } from './slice-templates.mjs';

const [target, singular] = process.argv.slice(2);
const root = process.cwd();

/** Everything is computed before anything is written: a slice comes whole or not at all. */
function plan(names) {
  const made = Object.entries(sliceFiles(names)).map(([path, text]) => ({ path, text, isNew: true }));
  const taken = made.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken.path} exists already`);
  const edited = Object.entries(registrations(names)).map(([path, edit]) => ({
    path,
    text: edit(readFileSync(join(root, path), 'utf8'), path),
  }));
  return [...made, ...edited];
}

try {
  const names = sliceNames(target, singular);
  for (const { path, text, isNew } of plan(names)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`${isNew ? 'made   ' : 'changed'} ${path}`);
  }
  console.log(`
Left to you:
  1. name ${names.Many}Controller in "controllers", and ${names.Many}Service and ${names.One}Repository in "providers", of modules/${names.room}/${names.room}.module.ts
  2. npm run fix && npm run generate
  3. npx jest ${names.folder}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
