// The built server under calls by HTTP, killed with SIGKILL and started again, many times: what clients know against what is recorded.
//   node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/kill.mjs [--kills=20] [--rate=500]
import { parseArgs } from 'node:util';

const { KilledGateway } = await import('../apps/api-e2e/src/harness/killed-gateway.ts');

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, rate: { type: 'string', default: '500' } } });
const [KILLS, RATE] = [Number(values.kills), Number(values.rate)];
const COLUMNS = {
  answered: 'answered',
  'a second': 'answersPerSecond',
  'had left': 'departed',
  rows: 'rows',
  'cut off, unknown': 'unknown',
  'answered without a row': 'missing',
  'left without a row': 'untold',
  'with two rows': 'doubled',
  'row says otherwise': 'wrong',
};
const BARS = ['missing', 'untold', 'doubled', 'wrong', 'heldAndNotUnknown'];

const gateway = await KilledGateway.start();
try {
  console.log(`| kill | ${Object.keys(COLUMNS).join(' | ')} |\n|${' --- |'.repeat(Object.keys(COLUMNS).length + 1)}`);
  const sums = Object.fromEntries(BARS.map((bar) => [bar, 0]));
  let calls = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    // Lives of half a second to three, so that kills meet files of every age.
    const found = await gateway.killAfter(Math.round(RATE * (0.5 + ((kill * 7) % KILLS) * (2.5 / KILLS))), RATE);
    for (const bar of BARS) sums[bar] += found[bar];
    calls += found.answered;
    console.log(`| ${[kill, ...Object.values(COLUMNS).map((figure) => found[figure])].join(' | ')} |`);
  }
  const faults = await gateway.faults();
  const isMet = faults.length === 0 && Object.values(sums).every((sum) => sum === 0);
  console.log(
    `\n${calls.toLocaleString('en')} answered calls over ${KILLS} kills; faults of chains: ${faults.length}; ${JSON.stringify(sums)}`,
  );
  console.log(`Every answered call has its row, none twice: ${isMet ? 'met' : '**not met**'}`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  await gateway.remove();
}
