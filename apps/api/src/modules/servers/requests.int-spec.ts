import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { must, openServersBench, type BenchAnswer, type ServersBench } from './testing/servers-bench.js';

const CANARY = 'canary-of-a-requested-secret';
const demo = { type: 'builtin', name: 'demo' };

describe('requests', () => {
  let bench: ServersBench;
  let upstream: FakeUpstream;
  const http = (headers: object[] = []) => ({ type: 'streamable-http', url: upstream.url, headers });
  const ask = async (person: string, body: object, workspace = 'acme') =>
    must(201, await bench.call(person, 'POST', `/workspaces/${workspace}/requests`, { reason: 'We need it', ...body })).body;
  const act = (person: string, id: string, action: string, body: object = {}, headers = {}): Promise<BenchAnswer> =>
    bench.call(person, 'POST', `/requests/${id}/${action}`, body, headers);
  const list = async (person: string, query = '') => must(200, await bench.call(person, 'GET', `/requests?${query}`)).body.data;
  const events = async (last: number) => (await bench.facts()).slice(-last).map(({ event, actor }) => `${actor}: ${event}`);

  beforeAll(async () => {
    upstream = await startFakeUpstream();
    bench = await openServersBench({ allow: [`127.0.0.1:${upstream.port}`] });
    await bench.database.owner.query(`INSERT INTO users (id, email, name, password_hash, operator, state, created_at)
      SELECT 'usr_' || name, name || '@example.com', name, 'x', name IN ('root', 'rita'), 'active', now()
        FROM unnest(ARRAY['root', 'rita', 'alice', 'dora', 'bob']) name`);
    await bench.database.owner.query(`INSERT INTO workspace_members (workspace_id, user_id, role, created_at, joined_at)
      VALUES ('ws_acme', 'usr_alice', 'admin', now(), now()), ('ws_acme', 'usr_dora', 'developer', now(), now()),
             ('ws_globex', 'usr_bob', 'owner', now(), now())`);
  });
  afterAll(async () => {
    await bench.close();
    await upstream.close();
  });

  describe('for a server that the catalogue lacks', () => {
    it('stand in the queue with who asks, why and for what, and their secrets nowhere', async () => {
      const transport = http([{ name: 'X-Api-Key', secret: true }]);
      const asked = await ask('dora', { kind: 'server', name: 'Fake (EU)', transport, credentials: { 'x-api-key': CANARY } });
      expect(asked).toMatchObject({
        kind: 'server',
        state: 'open',
        name: 'Fake (EU)',
        slug: 'fake-eu',
        workspace: { slug: 'acme' },
        server: null,
        version: null,
        reason: 'We need it',
        requestedBy: { userId: 'usr_dora', name: 'dora' },
        assignee: null,
        comments: [],
        decision: null,
        etag: 1,
        mayDecide: false,
        mayApprove: false,
        mayWithdraw: true,
      });
      expect(asked.credentials).toEqual([{ name: 'X-Api-Key', last4: CANARY.slice(-4) }]);
      const [queued] = await list('root', 'state=open');
      expect(queued).toMatchObject({ id: asked.id, mayDecide: true, mayApprove: true, mayWithdraw: false });
      const everything = JSON.stringify([queued, await bench.database.owner.query('SELECT * FROM server_requests'), await bench.facts()]);
      expect(everything).not.toContain(CANARY);
      expect(must(200, await bench.call('root', 'GET', '/servers')).body.data).toEqual([]);
    });

    it('can be tried by whoever decides, with the secret given along', async () => {
      const [{ id }] = await list('root', 'state=open');
      const before = upstream.received.length;
      expect(must(200, await act('root', id, 'test')).body).toMatchObject({ ok: true });
      expect(upstream.received.slice(before).at(-1)?.headers['x-api-key']).toBe(CANARY);
      must(403, await act('dora', id, 'test'));
    });

    it('become a server when approved: version by version state, credentials, exposure, and the ledger tells each step', async () => {
      const [{ id }] = await list('root', 'state=open');
      const approved = must(200, await act('root', id, 'approve', { note: 'Fine' }, { 'if-match': '"1"' }));
      expect(approved.body).toMatchObject({
        state: 'approved',
        server: { slug: 'fake-eu' },
        version: 1,
        credentials: [],
        decision: { by: { userId: 'usr_root', name: 'root' }, note: 'Fine' },
        etag: 2,
        mayDecide: false,
      });
      expect(approved.etag).toBe('"2"');
      expect(await events(8)).toEqual([
        'root: servers.created',
        'root: servers.version-created',
        'root: servers.credentials-set',
        'root: servers.version-state-changed',
        'root: servers.version-state-changed',
        'root: servers.exposed',
        'root: servers.request-approved',
        'first-contact: servers.lock-taken',
      ]);
      const steps = (await bench.facts()).filter(({ event }) => event === 'servers.version-state-changed').slice(-2);
      expect(steps.map(({ facts }) => [facts['from'], facts['to'], facts['note']])).toEqual([
        ['draft', 'pending', null],
        ['pending', 'approved', 'Fine'],
      ]);
      const server = must(200, await bench.call('root', 'GET', '/servers/fake-eu')).body;
      expect(server).toMatchObject({ name: 'Fake (EU)', credentialsSet: true, exposedIn: 1 });
      expect(server.latestVersion).toMatchObject({
        state: 'approved',
        createdBy: { userId: 'usr_dora', name: 'dora' },
        note: 'We need it',
      });
      expect(server.latestVersion.tools).toHaveLength(2);
      const exposures = must(200, await bench.call('dora', 'GET', '/workspaces/acme/servers')).body.data;
      expect(exposures).toEqual([expect.objectContaining({ version: 1, server: expect.objectContaining({ slug: 'fake-eu' }) })]);
      expect(await bench.database.owner.query('SELECT secrets FROM server_requests')).toEqual([{ secrets: [] }]);
    });

    it('leave nothing behind when something stands in their way, and stay open', async () => {
      const { id } = await ask('dora', { kind: 'server', name: 'Other', slug: 'fake-eu', transport: demo });
      const before = (await bench.facts()).length;
      expect(must(409, await act('root', id, 'approve')).body.code).toBe('servers.slug-taken');
      expect((await bench.facts()).length).toBe(before);
      expect(must(200, await act('root', id, 'approve', { slug: 'other', toolPrefix: 'o_' })).body.server.slug).toBe('other');
      const exposed = (await bench.facts()).filter(({ event }) => event === 'servers.exposed');
      expect(exposed.at(-1)).toMatchObject({ facts: { slug: 'other', toolPrefix: 'o_' } });
    });

    it('are judged by the rules about addresses when they are approved, not when they are made', async () => {
      const { id } = await ask('dora', {
        kind: 'server',
        name: 'Inside',
        transport: { type: 'streamable-http', url: 'https://10.1.2.3/mcp' },
      });
      expect(must(422, await act('root', id, 'approve')).body.code).toBe('servers.address-denied');
      expect(must(422, await act('root', id, 'test')).body.code).toBe('servers.address-denied');
      must(200, await act('root', id, 'deny', { note: 'Not reachable from here' }));
    });
  });

  describe('for a new version', () => {
    it('make it, approve it and pin it in that workspace alone', async () => {
      must(201, await bench.call('bob', 'POST', '/workspaces/globex/servers', { server: 'other' }));
      const { id } = await ask('dora', { kind: 'version', server: 'other', transport: http() });
      expect(must(403, await act('alice', id, 'approve')).body.code).toBe('auth.forbidden');
      expect(must(200, await act('root', id, 'approve')).body).toMatchObject({ server: { slug: 'other' }, version: 2 });
      const pinned = async (person: string, workspace: string) =>
        must(200, await bench.call(person, 'GET', `/workspaces/${workspace}/servers`)).body.data.find(
          (one: { server: { slug: string } }) => one.server.slug === 'other',
        );
      expect(await pinned('dora', 'acme')).toMatchObject({ version: 2, toolPrefix: 'o_' });
      expect(await pinned('bob', 'globex')).toMatchObject({ version: 1 });
    });
  });

  describe('for a server of the catalogue', () => {
    it('are decided by admins of the workspace', async () => {
      must(201, await bench.call('root', 'POST', '/servers', { slug: 'ready', name: 'Ready', transport: demo }));
      const { id } = await ask('dora', { kind: 'exposure', server: 'ready' });
      expect(must(200, await bench.call('alice', 'GET', '/requests/counts')).body).toEqual({ toDecide: 1, assignedToMe: 0 });
      must(200, await act('alice', id, 'approve'));
      expect(await events(2)).toEqual(['alice: servers.exposed', 'alice: servers.request-approved']);
      expect(must(200, await bench.call('alice', 'GET', '/requests/counts')).body).toEqual({ toDecide: 0, assignedToMe: 0 });
    });

    it('are met as well where the server is shown already, but switched off', async () => {
      must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/ready', { enabled: false }));
      const { id } = await ask('dora', { kind: 'exposure', server: 'ready', version: 1 });
      expect(must(200, await act('alice', id, 'approve')).body.version).toBe(1);
      const shown = must(200, await bench.call('alice', 'GET', '/workspaces/acme/servers')).body.data;
      expect(shown.find((one: { server: { slug: string } }) => one.server.slug === 'ready').enabled).toBe(true);
    });

    it('cannot bring a version that is not approved into the workspace', async () => {
      must(201, await bench.call('writer', 'POST', '/servers', { slug: 'waiting', name: 'Waiting', transport: demo }));
      const { id } = await ask('dora', { kind: 'exposure', server: 'waiting' });
      expect(must(422, await act('root', id, 'approve')).body.code).toBe('servers.version-not-approved');
      must(200, await act('root', id, 'deny', { note: 'Not yet' }));
    });
  });

  describe('by the rule of four eyes', () => {
    it('are approved by somebody else than who asked, whatever key or session they use', async () => {
      const { id } = await ask('root', { kind: 'server', name: 'Mine', transport: demo });
      expect(must(403, await act('root', id, 'approve')).body.code).toBe('servers.request-own');
      expect(must(200, await bench.call('root', 'GET', `/requests/${id}`)).body).toMatchObject({ mayDecide: true, mayApprove: false });
      must(200, await act('rita', id, 'approve'));
    });

    it('may be one’s own where an operator says so', async () => {
      expect(must(200, await bench.call('root', 'GET', '/settings/approvals')).body).toEqual({ fourEyes: true });
      must(403, await bench.call('alice', 'PUT', '/settings/approvals', { fourEyes: false }));
      for (const body of [{}, { fourEyes: 'no' }, { fourEyes: null }, { fourEyes: false, extra: 1 }])
        must(400, await bench.call('root', 'PUT', '/settings/approvals', body));
      expect(must(200, await bench.call('root', 'PUT', '/settings/approvals', { fourEyes: false })).body).toEqual({ fourEyes: false });
      expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.approvals-changed', facts: { fourEyes: false } });
      const { id } = await ask('root', { kind: 'server', name: 'Mine too', transport: demo });
      must(200, await act('root', id, 'approve'));
      must(200, await bench.call('root', 'PUT', '/settings/approvals', { fourEyes: true }));
    });
  });

  describe('decided by two at once', () => {
    it('have one winner, and the other is told who it was', async () => {
      const { id } = await ask('dora', { kind: 'server', name: 'Raced', transport: demo });
      const answers = await Promise.all([
        act('root', id, 'approve'),
        act('rita', id, 'approve'),
        act('rita', id, 'deny', { note: 'No' }),
        act('dora', id, 'withdraw'),
      ]);
      const losers = answers.filter(({ status }) => status !== 200);
      expect(losers).toHaveLength(3);
      for (const { status, body } of losers) {
        expect([status, body.code]).toEqual([409, 'servers.request-decided']);
        expect(body.detail).toMatch(/^(root approved it|rita approved it|rita denied it|dora took it back) at \d{4}-/);
      }
      const { state } = must(200, await bench.call('dora', 'GET', `/requests/${id}`)).body;
      const raced = must(200, await bench.call('root', 'GET', '/servers?q=raced')).body.data;
      expect(raced).toHaveLength(state === 'approved' ? 1 : 0);
    });

    it('are refused with 412 where the request changed since it was read', async () => {
      const { id } = await ask('dora', { kind: 'server', name: 'Stale', transport: demo });
      must(200, await act('alice', id, 'comment', { text: 'Wait' }));
      const stale = { 'if-match': '"1"' };
      for (const [action, body] of [
        ['approve', {}],
        ['deny', { note: 'No' }],
        ['assign', { userId: 'usr_root' }],
      ] as const)
        expect(must(412, await act('root', id, action, body, stale)).body.code).toBe('platform.stale-version');
      must(412, await act('dora', id, 'withdraw', {}, stale));
      must(200, await act('root', id, 'deny', { note: 'No' }, { 'if-match': '"2"' }));
    });
  });

  describe('are talked about', () => {
    it('with comments, an assignee and a reason for the refusal, which drops the secrets', async () => {
      const asked = await ask('dora', {
        kind: 'server',
        name: 'Talk',
        transport: http([{ name: 'K', secret: true }]),
        credentials: { K: CANARY },
      });
      expect(must(200, await act('dora', asked.id, 'comment', { text: 'Please\nsoon' })).body.comments).toEqual([
        { at: expect.any(String), by: { userId: 'usr_dora', name: 'dora' }, text: 'Please\nsoon' },
      ]);
      expect(must(200, await bench.call('root', 'GET', `/requests/${asked.id}/assignees`)).body.data).toEqual([
        { userId: 'usr_rita', name: 'rita' },
        { userId: 'usr_root', name: 'root' },
      ]);
      must(403, await bench.call('dora', 'GET', `/requests/${asked.id}/assignees`));
      expect(must(422, await act('root', asked.id, 'assign', { userId: 'usr_alice' })).body.code).toBe('servers.assignee-unknown');
      expect(must(200, await act('root', asked.id, 'assign', { userId: 'usr_rita' })).body.assignee).toEqual({
        userId: 'usr_rita',
        name: 'rita',
      });
      expect(must(200, await bench.call('rita', 'GET', '/requests/counts')).body).toEqual({ toDecide: 1, assignedToMe: 1 });
      expect((await list('rita', 'assignee=me')).map(({ id }: { id: string }) => id)).toEqual([asked.id]);
      expect(await list('root', 'assignee=none&state=open')).toEqual([]);
      for (const body of [{}, { note: '' }, { note: ' ' }, { note: null }, { note: 'x'.repeat(2001) }])
        must(400, await act('root', asked.id, 'deny', body));
      expect(must(200, await act('root', asked.id, 'deny', { note: 'We have one' })).body).toMatchObject({
        state: 'denied',
        credentials: [],
        decision: { note: 'We have one' },
      });
      expect(await bench.database.owner.query(`SELECT secrets FROM server_requests WHERE id = $1`, [asked.id])).toEqual([{ secrets: [] }]);
      expect(await events(4)).toEqual([
        'dora: servers.request-created',
        'dora: servers.request-commented',
        'root: servers.request-assigned',
        'root: servers.request-denied',
      ]);
      expect(must(409, await act('dora', asked.id, 'comment', { text: 'Why?' })).body.detail).toContain('root denied it');
    });

    it('and taken back by nobody but who asked', async () => {
      const { id } = await ask('dora', { kind: 'server', name: 'Back', transport: demo });
      must(403, await act('alice', id, 'withdraw'));
      expect(must(200, await act('dora', id, 'withdraw')).body).toMatchObject({ state: 'withdrawn', mayWithdraw: false });
    });
  });

  describe('belong to those whose business they are', () => {
    let id: string;
    beforeAll(async () => {
      id = (await ask('dora', { kind: 'server', name: 'Ours', transport: demo })).id;
    });

    it.each([
      ['dora', 200, 403],
      ['alice', 200, 403],
      ['bob', 404, 404],
      ['eve', 404, 404],
    ])('%s reads with %d and decides with %d', async (person, read, decide) => {
      must(read, await bench.call(person, 'GET', `/requests/${id}`));
      must(decide, await act(person, id, 'approve'));
      must(decide, await act(person, id, 'deny', { note: 'No' }));
      must(decide, await act(person, id, 'assign', { userId: null }));
      must(read, await act(person, id, 'comment', { text: 'Hm' }));
      expect((await list(person)).some((one: { id: string }) => one.id === id)).toBe(read === 200);
    });

    it('are asked by members who may, in workspaces that exist for them', async () => {
      const body = { kind: 'server', name: 'X1', reason: 'y', transport: demo };
      must(404, await bench.call('bob', 'POST', '/workspaces/acme/requests', body));
      must(403, await bench.call('audra', 'POST', '/workspaces/acme/requests', body));
      must(403, await bench.call('audra', 'GET', '/workspaces/acme/requests'));
      must(201, await bench.call('bob', 'POST', '/workspaces/globex/requests', body));
      expect(must(200, await bench.call('bob', 'GET', '/workspaces/globex/requests')).body.data).toHaveLength(1);
      const mine = must(200, await bench.call('dora', 'GET', '/workspaces/acme/requests?state=open')).body.data;
      expect(new Set(mine.map((one: { requestedBy: { name: string } }) => one.requestedBy.name))).toEqual(new Set(['dora']));
    });

    it('are found by workspace, state, kind, who asked and words, page by page in either order', async () => {
      const all = await list('root', 'limit=200');
      expect(all.length).toBeGreaterThan(10);
      const names = async (query: string) => (await list('root', query)).map((one: { name: string }) => one.name);
      expect(await names('workspace=globex')).toEqual(['X1']);
      expect(await names('workspace=nowhere')).toEqual([]);
      expect(await names('q=alk')).toEqual(['Talk']);
      expect(await names('q=%25')).toEqual([]);
      expect(new Set(await names('kind=exposure'))).toEqual(new Set(['Ready', 'Waiting']));
      expect((await names('requestedBy=me')).sort()).toEqual(['Mine', 'Mine too']);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: { id: string }[]; nextCursor: string | null } = must(
          200,
          await bench.call('root', 'GET', `/requests?order=oldest&limit=4${cursor === null ? '' : `&cursor=${cursor}`}`),
        ).body;
        paged.push(...page.data.map((one) => one.id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(paged).toEqual(all.map((one: { id: string }) => one.id).reverse());
    });
  });

  it.each([
    [{ kind: 'server', name: 'N', transport: demo, reason: '' }, '/reason'],
    [{ kind: 'server', name: 'N', transport: demo, reason: '  ' }, '/reason'],
    [{ kind: 'server', name: 'N', transport: demo, reason: 'x'.repeat(2001) }, '/reason'],
    [{ kind: 'other', name: 'N', transport: demo }, '/kind'],
    [{ kind: 'server', transport: demo }, '/name'],
    [{ kind: 'server', name: 'Name' }, '/transport'],
    [{ kind: 'server', name: '…', transport: demo }, '/slug'],
    [{ kind: 'server', name: 'Name', transport: demo, server: 'ready' }, '/server'],
    [{ kind: 'server', name: 'Name', transport: null }, '/transport'],
    [{ kind: 'version', server: 'ready' }, '/transport'],
    [{ kind: 'version', transport: demo }, '/server'],
    [{ kind: 'exposure', server: 'ready', transport: demo }, '/transport'],
    [{ kind: 'exposure', server: 'ready', credentials: {} }, '/credentials'],
    [{ kind: 'exposure', server: 'a/../b' }, '/server'],
    [{ kind: 'server', name: 'Name', transport: demo, credentials: { K: CANARY } }, '/credentials/K'],
    [{ kind: 'server', name: 'Name', transport: demo, toolPrefix: '1' }, '/toolPrefix'],
  ])('refuse the body %j', async (body, pointer) => {
    const answer = must(400, await bench.call('dora', 'POST', '/workspaces/acme/requests', { reason: 'r', ...body }));
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    expect(answer.text).not.toContain(CANARY);
  });

  it.each(['nonsense', 'ask_1', 'ask_%27%20OR%201=1', 'counts%2f..'])('do not exist under the id %s', async (id) => {
    must(404, await bench.call('root', 'GET', `/requests/${id}`));
    must(404, await bench.call('root', 'POST', `/requests/${id}/approve`, {}));
  });

  it('are refused for servers and versions that are not there', async () => {
    const send = (body: object) => bench.call('dora', 'POST', '/workspaces/acme/requests', { reason: 'r', ...body });
    expect(must(404, await send({ kind: 'exposure', server: 'nowhere' })).body.code).toBe('servers.not-found');
    expect(must(404, await send({ kind: 'exposure', server: 'ready', version: 99 })).body.code).toBe('servers.version-not-found');
  });

  it('outlive their server, and can then only be denied', async () => {
    must(201, await bench.call('root', 'POST', '/servers', { slug: 'gone', name: 'Gone', transport: demo }));
    const { id } = await ask('dora', { kind: 'exposure', server: 'gone' });
    must(204, await bench.call('root', 'DELETE', '/servers/gone'));
    expect(must(404, await act('root', id, 'approve')).body.code).toBe('servers.not-found');
    must(200, await act('root', id, 'deny', { note: 'It is gone' }));
  });

  it('are bounded for each person and workspace', async () => {
    for (let n = (await list('bob', 'state=open&limit=200')).length; n < 50; n++)
      await ask('bob', { kind: 'exposure', server: 'ready' }, 'globex');
    const answer = await bench.call('bob', 'POST', '/workspaces/globex/requests', { kind: 'exposure', server: 'ready', reason: 'r' });
    expect(must(429, answer).body.code).toBe('servers.request-limit');
  });
});
