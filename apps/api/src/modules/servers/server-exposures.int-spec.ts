import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

describe('where a server is shown', () => {
  let bench: ServersBench;
  const DEMO = { type: 'builtin', name: 'demo' };
  const shown = async (person: string, query = '') => must(200, await bench.call(person, 'GET', `/servers/crm/exposures${query}`)).body;

  beforeAll(async () => {
    bench = await openServersBench();
    for (const slug of ['crm', 'mail']) {
      must(201, await bench.call('root', 'POST', '/servers', { slug, name: slug, transport: DEMO }));
      must(201, await bench.call('root', 'POST', `/servers/${slug}/versions`, { transport: DEMO }));
    }
    for (const workspace of ['acme', 'globex'])
      must(201, await bench.call('root', 'POST', `/workspaces/${workspace}/servers`, { server: 'crm', version: 1 }));
    must(201, await bench.call('root', 'POST', '/workspaces/acme/servers/crm/canary', { version: 2, sharePercent: 5 }));
    await bench.database.owner.query(`
      INSERT INTO users (id, email, state, operator, created_at) VALUES ('usr_a', 'a@example.com', 'invited', false, now());
      INSERT INTO toolsets (id, workspace_id, name, tools, created_at, updated_at)
        VALUES ('set_1', 'ws_acme', 'sales', '["crm:find"]', now(), now()), ('set_2', 'ws_acme', 'post', '["mail:*"]', now(), now());
      INSERT INTO tokens (id, workspace_id, owner_user_id, name, hash, last4, created_at, tools, revoked_at, expires_at)
      SELECT 'tok_' || n, workspace, 'usr_a', 't', decode(repeat(lpad(to_hex(n), 2, '0'), 32), 'hex'), '0000', now(), tools::jsonb, revoked, expires
        FROM (VALUES (1, 'ws_acme', NULL, NULL::timestamptz, NULL::timestamptz), (2, 'ws_acme', '["crm:find"]', NULL, NULL), (3, 'ws_acme', '["*"]', NULL, NULL),
                     (4, 'ws_acme', '["*:find"]', NULL, NULL), (5, 'ws_acme', '["toolset:sales"]', NULL, NULL), (6, 'ws_acme', '["mail:*"]', NULL, NULL),
                     (7, 'ws_acme', '["toolset:post"]', NULL, NULL), (8, 'ws_acme', NULL, now(), NULL), (9, 'ws_acme', NULL, NULL, now() - interval '1 day'),
                     (10, 'ws_acme', '[]', NULL, NULL), (11, 'ws_globex', NULL, NULL, NULL)) given (n, workspace, tools, revoked, expires)`);
  }, 60_000);
  afterAll(() => bench?.close());

  it('is told to operators with version, canary and the tokens that may see it', async () => {
    const { data, reach, nextCursor } = await shown('root');
    expect(data).toEqual([
      {
        workspace: { id: 'ws_acme', slug: 'acme', name: 'acme' },
        version: 1,
        versionState: 'approved',
        canaryVersion: 2,
        enabled: true,
        toolPrefix: null,
        activeTokens: 5,
      },
      expect.objectContaining({ workspace: { id: 'ws_globex', slug: 'globex', name: 'globex' }, canaryVersion: null, activeTokens: 1 }),
    ]);
    expect([reach, nextCursor]).toEqual([{ workspaces: 2, activeTokens: 6 }, null]);
  });

  it('is told to others for their own workspaces alone', async () => {
    const { data, reach } = await shown('dora');
    expect(data.map(({ workspace }: { workspace: { slug: string } }) => workspace.slug)).toEqual(['acme']);
    expect(reach).toEqual({ workspaces: 1, activeTokens: 5 });
    expect((await shown('nobody')).reach).toEqual({ workspaces: 0, activeTokens: 0 });
  });

  it('counts whom one version reaches, as the pinned one or as a canary', async () => {
    expect((await shown('root', '?version=2')).reach).toEqual({ workspaces: 1, activeTokens: 5 });
    expect((await shown('root', '?version=9')).reach).toEqual({ workspaces: 0, activeTokens: 0 });
    must(400, await bench.call('root', 'GET', '/servers/crm/exposures?version=x'));
  });

  it('is told of one workspace, and of none that is not one’s own', async () => {
    const { data, reach } = await shown('root', '?workspace=globex');
    expect([data.length, data[0].workspace.slug, reach]).toEqual([1, 'globex', { workspaces: 1, activeTokens: 1 }]);
    expect(await shown('dora', '?workspace=globex')).toMatchObject({ data: [], reach: { workspaces: 0, activeTokens: 0 } });
  });

  it('comes in pages, and counts all of them', async () => {
    const first = await shown('root', '?limit=1');
    expect([first.data.length, first.reach.workspaces]).toEqual([1, 2]);
    const second = await shown('root', `?limit=1&cursor=${first.nextCursor}`);
    expect([second.data[0].workspace.slug, second.nextCursor]).toEqual(['globex', null]);
  });

  it('counts nobody where it is switched off, and lists it still', async () => {
    must(200, await bench.call('root', 'PATCH', '/workspaces/globex/servers/crm', { enabled: false }));
    const { data, reach } = await shown('root');
    expect([data.length, reach]).toEqual([2, { workspaces: 1, activeTokens: 5 }]);
    expect((await shown('root')).data[1].enabled).toBe(false);
    must(404, await bench.call('root', 'GET', '/servers/none/exposures'));
  });
});
