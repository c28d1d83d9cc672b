import type { Call, CreatedToken, LedgerEntry, LockChange } from '@mcpnest/api-client';
import {
  connectSdkClientV1,
  connectSdkClientV2,
  startFakeUpstream,
  type FakeTool,
  type FakeUpstream,
  type FakeUpstreamOptions,
} from '@mcpnest/testkit';
import { eventually } from '../harness/eventually.js';
import {
  callsOnceVisible,
  freshSlug,
  givenExposure,
  givenInstallation,
  givenRoute,
  givenServer,
  givenToken,
  givenWorkspace,
  type Installation,
} from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { RestClient } from '../harness/rest-client.js';
import { ADMIN, LOOPBACK_ALLOWED, startServer } from '../harness/start-server.js';

const ROUNDS = 100;
const ERAS = ['modern', 'legacy', 'sse', 'dual'] as const;
const CHANGED = 'notifications/tools/list_changed';

/** What was approved; a mark that nothing else may show stands in everything that was not. */
const MARK = 'NOT-APPROVED';
const TOOL = {
  name: 'add',
  description: 'Adds two numbers.',
  inputSchema: { type: 'object', properties: { a: { type: 'number' } } },
};
const SECOND = { ...TOOL, description: 'Adds, as the second version does.' };
const APPROVED = {
  tools: [TOOL],
  prompts: [{ name: 'greet', description: 'Greets.' }],
  templates: [{ uriTemplate: 'note://{id}', name: 'note' }],
  instructions: 'Be kind.',
};

/** The ways in which a server could slip something in. */
function unapproved(round: number): Parameters<FakeUpstream['offer']>[0] {
  const mark = `${MARK} ${round}`;
  const variants: FakeTool[][] = [
    [{ ...TOOL, description: mark }],
    [{ ...TOOL, inputSchema: { type: 'object', properties: { a: { type: 'number', description: mark } } } }],
    [
      { ...TOOL, annotations: { title: mark } },
      { name: `new_${round}`, description: mark, inputSchema: { type: 'object' } },
    ],
    [{ name: 'new', description: mark, inputSchema: { type: 'object' } }, TOOL],
    [{ ...TOOL, _meta: { note: mark } }],
  ];
  return {
    tools: variants[round % variants.length]!,
    prompts: [{ name: 'greet', description: mark }, { name: mark }],
    templates: [{ uriTemplate: 'note://{id}', name: 'note', title: mark }],
    instructions: mark,
  };
}

/** Everything that a client of either era is shown. */
async function shown(client: GatewayClient): Promise<string> {
  const legacy = (method: string): Promise<{ text: string }> => client.post({ jsonrpc: '2.0', id: 1, method, params: {} });
  const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  const answers = await Promise.all([
    legacy('tools/list'),
    legacy('prompts/list'),
    legacy('resources/templates/list'),
    client.post({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize }),
    client.modern('tools/list'),
    client.modern('prompts/list'),
    client.modern('server/discover'),
  ]);
  return answers.map(({ text }) => text).join('\n');
}

describe('only what was approved reaches clients', () => {
  let installation: Installation;
  let upstreams: readonly FakeUpstream[];
  const opened: FakeUpstream[] = [];
  let slug: string;
  let token: CreatedToken;

  beforeAll(async () => {
    installation = await givenInstallation();
    upstreams = await Promise.all(ERAS.map((era) => startFakeUpstream({ era, sessions: true, ...APPROVED })));
    const { operator } = installation;
    const workspace = await givenWorkspace(operator);
    for (const [at, era] of ERAS.entries()) {
      const transport = { type: era === 'sse' ? 'sse' : 'streamable-http', url: upstreams[at]!.url };
      const slug = freshSlug(era);
      await operator.post('/servers', { slug, name: slug, transport });
      await givenExposure(operator, workspace.slug, slug, { toolPrefix: `${era}_` });
    }
    token = await givenToken(operator, workspace.slug);
    slug = workspace.slug;
  }, 90_000);

  afterAll(async () => {
    await Promise.all([...opened, ...(upstreams ?? [])].map((upstream) => upstream.close()));
    await installation?.server.remove();
  }, 60_000);

  const endpoint = (): string => `${installation.server.url}/api/gw/${slug}`;
  const client = (): GatewayClient => new GatewayClient(endpoint(), token.token);

  const startedHere = async (options: FakeUpstreamOptions): Promise<FakeUpstream> => {
    const upstream = await startFakeUpstream(options);
    opened.push(upstream);
    return upstream;
  };

  const offerAll = (offers: Parameters<FakeUpstream['offer']>[0]): void => {
    for (const upstream of upstreams) {
      upstream.offer(offers);
      for (const list of ['tools', 'prompts', 'resources']) upstream.tell(`notifications/${list}/list_changed`);
    }
  };

  it(`in ${ROUNDS} of ${ROUNDS} tries, whatever servers of every era list and whenever they change it`, async () => {
    const [one, two] = await Promise.all([connectSdkClientV1(endpoint(), token.token), connectSdkClientV2(endpoint(), token.token)]);
    await two.listen({ toolsListChanged: true, promptsListChanged: true });
    expect(await shown(client())).toContain('Be kind.');
    const asked = upstreams.map((upstream) => upstream.messages('tools/list').length);
    // Each server is asked at a pace of its own, again and again: looking goes on until all were.
    const wereAsked = (): boolean => upstreams.every((upstream, at) => upstream.messages('tools/list').length - asked[at]! > 5);
    for (let round = 0; round < ROUNDS || !wereAsked(); round++) {
      offerAll(unapproved(round));
      const looks = [shown(client()), one.listTools(), two.listTools(), client().list(), shown(client())];
      for (const look of await Promise.all(looks)) expect(JSON.stringify(look)).not.toContain(MARK);
    }
    for (const era of ERAS) {
      const { json } = await client().call(`${era}_new`);
      expect(json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.tool-unknown' } });
      expect((await client().call(`${era}_add`, { a: 1 })).json.result).toBeDefined();
    }
    await Promise.all([one.close(), two.close()]);
  }, 240_000);

  it(`in ${ROUNDS} of ${ROUNDS} tries for the clients of a canary and those beside it, until it ends`, async () => {
    const { operator } = installation;
    const [pinned, newer] = await Promise.all([startedHere({ era: 'dual', tools: [TOOL] }), startedHere({ era: 'dual', tools: [SECOND] })]);
    const workspace = await givenWorkspace(operator);
    const server = await givenServer(operator, pinned.url);
    await operator.post(`/servers/${server.slug}/versions`, { transport: { type: 'streamable-http', url: newer.url } });
    await givenExposure(operator, workspace.slug, server.slug, { version: 1 });
    const tokens = await Promise.all([givenToken(operator, workspace.slug), givenToken(operator, workspace.slug)]);
    const [beside, chosen] = tokens.map(({ token }) => new GatewayClient(`${installation.server.url}/api/gw/${workspace.slug}`, token));
    const exposure = `/workspaces/${workspace.slug}/servers/${server.slug}`;
    await operator.post(`${exposure}/canary`, { version: 2, tokens: [tokens[1]!.id], sharePercent: 0 });
    const looks = async (ofChosen: string): Promise<void> => {
      for (const look of await Promise.all([shown(beside!), shown(chosen!), shown(chosen!)])) expect(look).not.toContain(MARK);
      expect((await beside!.list()).text).toContain(TOOL.description);
      expect((await chosen!.list()).text).toContain(ofChosen);
    };
    // Somebody listens on either side, so that the gateway hears of every change and asks again.
    const listening = await Promise.all(
      tokens.map(({ token }) => connectSdkClientV2(`${installation.server.url}/api/gw/${workspace.slug}`, token)),
    );
    for (const listener of listening) await listener.listen({ toolsListChanged: true });
    await looks(SECOND.description);
    const asked = [pinned, newer].map((upstream) => upstream.messages('tools/list').length);
    for (let round = 0; round < ROUNDS; round++) {
      for (const upstream of [pinned, newer]) {
        upstream.offer(unapproved(round));
        upstream.tell(CHANGED);
      }
      await looks(SECOND.description);
    }
    // It asks at a pace of its own: looking goes on until it has.
    await eventually(async () => {
      await looks(SECOND.description);
      [pinned, newer].forEach((upstream, at) => expect(upstream.messages('tools/list').length).toBeGreaterThan(asked[at]!));
    }, 30_000);
    await Promise.all(listening.map((listener) => listener.close()));
    await operator.post(`${exposure}/rollback`, { version: 1 });
    await looks(TOOL.description);
  }, 240_000);

  it('also while the gateway starts, and before anybody noted what changed meanwhile', async () => {
    offerAll(unapproved(1_000));
    await installation.server.stop();
    offerAll(unapproved(1_001));
    const { dataDir } = installation.server;
    const server = await startServer({ dataDir, env: LOOPBACK_ALLOWED });
    const anonymous = await RestClient.anonymous(server.url);
    installation = { server, anonymous, operator: await anonymous.signIn(ADMIN.email, ADMIN.password) };
    const looks = await Promise.all(Array.from({ length: 10 }, () => shown(client())));
    for (const look of looks) expect(look).not.toContain(MARK);
    // The approved definitions are at hand, although no process remembers them.
    await eventually(async () => {
      const names = await client().toolNames();
      expect(names).toEqual(ERAS.map((era) => `${era}_add`));
    }, 10_000);
    expect(await shown(client())).toContain('Adds two numbers.');
  }, 120_000);

  it('and a rollback brings back what was approved of the older version', async () => {
    const { operator } = installation;
    const upstream = await startedHere({ era: 'dual', tools: [TOOL] });
    const workspace = await givenWorkspace(operator);
    const server = await givenServer(operator, upstream.url);
    await givenExposure(operator, workspace.slug, server.slug);
    const given = await givenToken(operator, workspace.slug);
    const shownTo = new GatewayClient(`${installation.server.url}/api/gw/${workspace.slug}`, given.token);
    upstream.offer({ tools: [SECOND] });
    const transport = { type: 'streamable-http', url: upstream.url, era: 'legacy' };
    await operator.post(`/servers/${server.slug}/versions`, { transport });
    await operator.patch(`/workspaces/${workspace.slug}/servers/${server.slug}`, { version: 2 });
    expect((await shownTo.list()).text).toContain('second version');
    await operator.post(`/workspaces/${workspace.slug}/servers/${server.slug}/rollback`, { version: 1 });
    for (let look = 0; look < 20; look++) expect((await shownTo.list()).text).not.toContain('second version');
    await eventually(async () => expect((await shownTo.list()).text).toContain('Adds two numbers.'), 10_000);
  }, 60_000);

  it('until somebody approves it: then connected clients hear of it, and calls are recorded with its hash', async () => {
    const { operator } = installation;
    const upstream = await startedHere({ era: 'modern', tools: [TOOL] });
    const one = await givenRoute(operator, [upstream.url]);
    const server = one.servers[0]!.slug;
    const modern = await connectSdkClientV2(one.workspace.gatewayUrl, one.token.token);
    const heard: string[] = [];
    modern.fallbackNotificationHandler = ({ method }) => Promise.resolve(void heard.push(method));
    await modern.listen({ toolsListChanged: true });
    const before = await one.client.call('add', { a: 1 });
    expect(before.json.result).toBeDefined();
    upstream.offer({ tools: [{ ...TOOL, description: 'Adds, and tells the user so.' }] });
    upstream.tell(CHANGED);
    const changes = (): Promise<{ data: LockChange[]; open: number }> => operator.get(`/servers/${server}/changes`);
    const { data } = await eventually(async () => {
      const inbox = await changes();
      expect(inbox.data).toHaveLength(1);
      return inbox;
    }, 5_000);
    const [change] = data as [LockChange];
    expect(change).toMatchObject({ key: 'add', change: 'changed', kind: 'tools', workspaceCount: 1, activeTokens: 1 });
    expect(JSON.stringify(await modern.listTools())).toContain('Adds two numbers.');
    const afresh = heard.length;
    await operator.post(`/servers/${server}/changes/${change.id}/approve`, { note: 'Looked at.' });
    // An answered decision is in force on the process that answered.
    expect((await one.client.list()).text).toContain('tells the user so');
    await eventually(() => expect(heard.slice(afresh)).toContain(CHANGED), 5_000);
    await one.client.call('add', { a: 2 });
    const calls = await callsOnceVisible(operator, one.workspace.slug, (all: readonly Call[]) => expect(all).toHaveLength(2));
    expect(calls.map(({ definitionHash }) => definitionHash)).toEqual([change.seen!.hash, change.approved!.hash]);
    const ledger = await operator.get<{ data: LedgerEntry[] }>('/ledger?event=servers.definition-decided');
    expect(ledger.data[0]).toMatchObject({ facts: { slug: server, decision: 'approve', items: ['tools:add'], note: 'Looked at.' } });
    await modern.close();
  }, 60_000);
});
