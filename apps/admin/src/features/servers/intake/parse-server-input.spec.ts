import { nameFromUrl, parseServerInput } from './parse-server-input';

const URL_TEXT = 'https://mcp.example.com/mcp';
const only = async (text: string) => {
  const { servers } = await parseServerInput(text);
  expect(servers).toHaveLength(1);
  return servers[0]!;
};

describe('what people paste', () => {
  it.each([
    ['a URL', URL_TEXT, ''],
    ['a host and path', 'mcp.example.com/mcp', ''],
    ['mcpServers', `{"mcpServers":{"docs":{"type":"http","url":"${URL_TEXT}"}}}`, 'docs'],
    [
      'servers with VS Code inputs',
      `{ // user\n "inputs":[{"id":"t","type":"promptString"}], "servers":{"docs":{"url":"${URL_TEXT}",}},}`,
      'docs',
    ],
    ['context_servers', `{"context_servers":{"docs":{"url":"${URL_TEXT}"}}}`, 'docs'],
    ['mcp of OpenCode', `{"mcp":{"docs":{"type":"remote","url":"${URL_TEXT}"}}}`, 'docs'],
    ['mcp.servers of VS Code settings', `{"mcp":{"servers":{"docs":{"url":"${URL_TEXT}"}}}}`, 'docs'],
    ['serverUrl of Windsurf', `{"mcpServers":{"docs":{"serverUrl":"${URL_TEXT}"}}}`, 'docs'],
    ['httpUrl of Gemini', `{"mcpServers":{"docs":{"httpUrl":"${URL_TEXT}"}}}`, 'docs'],
    ['the inside of a map', `"docs": {"url":"${URL_TEXT}"},`, 'docs'],
    ['one entry alone', `{"url":"${URL_TEXT}"}`, ''],
    ['a registry document', `{"name":"com.example/docs","remotes":[{"type":"streamable-http","url":"${URL_TEXT}"}]}`, 'docs'],
    ['claude mcp add', `claude mcp add --transport http docs ${URL_TEXT} --scope user`, 'docs'],
    ['claude mcp add-json', `claude mcp add-json docs '{"type":"http","url":"${URL_TEXT}"}'`, 'docs'],
    ['codex mcp add', `codex mcp add docs --url ${URL_TEXT}`, 'docs'],
    ['gemini mcp add', `gemini mcp add --scope user --transport http docs ${URL_TEXT}`, 'docs'],
    ['code --add-mcp', `code --add-mcp '{"name":"docs","type":"http","url":"${URL_TEXT}"}'`, 'docs'],
    ['npx mcp-remote', `npx -y mcp-remote@0.15.1 ${URL_TEXT} --transport http-only`, ''],
    ['curl', `$ curl -X POST ${URL_TEXT} \\\n  -H "Content-Type: application/json" -d '{"jsonrpc":"2.0"}'`, ''],
    ['TOML of Codex', `[mcp_servers.docs]\nurl = "${URL_TEXT}"\n`, 'docs'],
    ['YAML of Goose', `extensions:\n  docs:\n    type: streamable_http\n    uri: ${URL_TEXT}\n`, 'docs'],
    ['YAML of Continue', `name: x\nmcpServers:\n  - name: docs\n    type: streamable-http\n    url: ${URL_TEXT}\n`, 'docs'],
  ])('%s is understood', async (_, text, name) => {
    const server = await only(text);
    expect({ url: server.transport.url, type: server.transport.type, name: server.name, credentials: server.credentials }).toEqual({
      url: URL_TEXT,
      type: 'streamable-http',
      name,
      credentials: {},
    });
  });

  it('keeps every server of a configuration with several', async () => {
    const { servers } = await parseServerInput(`{"mcpServers":{"a":{"url":"https://a.example/mcp"},"b":{"url":"https://b.example/mcp"}}}`);
    expect(servers.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('says sse where the text says sse', async () => {
    expect((await only(`claude mcp add -t sse docs ${URL_TEXT}`)).transport.type).toBe('sse');
  });

  it.each([
    ['{"mcpServers":{"files":{"command":"npx","args":["-y","@x/files@1.2.3","/tmp"]}}}', 'npm:@x/files@1.2.3', ['/tmp']],
    ['{"mcpServers":{"files":{"command":"/opt/files","args":["--all"]}}}', '/opt/files', ['--all']],
    ['claude mcp add files -- npx -y @x/files', 'npm:@x/files', []],
    [
      '{"mcpServers":{"files":{"command":"uvx","args":["weather-mcp==1.4.0","--city","Bern"]}}}',
      'pypi:weather-mcp==1.4.0',
      ['--city', 'Bern'],
    ],
    [
      '{"mcpServers":{"files":{"command":"uvx","args":["--from","weather-mcp[all]@1.4.0","weather","-v"]}}}',
      'pypi:weather-mcp[all]==1.4.0',
      ['-v'],
    ],
    ['claude mcp add files -- pipx run weather-mcp', 'pypi:weather-mcp', []],
  ])('reads a server that starts a program: %s', async (text, url, args) => {
    const { servers, local } = await parseServerInput(text);
    expect([servers.map(({ name }) => name), local]).toEqual([['files'], []]);
    expect(servers[0]!.transport).toEqual({ type: 'stdio', url, args, headers: [] });
  });

  it('lifts secrets out of the variables of a program', async () => {
    const env = '{"GITHUB_TOKEN":"ghp_secret","MODE":"fast","API_KEY":"<your key>"}';
    const { servers } = await parseServerInput(`{"mcpServers":{"x":{"command":"npx","args":["x@1.0.0"],"env":${env}}}}`);
    const [{ credentials, transport }] = servers as [(typeof servers)[0]];
    expect(credentials).toEqual({ GITHUB_TOKEN: 'ghp_secret' });
    expect(transport.headers).toEqual([
      { name: 'GITHUB_TOKEN', secret: true },
      { name: 'MODE', value: 'fast' },
      { name: 'API_KEY', secret: true },
    ]);
  });

  it.each([
    ['{"mcpServers":{"files":{"command":"docker","args":["run","x"]}}}', 'docker run x'],
    ['{"mcpServers":{"files":{"command":"uvx","args":["--from","git+https://x.example/x","x"]}}}', 'uvx --from git+https://x.example/x x'],
  ])('names a program that the gateway cannot run: %s', async (text, command) => {
    expect(await parseServerInput(text)).toEqual({ servers: [], local: [{ name: 'files', command }] });
  });

  it.each([
    '',
    'hello world',
    '{"a":1}',
    'rm -rf /',
    '{',
    'javascript:alert(1)',
    'ftp://example.com/x',
    '[1,2]',
    'null',
    'x'.repeat(200_001),
  ])('finds nothing in %#', async (text) => {
    expect(await parseServerInput(text)).toEqual({ servers: [], local: [] });
  });
});

describe('secrets in what people paste', () => {
  it.each([
    ['a header of claude mcp add', `claude mcp add --transport http docs ${URL_TEXT} --header "Authorization: Bearer s3cret"`],
    ['a header map', `{"mcpServers":{"docs":{"url":"${URL_TEXT}","headers":{"Authorization":"Bearer s3cret"}}}}`],
    ['curl -H', `curl ${URL_TEXT} -H 'Authorization: Bearer s3cret'`],
    [
      'mcp-remote with the value in env',
      `{"mcpServers":{"docs":{"command":"npx","args":["mcp-remote","${URL_TEXT}","--header","Authorization:\${AUTH}"],"env":{"AUTH":"Bearer s3cret"}}}}`,
    ],
  ])('are lifted out of %s', async (_, text) => {
    const server = await only(text);
    expect(server.transport.headers).toEqual([{ name: 'Authorization', secret: true }]);
    expect(server.credentials).toEqual({ Authorization: 'Bearer s3cret' });
    expect(JSON.stringify(server.transport)).not.toContain('s3cret');
  });

  it.each([
    'Bearer ${TOKEN}',
    'Bearer ${input:token}',
    'Bearer ${env:T}',
    'Bearer <token>',
    'Bearer $TOKEN',
    'Bearer YOUR_API_KEY',
    'Bearer …',
  ])('become an empty slot where the text has only a placeholder: %s', async (value) => {
    const server = await only(JSON.stringify({ mcpServers: { docs: { url: URL_TEXT, headers: { Authorization: value } } } }));
    expect(server.transport.headers).toEqual([{ name: 'Authorization', secret: true }]);
    expect(server.credentials).toEqual({});
  });

  it('leave harmless headers readable and drop those of the wire', async () => {
    const server = await only(JSON.stringify({ url: URL_TEXT, headers: { 'X-Region': 'eu', Accept: 'text/html', 'X-Api-Key': 'k1' } }));
    expect(server.transport.headers).toEqual([
      { name: 'X-Region', value: 'eu' },
      { name: 'X-Api-Key', secret: true },
    ]);
    expect(server.credentials).toEqual({ 'X-Api-Key': 'k1' });
  });

  it('get Bearer put before a bare token', async () => {
    expect((await only(`{"url":"${URL_TEXT}","headers":{"Authorization":"abc123"}}`)).credentials).toEqual({
      Authorization: 'Bearer abc123',
    });
  });

  it('in the URL are pointed out', async () => {
    expect((await only(`${URL_TEXT}?api_key=abc`)).secretInUrl).toBe(true);
    expect((await only(`${URL_TEXT}?region=eu`)).secretInUrl).toBe(false);
  });
});

it.each([
  ['https://mcp.linear.app/mcp', 'Linear'],
  ['https://api.githubcopilot.com/mcp/', 'Githubcopilot'],
  ['http://127.0.0.1:9/mcp', ''],
  ['x', ''],
])('names %s “%s”', (url, name) => expect(nameFromUrl(url)).toBe(name));
