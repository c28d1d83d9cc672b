import type { CatalogueEntry } from '@mcpnest/api-client';
import { credentialsOf, loadDraft, saveDraft, transportOf } from './add-draft';
import { canBegin, changeOfValue, changeOfWay, draftOfEntry, openPartsOf } from './add-entry';

const input = { description: null, secret: false, required: true, choices: [], default: null, placeholder: null, sealed: null };
const header = (name: string, value: string, part = {}) => ({ name, value, secret: true, required: true, ...part });

const entry = (part: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'com-example-weather',
  source: 'publisher',
  registryUrl: null,
  name: 'Weather',
  registryName: 'com.example/weather',
  version: '1.2.0',
  description: 'Forecasts',
  documentationUrl: 'https://docs.example.com/',
  repositoryUrl: null,
  status: 'active',
  local: null,
  transport: {
    type: 'streamable-http',
    url: 'https://{region}.example.com/{space}',
    headers: [
      header('Authorization', 'Bearer {token}'),
      header('X-Key', 'Key {key}', { required: false }),
      header('X-Mode', '{mode}', { secret: false, required: false }),
    ],
  },
  inputs: [
    { ...input, key: 'region', place: 'url', choices: ['eu', 'us'], default: 'eu' },
    { ...input, key: 'space', place: 'url' },
    { ...input, key: 'token', place: 'header', secret: true, description: 'Your token' },
    { ...input, key: 'key', place: 'header', secret: true },
    { ...input, key: 'mode', place: 'header', choices: ['fast', 'slow'] },
  ],
  packages: [
    { registry: 'pypi', identifier: 'weather', version: '1.2.0', program: null, args: [], env: [] },
    {
      registry: 'npm',
      identifier: '@example/weather',
      version: '1.2.0',
      program: 'npm:@example/weather@1.2.0',
      args: ['--root', '{folder}', '--key', '${WEATHER_KEY}'],
      env: [
        { name: 'WEATHER_KEY', secret: true, required: true, description: 'Your key', choices: [], default: null },
        { name: 'UNIT', secret: false, required: false, description: null, choices: ['c', 'f'], default: 'c' },
      ],
    },
  ],
  warnings: [],
  known: [],
  importable: true,
  ...part,
});

const begun = (part: Partial<CatalogueEntry> = {}) => draftOfEntry(entry(part))!;

it('begins with the address of an entry, and fills its variables in where they stand', () => {
  const draft = begun();
  expect(draft).toMatchObject({ name: 'Weather', url: 'https://{region}.example.com/{space}', type: 'streamable-http' });
  expect(openPartsOf(draft)).toEqual(['region', 'space']);
  const filled = { ...draft, ...changeOfValue(draft.from!, 'space', 'a b/../c') };
  expect(filled.url).toBe('https://eu.example.com/a%20b/../c');
  expect(openPartsOf(filled)).toEqual([]);
});

it('keeps what is optional and empty out of the connection, and puts a secret into the words around it', () => {
  const draft = begun();
  const bare = transportOf(draft, {});
  expect(bare).toMatchObject({ headers: [{ name: 'Authorization', secret: true }] });
  const secrets = { Authorization: 'abc', 'X-Key': '$&' };
  expect(transportOf(draft, secrets)).toMatchObject({ headers: [{ name: 'Authorization' }, { name: 'X-Key', secret: true }] });
  expect(credentialsOf(draft, secrets)).toEqual({ Authorization: 'Bearer abc', 'X-Key': 'Key $&' });
});

it('can be reached as a program instead, with its variables as slots and its open arguments named', () => {
  const draft = begun();
  const local = { ...draft, ...changeOfWay(draft.from!, 'npm:@example/weather@1.2.0') };
  expect(openPartsOf(local)).toEqual(['folder']);
  expect(transportOf({ ...local, args: ['--root', '/srv'] }, {})).toEqual({
    type: 'stdio',
    package: 'npm:@example/weather@1.2.0',
    args: ['--root', '/srv'],
    env: [
      { name: 'WEATHER_KEY', secret: true },
      { name: 'UNIT', value: 'c' },
    ],
    network: true,
    folders: [],
    warm: false,
    clientCapabilities: 'faithful',
  });
  expect({ ...local, ...changeOfWay(local.from!, 'https://{region}.example.com/{space}') }).toMatchObject({ type: 'streamable-http' });
});

it('survives a reload with all that the entry says', () => {
  const draft = begun();
  saveDraft(draft);
  expect(loadDraft()).toEqual(draft);
});

it.each([
  ['an address that may not be reached', { importable: false, packages: [] }],
  ['nothing to reach', { transport: null, importable: false, packages: entry().packages.slice(0, 1) }],
])('does not begin with %s', (_, part) => {
  expect(canBegin(entry(part))).toBe(false);
  expect(draftOfEntry(entry(part))).toBeNull();
});

it('begins with the package where the address may not be reached', () => {
  expect(begun({ importable: false })).toMatchObject({ type: 'stdio', url: 'npm:@example/weather@1.2.0' });
});
