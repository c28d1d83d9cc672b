// Makes the bundled catalogue out of the documents beside it, in the form the server reads.
import { readdirSync, readFileSync } from 'node:fs';
import { withoutProgram } from '../../apps/api/src/modules/servers/import-reading/local-package.ts';
import { readDocument } from '../../apps/api/src/modules/servers/import-reading/read-document.ts';

const FOLDER = 'apps/api/src/modules/servers/bundled-catalogue/documents/';
/** By whom the documents were put together, by the first word of their names; the first that describes a server wins. */
const SOURCES = ['publisher', 'curated', 'registry'];
/** Entries that describe nothing that anybody could connect to. */
const USELESS = new Set(['name-invalid', 'nothing-to-connect', 'address-not-public', 'deleted']);

const idOf = (entry) => {
  const label = /\(([^)]*)\)$/.exec(entry.name)?.[1];
  const words = [entry.registryName, ...(label ? [label] : [])].join('-');
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
};

function entriesOf(source) {
  const files = readdirSync(FOLDER).filter((file) => file.startsWith(`${source}-`) || file === `${source}.json`);
  // Newer documents of a source before older ones.
  return files
    .sort()
    .flatMap((file) => readDocument(JSON.parse(readFileSync(FOLDER + file, 'utf8'))).entries.map((entry) => ({ source, entry })));
}

/** The text of `catalogue.json`. */
export function bundledCatalogue() {
  const kept = new Map();
  const names = new Map();
  for (const { source, entry } of SOURCES.flatMap(entriesOf)) {
    const by = names.get(entry.registryName) ?? source;
    const id = idOf(entry);
    if (entry.warnings.some(({ code }) => USELESS.has(code)) || kept.has(id) || by !== source) continue;
    names.set(entry.registryName, source);
    kept.set(id, { id, source, ...withoutProgram(entry) });
  }
  const entries = [...kept.values()].sort(
    (a, b) => Number(a.transport === null) - Number(b.transport === null) || a.name.localeCompare(b.name, 'en'),
  );
  return `{\n"entries": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n}\n`;
}
