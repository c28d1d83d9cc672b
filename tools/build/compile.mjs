// Compiles one project's sources with SWC into its dist folder, leaving tests and test doubles out of production.
import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const project = process.argv[2];
if (!project) throw new Error('usage: compile.mjs <project folder>');
rmSync(`${project}/dist`, { recursive: true, force: true });
const ignore = '**/*.spec.ts,**/*.int-spec.ts,**/testing/**,**/*.d.ts';
const args = ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '../../.swcrc', '--quiet', '--ignore', ignore];
const { status } = spawnSync(process.execPath, ['../../node_modules/@swc/cli/bin/swc.js', ...args], { cwd: project, stdio: 'inherit' });
process.exit(status ?? 1);
