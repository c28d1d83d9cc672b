// Writes what is generated and committed: reference pages, .env.example, the OpenAPI document and the console's client types.
//   npm run generate       writes all of it
//   npm run check:fresh    writes nothing; exits non-zero and names what is not as it would be written
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import '../source-loader/register.mjs';

const { PAGES } = await import('./pages.mjs');

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const isCheck = process.argv.includes('--check');
const OPENAPI = 'apps/api/openapi.json';
const CLIENT = 'libs/api-client/src/generated/schema.ts';
const HEAD = '// Generated from apps/api/openapi.json by `npm run generate`. Do not edit.\n\n';

/** The document as the server's own command writes it, in a process of its own. */
function openapi() {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    const loader = ['--import', './tools/source-loader/register.mjs'];
    execFileSync(process.execPath, [...loader, 'apps/api/src/cli/write-openapi.ts', file], { stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The types of the document given as text, as a module of the client library. */
async function clientTypes(document) {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, document);
    return HEAD + astToString(await openapiTypescript(pathToFileURL(file), { defaultNonNullable: false }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pages = Object.entries(PAGES).map(([path, render]) => [path, render()]);
const document = openapi();
const artifacts = [...pages, [OPENAPI, document], [CLIENT, await clientTypes(document)]];
const stale = artifacts.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (isCheck) {
  for (const [path] of stale) console.error(`not fresh: ${path} (run npm run generate and commit it)`);
  console.log(`${artifacts.length - stale.length} of ${artifacts.length} generated files are fresh`);
  process.exit(stale.length === 0 ? 0 : 1);
}
for (const [path, text] of stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
