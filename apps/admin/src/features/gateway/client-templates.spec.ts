import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { CLIENT_TEMPLATES, snippetsOf, pathFor, TOKEN_PLACEHOLDER, type SnippetFacts } from './client-template';
import { deepLink } from './deep-link';
import { aliasOf, isPrivateAddress } from './gateway-address';

const TOKEN = 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2';
const facts: SnippetFacts = { url: 'https://gw.example.com/api/gw/platform', name: 'platform', token: TOKEN, os: 'linux' };
const byId = (id: string) => CLIENT_TEMPLATES.find((template) => template.id === id)!;

/** Every string of a parsed document. */
const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)])
      : [];

const parsers = { json: JSON.parse, yaml: parseYaml, toml: parseToml } as Record<string, (text: string) => unknown>;
const files = CLIENT_TEMPLATES.flatMap((template) =>
  ['json', 'yaml', 'toml'].filter((format) => format in template).map((format) => [template.id, format] as const),
);

it('knows 21 clients, each once', () => {
  expect(new Set(CLIENT_TEMPLATES.map(({ id }) => id)).size).toBe(21);
});

describe.each(['linux', 'macos', 'windows'] as const)('on %s', (os) => {
  it.each(files)('the file of %s is valid %s with the URL in it and no placeholder left', (id, format) => {
    const snippet = snippetsOf(byId(id), { ...facts, os }).find(({ kind }) => kind === 'file')!;
    const all = strings(parsers[format]!(snippet.text));
    expect(all).toContain(facts.url);
    expect(all.join('\n')).not.toMatch(/\{(url|token|name|ENV)\}/);
    expect(all.some((text) => text === TOKEN || text.endsWith(`Bearer ${TOKEN}`) || /MNG_TOKEN|\$\{input:mng_token\}/.test(text))).toBe(
      true,
    );
  });
});

it.each(CLIENT_TEMPLATES.filter(({ cmd }) => cmd).map(({ id }) => [id]))('the command of %s survives a shell', (id) => {
  const [command] = snippetsOf(byId(id), facts);
  const words = [...command!.text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
  expect(words).toContain(facts.url);
  expect(words.includes(`Authorization: Bearer ${TOKEN}`) || words.includes('MNG_TOKEN')).toBe(true);
});

it.each(['chatgpt', 'claude-ai'])('%s, which takes no token, gets no snippet', (id) => {
  expect(snippetsOf(byId(id), facts)).toEqual([]);
  expect(deepLink(byId(id), facts)).toBeNull();
});

describe('links that open a client', () => {
  const linked = CLIENT_TEMPLATES.filter(({ deeplink }) => deeplink);

  it.each(linked.map(({ id }) => [id]))('of %s hold no token', (id) => {
    const link = deepLink(byId(id), facts)!;
    const everything = [
      link,
      decodeURIComponent(link),
      ...[...new URL(link).searchParams.values()].map((value) => {
        try {
          return atob(value);
        } catch {
          return '';
        }
      }),
    ].join('\n');
    expect(everything).not.toContain(TOKEN);
    expect(link).not.toMatch(/[{}]/);
  });

  it('of Cursor carry the inner object as base64', () => {
    const config = new URL(deepLink(byId('cursor'), facts)!).searchParams.get('config')!;
    expect(JSON.parse(atob(config))).toEqual({ url: facts.url, headers: { Authorization: 'Bearer ${env:MNG_TOKEN}' } });
  });

  it('of VS Code ask for the token', () => {
    const link = deepLink(byId('vscode'), facts)!;
    const config = JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)));
    expect(config).toMatchObject({
      name: 'platform',
      url: facts.url,
      headers: { Authorization: 'Bearer ${input:mng_token}' },
      inputs: [{ password: true }],
    });
  });

  it('of LM Studio show a placeholder', () => {
    const config = new URL(deepLink(byId('lmstudio'), facts)!).searchParams.get('config')!;
    expect(atob(config)).toContain(TOKEN_PLACEHOLDER);
  });
});

it('starts npx through cmd on Windows', () => {
  const [snippet] = snippetsOf(byId('claude-desktop'), { ...facts, os: 'windows' });
  expect(JSON.parse(snippet!.text).mcpServers.platform).toMatchObject({
    command: 'cmd',
    args: expect.arrayContaining(['/c', 'npx', facts.url]),
  });
});

it('writes paths as the operating system does', () => {
  expect(pathFor('~/.cursor/mcp.json', 'windows')).toBe('%USERPROFILE%\\.cursor\\mcp.json');
  expect(pathFor('~/.cursor/mcp.json', 'macos')).toBe('~/.cursor/mcp.json');
  expect(pathFor('claude_desktop_config.json', 'macos')).toContain('Application Support');
});

it('shortens a slug to an alias that every client takes', () => {
  expect(aliasOf('platform-engineering')).toBe('platform-eng');
  expect(aliasOf('data-platform-x')).toBe('data-platfor');
  expect(aliasOf('abcdefghijk-lm')).toBe('abcdefghijk');
});

it.each([
  ['http://localhost:3000/x', true],
  ['http://127.0.0.1:3000/', true],
  ['https://10.2.3.4/', true],
  ['https://gw.corp.internal/', true],
  ['https://gateway/', true],
  ['https://gw.example.com/', false],
  ['https://172.32.0.1/', false],
])('says whether %s is private', (url, is) => expect(isPrivateAddress(url)).toBe(is));
