import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

const DIST = new URL('../../../admin/dist/', import.meta.url);
const KIB = 1024;
const ENTRY_BYTES_MAX = 260 * KIB;
const LAZY_BYTES_MAX = 150 * KIB;

const manifest = (): Record<string, Chunk> => JSON.parse(readFileSync(new URL('manifest.json', DIST), 'utf8'));
const gzipped = (file: string): number => gzipSync(readFileSync(fileURLToPath(new URL(file, DIST)))).length;

/** A chunk with everything that must be there before it can run. */
function withImports(chunks: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  const chunk = chunks[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) withImports(chunks, imported, seen);
  return seen;
}

test('what the first page needs stays within 260 KiB of compressed script', () => {
  const chunks = manifest();
  const entry = Object.keys(chunks).find((key) => chunks[key]!.isEntry)!;
  const bytes = [...withImports(chunks, entry)].reduce((sum, file) => sum + gzipped(file), 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(ENTRY_BYTES_MAX);
});

test('no piece that is loaded later is larger than 150 KiB', () => {
  for (const { file } of Object.values(manifest()).filter((chunk) => chunk.file.endsWith('.js')))
    expect(gzipped(file), file).toBeLessThanOrEqual(LAZY_BYTES_MAX);
});
