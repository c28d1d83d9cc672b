import { randomBytes } from 'node:crypto';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { CredentialUse } from './lending/credential-use.service.js';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const CANARY = 'sk-canary-0123456789abcd';
const OTHER = 'sk-other-canary-987654wxyz';

describe('credentials', () => {
  const masterKey = randomBytes(32);
  let bench: ServersBench;
  let home: FakeUpstream;
  let elsewhere: FakeUpstream;
  const seen: string[] = [];
  const transport = (upstream: FakeUpstream, ...names: string[]) => ({
    type: 'streamable-http',
    url: upstream.url,
    headers: names.map((name) => ({ name, secret: true })),
  });
  const call: ServersBench['call'] = async (...request) => {
    const answer = await bench.call(...request);
    seen.push(answer.text);
    return answer;
  };
  const targetOf = async (slug: string, from = bench) =>
    [...(await from.app.get(ServerDirectory).exposureRoutes()).values()].flat().find((route) => route.target.serverSlug === slug)!.target;

  beforeAll(async () => {
    [home, elsewhere] = await Promise.all([startFakeUpstream(), startFakeUpstream()]);
    bench = await openServersBench({ masterKey, allow: [`127.0.0.1:${home.port}`, `127.0.0.1:${elsewhere.port}`] });
  });
  afterAll(async () => {
    await bench.close();
    await Promise.all([home.close(), elsewhere.close()]);
  });

  it('given with a server reach it, and nobody else can read them', async () => {
    const { body } = must(
      201,
      await call('root', 'POST', '/servers', {
        slug: 'vaulted',
        name: 'Vaulted',
        transport: transport(home, 'X-Api-Key'),
        credentials: { 'x-api-key': CANARY },
      }),
    );
    expect(body).toMatchObject({ credentialsSet: true, latestVersion: { tools: expect.any(Array) } });
    expect(home.messages('tools/list').at(-1)?.headers['x-api-key']).toBe(CANARY);
    expect(must(200, await call('root', 'GET', '/servers/vaulted/credentials')).body.data).toEqual([
      expect.objectContaining({ name: 'X-Api-Key', set: true, attached: true, last4: 'abcd', version: 1, setBy: 'root', lastUsedAt: null }),
    ]);
    const facts = await bench.facts();
    expect(facts.find(({ event }) => event === 'servers.credentials-set')).toMatchObject({
      facts: { slug: 'vaulted', names: ['X-Api-Key'] },
    });
  });

  it('are lent to the gateway in lower-cased headers, under a key that says nothing about them', async () => {
    must(201, await call('alice', 'POST', '/workspaces/acme/servers', { server: 'vaulted' }));
    const target = await targetOf('vaulted');
    expect(target).toMatchObject({
      headers: { 'x-api-key': CANARY },
      missingCredentials: [],
      transport: { type: 'streamable-http', url: home.url, era: 'auto' },
      version: 1,
    });
    expect(target.key).not.toContain(CANARY);
    expect((await targetOf('vaulted')).key).toBe(target.key);
  });

  it('change the key when they change, and only the slots given change', async () => {
    const before = await targetOf('vaulted');
    must(201, await call('root', 'POST', '/servers/vaulted/versions', { transport: transport(home, 'X-Api-Key', 'Authorization') }));
    must(200, await call('alice', 'PATCH', '/workspaces/acme/servers/vaulted', { version: 2 }));
    expect((await targetOf('vaulted')).missingCredentials).toEqual(['Authorization']);
    const { data } = must(
      200,
      await call('root', 'PUT', '/servers/vaulted/credentials', { values: { Authorization: `Bearer ${OTHER}` } }),
    ).body;
    expect(data.map(({ name, set, last4 }: Record<string, unknown>) => [name, set, last4])).toEqual([
      ['X-Api-Key', true, 'abcd'],
      ['Authorization', true, 'wxyz'],
    ]);
    const after = await targetOf('vaulted');
    expect(after).toMatchObject({ headers: { 'x-api-key': CANARY, authorization: `Bearer ${OTHER}` }, missingCredentials: [] });
    expect(after.key).not.toBe(before.key);
  });

  it('of unknown slots are refused whole', async () => {
    const answer = must(
      400,
      await call('root', 'PUT', '/servers/vaulted/credentials', { values: { 'X-Api-Key': 'new-value-new-value', Nonsense: 'v' } }),
    );
    expect(answer.body).toMatchObject({ code: 'servers.credential-unknown' });
    expect((await targetOf('vaulted')).headers['x-api-key']).toBe(CANARY);
    must(400, await call('root', 'PUT', '/servers/vaulted/credentials', { values: { 'X-Api-Key': 'one', 'x-api-key': 'two' } }));
    must(
      400,
      await call('root', 'POST', '/servers', {
        slug: 'nope',
        name: 'N',
        transport: { type: 'builtin', name: 'demo' },
        credentials: { A: 'v' },
      }),
    );
    for (const values of [{ 'X-Api-Key': 5 }, { 'X-Api-Key': `${CANARY}\n` }, [], null, 'text'])
      must(400, await call('root', 'PUT', '/servers/vaulted/credentials', { values }));
  });

  it('do not follow a server to another origin; the old version keeps them', async () => {
    const before = elsewhere.received.length;
    const moved = must(201, await call('root', 'POST', '/servers/vaulted/versions', { transport: transport(elsewhere, 'X-Api-Key') })).body;
    expect(moved).toMatchObject({ number: 3, tools: null });
    expect(elsewhere.received.length).toBe(before);
    expect(must(200, await call('root', 'GET', '/servers/vaulted')).body.credentialsSet).toBe(false);
    expect(must(200, await call('root', 'GET', '/servers/vaulted/credentials')).body.data).toMatchObject([
      { name: 'X-Api-Key', set: false, attached: true, last4: null },
      { name: 'Authorization', set: true, attached: false },
    ]);
    expect((await targetOf('vaulted')).headers).toEqual({ 'x-api-key': CANARY, authorization: `Bearer ${OTHER}` });
    must(200, await call('alice', 'PATCH', '/workspaces/acme/servers/vaulted', { version: 3 }));
    expect(await targetOf('vaulted')).toMatchObject({ headers: {}, missingCredentials: ['X-Api-Key'] });
  });

  it('stored for one origin are not sent to another by a connection test', async () => {
    const before = elsewhere.received.length;
    expect(
      must(200, await call('root', 'POST', '/servers/test', { transport: transport(elsewhere, 'Authorization'), server: 'vaulted' })).body,
    ).toMatchObject({ ok: false });
    expect(elsewhere.received.length).toBe(before);
    expect(
      must(200, await call('root', 'POST', '/servers/test', { transport: transport(home, 'Authorization'), server: 'vaulted' })).body,
    ).toMatchObject({ ok: true });
    expect(home.messages('tools/list').at(-1)?.headers['authorization']).toBe(`Bearer ${OTHER}`);
  });

  it('of a test are used for it alone and never stored', async () => {
    must(
      200,
      await call('root', 'POST', '/servers/test', {
        transport: transport(home, 'X-Test'),
        credentials: { 'X-Test': 'only-for-this-test' },
      }),
    );
    expect(home.messages('tools/list').at(-1)?.headers['x-test']).toBe('only-for-this-test');
    must(400, await call('root', 'POST', '/servers/test', { transport: transport(home), credentials: { 'X-Test': 'v' } }));
  });

  it('once set make the contact that was missing', async () => {
    must(200, await call('root', 'PUT', '/servers/vaulted/credentials', { values: { 'X-Api-Key': OTHER } }));
    expect(elsewhere.messages('tools/list').at(-1)?.headers['x-api-key']).toBe(OTHER);
    expect(must(200, await call('root', 'GET', '/servers/vaulted')).body.latestVersion.tools).toHaveLength(2);
  });

  it('tell when they were last used', async () => {
    const use = bench.app.get(CredentialUse);
    const before = Date.now();
    use.noteUse(use.carriedTo('no-such-target'));
    use.noteUse(use.carriedTo((await targetOf('vaulted')).key));
    await use.flush();
    const [key, left] = must(200, await call('root', 'GET', '/servers/vaulted/credentials')).body.data;
    expect(Date.parse(key.lastUsedAt)).toBeGreaterThanOrEqual(before);
    expect(left).toMatchObject({ name: 'Authorization', attached: false });
  });

  it('that cannot be opened make their own server unavailable and no other', async () => {
    must(
      201,
      await call('alice', 'POST', '/workspaces/acme/servers', {
        server: must(201, await call('root', 'POST', '/servers', { name: 'Free', transport: { type: 'builtin', name: 'demo' } })).body.slug,
      }),
    );
    await bench.database.owner.query(
      `UPDATE server_credentials SET sealed = left(sealed, -4) || 'AAAA' WHERE last4 = 'wxyz' AND name = 'X-Api-Key'`,
    );
    const restarted = await openServersBench({ masterKey, database: bench.database });
    try {
      expect(await targetOf('vaulted', restarted)).toMatchObject({ headers: {}, missingCredentials: ['X-Api-Key'] });
      expect(await targetOf('free', restarted)).toMatchObject({ transport: { type: 'builtin' }, missingCredentials: [] });
      expect(restarted.logged.join('\n')).toContain('servers.credential-unreadable');
      seen.push(...restarted.logged);
    } finally {
      await restarted.close();
    }
  });

  it('are removed by name or all at once', async () => {
    must(400, await call('root', 'DELETE', '/servers/vaulted/credentials?name=a&name=b'));
    must(400, await call('root', 'DELETE', '/servers/vaulted/credentials?nam=Authorization'));
    expect(await bench.database.owner.query('SELECT count(*)::int AS n FROM server_credentials')).toEqual([{ n: 3 }]);
    must(204, await call('root', 'DELETE', '/servers/vaulted/credentials?name=authorization'));
    expect(await bench.database.owner.query('SELECT count(*)::int AS n FROM server_credentials')).toEqual([{ n: 2 }]);
    must(204, await call('root', 'DELETE', '/servers/vaulted/credentials'));
    expect(must(200, await call('root', 'GET', '/servers/vaulted/credentials')).body.data).toMatchObject([{ set: false, attached: true }]);
    expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.credentials-removed' });
  });

  it('stand in no answer, no log line, no fact and no row', async () => {
    const rows: { text: string }[] = (
      await Promise.all(
        [
          'servers',
          'server_versions',
          'server_credentials',
          'tool_definitions',
          'settings',
          'bench_ledger',
          'gateway_workspace_servers',
        ].map((table) => bench.database.owner.query(`SELECT row_to_json(t)::text AS text FROM ${table} t`)),
      )
    ).flat();
    const all = [...seen, ...bench.logged, ...rows.map(({ text }) => text)].join('\n');
    expect(all.length).toBeGreaterThan(5_000);
    for (const secret of [CANARY, OTHER, 'only-for-this-test', 'new-value-new-value']) expect(all).not.toContain(secret);
  });
});
