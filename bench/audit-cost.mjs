// What a call record costs on the way of a call: both notes, the hash of its chain, no database; by how many calls share a turn of
// the event loop, which is what costs a write. Run by:
// node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-cost.mjs [calls]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

const { AuditSigner } = await import('../apps/api/src/modules/audit/chain/audit-signer.ts');
const { OwnSpool, SPOOL_BOUNDS } = await import('../apps/api/src/modules/audit/spool/own-spool.ts');
const { SpoolFolder } = await import('../apps/api/src/modules/audit/spool/spool-folder.ts');
const { BeginNote, EndNote } = await import('../apps/api/src/modules/audit/spool/spool-note.ts');
const { TurnGatherer } = await import('../apps/api/src/modules/audit/spool/turn-gatherer.ts');
const { callRecord } = await import('../apps/api/src/modules/audit/testing/call-records.ts');

const calls = Number(process.argv[2] ?? 200_000);
const ROUNDS = 5;
const AT_ONCE = [1, 4, 16, 64];
const dataDir = mkdtempSync(join(tmpdir(), 'bench-audit-'));
const noSync = { touch() {} };
const spool = new OwnSpool(SpoolFolder.create(dataDir), new AuditSigner({ masterKey: Buffer.alloc(32, 7) }), noSync, SPOOL_BOUNDS);
const gatherer = new TurnGatherer((notes) => void spool.write(notes));
const note = (each) => gatherer.add(each, spool.isAlone(each));
const usual = callRecord();

/** One connection's calls, one after the other, each with what differs from call to call. */
async function callInTurn(count) {
  for (let i = 0; i < count; i++) {
    const record = { ...usual, receivedAt: usual.receivedAt + i, latencyMs: i / 1024, requestBytes: 100 + (i % 50) };
    const begin = new BeginNote(record, 'standard');
    await note(begin);
    await note(new EndNote(record, 'standard', begin));
  }
}

async function round(count, atOnce) {
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, () => callInTurn(count / atOnce)));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

await round(calls / 10, 16);
for (const atOnce of AT_ONCE) {
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(calls / ROUNDS, atOnce));
  rounds.sort((a, b) => a - b);
  const [least, median] = [rounds[0], rounds[ROUNDS >> 1]].map((cpu) => cpu.toFixed(2));
  console.log(`${atOnce} at once: median ${median} µs CPU per call, least ${least} (two records, chain included)`);
}
rmSync(dataDir, { recursive: true });
