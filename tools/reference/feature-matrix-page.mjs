// docs/reference/feature-matrix.md: a row for each `proves(feature, pairs, …)` of the spec that proves it.
import { readFileSync } from 'node:fs';

const SPEC = 'apps/api-e2e/src/gateway/feature-matrix.e2e-spec.ts';

export function featureMatrixPage() {
  const source = readFileSync(SPEC, 'utf8');
  const lists = new Map(
    [...source.matchAll(/^const (\w+): readonly Pair\[\] = \[(.*?)\];/gms)].map(([, name, items]) => [name, pairsIn(items)]),
  );
  const every = lists.get('EVERY');
  const rows = [...source.matchAll(/^proves\(\s*'([^']+)',\s*(\w+),/gm)].map(([, feature, list]) => {
    const proven = new Set(lists.get(list));
    return `| ${feature} | ${every.map((pair) => (proven.has(pair) ? '✔' : '–')).join(' | ')} |`;
  });
  return `# What works between which revisions

> Generated from \`${SPEC}\` by \`npm run generate\`. Do not edit.

Columns are client × server: 2024 speaks HTTP+SSE, 2025 shakes hands, 2026 does not. A tick stands for a test of that name, run
through a gateway with an official client and the fixture server; a dash for what that client's revision does not have.

| feature | ${every.join(' | ')} |
| --- |${every.map(() => ' --- |').join('')}
${rows.join('\n')}
`;
}

const pairsIn = (items) => [...items.matchAll(/'([^']+)'/g)].map(([, pair]) => pair);
