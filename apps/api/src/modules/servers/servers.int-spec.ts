import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

describe('the catalogue over REST', () => {
  let bench: ServersBench;
  let upstream: FakeUpstream;
  const http = (url = upstream.url, headers: object[] = []) => ({ type: 'streamable-http', url, headers });
  const demo = { type: 'builtin', name: 'demo' };

  beforeAll(async () => {
    upstream = await startFakeUpstream();
    bench = await openServersBench({ allow: [`127.0.0.1:${upstream.port}`, '10.9.9.9:8080'] });
  });
  afterAll(async () => {
    await bench.close();
    await upstream.close();
  });

  it('enters a server with an approved first version and the tools it listed', async () => {
    const { body, etag } = must(
      201,
      await bench.call('root', 'POST', '/servers', { slug: 'fake', name: 'Fake', description: 'A fake', transport: http() }),
    );
    expect(body).toMatchObject({ slug: 'fake', name: 'Fake', description: 'A fake', version: 1, credentialsSet: null, exposedIn: 0 });
    expect(body.latestVersion).toMatchObject({
      number: 1,
      state: 'approved',
      transport: { type: 'streamable-http', url: upstream.url, headers: [], era: 'auto' },
      createdBy: { userId: 'usr_root', name: 'root' },
      note: null,
    });
    expect(body.latestVersion.tools).toEqual([
      { name: 'echo', description: 'Repeats its arguments' },
      { name: 'Second.Tool', description: 'Does the same' },
    ]);
    expect(etag).toBe('"1"');
    expect(must(200, await bench.call('dora', 'GET', `/servers/${body.id}`)).body).toEqual(body);
    expect((await bench.facts()).slice(-3).map(({ event, actor, facts }) => [event, actor, facts['slug']])).toEqual([
      ['servers.created', 'root', 'fake'],
      ['servers.version-created', 'root', 'fake'],
      ['servers.lock-taken', 'first-contact', 'fake'],
    ]);
  });

  it('makes a slug from the name and refuses a second server of one slug', async () => {
    expect(must(201, await bench.call('root', 'POST', '/servers', { name: 'Demo Server!', transport: demo })).body).toMatchObject({
      slug: 'demo-server',
      latestVersion: { state: 'approved', transport: demo },
    });
    expect(must(409, await bench.call('root', 'POST', '/servers', { name: 'Demo Server', transport: demo })).body.code).toBe(
      'servers.slug-taken',
    );
  });

  it('stores nothing of a refused server, neither row nor fact', async () => {
    const before = (await bench.facts()).length;
    must(409, await bench.call('root', 'POST', '/servers', { slug: 'fake', name: 'Other', transport: demo }));
    expect((await bench.facts()).length).toBe(before);
    expect(await bench.database.owner.query(`SELECT count(*)::int AS n FROM servers WHERE name = 'Other'`)).toEqual([{ n: 0 }]);
  });

  it.each([
    ['http://127.0.0.1:1/mcp'],
    ['https://10.0.0.1/mcp'],
    ['http://public.example/mcp'],
    ['https://localhost/mcp'],
    ['https://[::1]/'],
    ['https://169.254.169.254/latest'],
    ['https://2130706433/'],
  ])('refuses the address %s with 422 at every door and stores nothing', async (url) => {
    const before = (await bench.facts()).length;
    for (const [path, body] of [
      ['/servers', { slug: 'denied', name: 'D', transport: http(url) }],
      ['/servers/test', { transport: http(url) }],
      ['/servers/fake/versions', { transport: http(url) }],
    ] as const) {
      const answer = must(422, await bench.call('root', 'POST', path, body));
      expect(answer.body.code).toBe('servers.address-denied');
      expect(answer.body.detail).not.toContain(new URL(url).hostname);
    }
    expect((await bench.facts()).length).toBe(before);
  });

  it('runs no program that nobody listed, not even for operators', async () => {
    const transport = { type: 'stdio', command: '/bin/sh', args: ['-c', 'id'] };
    expect(must(422, await bench.call('root', 'POST', '/servers', { slug: 'none', name: 'N', transport })).body.code).toBe(
      'servers.command-not-listed',
    );
    expect(must(422, await bench.call('root', 'POST', '/servers/test', { transport })).body.code).toBe('servers.command-not-listed');
  });

  it('lists page by page, newest first, and finds by part of a name', async () => {
    const first = must(200, await bench.call('dora', 'GET', '/servers?limit=1')).body;
    expect(first.data.map((server: { slug: string }) => server.slug)).toEqual(['demo-server']);
    const second = must(200, await bench.call('dora', 'GET', `/servers?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second.data.map((server: { slug: string }) => server.slug)).toEqual(['fake']);
    expect(second.nextCursor).toBeNull();
    expect(must(200, await bench.call('dora', 'GET', '/servers?q=EMO')).body.data).toHaveLength(1);
    expect(must(200, await bench.call('dora', 'GET', '/servers?q=%25')).body.data).toHaveLength(0);
    const [brief] = must(200, await bench.call('dora', 'GET', '/servers?q=EMO&tools=names')).body.data;
    expect(brief).toEqual({ ...first.data[0], latestVersion: { ...first.data[0].latestVersion, tools: expect.any(Array) } });
    expect(brief.latestVersion.tools).toEqual(first.data[0].latestVersion.tools.map(({ name }: { name: string }) => ({ name })));
    for (const query of ['limit=0', 'tools=all', 'limit=201', 'limit=x', 'cursor=!!', 'unknown=1'])
      must(400, await bench.call('dora', 'GET', `/servers?${query}`));
  });

  it('changes what was asked, unless somebody else did in the meantime', async () => {
    const changed = must(
      200,
      await bench.call('root', 'PATCH', '/servers/fake', { name: 'Fake two', description: null }, { 'if-match': '"1"' }),
    );
    expect(changed.body).toMatchObject({ name: 'Fake two', description: null, slug: 'fake', version: 2 });
    expect(changed.etag).toBe('"2"');
    expect(must(412, await bench.call('root', 'PATCH', '/servers/fake', { name: 'Fake three' }, { 'if-match': '"1"' })).body.code).toBe(
      'platform.stale-version',
    );
    must(409, await bench.call('root', 'PATCH', '/servers/fake', { slug: 'demo-server' }));
    const before = (await bench.facts()).length;
    must(200, await bench.call('root', 'PATCH', '/servers/fake', { name: 'Fake two' }));
    expect((await bench.facts()).length).toBe(before);
  });

  it('keeps a server that does not answer, with tools null and the reason', async () => {
    const { body } = must(
      201,
      await bench.call('root', 'POST', '/servers', {
        slug: 'silent',
        name: 'Silent',
        transport: { type: 'streamable-http', url: 'https://no-such-host.invalid/mcp' },
      }),
    );
    expect(body.latestVersion).toMatchObject({ state: 'approved', tools: null });
    expect(await bench.database.owner.query(`SELECT check_reason AS reason FROM server_versions WHERE server_id = $1`, [body.id])).toEqual([
      { reason: 'gateway.upstream-unreachable' },
    ]);
  });

  it('is written by operators alone', async () => {
    for (const person of ['alice', 'dora', 'bob']) {
      must(403, await bench.call(person, 'POST', '/servers', { slug: 'x1', name: 'X', transport: demo }));
      must(403, await bench.call(person, 'POST', '/servers/test', { transport: demo }));
      must(403, await bench.call(person, 'PATCH', '/servers/fake', { name: 'X' }));
      must(403, await bench.call(person, 'DELETE', '/servers/fake'));
      must(403, await bench.call(person, 'POST', '/servers/fake/versions', { transport: demo }));
      must(403, await bench.call(person, 'POST', '/servers/fake/versions/1/retire', {}));
      must(403, await bench.call(person, 'PUT', '/servers/fake/credentials', { values: {} }));
      must(403, await bench.call(person, 'PUT', '/settings/egress', { rules: [] }));
    }
    must(404, await bench.call('root', 'GET', '/servers/nobody'));
    must(404, await bench.call('root', 'GET', '/servers/srv_nobody'));
  });

  describe('versions', () => {
    it('count up, are listed newest first and never change', async () => {
      const { body } = must(201, await bench.call('root', 'POST', '/servers/fake/versions', { transport: demo, note: 'try the demo' }));
      expect(body).toMatchObject({ number: 2, state: 'approved', note: 'try the demo' });
      expect(body.tools.length).toBeGreaterThan(3);
      const list = must(200, await bench.call('dora', 'GET', '/servers/fake/versions?limit=1')).body;
      expect(list.data.map(({ number }: { number: number }) => number)).toEqual([2]);
      expect(
        must(200, await bench.call('dora', 'GET', `/servers/fake/versions?limit=1&cursor=${list.nextCursor}`)).body.data.map(
          ({ number }: { number: number }) => number,
        ),
      ).toEqual([1]);
    });

    it('wait for approval when whoever made them may not approve', async () => {
      expect(must(201, await bench.call('writer', 'POST', '/servers/fake/versions', { transport: demo })).body).toMatchObject({
        number: 3,
        state: 'pending',
        approvedAt: null,
      });
      must(403, await bench.call('writer', 'POST', '/servers/fake/versions/3/approve', {}));
      const approved = must(200, await bench.call('root', 'POST', '/servers/fake/versions/3/approve', { note: 'fine' })).body;
      expect(approved).toMatchObject({ state: 'approved', approvedAt: expect.any(String) });
      expect((await bench.facts()).at(-1)).toMatchObject({
        event: 'servers.version-state-changed',
        facts: { slug: 'fake', number: 3, from: 'pending', to: 'approved', note: 'fine' },
      });
    });

    it('refuse steps that the lifecycle does not have', async () => {
      expect(must(409, await bench.call('root', 'POST', '/servers/fake/versions/3/approve')).body.code).toBe('servers.version-state');
      must(409, await bench.call('root', 'POST', '/servers/fake/versions/3/reject', {}));
      must(200, await bench.call('root', 'POST', '/servers/fake/versions/3/retire'));
      must(409, await bench.call('root', 'POST', '/servers/fake/versions/3/retire', {}));
      for (const number of ['0', '99', 'x', '1e3', '-1'])
        expect(must(404, await bench.call('root', 'POST', `/servers/fake/versions/${number}/retire`, {})).body.code).toBe(
          'servers.version-not-found',
        );
    });

    it('get different numbers although they are made at once', async () => {
      must(201, await bench.call('root', 'POST', '/servers', { slug: 'racer', name: 'Racer', transport: demo }));
      const made = await Promise.all(
        Array.from({ length: 6 }, () => bench.call('root', 'POST', '/servers/racer/versions', { transport: demo })),
      );
      expect(made.map((answer) => must(201, answer).body.number).sort()).toEqual([2, 3, 4, 5, 6, 7]);
    });

    it('share definitions that are the same', async () => {
      const [{ n }] = await bench.database.owner.query('SELECT count(*)::int AS n FROM tool_definitions');
      must(201, await bench.call('root', 'POST', '/servers/racer/versions', { transport: http() }));
      expect(await bench.database.owner.query('SELECT count(*)::int AS n FROM tool_definitions')).toEqual([{ n }]);
    });
  });

  describe('exposures', () => {
    it('pin the newest approved version, in order, each with its health and tool count', async () => {
      must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'silent', toolPrefix: 's_' }));
      const { body, etag } = must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'fake' }));
      expect(body).toMatchObject({
        server: { slug: 'fake', name: 'Fake two' },
        version: 2,
        latestApproved: 2,
        toolPrefix: null,
        position: 1,
        enabled: true,
        etag: 1,
        health: { state: 'ok' },
      });
      expect(etag).toBe('"1"');
      expect(body.toolCount).toBeGreaterThan(3);
      const list = must(200, await bench.call('dora', 'GET', '/workspaces/acme/servers')).body;
      expect(list.data.map((exposure: { server: { slug: string } }) => exposure.server.slug)).toEqual(['silent', 'fake']);
      expect(list.data[0]).toMatchObject({
        toolPrefix: 's_',
        toolCount: null,
        health: { state: 'failing', reason: 'gateway.upstream-unreachable' },
      });
      const page = must(200, await bench.call('dora', 'GET', '/workspaces/acme/servers?limit=1')).body;
      expect(
        must(200, await bench.call('dora', 'GET', `/workspaces/acme/servers?limit=1&cursor=${page.nextCursor}`)).body.data[0].server.slug,
      ).toBe('fake');
      expect((await bench.facts()).at(-1)).toMatchObject({
        event: 'servers.exposed',
        actor: 'alice',
        workspaceId: 'ws_acme',
        facts: { slug: 'fake', version: 2 },
      });
      expect(must(200, await bench.call('root', 'GET', '/servers/fake')).body.exposedIn).toBe(1);
    });

    it('are one per server and workspace, with a prefix of their own', async () => {
      expect(must(409, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'fake' })).body.code).toBe(
        'servers.exposure-exists',
      );
      expect(
        must(409, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'demo-server', toolPrefix: 's_' })).body.code,
      ).toBe('servers.prefix-taken');
      expect(must(409, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/fake', { toolPrefix: 's_' })).body.code).toBe(
        'servers.prefix-taken',
      );
      must(201, await bench.call('bob', 'POST', '/workspaces/globex/servers', { server: 'demo-server', toolPrefix: 's_' }));
    });

    it('pin approved versions only', async () => {
      expect(must(422, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/fake', { version: 3 })).body.code).toBe(
        'servers.version-not-approved',
      );
      expect(must(404, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/fake', { version: 99 })).body.code).toBe(
        'servers.version-not-found',
      );
      must(201, await bench.call('writer', 'POST', '/servers', { slug: 'waiting', name: 'Waiting', transport: demo }));
      expect(must(422, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'waiting' })).body.code).toBe(
        'servers.version-not-approved',
      );
    });

    it('change, go back and keep the entity tag honest', async () => {
      expect(
        must(
          200,
          await bench.call(
            'alice',
            'PATCH',
            '/workspaces/acme/servers/fake',
            { position: 0, enabled: false, toolPrefix: 'f-' },
            { 'if-match': '"1"' },
          ),
        ).body,
      ).toMatchObject({ position: 0, enabled: false, toolPrefix: 'f-', etag: 2 });
      must(412, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/fake', { enabled: true }, { 'if-match': '"1"' }));
      expect(
        must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/fake', { enabled: true, toolPrefix: null })).body,
      ).toMatchObject({ enabled: true, toolPrefix: null, version: 2 });
      expect(must(200, await bench.call('alice', 'POST', '/workspaces/acme/servers/fake/rollback', { version: 1 })).body).toMatchObject({
        version: 1,
        latestApproved: 2,
      });
      expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.exposure-rolled-back', facts: { from: 2, to: 1 } });
    });

    it('hold their version and their server fast', async () => {
      expect(must(409, await bench.call('root', 'POST', '/servers/fake/versions/1/retire', {})).body.code).toBe('servers.version-in-use');
      expect(must(409, await bench.call('root', 'DELETE', '/servers/fake')).body.code).toBe('servers.in-use');
      must(200, await bench.call('root', 'GET', '/servers/fake'));
    });

    it('belong to their workspace alone', async () => {
      for (const [method, path, body] of [
        ['GET', ''],
        ['POST', '', { server: 'fake' }],
        ['PATCH', '/fake', { enabled: false }],
        ['DELETE', '/fake'],
        ['POST', '/fake/rollback', { version: 1 }],
      ] as const) {
        expect(must(404, await bench.call('bob', method, `/workspaces/acme/servers${path}`, body)).body.code).toBe('workspaces.not-found');
      }
      expect(must(404, await bench.call('bob', 'PATCH', '/workspaces/globex/servers/fake', { enabled: false })).body.code).toBe(
        'servers.exposure-not-found',
      );
      must(403, await bench.call('dora', 'POST', '/workspaces/acme/servers', { server: 'racer' }));
      must(403, await bench.call('dora', 'DELETE', '/workspaces/acme/servers/fake'));
    });

    it.each([
      { server: 5 },
      {},
      { server: 'racer', position: -1 },
      { server: 'racer', position: 1.5 },
      { server: 'racer', version: '1' },
      { server: 'racer', toolPrefix: '1a' },
      { server: 'racer', toolPrefix: 'a'.repeat(25) },
      { server: 'racer', enabled: null },
      { server: 'racer', extra: 1 },
    ])('refuse the body %j', async (body) => {
      must(400, await bench.call('alice', 'POST', '/workspaces/acme/servers', body));
    });

    it('free their server when they go', async () => {
      must(204, await bench.call('alice', 'DELETE', '/workspaces/acme/servers/fake'));
      must(404, await bench.call('alice', 'DELETE', '/workspaces/acme/servers/fake'));
      must(204, await bench.call('root', 'DELETE', '/servers/fake'));
      expect((await bench.facts()).slice(-2).map(({ event }) => event)).toEqual(['servers.unexposed', 'servers.deleted']);
      must(404, await bench.call('root', 'GET', '/servers/fake/versions'));
    });
  });
});
