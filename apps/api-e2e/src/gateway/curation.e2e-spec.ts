import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import type { CreatedToken, PublishedTool } from '@mcpnest/api-client';
import { eventually } from '../harness/eventually.js';
import { GatewayClient } from '../harness/gateway-client.js';
import {
  callsOnceVisible,
  freshSlug,
  givenInstallation,
  givenMember,
  givenRoute,
  givenToken,
  type Installation,
  type Route,
} from '../harness/given.js';
import type { RestClient } from '../harness/rest-client.js';

const inputSchema = { type: 'object', properties: { repo: { type: 'string' }, title: { type: 'string' } }, required: ['repo', 'title'] };
const ISSUE_TOOLS = ['get_issue', 'create_issue', 'delete_repo'].map((name) => ({ name, description: `Does ${name}.`, inputSchema }));
const REMOTE = { name: 'remote', inputSchema: { type: 'object', properties: { a: { $ref: 'https://example.com/schema' } } } };
const ALL = ['create_issue', 'delete_repo', 'get_issue'];

interface Explained {
  readonly visible: boolean;
  readonly stoppedBy: string | null;
  readonly summary: string;
  readonly gates: readonly { readonly name: string; readonly state: string }[];
}

describe('a workspace curates its tools', () => {
  let installation: Installation;
  let operator: RestClient;
  let upstream: FakeUpstream;
  let route: Route;
  let base: string;
  let git: string;

  const seen = async (client = route.client) => (await client.toolNames()).sort();
  const sees = (names: readonly string[], client = route.client) =>
    eventually(async () => expect(await seen(client)).toEqual(names), 1_000);
  const clientOf = ({ token }: CreatedToken) => new GatewayClient(route.client.url, token);
  const explain = (query: string) => operator.get<Explained>(`${base}/tools/explain?${query}`);

  beforeAll(async () => {
    [upstream, installation] = await Promise.all([startFakeUpstream({ tools: [...ISSUE_TOOLS, REMOTE] }), givenInstallation()]);
    ({ operator } = installation);
  }, 90_000);

  beforeEach(async () => {
    route = await givenRoute(operator, [upstream.url]);
    base = `/workspaces/${route.workspace.slug}`;
    git = route.servers[0]!.slug;
    await eventually(async () => expect(await seen()).toEqual(ALL), 5_000);
  });

  afterAll(async () => {
    await Promise.all([upstream?.close(), installation?.server.remove()]);
  }, 60_000);

  it('in bulk, by filter and by name, all or nothing', async () => {
    const off = { filter: { q: 'issue' }, change: { enabled: false } };
    expect(await operator.patch(`${base}/tools`, { ...off, dryRun: true })).toMatchObject({ matched: 2, changed: 2 });
    expect(await seen()).toEqual(ALL);
    expect(await operator.patch(`${base}/tools`, off)).toMatchObject({ matched: 2, changed: 2 });
    await sees(['delete_repo']);
    const wrong = { names: ['delete_repo', 'nothing'], change: { enabled: false } };
    expect(await operator.outcome('PATCH', `${base}/tools`, { body: wrong })).toBe('404 servers.tool-not-found');
    expect(await operator.outcome('PATCH', `${base}/tools`, { body: { change: { enabled: true } } })).toBe('400 platform.invalid-request');
    expect(await operator.patch(`${base}/tools`, { names: [`${git}:get_issue`, 'create_issue'], change: { enabled: true } })).toMatchObject(
      { changed: 2 },
    );
    await sees(ALL);
  });

  it('pins and hides parameters, and nothing a client sends changes that', async () => {
    const parameters = [{ name: 'repo', mode: 'pinned', value: 'acme/public' }];
    await operator.patch(`${base}/tools/get_issue`, { parameters });
    await eventually(async () => {
      const listed = (await route.client.list()).json.result?.tools?.find(({ name }) => name === 'get_issue');
      expect(listed).toMatchObject({ inputSchema: { properties: { title: {} }, required: ['title'] } });
      expect(JSON.stringify(listed)).not.toContain('repo');
    }, 1_000);
    expect((await route.client.call('get_issue', { title: 'x', repo: 'acme/secret' })).json.error).toBeUndefined();
    const required = { parameters: [{ name: 'title', mode: 'hidden' }] };
    expect(await operator.outcome('PATCH', `${base}/tools/create_issue`, { body: required })).toBe('422 servers.parameter-refused');
    expect(
      await operator.outcome('PATCH', `${base}/tools/create_issue`, { body: { parameters: [{ name: 'nope', mode: 'pinned', value: 1 }] } }),
    ).toBe('422 servers.parameter-refused');
  });

  it('carries a selection from one workspace to another, whole or not at all', async () => {
    await operator.patch(`${base}/tools/get_issue`, { alias: 'read', parameters: [{ name: 'repo', mode: 'pinned', value: { any: [1] } }] });
    await operator.patch(`${base}/tools/delete_repo`, { enabled: false });
    const selection = await operator.get<{ tools: object[] }>(`${base}/tools/selection`);
    const other = await givenRoute(operator, []);
    await operator.post(`/workspaces/${other.workspace.slug}/servers`, { server: git });
    await eventually(async () => expect(await seen(other.client)).toEqual(ALL), 5_000);
    const there = `/workspaces/${other.workspace.slug}/tools/selection`;
    const misfit = { ...selection, tools: [...selection.tools, { server: git, tool: 'gone', enabled: true }] };
    expect(await operator.outcome('PUT', there, { body: misfit })).toBe('422 servers.selection-misfit');
    expect(await seen(other.client)).toEqual(ALL);
    await operator.put(there, selection);
    await sees(['create_issue', 'read'], other.client);
    expect(await operator.get(there)).toEqual(selection);
    const clash = { format: 1, tools: ['get_issue', 'create_issue'].map((tool) => ({ server: git, tool, enabled: true, alias: 'one' })) };
    expect(await operator.outcome('PUT', there, { body: clash })).toBe('409 servers.alias-taken');
  });

  it('keeps new tools off where its policy says so, and all others as they were', async () => {
    expect(await operator.put(`${base}/tools/policies/${git}`, { newTools: 'off' })).toEqual({ server: git, newTools: 'off' });
    await sees(ALL);
    const listed = await operator.get<{ data: PublishedTool[] }>(`${base}/tools`);
    expect(listed.data.find(({ tool }) => tool === 'remote')?.gates.find(({ name }) => name === 'schema')).toMatchObject({ ok: false });
    expect(await operator.get(`${base}/tools/policies`)).toEqual({ data: [{ server: git, newTools: 'off' }] });
  });

  it('limits tokens to toolsets, which they follow within a second', async () => {
    const toolset = await operator.post<{ id: string; etag: number }>(`${base}/toolsets`, { name: 'readers', tools: [`${git}:get_*`] });
    const limited = await givenToken(operator, route.workspace.slug, { tools: ['toolset:readers'] });
    const reader = clientOf(limited);
    await sees(['get_issue'], reader);
    expect(await operator.outcome('POST', `${base}/tokens`, { body: { name: 'x', tools: ['toolset:nobody'] } })).toBe(
      '400 platform.invalid-request',
    );
    await operator.patch(`${base}/toolsets/${toolset.id}`, { tools: [`${git}:get_issue`, `${git}:create_issue`] });
    await sees(['create_issue', 'get_issue'], reader);
    await operator.patch(`${base}/toolsets/${toolset.id}`, { name: 'writers' });
    await sees(['create_issue', 'get_issue'], reader);
    expect(await operator.get(`${base}/toolsets`)).toMatchObject({ data: [{ name: 'writers', tokens: 1, etag: 3 }] });
    expect(
      await operator.outcome('PATCH', `${base}/toolsets/${toolset.id}`, { body: { name: 'late' }, headers: { 'if-match': '"1"' } }),
    ).toBe('412 platform.stale-version');
    expect(await operator.outcome('DELETE', `${base}/toolsets/${toolset.id}`)).toBe('409 workspaces.toolset-in-use');
    await operator.post(`${base}/tokens/${limited.id}/revoke`);
    await operator.delete(`${base}/toolsets/${toolset.id}`);
    expect(
      await operator.outcome('POST', '/servers', { body: { slug: 'toolset', name: 'x', transport: { type: 'builtin', name: 'demo' } } }),
    ).toBe('400 platform.invalid-request');
  });

  describe('says why a tool is not seen', () => {
    it('gate by gate', async () => {
      const { id } = await givenToken(operator, route.workspace.slug, { tools: [`${git}:get_issue`] });
      expect(await explain('tool=get_issue')).toMatchObject({ visible: true, stoppedBy: null });
      expect(await explain(`tool=delete_repo&token=${id}`)).toMatchObject({ visible: false, stoppedBy: 'token' });
      expect(await explain(`tool=${git}:remote`)).toMatchObject({ visible: false, stoppedBy: 'schema' });
      expect(await explain(`tool=${git}:nothing`)).toMatchObject({ visible: false, stoppedBy: 'health' });
      expect(await explain('tool=get_issu')).toMatchObject({ visible: false, stoppedBy: null, similar: ['get_issue'] });
      await operator.patch(`${base}/tools/get_issue`, { enabled: false });
      const off = await explain('tool=get_issue');
      expect(off).toMatchObject({ stoppedBy: 'enabled' });
      expect(off.gates.map(({ state }) => state)).toEqual([
        ...Array<string>(3).fill('passed'),
        'stopped',
        ...Array<string>(6).fill('not-reached'),
      ]);
      await operator.patch(`${base}/servers/${git}`, { enabled: false });
      expect(await explain('tool=get_issue')).toMatchObject({ stoppedBy: 'exposed' });
      await operator.delete(`${base}/servers/${git}`);
      expect(await explain(`tool=${git}:get_issue`)).toMatchObject({ stoppedBy: 'exposed' });
      expect(await operator.outcome('GET', `${base}/tools/explain?tool=x&token=tok_none`)).toBe('404 workspaces.token-not-found');
    });

    it('in-band to admins alone; to everybody else it is as unknown as any', async () => {
      await operator.patch(`${base}/tools/get_issue`, { enabled: false });
      await sees(['create_issue', 'delete_repo']);
      const developer = await givenMember(operator, route.workspace.slug, 'developer');
      const theirs = clientOf(await givenToken(developer.client, route.workspace.slug));
      const bytesOf = async (client: GatewayClient, name: string) => (await client.call(name)).text.replace(name, 'NAME');
      expect(await bytesOf(theirs, 'get_issue')).toBe(await bytesOf(theirs, freshSlug('no')));
      const told = (await route.client.call('get_issue')).json.error;
      expect(told).toMatchObject({ code: -32602, data: { reason: 'gateway.tool-unknown' } });
      expect(told?.message).toContain('switched off in this workspace');
      expect((await route.client.call('never_heard_of')).json.error?.message).toContain('List the tools again');
    });
  });

  it('knows what its list costs and what nobody uses', async () => {
    await route.client.call('get_issue', { repo: 'a', title: 'b' });
    await callsOnceVisible(operator, route.workspace.slug, (calls) => expect(calls).toHaveLength(1));
    const bill = await operator.get<{
      bytes: number;
      tokens: number;
      servers: object[];
      tools: { tool: string; unused: boolean; calls: number }[];
    }>(`${base}/tools/bill`);
    const list = (await route.client.list()).json.result?.tools ?? [];
    expect(bill.bytes).toBe(list.reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)), 0));
    expect(bill.tokens).toBe(Math.ceil(bill.bytes / 4));
    expect(bill.servers).toMatchObject([{ server: git, tools: 3, calls: 1, unused: 2 }]);
    expect(
      bill.tools
        .filter(({ unused }) => unused)
        .map(({ tool }) => tool)
        .sort(),
    ).toEqual(['create_issue', 'delete_repo']);
  });
});
