// Runs dependency-cruiser over the sources of a folder with the rules of .dependency-cruiser.cjs found there.
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** @returns the violations: which file, which rule, why, and what it reached for. Works in the current folder. */
export async function cruiseSources() {
  const options = await extractOptions('./.dependency-cruiser.cjs');
  const { output } = await cruise(['apps', 'libs'], options, options.enhancedResolveOptions);
  return output.summary.violations.map(({ from, to, rule, comment }) => ({
    file: from,
    rule: rule.name,
    to,
    comment: comment ?? options.ruleSet?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
}
