import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { ServerDirectory } from './index.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const ACME = '/workspaces/acme/servers';

describe('canaries', () => {
  let bench: ServersBench;
  let upstream: FakeUpstream;
  const routes = async () =>
    ((await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme') ?? []).map(({ target, canary }) => [
      target.serverSlug,
      target.version,
      canary && [canary.target.version, [...canary.tokenIds], canary.sharePercent],
    ]);
  const lastFact = async () => (await bench.facts()).at(-1);
  const facts = async (count: number) =>
    (await bench.facts()).slice(-count).map(({ event, facts: { why } }) => (why === undefined ? event : `${event} ${String(why)}`));
  const start = (body: object = { version: 2, sharePercent: 10 }, server = 'crm') =>
    bench.call('alice', 'POST', `${ACME}/${server}/canary`, body);

  beforeAll(async () => {
    upstream = await startFakeUpstream({ tools: [{ name: 'find', inputSchema: { type: 'object' } }] });
    bench = await openServersBench({ allow: [`127.0.0.1:${upstream.port}`] });
    await bench.database.owner.query(`
      INSERT INTO users (id, email, state, operator, created_at) VALUES ('usr_alice', 'alice@example.com', 'invited', false, now());
      INSERT INTO tokens (id, workspace_id, owner_user_id, name, hash, last4, created_at, expires_at, revoked_at)
      SELECT 'tok_' || name, workspace, 'usr_alice', name, decode(repeat(md5(name), 2), 'hex'), '0000', now(), expires, revoked
        FROM (VALUES ('laptop', 'ws_acme', NULL::timestamptz, NULL::timestamptz), ('desk', 'ws_acme', NULL, NULL), ('old', 'ws_acme', now() - interval '1 day', NULL),
                     ('gone', 'ws_acme', NULL, now()), ('foreign', 'ws_globex', NULL, NULL)) given (name, workspace, expires, revoked)`);
    for (const slug of ['crm', 'mail', 'chat', 'docs', 'maps']) {
      const transport = { type: 'streamable-http', url: upstream.url };
      must(201, await bench.call('root', 'POST', '/servers', { slug, name: slug, transport }));
      must(201, await bench.call('root', 'POST', `/servers/${slug}/versions`, { transport: { ...transport, era: 'modern' } }));
      must(201, await bench.call('alice', 'POST', ACME, { server: slug, version: 1, toolPrefix: `${slug}_` }));
    }
    must(201, await bench.call('root', 'POST', '/servers/crm/versions', { transport: { type: 'streamable-http', url: upstream.url } }));
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    await upstream.close();
  });
  afterEach(async () => {
    for (const slug of ['crm', 'mail', 'chat', 'docs', 'maps']) {
      await bench.call('alice', 'DELETE', `${ACME}/${slug}/canary`);
      await bench.call('alice', 'PATCH', `${ACME}/${slug}`, { version: 1 });
    }
  });

  it('start beside the pinned version, with tokens and a share, and change whom they serve', async () => {
    const { body, etag } = must(201, await start({ version: 2, sharePercent: 10, tokens: ['tok_laptop', 'tok_laptop'] }));
    expect(body).toMatchObject({
      version: 2,
      pinnedVersion: 1,
      sharePercent: 10,
      tokens: [{ id: 'tok_laptop', name: 'laptop', active: true }],
      startedBy: 'alice',
      etag: 1,
      figures: { version: 2, calls: 0, errorRate: null, p95Ms: null },
      pinnedFigures: { version: 1, calls: 0 },
    });
    expect((await routes())[0]).toEqual(['crm', 1, [2, ['tok_laptop'], 10]]);
    expect(await lastFact()).toMatchObject({
      event: 'servers.canary-started',
      workspaceId: 'ws_acme',
      facts: { slug: 'crm', pinned: 1, version: 2, tokens: 1, sharePercent: 10, subject: { kind: 'exposure' } },
    });
    const changed = must(
      200,
      await bench.call('alice', 'PATCH', `${ACME}/crm/canary`, { sharePercent: 50, tokens: [] }, { 'if-match': etag! }),
    );
    expect([changed.body.sharePercent, changed.body.tokens, changed.etag]).toEqual([50, [], '"2"']);
    expect((await routes())[0]).toEqual(['crm', 1, [2, [], 50]]);
    must(412, await bench.call('alice', 'PATCH', `${ACME}/crm/canary`, { sharePercent: 60 }, { 'if-match': etag! }));
    const [exposure] = must(200, await bench.call('dora', 'GET', ACME)).body.data;
    expect(exposure).toMatchObject({ version: 1, canary: { version: 2, sharePercent: 50, tokenCount: 0 } });
  });

  it('show their calls beside those of the pinned version since they started', async () => {
    const { startedAt } = must(201, await start()).body;
    bench.counts.figures = [
      { version: 1, calls: 100, toolErrors: 1, serverErrors: 0, p50Ms: 10, p95Ms: 20 },
      { version: 2, calls: 20, toolErrors: 3, serverErrors: 2, p50Ms: 12.5, p95Ms: 90 },
    ];
    const { body } = must(200, await bench.call('dora', 'GET', `${ACME}/crm/canary`));
    expect(body.figures).toEqual({ version: 2, calls: 20, toolErrors: 3, serverErrors: 2, errorRate: 0.25, p50Ms: 12.5, p95Ms: 90 });
    expect(body.pinnedFigures).toMatchObject({ version: 1, calls: 100, errorRate: 0.01 });
    expect(bench.counts.asked).toEqual({ serverSlug: 'crm', versions: [2, 1], since: new Date(startedAt) });
    expect(body.since).toBe(startedAt);
    bench.counts.figures = [];
  });

  it('are promoted to everybody, with prefix and place as they were', async () => {
    const { etag } = must(201, await start());
    const [before] = must(200, await bench.call('dora', 'GET', ACME)).body.data;
    must(412, await bench.call('alice', 'POST', `${ACME}/crm/canary/promote`, undefined, { 'if-match': '"7"' }));
    must(204, await bench.call('alice', 'POST', `${ACME}/crm/canary/promote`, undefined, { 'if-match': etag! }));
    const [after] = must(200, await bench.call('dora', 'GET', ACME)).body.data;
    expect(after).toMatchObject({ version: 2, canary: null, toolPrefix: before.toolPrefix, position: before.position });
    expect((await routes())[0]).toEqual(['crm', 2, undefined]);
    expect(await facts(2)).toEqual(['servers.canary-ended promoted', 'servers.exposure-updated']);
    must(404, await bench.call('alice', 'POST', `${ACME}/crm/canary/promote`));
  });

  it('end on word, on rollback even to the version that is pinned, on another pin, and with their exposure', async () => {
    must(201, await start());
    must(204, await bench.call('alice', 'DELETE', `${ACME}/crm/canary`));
    expect(await facts(1)).toEqual(['servers.canary-ended ended']);
    expect(must(404, await bench.call('alice', 'GET', `${ACME}/crm/canary`)).body.code).toBe('servers.canary-not-found');
    must(201, await start());
    must(200, await bench.call('alice', 'POST', `${ACME}/crm/rollback`, { version: 1 }));
    expect(await facts(1)).toEqual(['servers.canary-ended rolled-back']);
    must(201, await start());
    must(200, await bench.call('alice', 'PATCH', `${ACME}/crm`, { version: 3 }));
    expect(await facts(2)).toEqual(['servers.canary-ended version-changed', 'servers.exposure-updated']);
    must(201, await start({ version: 2, sharePercent: 1 }, 'maps'));
    must(204, await bench.call('alice', 'DELETE', `${ACME}/maps`));
    expect(await facts(2)).toEqual(['servers.canary-ended unexposed', 'servers.unexposed']);
    must(201, await bench.call('alice', 'POST', ACME, { server: 'maps', version: 1 }));
    expect((await routes()).every(([, , canary]) => canary === undefined)).toBe(true);
  });

  it('stay while prefix, place or visibility change', async () => {
    must(201, await start());
    must(200, await bench.call('alice', 'PATCH', `${ACME}/crm`, { toolPrefix: 'c_', enabled: false }));
    expect((await routes()).map(([slug]) => slug)).not.toContain('crm');
    must(200, await bench.call('alice', 'PATCH', `${ACME}/crm`, { enabled: true }));
    expect((await routes())[0]).toEqual(['crm', 1, [2, [], 10]]);
  });

  it.each([
    ['the new version', 2],
    ['the pinned one', 1],
  ])('end where %s is quarantined', async (_which, number) => {
    must(201, await start());
    must(200, await bench.call('root', 'POST', `/servers/crm/versions/${number}/quarantine`, {}));
    expect(await facts(2)).toEqual(['servers.canary-ended quarantined', 'servers.version-state-changed']);
    expect((await bench.facts()).at(-2)).toMatchObject({ actor: 'root', workspaceId: 'ws_acme', facts: { slug: 'crm', version: 2 } });
    must(200, await bench.call('root', 'POST', `/servers/crm/versions/${number}/approve`, {}));
    expect((await routes())[0]).toEqual(['crm', 1, undefined]);
  });

  it('hold their version in use: it cannot be retired', async () => {
    must(201, await start());
    expect(must(409, await bench.call('root', 'POST', '/servers/crm/versions/2/retire', {})).body.code).toBe('servers.version-in-use');
  });

  it.each([
    ['nobody', { version: 2 }, 400, 'platform.invalid-request'],
    ['the version that is pinned', { version: 1, sharePercent: 5 }, 422, 'servers.canary-same-version'],
    ['a version that is not there', { version: 9, sharePercent: 5 }, 404, 'servers.version-not-found'],
    ['more than everybody', { version: 2, sharePercent: 101 }, 400, 'platform.invalid-request'],
    ['half a per cent', { version: 2, sharePercent: 0.5 }, 400, 'platform.invalid-request'],
    ['an expired token', { version: 2, tokens: ['tok_old'] }, 422, 'servers.canary-token-unknown'],
    ['a revoked token', { version: 2, tokens: ['tok_gone'] }, 422, 'servers.canary-token-unknown'],
    ['a token of another workspace', { version: 2, tokens: ['tok_foreign'] }, 422, 'servers.canary-token-unknown'],
    ['what is no id', { version: 2, tokens: ["tok_'; --"] }, 400, 'platform.invalid-request'],
  ])('are refused for %s', async (_what, body, status, code) => {
    const count = (await bench.facts()).length;
    expect(must(status, await start(body)).body.code).toBe(code);
    expect(await bench.facts()).toHaveLength(count);
  });

  it('are refused where one runs, where four run, and by those who may not', async () => {
    must(201, await start());
    expect(must(409, await start()).body.code).toBe('servers.canary-running');
    for (const slug of ['mail', 'chat', 'docs']) must(201, await start({ version: 2, sharePercent: 1 }, slug));
    expect(must(409, await start({ version: 2, sharePercent: 1 }, 'maps')).body.code).toBe('servers.canary-limit');
    for (const person of ['dora', 'audra'])
      for (const [method, path] of [
        ['POST', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['POST', '/promote'],
      ] as const)
        must(
          403,
          await bench.call(person, method, `${ACME}/crm/canary${path}`, method === 'DELETE' ? undefined : { version: 2, sharePercent: 1 }),
        );
    must(404, await bench.call('bob', 'GET', `${ACME}/crm/canary`));
  });

  it('keep a token that expired meanwhile out of the way of changes', async () => {
    must(201, await start({ version: 2, tokens: ['tok_desk'] }));
    await bench.database.owner.query(`UPDATE tokens SET revoked_at = now() WHERE id = 'tok_desk'`);
    const { body } = must(200, await bench.call('alice', 'PATCH', `${ACME}/crm/canary`, { tokens: ['tok_desk', 'tok_laptop'] }));
    expect(body.tokens).toMatchObject([
      { id: 'tok_desk', active: false },
      { id: 'tok_laptop', active: true },
    ]);
  });

  it('have one winner where two start at once, and where a promotion meets a quarantine', async () => {
    const both = await Promise.all([start(), start({ version: 3, sharePercent: 5 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await bench.call('alice', 'DELETE', `${ACME}/crm/canary`);
    must(201, await start());
    const [promoted] = await Promise.all([
      bench.call('alice', 'POST', `${ACME}/crm/canary/promote`),
      bench.call('root', 'POST', '/servers/crm/versions/2/quarantine', {}),
    ]);
    const [exposure] = must(200, await bench.call('dora', 'GET', ACME)).body.data;
    expect(exposure.canary).toBeNull();
    expect([promoted.status, exposure.version]).toEqual(promoted.status === 204 ? [204, 2] : [promoted.status, 1]);
    expect([204, 404, 422]).toContain(promoted.status);
  });
});
