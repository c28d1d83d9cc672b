// Copies the sources to a folder of its own, plants every violation of plants.mjs there, runs the real fences over it and
// prints as JSON which rules fired on which file. The tree itself is never touched.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PARTNERS, PLANTS, SOIL } from './plants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
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

function copyTree(field) {
  for (const path of COPIED)
    cpSync(join(root, path), join(field, path), { recursive: true, filter: (source) => !LEFT_OUT.test(relative(root, source)) });
}

/** Links the installed packages, and our own libraries to their copies. */
function linkPackages(field) {
  const modules = join(field, 'node_modules');
  mkdirSync(join(modules, '@mcpnest'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@mcpnest') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const project of [...readdirSync(join(field, 'libs')).map((name) => join('libs', name))]) {
    const { name } = JSON.parse(readFileSync(join(field, project, 'package.json'), 'utf8'));
    symlinkSync(join(field, project), join(modules, name));
  }
}

function plantAll(field) {
  const put = (file, code) => {
    mkdirSync(dirname(join(field, file)), { recursive: true });
    writeFileSync(join(field, file), code);
  };
  for (const [file, code] of Object.entries(SOIL)) if (!existsSync(join(field, file))) put(file, code);
  for (const [file, code] of Object.entries(PARTNERS)) put(file, code);
  for (const { file, code } of PLANTS) put(file, code);
}

function run(field, script, input) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_DATA_DIRECTORY: join(field, '.nx'), NX_NO_CLOUD: 'true' };
  delete env.NX_WORKSPACE_ROOT_PATH;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: field,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`the fences could not run: ${stderr}`);
  return JSON.parse(stdout);
}

const LINT = `
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { readFileSync } from 'node:fs';
const eslint = new ESLint({ cwd: process.cwd(), overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { projectService: false } } }] });
const results = await eslint.lintFiles(JSON.parse(readFileSync(0, 'utf8')));
const path = (file) => file.slice(process.cwd().length + 1);
console.log(JSON.stringify(results.flatMap((result) => result.messages.map((message) => ({ file: path(result.filePath), rule: message.ruleId ?? message.message })))));
`;
const CRUISE = `
import { cruiseSources } from './tools/fence/cruise.mjs';
console.log(JSON.stringify(await cruiseSources()));
`;

const field = mkdtempSync(join(tmpdir(), 'fence-'));
try {
  copyTree(field);
  linkPackages(field);
  plantAll(field);
  const graph = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', '--file', join(field, 'graph.json')], {
    cwd: field,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_DATA_DIRECTORY: join(field, '.nx') },
  });
  if (graph.status !== 0) throw new Error(`no project graph: ${graph.stdout}${graph.stderr}`);
  const planted = PLANTS.map(({ file }) => file);
  const findings = [...run(field, LINT, JSON.stringify(planted)), ...run(field, CRUISE, '')];
  process.stdout.write(JSON.stringify(findings));
} finally {
  rmSync(field, { recursive: true, force: true });
}
