import { parseDocument } from './document-text.js';
import type { ImportEntry } from './import-entry.js';
import { readDocument } from './read-document.js';

const URL_TEXT = 'https://mcp.example.com/mcp';
const read = (text: string): readonly ImportEntry[] => readDocument(parseDocument(text)).entries;
const only = (text: string): ImportEntry => {
  const entries = read(text);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

describe('a configuration', () => {
  it.each([
    ['mcpServers', `{"mcpServers":{"docs":{"type":"http","url":"${URL_TEXT}"}}}`, 'docs'],
    [
      'servers with VS Code inputs',
      `{ // user\n "inputs":[{"id":"t","type":"promptString"}], "servers":{"docs":{"url":"${URL_TEXT}",}},}`,
      'docs',
    ],
    ['context_servers', `{"context_servers":{"docs":{"url":"${URL_TEXT}"}}}`, 'docs'],
    ['mcp of OpenCode', `{"mcp":{"docs":{"type":"remote","url":"${URL_TEXT}"}}}`, 'docs'],
    ['mcp.servers of VS Code settings', `{"mcp":{"servers":{"docs":{"url":"${URL_TEXT}"}}}}`, 'docs'],
    ['amp.mcpServers', `{"amp.mcpServers":{"docs":{"url":"${URL_TEXT}"}}}`, 'docs'],
    ['serverUrl of Windsurf', `{"mcpServers":{"docs":{"serverUrl":"${URL_TEXT}"}}}`, 'docs'],
    ['httpUrl of Gemini', `{"mcpServers":{"docs":{"httpUrl":"${URL_TEXT}"}}}`, 'docs'],
    ['the inside of a map', `"docs": {"url":"${URL_TEXT}"},`, 'docs'],
    ['one entry alone', `{"url":"${URL_TEXT}"}`, 'mcp.example.com'],
    ['a list', `[{"name":"docs","url":"${URL_TEXT}"}]`, 'docs'],
    ['mcp-remote', `{"mcpServers":{"docs":{"command":"npx","args":["-y","mcp-remote@0.15.1","${URL_TEXT}"]}}}`, 'docs'],
  ])('of the form %s is understood', (_, text, name) => {
    const entry = only(text);
    expect([entry.name, entry.transport?.url, entry.transport?.type, entry.inputs]).toEqual([name, URL_TEXT, 'streamable-http', []]);
  });

  it('keeps every server of several, also those that start a program', () => {
    const text = `{"mcpServers":{"a":{"url":"https://a.example/mcp"},"b":{"type":"sse","url":"https://b.example/sse"},"c":{"command":"npx","args":["-y","@x/files"]}}}`;
    expect(read(text).map(({ name, transport }) => [name, transport?.type ?? null])).toEqual([
      ['a', 'streamable-http'],
      ['b', 'sse'],
      ['c', null],
    ]);
    expect(read(text)[2]!.local).toMatchObject({ package: 'npm:@x/files' });
    expect(read(text)[2]!.warnings.map(({ code }) => code)).toEqual(['package-not-exact', 'needs-local-servers']);
  });

  it('names what stands among its servers and is none, and reads the rest', () => {
    const text = `{"mcpServers":{"docs":{"url":"${URL_TEXT}"},"empty":{"command":""},"odd":{"foo":1},"ftp":{"url":"ftp://x.example"},"seven":7}}`;
    const { entries, warnings } = readDocument(parseDocument(text));
    expect(entries.map(({ name }) => name)).toEqual(['docs']);
    expect(warnings).toEqual(
      ['empty', 'odd', 'ftp', 'seven'].map((name) => ({
        code: 'entry-unreadable',
        detail: `${name} has neither an http address nor a command and was left out.`,
      })),
    );
  });

  it('says nothing of the other members of a map that is no list of servers', () => {
    const text = `{"theme":"dark","docs":{"url":"${URL_TEXT}"}}`;
    expect(readDocument(parseDocument(text)).warnings).toEqual([]);
  });

  it.each([
    ['a header map', `{"mcpServers":{"docs":{"url":"${URL_TEXT}","headers":{"Authorization":"Bearer s3cret-1"}}}}`],
    [
      'mcp-remote with the value in env',
      `{"mcpServers":{"docs":{"command":"npx","args":["mcp-remote","${URL_TEXT}","--header","Authorization:\${AUTH}"],"env":{"AUTH":"Bearer s3cret-1"}}}}`,
    ],
  ])('has its secrets lifted out of %s', (_, text) => {
    const entry = only(text);
    expect(entry.transport!.headers).toEqual([{ name: 'Authorization', secret: true, required: true, value: '{Authorization}' }]);
    expect(entry.inputs).toMatchObject([{ key: 'Authorization', secret: true, lifted: 'Bearer s3cret-1' }]);
    expect(entry.warnings.map(({ code }) => code)).toEqual(['secret-lifted']);
  });

  it.each(['Bearer ${TOKEN}', 'Bearer ${input:token}', 'Bearer ${env:T}', 'Bearer <token>', 'Bearer $TOKEN', 'Bearer YOUR_API_KEY', ''])(
    'leaves a slot open where it has only a placeholder: %s',
    (value) => {
      const entry = only(JSON.stringify({ mcpServers: { docs: { url: URL_TEXT, headers: { Authorization: value } } } }));
      expect(entry.inputs).toMatchObject([{ key: 'Authorization', secret: true, lifted: null }]);
    },
  );

  it('leaves harmless headers readable and drops those of the wire', () => {
    const entry = only(JSON.stringify({ url: URL_TEXT, headers: { 'X-Region': 'eu', Accept: 'text/html' } }));
    expect(entry.transport!.headers).toEqual([{ name: 'X-Region', secret: false, required: true, value: 'eu' }]);
  });

  it('with a secret in an address is pointed out', () => {
    expect(only(JSON.stringify({ url: `${URL_TEXT}?api_key=abc` })).warnings.map(({ code }) => code)).toEqual(['secret-in-url']);
  });

  it.each(['', 'hello world', '{"a":1}', '{', '[1,2]', 'null', '{"url":"javascript:alert(1)"}', '{"mcpServers":{"x":{"url":"ftp://x/"}}}'])(
    'is not seen in %s',
    (text) => expect(readDocument(parseDocument(text))).toEqual({ form: null, entries: [], warnings: [] }),
  );
});

describe('text that claims to be JSON', () => {
  it('may have comments and trailing commas, but not inside of strings', () => {
    expect(parseDocument('{ /* a */ "u": "https://x//y,]", // b\n "l": [1, 2, ], }')).toEqual({ u: 'https://x//y,]', l: [1, 2] });
  });

  it('is read in linear time even where it is made to be slow', () => {
    for (const text of ['"\\'.repeat(120_000), '/*'.repeat(120_000), `{"a":"${'\\"'.repeat(120_000)}`]) {
      const start = performance.now();
      expect(parseDocument(text)).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });

  it('is refused where it is nested deeper than 64 levels', () => {
    expect(parseDocument('['.repeat(65) + ']'.repeat(65))).toBeUndefined();
    expect(parseDocument('['.repeat(100_000))).toBeUndefined();
  });
});
