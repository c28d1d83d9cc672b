// Judges what was measured: ratios within one round, medians over the rounds.
import { machine } from './processes.mjs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const one = (number) => (number === undefined || Number.isNaN(number) ? '–' : number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0));

/** Medians of one variant over all rounds. */
function row(name, rounds) {
  const many = rounds.map((round) => round[name].many);
  const single = rounds.map((round) => round[name].single);
  const versus = (yardstick) =>
    rounds[0][yardstick] ? median(rounds.map((round) => round[name].many.perSecond / round[yardstick].many.perSecond)) : undefined;
  const addedMs = median(rounds.map((round) => (round[name].single.p50Us - round.direct.single.p50Us) / 1_000));
  return {
    name,
    perSecond: median(many.map(({ perSecond }) => perSecond)),
    ofNginx: versus('nginx'),
    ofRawNode: versus('raw Node proxy'),
    cpuUs: median(many.map(({ cpuUs }) => cpuUs)),
    cpuOfGateway: median(rounds.map((round) => round[name].many.cpuUs / round.gateway.many.cpuUs)),
    p50: median(many.map(({ p50Us }) => p50Us)) / 1_000,
    p99: median(many.map(({ p99Us }) => p99Us)) / 1_000,
    single: median(single.map(({ p50Us }) => p50Us)) / 1_000,
    single99: median(single.map(({ p99Us }) => p99Us)) / 1_000,
    addedMs,
  };
}

/** The numbers of every variant, in the order they were measured. */
export const rows = (rounds) => Object.keys(rounds[0]).map((name) => row(name, rounds));

const HEAD = [
  'variant',
  'calls/s',
  'of nginx',
  'of raw Node',
  'CPU µs/call',
  'median ms',
  'p99 ms',
  'median ms, 1 conn.',
  'p99 ms, 1 conn.',
  'added ms, 1 conn.',
];
const cells = (r) => [
  r.name,
  Math.round(r.perSecond),
  one(r.ofNginx),
  one(r.ofRawNode),
  one(r.cpuUs),
  one(r.p50),
  one(r.p99),
  one(r.single),
  one(r.single99),
  r.name === 'direct' ? '' : r.addedMs.toFixed(3),
];

/** One Markdown table of all variants. */
export const markdown = (table) => [HEAD, HEAD.map(() => '---'), ...table.map(cells)].map((line) => `| ${line.join(' | ')} |`).join('\n');

/** The bars of the gateway against what was measured. */
export function verdicts(table, { rssMb, calls, parked }) {
  const gateway = table.find(({ name }) => name === 'gateway');
  const modern = table.find(({ name }) => name === 'gateway, modern client');
  const bar = (label, value, isMet) => `| ${label} | ${value} | ${isMet ? 'met' : '**not met**'} |`;
  return [
    '| bar | measured | |',
    '| --- | --- | --- |',
    ...(gateway.ofNginx === undefined
      ? []
      : [bar('at least 0.35 of nginx at 16 connections', gateway.ofNginx.toFixed(2), gateway.ofNginx >= 0.35)]),
    bar('less than 0.5 ms added at one connection, median', `${gateway.addedMs.toFixed(3)} ms`, gateway.addedMs < 0.5),
    bar(
      'a modern call costs at most 15 % more CPU than a legacy stateless one',
      modern.cpuOfGateway.toFixed(2),
      modern.cpuOfGateway <= 1.15,
    ),
    bar(
      'less than 250 MB resident after 100,000 calls',
      `${Math.round(rssMb)} MB after ${calls.toLocaleString('en')} calls`,
      rssMb < 250 && calls >= 100_000,
    ),
    bar('at most 64 KB for a call that waits for a person', `${parked.kb.toFixed(1)} KB, over ${parked.calls} calls`, parked.kb <= 64),
  ].join('\n');
}

/** How it was measured, in sentences. */
export const conditions = ({ rounds, seconds, warmUp, limits, cpu }) => [
  `${rounds} round${rounds === 1 ? '' : 's'} of ${seconds} s per variant and number of connections, variants in turn, medians of the rounds; ratios are taken within a round. Each program serves ${warmUp.toLocaleString('en')} calls first.`,
  `The same \`tools/call\` everywhere, answered with about 1 KB of JSON by the same upstream; 16 kept connections, or 1. Load by ${machine.hasWrk ? 'wrk' : 'Node sockets'}.`,
  machine.canPin
    ? 'The program under test has one core for itself; upstream, load and the database of the gateway share another, so the direct column is bounded by that one.'
    : 'Nothing is pinned to a core on this machine.',
  `The gateway runs with token check, policy, limits and call records on, on its embedded PostgreSQL; limits of the workspace for this run: ${limits.ratePerSecond.toLocaleString('en')} calls/s, burst ${limits.burst.toLocaleString('en')}, ${limits.concurrency.toLocaleString('en')} at once.`,
  `Node ${process.versions.node}, ${cpu}.${machine.hasNginx ? '' : ' nginx is not installed here.'}`,
];
