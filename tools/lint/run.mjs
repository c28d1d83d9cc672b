// Lint of the whole repository: project graph, ESLint with the house's rules, the ratchet, laws between rooms, unused code, format.
//   node tools/lint/run.mjs            everything; exits non-zero on any finding
//   node tools/lint/run.mjs --fix      mends what can be mended, then checks
//   node tools/lint/run.mjs --tighten  writes the ratchet's fallen numbers down
//   node tools/lint/run.mjs --only=eslint,rooms,unused,format
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import { cruiseSources } from '../fence/cruise.mjs';
import { countExcuses, risen, unexplained } from '../ratchet/count.mjs';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
process.env.NX_DAEMON = 'false';

const RATCHET = 'tools/ratchet/ratchet.json';
const flag = (name) => process.argv.includes(`--${name}`);
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const run = promisify(execFile);

/** Runs a tool of node_modules; @returns its complaint, or nothing. */
async function tool(script, args) {
  try {
    await run(process.execPath, [`node_modules/${script}`, ...args], { maxBuffer: 1 << 26, env: { ...process.env, FORCE_COLOR: '0' } });
    return [];
  } catch ({ stdout, stderr, message }) {
    return [`${stdout ?? ''}${stderr ?? ''}`.trim() || message];
  }
}

function ratchet(results) {
  const now = countExcuses(results);
  const allowed = JSON.parse(readFileSync(RATCHET, 'utf8'));
  if (flag('tighten')) {
    const tightened = Object.fromEntries(
      Object.entries(allowed).map(([name, count]) => [name, name === 'linesOfShared' ? count : Math.min(count, now[name])]),
    );
    writeFileSync(RATCHET, `${JSON.stringify(tightened, null, 2)}\n`);
  }
  return risen(now, allowed);
}

/** Without the project graph the boundary rule would skip itself in silence, so the graph comes first. */
async function eslint() {
  const graph = await tool('nx/dist/bin/nx.js', ['graph', '--file', 'node_modules/.cache/project-graph.json']);
  if (graph.length > 0) return graph;
  const linter = new ESLint({ fix: flag('fix') });
  const results = await linter.lintFiles(['.']);
  if (flag('fix')) await ESLint.outputFixes(results);
  const formatter = await linter.loadFormatter('stylish');
  const errors = ESLint.getErrorResults(results);
  const excuses = [...unexplained(results), ...ratchet(results)];
  const warnings = excuses.length > 0 ? [await formatter.format(results.filter(({ warningCount }) => warningCount > 0))] : [];
  return [...(errors.length > 0 ? [await formatter.format(errors)] : []), ...excuses, ...warnings];
}

async function rooms() {
  const violations = await cruiseSources();
  return violations.map(({ file, to, rule, comment }) => `${file} → ${to}\n  ${rule}: ${comment}`);
}

const STAGES = {
  eslint,
  rooms,
  unused: () => tool('knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  format: () => tool('prettier/bin/prettier.cjs', [flag('fix') ? '--write' : '--check', '--log-level=warn', '.']),
};

let failed = 0;
for (const [name, stage] of Object.entries(STAGES)) {
  if (only && !only.includes(name)) continue;
  const started = performance.now();
  const findings = await stage();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} lint:${name} (${seconds} s)`);
  for (const finding of findings) console.log(finding);
  if (findings.length > 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
