// The results as a page: what passes directly beside what passes through the gateway.
import { CLIENT_ROWS } from './client-scenarios.mjs';
import { ROWS, WAYS } from './plan.mjs';

const SUITE_TITLES = {
  '2025-11-25': 'required for 2025-11-25',
  '2026-07-28': 'required for 2026-07-28',
  '0.1.16': 'release 0.1.16, all',
};

const cell = (result) => {
  if (!result) return '–';
  const { passed, failed, scored, required } = result;
  return `${scored}/${required} · ${passed}${failed ? ` (${failed} failed)` : ''}`;
};

const line = (cells) => `| ${cells.join(' | ')} |`;

/** @param {Map<string, object>} results verdicts by the name of their run */
export function tableOf(results) {
  const ways = Object.entries(WAYS);
  return [
    line(['suite', 'server', ...ways.map(([, title]) => title)]),
    line(['---', '---', ...ways.map(() => '---')]),
    ...ROWS.map(({ suite, server, title }) =>
      line([SUITE_TITLES[suite], title, ...ways.map(([way]) => cell(results.get(`${suite} ${server} ${way}`)))]),
    ),
  ].join('\n');
}

/** The client scenarios: how many of their checks pass. */
export function clientTableOf(results) {
  const checks = (result) => (result ? `${result.passed}${result.failed ? ` (${result.failed} failed)` : ''}` : '–');
  return [
    line(['revision', 'client scenario', WAYS.direct, WAYS.gateway]),
    line(['---', '---', '---', '---']),
    ...CLIENT_ROWS.map(({ revision, scenario }) =>
      line([
        revision,
        `\`${scenario}\``,
        ...['direct', 'gateway'].map((way) => checks(results.get(`client ${revision} ${scenario} ${way}`))),
      ]),
    ),
  ].join('\n');
}
