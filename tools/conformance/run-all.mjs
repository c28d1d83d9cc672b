// Runs what the plan names, a few at a time, and says how each compares with its baseline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { endAllChildren } from './children.mjs';
import { CLIENT_RUNS, runClient } from './client-scenarios.mjs';
import { pageOf } from './page.mjs';
import { RUNS } from './plan.mjs';
import { runOne } from './run-one.mjs';
import { Stage } from './stage.mjs';
import { clientTableOf, tableOf } from './table.mjs';
import { judge, readBaseline } from './verdict.mjs';

/** Runs at a time: the suite waits more than it works. */
const LANES = 3;
const PAGE = 'docs/reference/conformance.md';

/** @returns {Promise<number>} the exit code */
export async function runAll({ only, isWritten }) {
  const chosen = [...RUNS, ...CLIENT_RUNS].filter(
    ({ name }) => !only || only.split(',').some((words) => words.split(' ').every((word) => name.includes(word))),
  );
  const stage = new Stage();
  const end = () => void stage.end().finally(() => endAllChildren().finally(() => process.exit(130)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  const results = new Map();
  try {
    const waiting = [...chosen];
    const lane = async () => {
      for (let run = waiting.shift(); run; run = waiting.shift()) results.set(run.name, await verdictOf(stage, run));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await stage.end();
    await endAllChildren();
  }
  process.stdout.write(`\n${tableOf(results)}\n\n${clientTableOf(results)}\n`);
  if (isWritten) write(results);
  const failed = [...results.values()].filter(({ isAsExpected }) => !isAsExpected).length;
  process.stdout.write(`\n${results.size - failed} passed, ${failed} failed, 0 skipped\n`);
  return failed > 0 ? 1 : 0;
}

async function verdictOf(stage, run) {
  const started = performance.now();
  const verdict = await (run.suite === 'client' ? runClient : runOne)(stage, run)
    .then((found) => judge(run, found, readBaseline(run.baseline)))
    .catch((error) => ({ passed: 0, failed: 0, scored: 0, required: 0, unexpected: [error.message.slice(0, 1_000)], stale: [] }));
  const isAsExpected = verdict.unexpected.length === 0 && verdict.stale.length === 0;
  const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(5);
  const lines = [
    `${isAsExpected ? 'ok  ' : 'FAIL'} ${run.name.padEnd(58)} ${seconds} s   ${verdict.passed} checks, ${verdict.scored}/${verdict.required} scenarios`,
    ...verdict.unexpected.map((fault) => `       ${fault}`),
    ...verdict.stale.map((entry) => `       ${entry} stands in ${run.baseline}.yml and passes`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return { ...verdict, isAsExpected };
}

function write(results) {
  mkdirSync('docs/reference', { recursive: true });
  writeFileSync(PAGE, pageOf(results));
  process.stdout.write(`\nwrote ${PAGE}\n`);
}
