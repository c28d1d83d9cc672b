// How many call records the database takes in a second: by the product's own delivery, from files to rows with every index, the chain's
// hash and dedup, against plain inserts and COPY of the same rows into a bare table with one index. In turns, in one run.
//   node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-insert.mjs [--rows=200000] [--rounds=3]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAuditDatabase, percentile } from './audit-database.mjs';

const { AuditSigner } = await import('../apps/api/src/modules/audit/chain/audit-signer.ts');
const { CALL_COLUMNS } = await import('../apps/api/src/modules/audit/spool/call-columns.ts');
const { CallWritesRepository } = await import('../apps/api/src/modules/audit/spool/call-writes.repository.ts');
const { OwnSpool } = await import('../apps/api/src/modules/audit/spool/own-spool.ts');
const { RowStore } = await import('../apps/api/src/modules/audit/spool/row-store.ts');
const { SegmentReader } = await import('../apps/api/src/modules/audit/spool/segment-reader.ts');
const { segmentNumbers, segmentPath } = await import('../apps/api/src/modules/audit/spool/segment-file.ts');
const { FRAME } = await import('../apps/api/src/modules/audit/spool/frame.ts');
const { EndFrame } = await import('../apps/api/src/modules/audit/spool/writer-state.ts');
const { shipSpool } = await import('../apps/api/src/modules/audit/spool/dead-spool.ts');
const { SpoolFolder } = await import('../apps/api/src/modules/audit/spool/spool-folder.ts');
const { BeginNote, EndNote } = await import('../apps/api/src/modules/audit/spool/spool-note.ts');
const { SpoolShipper } = await import('../apps/api/src/modules/audit/spool/spool-shipper.ts');
const { callRecord } = await import('../apps/api/src/modules/audit/testing/call-records.ts');

const { values } = parseArgs({ options: { rows: { type: 'string', default: '200000' }, rounds: { type: 'string', default: '3' } } });
const [ROWS, ROUNDS] = [Number(values.rows), Number(values.rounds)];
const BATCH = 500;
const TURN = 16;
const signer = new AuditSigner({ masterKey: Buffer.alloc(32, 7) });
const quiet = { log() {}, warn: console.error, error: console.error };
const nobody = { onStored() {}, onRefused() {}, onCorrupt() {}, onTorn() {} };

/** Files of a process that recorded so many calls, both notes of each. */
function spoolOf(dataDir, first) {
  const spool = new OwnSpool(
    SpoolFolder.create(dataDir),
    signer,
    { touch() {} },
    { segmentBytes: 16 * 1024 ** 2, quotaBytes: 64 * 1024 ** 3 },
  );
  for (let n = 0; n < ROWS; n += TURN) {
    const notes = [];
    for (let at = n; at < Math.min(n + TURN, ROWS); at++) {
      const d = (first + at) * 2_654_435_761;
      const record = callRecord({
        receivedAt: Date.now(),
        workspaceId: `ws_${d % 20}`,
        tokenId: `tok_${d % 800}`,
        userId: `usr_${d % 400}`,
        toolName: `tool_${d % 60}`,
        publishedName: `tool_${d % 60}`,
        serverSlug: `server-${d % 12}`,
        ...(d % 20 === 3 && { outcome: 'upstream_error', status: 502, reason: 'gateway.upstream-failed', origin: 'upstream' }),
      });
      const begin = new BeginNote(record, 'standard');
      notes.push(begin, new EndNote(record, 'standard', begin));
    }
    spool.write(notes);
  }
  const { path } = spool.folder;
  spool.close(false);
  return path;
}

/** What the files hold, as columns for plain statements. */
async function textsOf(path) {
  const rows = [];
  for (const number of segmentNumbers(path)) {
    const reader = await SegmentReader.open(segmentPath(path, number));
    const bytes = await reader.fileBytes();
    for (let chunk = await reader.next(bytes); chunk; chunk = await reader.next(bytes))
      for (const { kind, body } of chunk.frames) {
        if (kind !== FRAME.end) continue;
        const { text, hash } = new EndFrame(body);
        const members = JSON.parse(text);
        rows.push([...CALL_COLUMNS.map(({ field }) => members[field] ?? null), `\\x${hash.toString('hex')}`]);
      }
    await reader.close();
  }
  return rows;
}

const NAMES = [...CALL_COLUMNS.map(({ name }) => name), 'hash'];
const TYPES = [...CALL_COLUMNS.map(({ type }) => type), 'bytea'];
const database = await openAuditDatabase();
const folder = mkdtempSync(join(tmpdir(), 'bench-audit-insert-'));
const sink = new CallWritesRepository(database.tx);

/** A bare table, with the one index that no table of this kind can do without. */
async function plainTable() {
  await database.superuser.query('DROP TABLE IF EXISTS plain_calls');
  await database.superuser.query('CREATE TABLE plain_calls (LIKE mcp_tool_calls)');
  await database.superuser.query('CREATE INDEX ON plain_calls (workspace_id, created_at)');
}

const WAYS = {
  'plain inserts, 500 a statement': async (rows) => {
    const columns = TYPES.map((type, at) => `$${at + 1}::${type}[]`).join(', ');
    for (let n = 0; n < rows.length; n += BATCH) {
      const batch = rows.slice(n, n + BATCH);
      const arrays = NAMES.map((_, at) => batch.map((row) => row[at]));
      await database.superuser.query(`INSERT INTO plain_calls (${NAMES.join(', ')}) SELECT * FROM unnest(${columns})`, arrays);
    }
  },
  'COPY of a file, one statement': async (rows) => {
    const file = join(database.folder, 'rows.tsv');
    writeFileSync(
      file,
      rows.map((row) => row.map((value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\'))).join('\t')).join('\n'),
      { mode: 0o644 },
    );
    return () => database.superuser.query(`COPY plain_calls (${NAMES.join(', ')}) FROM '${file}'`);
  },
  'the product: files to rows': (_, path) => ship(path),
};
/** As two processes do, each with its own files: what both cores store together. */
const AT_ONCE = 2;

async function ship(path) {
  const store = new RowStore(sink, quiet);
  await shipSpool(path, new SpoolShipper(path, { store, sink, signer }, nobody));
}

try {
  const figures = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  const together = [];
  for (let round = 0; round < ROUNDS; round++) {
    const path = spoolOf(folder, round * ROWS);
    const rows = await textsOf(path);
    for (const [name, way] of Object.entries(WAYS)) {
      await plainTable();
      await database.superuser.query('CHECKPOINT');
      let begun = [performance.now(), process.cpuUsage(), database.cpuMicros()];
      const rest = await (name.startsWith('COPY') ? way(rows, path) : undefined);
      if (rest) begun = [performance.now(), process.cpuUsage(), database.cpuMicros()];
      await (rest ? rest() : way(rows, path));
      const seconds = (performance.now() - begun[0]) / 1_000;
      const { user, system } = process.cpuUsage(begun[1]);
      const ofDatabase = database.cpuMicros() - begun[2];
      figures[name].push({ perSecond: ROWS / seconds, own: (user + system) / ROWS, database: ofDatabase / ROWS });
    }
    const paths = Array.from({ length: AT_ONCE }, (_, at) => spoolOf(folder, (ROUNDS + round * AT_ONCE + at) * ROWS));
    await database.superuser.query('CHECKPOINT');
    const begun = performance.now();
    await Promise.all(paths.map(ship));
    together.push((ROWS * AT_ONCE) / ((performance.now() - begun) / 1_000));
    const [{ stored }] = await database.owner.query('SELECT count(*)::int AS stored FROM mcp_tool_calls');
    const expected = (round + 1) * (1 + AT_ONCE) * ROWS;
    if (stored !== expected) throw new Error(`${stored} rows are stored of ${expected}`);
  }
  const median = (name, figure) =>
    percentile(
      figures[name].map((each) => each[figure]),
      0.5,
    );
  const names = Object.keys(WAYS);
  console.log('| way | rows/s | CPU µs a row: database | this process | both | rows/s if two cores were busy with it |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  const both = (name) => median(name, 'database') + median(name, 'own');
  for (const name of names)
    console.log(
      `| ${name} | ${Math.round(median(name, 'perSecond'))} | ${median(name, 'database').toFixed(1)} | ${median(name, 'own').toFixed(1)} | ${both(name).toFixed(1)} | ${Math.round(2e6 / both(name))} |`,
    );
  console.log(`| the product, the files of ${AT_ONCE} processes at once | ${Math.round(percentile(together, 0.5))} | | | | |`);
  const [plain, , product] = names;
  console.log(
    `\nProduct against plain inserts: ${(median(product, 'perSecond') / median(plain, 'perSecond')).toFixed(2)} by time, ${(both(plain) / both(product)).toFixed(2)} by CPU; the bar is 0.5`,
  );
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
