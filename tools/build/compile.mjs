// Compiles one project's sources with SWC into its dist folder, leaving tests and test doubles out of production.
import { cpSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const DATA = { 'apps/api': ['modules/servers/bundled-catalogue/catalogue.json'] };

const project = process.argv[2];
if (!project) throw new Error('usage: compile.mjs <project folder>');
rmSync(`${project}/dist`, { recursive: true, force: true });
const ignore = '**/*.spec.ts,**/*.int-spec.ts,**/testing/**,**/*.d.ts';
const args = ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '../../.swcrc', '--quiet', '--ignore', ignore];
const { status } = spawnSync(process.execPath, ['../../node_modules/@swc/cli/bin/swc.js', ...args], { cwd: project, stdio: 'inherit' });
// Data that is read at run time stands beside its reader, in the sources as in what is built.
for (const file of DATA[project.replace(/\/$/, '')] ?? []) cpSync(`${project}/src/${file}`, `${project}/dist/${file}`);
process.exit(status ?? 1);
