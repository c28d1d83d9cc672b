import { DOCUMENT_ENTRIES_MAX } from './document-text.js';
import type { ImportEntry, ImportWarning, ReadDocument } from './import-entry.js';
import { bag, textOf, type Bag } from './members.js';
import { readConfiguration } from './read-configuration.js';
import { isLatest, isServerDocument, readServerDocument } from './read-server-document.js';

const WARNINGS_MAX = 200;

/**
 * Reads a registry's document, a server.json of any generation, or a client's configuration. Never throws: what cannot be
 * read is a warning, and the rest is read all the same. At most 5,000 entries.
 */
export function readDocument(document: unknown): ReadDocument {
  const items = registryItems(document);
  const warnings: ImportWarning[] = [];
  const entries = items ? readItems(items, warnings) : readConfiguration(document, warnings);
  const form = items ? 'registry' : entries.length > 0 ? 'configuration' : null;
  if (entries.length > DOCUMENT_ENTRIES_MAX || (items?.length ?? 0) > DOCUMENT_ENTRIES_MAX)
    warnings.push({ code: 'entry-unreadable', detail: `Only the first ${DOCUMENT_ENTRIES_MAX} entries were read.` });
  return { form, entries: entries.slice(0, DOCUMENT_ENTRIES_MAX), warnings: warnings.slice(0, WARNINGS_MAX) };
}

/** The items of a registry's answer, of a bare list or of a single document; null where the document is none of these. */
function registryItems(document: unknown): readonly unknown[] | null {
  const root = bag(document);
  if (root && isItem(root)) return [root];
  const candidates = root ? root['servers'] : document;
  return Array.isArray(candidates) && candidates.some((value) => isItem(bag(value))) ? (candidates as unknown[]) : null;
}

function isItem(value: Bag | null): value is Bag {
  if (!value) return false;
  const server = bag(value['server']);
  return server ? typeof server['name'] === 'string' : isServerDocument(value);
}

function readItems(items: readonly unknown[], warnings: ImportWarning[]): readonly ImportEntry[] {
  const read: Bag[] = [];
  items.slice(0, DOCUMENT_ENTRIES_MAX).forEach((value, index) => {
    const item = bag(value);
    if (item && isItem(item)) read.push(item);
    else warnings.push({ code: 'entry-unreadable', detail: `Item ${index + 1} is no server and was left out.` });
  });
  return newestOf(read, warnings).flatMap((item) => readServerDocument(item));
}

const serverOf = (item: Bag): Bag => bag(item['server']) ?? item;

/** One item per server: what the registry calls the latest, else the highest version, else the last. */
function newestOf(items: readonly Bag[], warnings: ImportWarning[]): readonly Bag[] {
  const kept = new Map<string, Bag>();
  items.forEach((item, index) => {
    const name = textOf(serverOf(item), 'name', 256) ?? '';
    // Unfilled templates share a name without being one server.
    const key = name.includes('/') ? name : `${name}#${index}`;
    const before = kept.get(key);
    const older = before && isNewer(before, item) ? item : before;
    if (older)
      warnings.push({ code: 'older-version-left-out', detail: `${name} ${textOf(serverOf(older), 'version', 64) ?? ''} was left out.` });
    if (older !== item) kept.set(key, item);
  });
  return [...kept.values()];
}

function isNewer(one: Bag, other: Bag): boolean {
  const said = [isLatest(one), isLatest(other)];
  if (said[0] !== said[1] && (said[0] === true || said[1] === true)) return said[0] === true;
  return compareVersions(textOf(serverOf(one), 'version', 64) ?? '', textOf(serverOf(other), 'version', 64) ?? '') > 0;
}

/** By the numbers in them, left to right; a pre-release comes before its release. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((text) =>
    text
      .split(/[-+]/)[0]!
      .split('.')
      .map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let at = 0; at < Math.max(left!.length, right!.length); at++) {
    const difference = (left![at] ?? 0) - (right![at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(other.includes('-')) - Number(one.includes('-'));
}
