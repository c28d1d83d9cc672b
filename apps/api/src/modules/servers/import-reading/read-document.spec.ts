import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fillTemplate } from './fill-template.js';
import type { ImportEntry, WarningCode } from './import-entry.js';
import { readDocument } from './read-document.js';

const FOLDER = new URL('../bundled-catalogue/documents/', import.meta.url);
const documentOf = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

function tally<T extends string>(words: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
const kindOf = (entry: ImportEntry): string => entry.transport?.type ?? 'local';
const warned = (entries: readonly ImportEntry[]): WarningCode[] => entries.flatMap(({ warnings }) => warnings.map(({ code }) => code));

/** File → what can be reached how, and what is odd. */
const EXPECTED: Record<string, [Record<string, number>, Partial<Record<WarningCode, number>>]> = {
  'curated.json': [
    { 'streamable-http': 21, local: 13 },
    { 'description-too-long': 3, 'needs-local-servers': 13, 'remote-left-out': 2 },
  ],
  'private-registry-latest.json': [{ 'streamable-http': 1 }, {}],
  'private-registry-list.json': [{ 'streamable-http': 1 }, {}],
  'publisher-azure.json': [
    { local: 1 },
    { 'name-invalid': 1, 'version-placeholder': 1, 'package-placeholder': 3, 'needs-local-servers': 1 },
  ],
  'publisher-cloudflare.json': [{ 'streamable-http': 13 }, {}],
  'publisher-context7.json': [{ 'streamable-http': 1 }, {}],
  'publisher-fabric.json': [
    { local: 1 },
    { 'name-invalid': 1, 'version-placeholder': 1, 'package-placeholder': 2, 'needs-local-servers': 1 },
  ],
  'publisher-firecrawl.json': [{ local: 1 }, { 'needs-local-servers': 1 }],
  'publisher-github.json': [{ 'streamable-http': 1 }, { 'version-placeholder': 1, 'package-placeholder': 1 }],
  'publisher-grafana.json': [{ 'streamable-http': 1 }, { 'version-placeholder': 1, 'package-placeholder': 1 }],
  'publisher-mongodb.json': [{ local: 1 }, { 'needs-local-servers': 1 }],
  'publisher-playwright.json': [{ local: 1 }, { 'needs-local-servers': 1 }],
  'publisher-stripe.json': [{ 'streamable-http': 1 }, {}],
  'registry-seed.json': [{ local: 3, 'streamable-http': 1 }, { 'needs-local-servers': 3 }],
  'registry-seed-2025-05-16.json': [
    { local: 38, sse: 3 },
    {
      'description-too-long': 9,
      'needs-local-servers': 36,
      'name-invalid': 2,
      'description-missing': 6,
      'version-missing': 2,
      'nothing-to-connect': 2,
      'plain-http': 1,
      'address-not-public': 1,
    },
  ],
  'template-microsoft.json': [
    { local: 1 },
    { 'name-invalid': 1, 'version-placeholder': 1, 'package-placeholder': 3, 'needs-local-servers': 1 },
  ],
};

describe('documents as they really are', () => {
  it.each(FILES)('%s is read whole, with every oddity named', (file) => {
    const { form, entries } = readDocument(documentOf(file));
    expect(form).toBe('registry');
    expect([tally(entries.map(kindOf)), tally(warned(entries))]).toEqual(EXPECTED[file]);
  });

  it('keep a header that is filled from a variable as a secret with a prefix', () => {
    const [entry] = readDocument(documentOf('private-registry-list.json')).entries;
    expect(entry!.transport!.headers).toEqual([{ name: 'Authorization', secret: true, required: true, value: 'Bearer {mng_token}' }]);
    expect(entry!.inputs).toEqual([
      expect.objectContaining({ key: 'mng_token', place: 'header', required: true, secret: true, placeholder: 'mng_...' }),
    ]);
  });

  it('of the snake_case generation say what is secret, and part several addresses', () => {
    const { entries } = readDocument(documentOf('publisher-cloudflare.json'));
    expect(entries.map(({ name }) => name).slice(0, 3)).toEqual([
      'Cloudflare (docs)',
      'Cloudflare (observability)',
      'Cloudflare (bindings)',
    ]);
    expect(entries[1]!.transport!.headers).toEqual([{ name: 'Authorization', secret: true, required: false, value: '{Authorization}' }]);
    expect(entries[0]!.inputs).toEqual([]);
  });

  it('of the generation before schemas keep their packages', () => {
    const entry = readDocument(documentOf('registry-seed-2025-05-16.json')).entries[0]!;
    expect(entry).toMatchObject({ registryName: 'io.github.21st-dev/magic-mcp', version: '0.0.1-seed' });
    const env = [{ name: 'API_KEY', secret: true, required: false, description: null, choices: [], default: null }];
    const program = 'npm:@21st-dev/magic@0.0.46';
    expect(entry.packages).toEqual([{ registry: 'npm', identifier: '@21st-dev/magic', version: '0.0.46', program, args: [], env }]);
  });

  it('give the newest of several versions alone', () => {
    const { entries, warnings } = readDocument(documentOf('registry-seed.json'));
    expect(entries.find(({ registryName }) => registryName === 'io.github.domdomegg/airtable-mcp-server')?.version).toBe('1.7.3');
    expect(warnings).toEqual([{ code: 'older-version-left-out', detail: 'io.github.domdomegg/airtable-mcp-server 1.7.2 was left out.' }]);
  });
});

const server = (part: object): object => ({ name: 'com.example/x', description: 'X', version: '1.0.0', ...part });
const remote = (part: object): object => ({ type: 'streamable-http', url: 'https://x.example/mcp', ...part });
const only = (document: unknown): ImportEntry => {
  const { entries } = readDocument(document);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

describe('a remote', () => {
  it('has its variables as inputs, with choices and defaults', () => {
    const url = 'https://{tenant}.example.com/{region}/mcp';
    const variables = { tenant: { isRequired: true, description: 'Your tenant' }, region: { choices: ['eu', 'us'], default: 'eu' } };
    const entry = only(server({ remotes: [remote({ url, variables })] }));
    expect(entry.transport!.url).toBe(url);
    expect(entry.inputs).toMatchObject([
      { key: 'tenant', place: 'url', required: true, description: 'Your tenant', choices: [] },
      { key: 'region', place: 'url', choices: ['eu', 'us'], default: 'eu' },
    ]);
    expect(fillTemplate(entry.transport!, { tenant: 'acme', region: 'eu' }).transport.url).toBe('https://acme.example.com/eu/mcp');
  });

  it('never shows a secret value of a document in its template', () => {
    const headers = [{ name: 'X-Api-Key', isSecret: true, value: 's3cret-value' }];
    const entry = only(server({ remotes: [remote({ headers })] }));
    expect(JSON.stringify(entry.transport)).not.toContain('s3cret');
    expect(entry.inputs).toMatchObject([{ key: 'X-Api-Key', secret: true, lifted: 's3cret-value', default: null }]);
    expect(warned([entry])).toEqual(['secret-lifted']);
  });

  it.each([['Host'], ['Mcp-Session-Id'], ['X-Forwarded-For'], ['bad name'], ['Accept']])('cannot set the header %s', (name) => {
    const entry = only(server({ remotes: [remote({ headers: [{ name, value: 'x' }] })] }));
    expect(entry.transport!.headers).toEqual([]);
    expect(warned([entry])).toEqual(['header-left-out']);
  });

  it.each([[{ url: 'ftp://x.example/' }], [{ url: 'javascript:alert(1)' }], [{ url: '' }], [{ url: 7 }], [{ type: 'carrier-pigeon' }]])(
    'that cannot be dialled is left out and named: %j',
    (part) => {
      const entry = only(server({ remotes: [remote(part)], packages: [{ registryType: 'npm', identifier: 'x', version: '1.0.0' }] }));
      expect(entry.transport).toBeNull();
      expect(warned([entry])).toEqual(['remote-unreadable', 'needs-local-servers']);
    },
  );

  it('over HTTP+SSE is left out where the same host offers better', () => {
    const entry = only(server({ remotes: [{ type: 'sse', url: 'https://x.example/sse' }, remote({})] }));
    expect(entry.transport!.type).toBe('streamable-http');
    expect(warned([entry])).toEqual(['remote-left-out']);
  });
});

describe('an item of a registry', () => {
  const official = (meta: object): object => ({ _meta: { 'io.modelcontextprotocol.registry/official': meta } });

  it('that is deprecated or deleted says so with the reason', () => {
    const item = { server: server({ remotes: [remote({})] }), ...official({ status: 'deprecated', statusMessage: 'use y' }) };
    const entry = only({ servers: [item], metadata: { count: 1 } });
    expect(entry.status).toBe('deprecated');
    expect(entry.warnings).toEqual([{ code: 'deprecated', detail: 'The registry says that it is deprecated: use y' }]);
  });

  it('called the latest wins over a higher number', () => {
    const items = ['1.0.0', '2.0.0-beta.1'].map((version, index) => ({
      server: server({ version, remotes: [remote({})] }),
      ...official({ isLatest: index === 0 }),
    }));
    expect(only({ servers: items }).version).toBe('1.0.0');
  });

  it('that is broken does not take the others with it', () => {
    const { entries, warnings } = readDocument({ servers: [null, 7, { server: {} }, { server: server({ remotes: [remote({})] }) }, []] });
    expect(entries).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(Array(4).fill('entry-unreadable'));
  });

  it('beyond the five thousandth is not read, and that is said', () => {
    const servers = Array.from({ length: 5_001 }, (_, index) => ({
      server: server({ name: `com.example/x${index}`, remotes: [remote({})] }),
    }));
    const { entries, warnings } = readDocument({ servers });
    expect(entries).toHaveLength(5_000);
    expect(warnings.at(-1)?.detail).toBe('Only the first 5000 entries were read.');
  });
});

/** Puts a value somewhere into a copy of a document. */
function planted(document: unknown, path: readonly number[], value: unknown): unknown {
  if (typeof document !== 'object' || document === null || path.length === 0) return value;
  const keys = Object.keys(document);
  if (keys.length === 0) return value;
  const key = keys[path[0]! % keys.length]!;
  const copy = (Array.isArray(document) ? [...(document as unknown[])] : { ...document }) as Record<string, unknown>;
  copy[key] = planted(copy[key], path.slice(1), value);
  return copy;
}

describe('whatever comes in', () => {
  const hostile = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom('{x}', 'https://{a}{b}/{c}', '${X}', '\u0000\ud800', 'x'.repeat(9_000)),
  );
  const sound = (value: unknown): void => {
    for (const entry of readDocument(value).entries) {
      expect(entry.name).toMatch(/^(?=.*\S)[^\p{Cc}\p{Surrogate}]{1,128}$/u);
      if (!entry.transport) continue;
      const keys = new Set(entry.inputs.map(({ key }) => key));
      expect(keys.size).toBe(entry.inputs.length);
      const filled = fillTemplate(entry.transport, Object.fromEntries([...keys].map((key) => [key, 'v1'])));
      expect(filled.missing).toEqual([]);
      expect(filled.transport.headers.every(({ secret, value: text }) => secret || !/[{}]/.test(text ?? ''))).toBe(true);
      for (const { lifted } of entry.inputs) if (lifted && lifted.length > 8) expect(JSON.stringify(entry.transport)).not.toContain(lifted);
    }
  };

  it('a real document with anything planted anywhere is read without throwing, and every template can be filled', () => {
    const documents = FILES.filter((file) => !file.includes('mongodb')).map(documentOf);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(fc.nat(60), { minLength: 1, maxLength: 7 }), hostile, (document, path, value) =>
        sound(planted(document, path, value)),
      ),
      { numRuns: 600 },
    );
  });

  it('any JSON is read without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => sound(value)),
      { numRuns: 500 },
    );
  });
});
