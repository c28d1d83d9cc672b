// Build step: gathers what runs in production, and nothing else, into a folder.
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const target = process.argv[2];
if (!target) throw new Error('usage: collect.mjs <folder>');

const built = ['apps', 'libs']
  .flatMap((kind) => readdirSync(kind).map((name) => join(kind, name)))
  .filter((project) => existsSync(join(project, 'dist')));
if (!built.includes(join('apps', 'api')) || !built.includes(join('apps', 'admin')))
  throw new Error('the server or the console is not built');

const paths = [
  'package.json',
  'LICENSE',
  'docker/entrypoint.sh',
  'docker/healthcheck.mjs',
  'docker/make-secrets.mjs',
  ...built.filter((project) => !project.endsWith('testkit')).flatMap((project) => [join(project, 'package.json'), join(project, 'dist')]),
];
for (const path of paths) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  cpSync(path, join(target, path), { recursive: true });
}
