// `npm run conformance`: the official MCP conformance suite against our fixture, directly and through the gateway.
//   node tools/conformance/run.mjs                     everything
//   node tools/conformance/run.mjs --only=2026-07-28   runs whose name has these words (comma list), such as `modern gateway`
//   node tools/conformance/run.mjs --write             also writes docs/reference/conformance.md
// Ends with how many runs were as their baselines say, and non-zero where one was not.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../start/install.mjs';
import { ensureBuilt } from '../start/build.mjs';
import { endStepsOnSignals } from '../start/step.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(ROOT);
const release = endStepsOnSignals();
await ensureInstalled(ROOT);
const { installSuite, runsSuite } = await import('./suite.mjs');
if (!runsSuite) {
  process.stdout.write(
    'SKIPPED: the conformance suite needs Node 22, and its packages bring one for Linux on x64 only.\n0 passed, 0 failed, 1 skipped\n',
  );
  process.exit(0);
}
if (!process.argv.includes('--no-build')) await ensureBuilt(ROOT);
await installSuite();
release();

const { runAll } = await import('./run-all.mjs');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
process.exitCode = await runAll({ only, isWritten: process.argv.includes('--write') });
