// What a run comes to: counted checks, scored scenarios, and everything that is not as the baseline says.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { requirementsOf } from './suite.mjs';

const BASELINES = fileURLToPath(new URL('../../apps/api-e2e/conformance/baselines/', import.meta.url));
const NOT_PASSED = new Set(['FAILURE', 'WARNING']);

/** The entries of a baseline file, in the suite's own form: `scenario`, or `scenario:check`. No file is an empty one. */
export function readBaseline(name) {
  const file = `${BASELINES}${name}.yml`;
  return existsSync(file) ? (parse(readFileSync(file, 'utf8'))?.server ?? []) : [];
}

/** Scenarios of extensions that nothing here offers are left out of every count. */
export function countedScenarios(suite, found) {
  if (suite === '0.1.16' || suite === 'client') return { counted: found, required: new Set(found.map(({ scenario }) => scenario)) };
  const { required, extensions } = requirementsOf(suite);
  return { counted: found.filter(({ scenario }) => !extensions.has(scenario)), required };
}

/**
 * @param {{ suite: string, fewest?: number }} run `fewest` passed checks, where skipping is no way to pass
 * @param {string[]} baseline
 * @returns {{ passed: number, failed: number, scored: number, required: number, unexpected: string[], stale: string[] }}
 * `unexpected` names what failed or warned without an entry, `stale` the entries whose checks all passed.
 */
export function judge({ suite, fewest = 0 }, found, baseline) {
  const { counted, required } = countedScenarios(suite, found);
  const checks = counted.flatMap(({ scenario, checks: all }) => all.map((check) => ({ ...check, scenario })));
  const faults = checks.filter(({ status }) => NOT_PASSED.has(status));
  const isMeant = (entry, { scenario, id }) => entry === scenario || entry === `${scenario}:${id}`;
  const ran = new Set(counted.map(({ scenario }) => scenario));
  const missing = [...required].filter((scenario) => !ran.has(scenario)).map((scenario) => `${scenario}: did not run`);
  const failedScenarios = new Set(checks.filter(({ status }) => status === 'FAILURE').map(({ scenario }) => scenario));
  const passed = checks.filter(({ status }) => status === 'SUCCESS').length;
  const skipped = checks.filter(({ status }) => status === 'SKIPPED').map(({ name }) => name);
  const tooFew = passed < fewest && faults.length === 0 ? [`${passed} of ${fewest} checks were exercised; not: ${skipped.join(', ')}`] : [];
  return {
    passed,
    failed: checks.filter(({ status }) => status === 'FAILURE').length,
    scored: [...required].filter((scenario) => ran.has(scenario) && !failedScenarios.has(scenario)).length,
    required: required.size,
    unexpected: [
      ...missing,
      ...tooFew,
      ...faults
        .filter((fault) => !baseline.some((entry) => isMeant(entry, fault)))
        .map(({ scenario, id, status, errorMessage }) => `${scenario}:${id} ${status}: ${errorMessage ?? ''}`),
    ],
    stale: baseline.filter((entry) => checks.some((check) => isMeant(entry, check)) && !faults.some((fault) => isMeant(entry, fault))),
  };
}
