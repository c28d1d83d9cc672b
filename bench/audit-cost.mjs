// What a call record costs on the way of a call: both writes, the hash of its chain, no database. Run by:
// node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-cost.mjs [calls]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

const { AuditSigner } = await import('../apps/api/src/modules/audit/chain/audit-signer.ts');
const { OwnSpool, SPOOL_BOUNDS } = await import('../apps/api/src/modules/audit/spool/own-spool.ts');
const { SpoolFolder } = await import('../apps/api/src/modules/audit/spool/spool-folder.ts');
const { callRecord } = await import('../apps/api/src/modules/audit/testing/call-records.ts');

const calls = Number(process.argv[2] ?? 200_000);
const ROUNDS = 5;
const dataDir = mkdtempSync(join(tmpdir(), 'bench-audit-'));
const noSync = { touch() {} };
const spool = new OwnSpool(SpoolFolder.create(dataDir), new AuditSigner({ masterKey: Buffer.alloc(32, 7) }), noSync, SPOOL_BOUNDS);
const record = callRecord();

function round(count) {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  for (let i = 0; i < count; i++) spool.end(record, 'standard', spool.begin(record, 'standard'));
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / count, wall: ((performance.now() - startedAt) * 1000) / count };
}

round(calls / 10);
const rounds = Array.from({ length: ROUNDS }, () => round(calls / ROUNDS)).sort((a, b) => a.cpu - b.cpu);
for (const { cpu, wall } of rounds) console.log(`${cpu.toFixed(2)} µs CPU, ${wall.toFixed(2)} µs elapsed per call`);
console.log(`median: ${rounds[ROUNDS >> 1].cpu.toFixed(2)} µs CPU per call (two records, chain included)`);
rmSync(dataDir, { recursive: true });
