// Runs stages one after the other and adds up what they counted.

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {() => Promise<Tally>} Stage
 * @param {[string, Stage][]} stages
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const [name, stage] of stages) {
    process.stdout.write(`\n── ${name}\n`);
    const started = performance.now();
    const tally = await stage().catch((error) => {
      process.stdout.write(`${error.stack}\n`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    lines.push(`${tally.failed ? 'FAIL' : tally.passed ? 'ok  ' : 'skip'} ${name.padEnd(8)} ${seconds.padStart(6)} s   ${sum(tally)}`);
    for (const key of Object.keys(total)) total[key] += tally[key];
  }
  process.stdout.write(`\n${lines.join('\n')}\n${sum(total)}\n`);
  return total.failed > 0 ? 1 : 0;
}

const sum = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
