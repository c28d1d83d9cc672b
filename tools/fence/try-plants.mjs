// Copies the sources to a folder of its own, plants every violation of plants.mjs there, runs the real fences over it and
// prints as JSON which rules fired on which file. The tree itself is never touched.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onField } from './field.mjs';
import { PARTNERS, PLANTS, SOIL } from './plants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

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

const findings = onField(root, (field) => {
  plantAll(field);
  const graph = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', '--file', join(field, 'graph.json')], {
    cwd: field,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_DATA_DIRECTORY: join(field, '.nx') },
  });
  if (graph.status !== 0) throw new Error(`no project graph: ${graph.stdout}${graph.stderr}`);
  const planted = PLANTS.map(({ file }) => file);
  return [...run(field, LINT, JSON.stringify(planted)), ...run(field, CRUISE, '')];
});
process.stdout.write(JSON.stringify(findings));
