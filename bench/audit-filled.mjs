// A database full of call records, for the benchmarks that read them: filled in and gone afterwards, or kept in a folder, so that
// another script, or another release, measures the same rows without the time it takes to fill them in.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAuditDatabase } from './audit-database.mjs';
import { FILL_SETTINGS, fillWithCalls } from './audit-fill.mjs';
import { rollUpAndCopy } from './audit-sightings.mjs';

/** Of parseArgs, for each script that reads such a database. */
export const FILL_OPTIONS = {
  rows: { type: 'string', default: '10000000' },
  days: { type: 'string', default: '9' },
  /** A folder that is filled, or was, and stays. */
  keep: { type: 'string' },
  /** A folder for days in the middle, where one disk is too small. */
  elsewhere: { type: 'string' },
};

/** @returns a database as `openAuditDatabase` does, with the settings of the product, and over how many `days` it was filled */
export async function openFilledDatabase({ rows, days, keep, elsewhere }) {
  const folder = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), 'bench-audit-'));
  const note = join(folder, 'filled.json');
  const isFilled = existsSync(note);
  const plan = isFilled ? JSON.parse(readFileSync(note, 'utf8')) : { rows: Number(rows), days: Number(days) };
  if (!isFilled) await fill(folder, { ...plan, elsewhere });
  const database = await openAuditDatabase({ folder });
  // A migration may have changed what is noted of calls.
  if (!isFilled || database.migrated.length > 0) {
    rmSync(note, { force: true });
    await rollUp(database, plan.days);
    writeFileSync(note, JSON.stringify(plan));
  }
  const close = async () => {
    await database.close();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, ...plan, close };
}

async function fill(folder, plan) {
  const database = await openAuditDatabase({ folder, settings: FILL_SETTINGS });
  const begun = performance.now();
  await fillWithCalls(database, { ...plan, tell: (text) => console.error(text) });
  const [{ bytes }] = await database.owner.query(
    `SELECT sum(pg_total_relation_size(inhrelid)) AS bytes FROM pg_inherits WHERE inhparent = 'mcp_tool_calls_standard'::regclass`,
  );
  await database.close();
  // What the database left to the system to write would be written while something is measured.
  execFileSync('sync');
  console.log(
    `${plan.rows.toLocaleString('en')} rows over ${plan.days} days, ${Math.round(Number(bytes) / plan.rows)} bytes each with indexes, made in ${secondsSince(begun)} s\n`,
  );
}

async function rollUp(database, days) {
  const begun = performance.now();
  const { counted, cpuMicrosPerRow, copySeconds } = await rollUpAndCopy(database, days);
  const [{ sightings, bytes }] = await database.owner.query(
    `SELECT count(*)::int AS sightings, pg_total_relation_size('call_sightings')::bigint AS bytes FROM call_sightings`,
  );
  console.log(
    `${counted.toLocaleString('en')} rows of two days rolled up, ${cpuMicrosPerRow.toFixed(0)} µs of the database a row; sightings of the other days copied in ${copySeconds.toFixed(0)} s; ${secondsSince(begun)} s in all; ${sightings.toLocaleString('en')} sightings, ${Math.round(Number(bytes) / 1e6)} MB\n`,
  );
}

const secondsSince = (begun) => Math.round((performance.now() - begun) / 1_000);
