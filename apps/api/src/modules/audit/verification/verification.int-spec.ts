import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { PartitionsRepository } from '../retention/partitions.repository.js';
import { AuditLedger } from '../ledger/audit-ledger.repository.js';
import { LedgerRowsReadModel } from '../ledger/ledger-rows.read-model.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { SpoolBench } from '../testing/spool-bench.js';
import { ChainRowsReadModel } from './chain-rows.read-model.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import { VerificationService } from './verification.service.js';
import type { Verification } from './verification.dto.js';
import { verifyFolder } from './verify-folder.js';

jest.setTimeout(60_000);

describe('stored call records', () => {
  const ctx = systemCtx('test');
  const today = new Date().toISOString().slice(0, 10);
  let database: TestDatabase;
  let bench: SpoolBench;
  let verification: VerificationService;
  let evidence: EvidenceReadModel;
  let chain: string;
  const verify = (): Promise<Verification> => verification.verify(ctx, today, today);
  const tamper = (sql: string, ...values: unknown[]): Promise<unknown> => database.owner.query(sql, values);

  beforeEach(async () => {
    quietLog();
    database = await createTestDatabase();
    bench = new SpoolBench();
    const tx = new Tx(database.dataSource, new ChangeFeed());
    evidence = new EvidenceReadModel(tx);
    const audit = { retentionDays: 90, mode: 'available', spoolBytesMax: 1, exportFolder: null } as const;
    verification = new VerificationService(
      tx,
      new AuditLedger(),
      new ChainRowsReadModel(tx, new LedgerRowsReadModel(tx)),
      evidence,
      bench.signer,
      audit,
    );
    await verification.onApplicationBootstrap();
    const spool = bench.open(new CallWritesRepository(tx));
    // Noon, so that the rows are of one day whatever the clock says.
    const at = Date.parse(`${today}T12:00:00.000Z`);
    for (let i = 0; i < 12; i++) void spool.append(callRecord({ receivedAt: at + i, clientName: i === 3 ? 'ümläut \u0007' : null }));
    await spool.onApplicationShutdown();
    chain = `${spool.writer}.standard.${today}`;
  });
  afterEach(async () => {
    await bench.close();
    await database.drop();
  });

  it('prove to be what was recorded, and that somebody looked stands in the ledger', async () => {
    expect(await verify()).toEqual({
      ok: true,
      rows: 12,
      signedRows: 12,
      chains: [{ chain, rows: 12, signedRows: 12, knownMissing: 0, isDropped: false, fault: null }],
    });
    const facts = await tamper(`SELECT facts FROM ledger WHERE event = 'audit.verified'`);
    expect(facts).toEqual([{ facts: { from: today, to: today, ok: true, rows: 12, firstFault: null } }]);
  });

  it.each([
    ['an edited row', `UPDATE mcp_tool_calls SET outcome = 'success', status = 201 WHERE sequence = 5`, 5],
    ['an edited name', `UPDATE mcp_tool_calls SET token_name = 'other' WHERE sequence = 12`, 12],
    ['a deleted row', `DELETE FROM mcp_tool_calls WHERE sequence = 7`, 7],
    ['deleted first rows', `DELETE FROM mcp_tool_calls WHERE sequence < 3`, 1],
    ['cut off rows', `DELETE FROM mcp_tool_calls WHERE sequence > 9`, 10],
    ['rows that changed places', `UPDATE mcp_tool_calls SET sequence = 15 - sequence WHERE sequence IN (7, 8)`, 7],
    [
      'a row that was written twice',
      `INSERT INTO mcp_tool_calls SELECT * FROM (SELECT (jsonb_populate_record(c, '{"call_id": "call_again"}')).* FROM mcp_tool_calls c WHERE sequence = 4) AS again`,
      4,
    ],
    ['a checkpoint that says less', `UPDATE audit_checkpoints SET sequence = 3`, 3],
    ['a checkpoint that is gone before another', `UPDATE audit_checkpoints SET number = 2`, 12],
  ])('tell of %s, and name the first', async (_, sql, sequence) => {
    await tamper(sql);
    const { ok, chains } = await verify();
    expect(ok).toBe(false);
    expect(chains[0]?.fault).toMatchObject({ sequence, problem: expect.any(String) });
  });

  it('tell of rows that somebody chained anew, because they cannot be signed', async () => {
    const { linkHash, canonicalMembers, genesisHash } = await import('../chain/chain-hash.js');
    const lines: Record<string, unknown>[] = [];
    await verification.export(ctx, chain, (line) => void lines.push(JSON.parse(line) as Record<string, unknown>));
    let previous = genesisHash(chain);
    for (const row of lines) {
      if (row['sequence'] === 6) row['outcome'] = 'denied';
      previous = linkHash(previous, canonicalMembers(row));
      await tamper('UPDATE mcp_tool_calls SET outcome = $1, hash = $2 WHERE sequence = $3', row['outcome'], previous, row['sequence']);
    }
    expect((await verify()).chains[0]?.fault).toMatchObject({ sequence: 12, problem: expect.stringContaining('checkpoint') });
  });

  it('of a day that retention dropped are no fault; of one that somebody removed they are', async () => {
    const past = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);
    const at = Date.parse(`${past}T12:00:00.000Z`);
    const tx = new Tx(database.dataSource, new ChangeFeed());
    const spool = bench.open(new CallWritesRepository(tx));
    for (let i = 0; i < 3; i++) void spool.append(callRecord({ receivedAt: at + i }));
    await spool.onApplicationShutdown();
    expect(await verification.verify(ctx, past, past)).toMatchObject({ ok: true, rows: 3 });
    await tamper('CREATE TABLE kept AS SELECT * FROM mcp_tool_calls WHERE created_at < $1', past + 'T23:00:00Z');
    await tamper('DELETE FROM mcp_tool_calls WHERE created_at < $1', past + 'T23:00:00Z');
    expect(await verification.verify(ctx, past, past)).toMatchObject({ ok: false, chains: [{ isDropped: false }, { fault: null }] });
    await tamper('INSERT INTO mcp_tool_calls SELECT * FROM kept');
    await new PartitionsRepository(tx).dropOlderThan(90);
    expect(await verification.verify(ctx, past, past)).toMatchObject({
      ok: true,
      chains: [{ rows: 0, isDropped: true, fault: null }, { chain: 'ledger' }],
    });
    expect(await verify()).toMatchObject({ ok: true, chains: [{ rows: 12 }, { chain: 'ledger' }] });
  });

  it('can be proven from an export, its checkpoints and the public key alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mcpnest-export-'));
    const rows = join(folder, `${chain}.ndjson`);
    let text = '';
    await verification.export(ctx, chain, (line) => void (text += line));
    writeFileSync(rows, text);
    writeFileSync(
      join(folder, `${chain}.evidence.json`),
      JSON.stringify({ checkpoints: await evidence.checkpoints(ctx, chain), gaps: await evidence.gaps(ctx, chain) }),
    );
    writeFileSync(join(folder, 'public-key.pem'), bench.signer.publicKeyPem);
    expect(await verifyFolder(folder)).toEqual([{ chain, rows: 12, signedRows: 12, knownMissing: 0, fault: null }]);
    writeFileSync(rows, readFileSync(rows, 'utf8').replace('"sequence":8,', '"sequence":8,"note":"x",'));
    expect((await verifyFolder(folder))[0]?.fault).toMatchObject({ sequence: 8 });
    rmSync(folder, { recursive: true });
  });
});
