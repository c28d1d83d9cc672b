import { startFakeUpstream, type FakeTool, type FakeUpstream } from '@mcpnest/testkit';
import { eventually } from '../harness/eventually.js';
import { givenInstallation, givenRoute, type Installation } from '../harness/given.js';

interface Listed {
  readonly data: readonly {
    readonly tool: string;
    readonly published: boolean;
    readonly gates: readonly { name: string; ok: boolean; reason?: string }[];
  }[];
  readonly problems: readonly { readonly server: string; readonly reason: string }[];
}

const tool = (name: string, part: Partial<FakeTool> = {}): FakeTool => ({ name, inputSchema: { type: 'object' }, ...part });
const MIB = 1024 * 1024;
/** More than the 64 KiB of security bar I4: its name alone is kept. */
const LARGE = 100 * 1024;
const KNOWN_MS = 15_000;

describe('definitions that no client could be given', () => {
  let installation: Installation;
  let good: FakeUpstream;
  const opened: FakeUpstream[] = [];

  beforeAll(async () => {
    [good, installation] = await Promise.all([startFakeUpstream({ tools: [tool('beside')] }), givenInstallation()]);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([...opened, good].map((upstream) => upstream?.close()));
    await installation?.server.remove();
  }, 60_000);

  /** A workspace with a server of these tools and one that is sound. */
  const given = async (tools: readonly FakeTool[]) => {
    const upstream = await startFakeUpstream({ tools: [...tools] });
    opened.push(upstream);
    const { operator } = installation;
    const route = await givenRoute(operator, [good.url, upstream.url]);
    return { route, listed: () => operator.get<Listed>(`/workspaces/${route.workspace.slug}/tools`), bad: route.servers[1]!.slug };
  };

  it('take only their own tool out: too large, referring elsewhere, or to nothing', async () => {
    const { route, listed } = await given([
      tool('sound', {
        inputSchema: {
          type: 'object',
          $defs: { a: { properties: { a: { $ref: '#/$defs/a' } } } },
          properties: { a: { $ref: '#/$defs/a' } },
        },
      }),
      tool('large', { description: 'x'.repeat(LARGE) }),
      tool('remote', { inputSchema: { type: 'object', properties: { a: { $ref: 'https://example.com/schema.json' } } } }),
      tool('dangling', { inputSchema: { type: 'object', properties: { a: { $ref: '#/$defs/gone' } } } }),
    ]);
    await eventually(async () => expect(await route.client.toolNames()).toEqual(['beside', 'sound']), KNOWN_MS);
    const { data } = await listed();
    expect(
      data
        .filter(({ published }) => !published)
        .map(({ tool: name }) => name)
        .sort(),
    ).toEqual(['dangling', 'large', 'remote']);
    expect(data.find(({ tool: name }) => name === 'large')?.gates).toContainEqual(
      expect.objectContaining({ ok: false, reason: expect.stringContaining('clients are given 64 KB at most') }),
    );
    for (const name of ['large', 'remote', 'dangling']) expect((await route.client.call(name)).json.error?.code).toBe(-32602);
    expect((await route.client.call('sound', { a: 1 })).json.result).toBeDefined();
  }, 60_000);

  it('of ten megabytes take the tools of their server out, with the reason, and nothing of others', async () => {
    const { route, listed, bad } = await given([tool('fine'), tool('huge', { description: 'x'.repeat(11 * MIB) })]);
    await eventually(async () => expect(await route.client.toolNames()).toEqual(['beside']), KNOWN_MS);
    expect((await listed()).problems).toEqual([expect.objectContaining({ server: bad, reason: expect.stringMatching(/^gateway\./) })]);
    expect((await route.client.call('beside')).json.result).toBeDefined();
  }, 60_000);

  it('of ten thousand tools are the first thousand, say why of those behind them, and leave those of others alone', async () => {
    const { route, listed } = await given(Array.from({ length: 10_000 }, (_, n) => tool(`tool_${n}`)));
    // A list is given without a server that is still being asked.
    const { data } = await eventually(async () => {
      const all = await listed();
      expect(all.data.filter(({ published }) => published)).toHaveLength(1_001);
      return all;
    }, KNOWN_MS);
    expect(await route.client.toolNames()).toContain('beside');
    expect(data.find(({ tool: name }) => name === 'tool_1000')?.gates).toContainEqual(
      expect.objectContaining({ ok: false, reason: expect.stringContaining('1,000') }),
    );
    expect((await route.client.call('tool_999')).json.result).toBeDefined();
    expect((await route.client.call('tool_1000')).json.error?.code).toBe(-32602);
  }, 90_000);

  it('of every name are published under safe ones, each once', async () => {
    const odd = [
      '',
      ' ',
      'ä ö',
      '../../etc/passwd',
      '<img src=x>',
      '1st',
      'a'.repeat(300),
      'a\u202eb',
      '__proto__',
      'constructor',
      'Same',
      'Same',
    ];
    const { route } = await given(odd.map((name) => tool(name)));
    await eventually(async () => expect((await route.client.toolNames()).length).toBeGreaterThan(5), KNOWN_MS);
    const names = await route.client.toolNames();
    for (const name of names) expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9_-]{0,45}$/);
    expect(new Set(names.map((name) => name.replaceAll('-', '_'))).size).toBe(names.length);
    for (const name of names) expect((await route.client.call(name)).json.result).toBeDefined();
  }, 60_000);
});
