// Numbers that may only fall: excuses in the code and things that have grown past their aim.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const linesUnder = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.ts$/.test(name) && !/\.spec\.ts$/.test(name))
    .reduce((sum, name) => sum + readFileSync(join(folder, name), 'utf8').split('\n').length - 1, 0);

const countOf = (results, rule) => results.reduce((sum, { messages }) => sum + messages.filter(({ ruleId }) => ruleId === rule).length, 0);

/**
 * @param results what ESLint found, one entry per file.
 * @returns the present numbers, named as in ratchet.json. `linesOfShared` is a budget, the others are counts.
 */
export const countExcuses = (results) => ({
  suppressions:
    results.reduce((sum, { suppressedMessages }) => sum + suppressedMessages.length, 0) +
    results.reduce(
      (sum, { filePath }) =>
        sum + (readFileSync(filePath, 'utf8').match(/^\s*(\/\/|\/\*|\{\/\*) @ts-(expect-error|ignore)/gm)?.length ?? 0),
      0,
    ),
  oversizedFiles: countOf(results, 'house/file-size-warning'),
  oversizedFunctions: countOf(results, 'house/function-size-warning'),
  linesOfShared: linesUnder('libs/shared/src'),
});

/** @returns one sentence for each suppression that does not say why. */
export const unexplained = (results) =>
  results.flatMap(({ filePath, suppressedMessages }) =>
    suppressedMessages
      .filter(({ suppressions }) => suppressions.some(({ justification }) => !justification))
      .map(({ line, ruleId }) => `${filePath}:${line} suppresses ${ruleId} without a reason: write it behind two hyphens`),
  );

/**
 * Compares the present numbers with the written ones.
 * @returns one sentence for each number that rose. A number that fell is good news: `node tools/lint/run.mjs --tighten` writes it down.
 */
export const risen = (now, allowed) =>
  Object.entries(now)
    .filter(([name, count]) => count > allowed[name])
    .map(([name, count]) => `${name}: ${count}, but at most ${allowed[name]} (tools/ratchet/ratchet.json; the number may only fall)`);
