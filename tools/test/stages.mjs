// The stages of `npm test`. Each answers how many cases passed, failed and were skipped; a check without cases counts as one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../start/build.mjs';
import { findBrowser } from './find-browser.mjs';
import { runTool } from './run-tool.mjs';

const NX = 'node_modules/nx/dist/bin/nx.js';
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
const check =
  (...args) =>
  async () =>
    one((await runTool(args)) === 0);

/** Runs with a file for the tool's own report; a tool that leaves none has failed as a whole. */
async function withReport(run, read) {
  const folder = mkdtempSync(join(tmpdir(), 'mcpnest-report-'));
  try {
    const file = join(folder, 'report.json');
    const code = await run(file);
    if (!existsSync(file)) return one(false);
    const tally = read(JSON.parse(readFileSync(file, 'utf8')));
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const jest =
  (project, ...args) =>
  () =>
    withReport(
      (file) =>
        runTool([
          'node_modules/jest/bin/jest.js',
          '--selectProjects',
          project,
          '--passWithNoTests',
          '--json',
          `--outputFile=${file}`,
          '--reporters=default',
          ...args,
        ]),
      (report) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    );

async function build() {
  await ensureBuilt(process.cwd());
  return one(true);
}

async function browser() {
  const executable = await findBrowser();
  if (!executable) {
    const isCi = process.env.CI === 'true';
    process.stdout.write(
      `${isCi ? 'FAILED' : 'SKIPPED'}: no Chromium or Chrome was found and none could be installed; the browser tests did not run.\n`,
    );
    return { passed: 0, failed: isCi ? 1 : 0, skipped: isCi ? 0 : 1 };
  }
  return withReport(
    (file) =>
      runTool(['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/admin-e2e/playwright.config.ts', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        CHROMIUM_PATH: executable,
      }),
    ({ stats, errors }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }),
  );
}

export const ALL_STAGES = {
  build,
  types: check(NX, 'run-many', '-t', 'types', '--parallel=2', '--output-style=static'),
  lint: check('tools/lint/run.mjs'),
  fresh: check('tools/reference/write.mjs', '--check'),
  unit: jest('unit', '--maxWorkers=2'),
  console: jest('console', '--maxWorkers=2'),
  int: jest('int', '--maxWorkers=2'),
  e2e: jest('e2e', '--maxWorkers=1'),
  browser,
};
