// `npm test`: every check that needs nothing but Node. All stages run, so that all faults show; the last line sums them up.
//   node tools/test/run.mjs                    everything
//   node tools/test/run.mjs --only=unit,int    some stages
import { fileURLToPath } from 'node:url';
import { StepFailed, endStepsOnSignals } from '../start/step.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const release = endStepsOnSignals();
try {
  const { ensureInstalled } = await import('../start/install.mjs');
  await ensureInstalled(root);
} catch (error) {
  process.stderr.write(`${error instanceof StepFailed ? error.message : error.stack}\n0 passed, 1 failed, 0 skipped\n`);
  process.exit(1);
}
release();
const { runStages } = await import('./run-stages.mjs');
const { ALL_STAGES } = await import('./stages.mjs');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.filter((name) => !(name in ALL_STAGES)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`There is no stage ${unknown.join(', ')}; there are ${Object.keys(ALL_STAGES).join(', ')}.\n`);
  process.exit(1);
}
process.exitCode = await runStages(Object.entries(ALL_STAGES).filter(([name]) => !only || only.includes(name)));
