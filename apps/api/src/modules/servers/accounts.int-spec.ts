import { ACCOUNT_HEADER } from '@mcpnest/testkit';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { must, openAccountsBench, type AccountsBench, type BenchPerson } from './testing/accounts-bench.js';

const URL_MODE = { elicitation: { url: {} } };

describe('accounts that people connect to a server', () => {
  let bench: AccountsBench;
  let ada: BenchPerson;
  let bob: BenchPerson;
  const MINE = '/workspaces/acme/servers/docs/my-account';
  const accountOf = async (by: BenchPerson) =>
    (await must(200, by.rest('GET', '/workspaces/acme/my-accounts'))).data.find(({ server }: any) => server.slug === 'docs');
  const pageFor = (slug: string) => `${bench.app.url}/w/acme/connections?connect=${slug}`;
  const sourceOf = async () => {
    const routes = await bench.app.app.get(ServerDirectory, { strict: false }).exposureRoutes();
    return [...routes.values()].flat()[0]!.personal!;
  };

  beforeAll(async () => {
    bench = await openAccountsBench();
    const transport = { type: 'streamable-http', url: bench.server.url, auth: { type: 'oauth-member' } };
    const made = await must(201, bench.root.rest('POST', '/servers', { slug: 'docs', name: 'Docs', transport }));
    expect(made.latestVersion).toMatchObject({ tools: null, transport: { auth: { type: 'oauth-member', scopes: [] } } });
    await must(201, bench.root.rest('POST', '/workspaces/acme/servers', { server: 'docs' }));
    [ada, bob] = [await bench.person('ada'), await bench.person('bob')];
  });
  afterAll(() => bench?.close());

  it('show an operator how people will sign in, before anybody does', async () => {
    expect(await must(200, bench.root.rest('POST', '/servers/docs/sign-in/test'))).toEqual({
      issuer: bench.authorization.issuer,
      resource: bench.server.url,
      scopes: ['openid', 'email', 'mcp', 'offline_access'],
      authorizationEndpoint: `${bench.authorization.issuer}/auth`,
      tokenEndpoint: `${bench.authorization.issuer}/token`,
      revocable: true,
      client: 'registered',
      redirectUri: `${bench.app.url}/api/v1/oauth/callback`,
    });
    expect((await bench.authorization.seen()).registrations).toBe(0);
  });

  it('let the server be listed with an account of the catalogue, which carries nobody’s calls', async () => {
    await bench.authorization.set({ account: { sub: 'lister', email: 'lister@accounts.test' } });
    expect(await bench.connect(bench.root, '/servers/docs/list-account')).toBe('/catalogue/docs?tab=credentials&connected=docs');
    expect(await must(200, bench.root.rest('GET', '/servers/docs/list-account'))).toMatchObject({
      state: 'connected',
      account: 'lister@accounts.test',
      renewable: true,
    });
    const server = await must(200, bench.root.rest('GET', '/servers/docs'));
    expect(server.latestVersion.tools.map(({ name }: any) => name)).toEqual(['echo', 'Second.Tool']);
    const refused = await bench.callTool(bench.root, 'legacy');
    expect(refused.error.data.reason).toBe('gateway.account-needed');
    expect(bench.upstream.messages('tools/call')).toEqual([]);
  });

  it('are asked for by a page that the client shows, where it can', async () => {
    const asked = await bench.callTool(ada, 'modern', { capabilities: URL_MODE });
    expect(asked.result).toMatchObject({
      resultType: 'input_required',
      inputRequests: { account: { method: 'elicitation/create', params: { mode: 'url', url: pageFor('docs') } } },
      requestState: expect.any(String),
    });
    const told = await bench.callTool(ada, 'modern');
    expect(told.error).toMatchObject({ code: -32603, data: { reason: 'gateway.account-needed', url: pageFor('docs') } });
    expect(told.error.message).toContain(pageFor('docs'));
  });

  it('are connected on the way to the authorization server and back; then the same call goes through, with the person’s own token', async () => {
    const asked = await bench.callTool(ada, 'modern', { capabilities: URL_MODE });
    await bench.authorization.set({ account: { sub: 'ada-at-docs', email: 'ada@accounts.test' } });
    expect(await bench.connect(ada, MINE)).toBe('/w/acme/connections?connected=docs');
    const { requestState } = asked.result;
    const inputResponses = { account: { action: 'accept' } };
    const answered = await bench.callTool(ada, 'modern', { capabilities: URL_MODE, requestState, inputResponses });
    expect(answered.result.content[0].text).toBe('{"message":"hello"}');
    expect(bench.upstream.messages('tools/call').at(-1)?.headers[ACCOUNT_HEADER]).toBe('ada-at-docs');
    const token = bench.server.newestOf('ada-at-docs')!;
    expect(await bench.authorization.lookUp(token)).toEqual({ account: 'ada-at-docs', audience: bench.server.url });
    expect(await accountOf(ada)).toMatchObject({ state: 'connected', account: 'ada@accounts.test', renewable: true });
    expect(await bench.facts('servers.account-connected')).toHaveLength(2);
  });

  it('serve nobody else', async () => {
    const refused = await bench.callTool(bob, 'legacy');
    expect(refused.error.data.reason).toBe('gateway.account-needed');
    expect(await accountOf(bob)).toMatchObject({ state: 'none', account: null });
    const service = await must(201, bench.root.rest('POST', '/workspaces/acme/tokens', { name: 'machine', kind: 'service' }));
    expect((await bench.callTool(service, 'legacy')).error.message).toContain('personal token');
  });

  it('send every request where it must go: PKCE, resource and state in the address, no secret', async () => {
    const { url } = await must(200, bob.rest('POST', `${MINE}/connect`));
    const { searchParams, origin } = new URL(url);
    expect(origin).toBe(bench.authorization.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${bench.app.url}/api/v1/oauth/callback`,
      resource: bench.server.url,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    const flows = await bench.app.database.owner.query('SELECT row_to_json(f)::text AS text FROM oauth_flows f');
    expect(JSON.stringify(flows)).not.toContain(searchParams.get('state'));
  });

  it('read no database while their token lives', async () => {
    await bench.callTool(ada, 'legacy');
    await bench.app.database.owner.query('ALTER TABLE oauth_accounts RENAME TO gone_accounts');
    try {
      expect((await bench.callTool(ada, 'legacy')).result.content[0].text).toBe('{"message":"hello"}');
    } finally {
      await bench.app.database.owner.query('ALTER TABLE gone_accounts RENAME TO oauth_accounts');
    }
  });

  it('get one new token, however many calls find that the old one ended', async () => {
    const before = (await bench.authorization.seen()).refreshes;
    const stale = bench.server.newestOf('ada-at-docs')!;
    bench.server.set({ refused: [stale] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => bench.callTool(ada, 'legacy')));
    bench.server.set({});
    expect(answers.map(({ result }) => result?.content[0].text)).toEqual(Array(8).fill('{"message":"hello"}'));
    expect((await bench.authorization.seen()).refreshes - before).toBe(1);
    expect(bench.server.newestOf('ada-at-docs')).not.toBe(stale);
    expect((await accountOf(ada)).refreshedAt).toEqual(expect.any(String));
  });

  it('are renewed by one replica and taken over by the others, which would end the connection with a used refresh token', async () => {
    const [id] = (await bench.app.database.owner.query(`SELECT id FROM oauth_accounts WHERE label = 'ada@accounts.test'`)).map(
      ({ id }: any) => id,
    );
    const { AccountRenewals } = await import('./accounts/account-renewals.service.js');
    const renewals = bench.app.app.get(AccountRenewals, { strict: false });
    const [{ number }] = await bench.app.database.owner.query('SELECT token_number AS number FROM oauth_accounts WHERE id = $1', [id]);
    const before = (await bench.authorization.seen()).refreshes;
    const known = { value: 'Bearer old', number, endsAt: 0, renewAt: 0 };
    const held = await Promise.all(Array.from({ length: 5 }, () => renewals.renew(id, known)));
    expect(new Set(held.map(({ value }) => value)).size).toBe(1);
    expect((await bench.authorization.seen()).refreshes - before).toBe(1);
    expect(await bench.authorization.lookUp(held[0]!.value.slice(7))).toMatchObject({ account: 'ada-at-docs' });
  });

  it('stay as they are while the authorization server is in trouble, and lapse when it says no', async () => {
    const stale = (await (await sourceOf()).values().next().value!.authorization!.current()).slice(7);
    bench.server.set({ refused: [stale] });
    await bench.authorization.set({ tokenFault: { status: 503, body: {} } });
    expect((await bench.callTool(ada, 'legacy')).error.data.reason).toBe('gateway.upstream-login-needed');
    expect((await accountOf(ada)).state).toBe('connected');
    bench.server.set({});
    await bench.authorization.set({ tokenFault: { status: 400, body: { error: 'invalid_grant', error_description: 'canary-of-theirs' } } });
    const { AccountRenewals } = await import('./accounts/account-renewals.service.js');
    const [row] = await bench.app.database.owner.query(
      `SELECT id, token_number AS number FROM oauth_accounts WHERE label = 'ada@accounts.test'`,
    );
    const renewal = bench.app.app
      .get(AccountRenewals, { strict: false })
      .renew(row.id, { value: '', number: row.number, endsAt: 0, renewAt: 0 });
    await expect(renewal).rejects.toMatchObject({ code: 'gateway.account-needed' });
    await bench.authorization.set({ tokenFault: null });
    expect(await accountOf(ada)).toMatchObject({ state: 'lapsed', lastFailureReason: 'gateway.account-needed' });
    expect((await bench.callTool(ada, 'modern', { capabilities: URL_MODE })).result.resultType).toBe('input_required');
    expect(await bench.facts('servers.account-lapsed')).toHaveLength(1);
  });

  it('are registered anew where the authorization server has forgotten the gateway', async () => {
    const [{ client_id: forgetClient }] = await bench.app.database.owner.query('SELECT client_id FROM oauth_clients');
    await bench.authorization.set({ forgetClient });
    expect(await bench.connect(ada, MINE)).toBe('/w/acme/connections?connected=docs');
    const clients = await bench.app.database.owner.query('SELECT client_id FROM oauth_clients');
    expect([clients.length, clients[0].client_id === forgetClient]).toEqual([1, false]);
    expect((await bench.authorization.seen()).registrations).toBe(2);
    expect((await bench.callTool(ada, 'legacy')).result.content[0].text).toBe('{"message":"hello"}');
  });

  it('are taken back at the authorization server when they are disconnected, and carry no call from then on', async () => {
    const token = bench.server.newestOf('ada-at-docs')!;
    await must(204, ada.rest('DELETE', MINE));
    await bench.app.app.get(JobRunner, { strict: false }).runNow('servers.revoke-accounts');
    expect(await bench.authorization.lookUp(token)).toEqual({});
    expect((await bench.callTool(ada, 'legacy')).error.data.reason).toBe('gateway.account-needed');
    await must(404, ada.rest('DELETE', MINE));
    expect((await bench.facts('servers.account-disconnected')).at(-1)).toMatchObject({ facts: { slug: 'docs', holder: 'person' } });
  });

  it('end with the membership', async () => {
    await bench.connect(bob, MINE);
    expect((await bench.callTool(bob, 'legacy')).result).toBeDefined();
    const { data } = await must(200, bench.root.rest('GET', '/workspaces/acme/members'));
    const { userId } = data.find(({ email }: any) => email === 'bob@example.com');
    await must(204, bench.root.rest('DELETE', `/workspaces/acme/members/${userId}`));
    expect(await bench.app.database.owner.query('SELECT id FROM oauth_accounts WHERE user_id = $1', [userId])).toEqual([]);
  });

  it('stand sealed in their rows: no token and no secret in any table', async () => {
    const tables: { name: string }[] = await bench.app.database.owner.query(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => bench.app.database.owner.query(`SELECT row_to_json(t)::text AS text FROM ${name} t`)),
    );
    const all = rows
      .flat()
      .map(({ text }: any) => text)
      .join('\n');
    expect(all).toContain('lister@accounts.test');
    for (const token of bench.server.tokens) expect(all).not.toContain(token);
    expect(all).not.toContain('canary-of-theirs');
  });
});
