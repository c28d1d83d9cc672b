import { cookieOf, must, openPeopleBench, PASSWORD, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('people', () => {
  let bench: PeopleBench;
  let root: Caller;
  let rootId: string;

  const people = async () => must(200, await bench.call(root, 'GET', '/people')).body.data;
  const join = (name: string, role = 'developer') => bench.join(root, 'acme', { email: `${name}@example.com`, role });
  const login = (name: string) => bench.call({}, 'POST', '/auth/login', { email: `${name}@example.com`, password: PASSWORD });
  const token = async (who: Caller, name = 'laptop') => must(201, await bench.call(who, 'POST', '/workspaces/acme/tokens', { name })).body;
  const verdict = (secret: string) => {
    try {
      bench.verifier().verify(`Bearer ${secret}`, 'acme');
      return 'valid';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    rootId = must(200, await bench.call(root, 'GET', '/me')).body.id;
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Acme' }));
  });
  afterAll(() => bench.close());

  it('are shown to operators with roles and what they hold, and to nobody else', async () => {
    const dora = await join('dora');
    await token(dora);
    const found = must(200, await bench.call(root, 'GET', '/people?q=DORA')).body.data;
    expect(found).toEqual([
      expect.objectContaining({
        email: 'dora@example.com',
        operator: false,
        state: 'active',
        tokens: 1,
        workspaces: [{ slug: 'acme', name: 'Acme', role: 'developer' }],
        lastActiveAt: expect.any(String),
      }),
    ]);
    for (const [method, path] of [
      ['GET', '/people'],
      ['PATCH', `/people/${rootId}`],
      ['DELETE', `/people/${rootId}`],
      ['GET', `/people/${rootId}/sessions`],
      ['DELETE', `/people/${rootId}/sessions`],
      ['GET', `/people/${rootId}/tokens`],
    ] as const) {
      expect(must(403, await bench.call(dora, method, path, method === 'PATCH' ? {} : undefined)).body.detail).toMatch(
        /people:(read|write)/,
      );
    }
  });

  it('who are switched off lose sessions, keys and tokens at once, and can be switched on again', async () => {
    const eve = await join('eve');
    const key = must(201, await bench.call(eve, 'POST', '/api-keys', { name: 'script' })).body.key;
    const { token: secret } = await token(eve);
    must(200, await bench.call(root, 'PATCH', `/people/${eve.userId}`, { state: 'deactivated' }));
    must(401, await bench.call(eve, 'GET', '/me'));
    must(401, await bench.call({ key }, 'GET', '/me'));
    must(401, await login('eve'));
    expect(verdict(secret)).toBe('auth.token-revoked');
    const made = await bench.call(root, 'POST', '/workspaces/acme/tokens', { name: 'late', owner: eve.userId });
    expect(must(422, made).body.code).toBe('workspaces.token-owner-unknown');
    expect(must(200, await bench.call(root, 'PATCH', `/people/${eve.userId}`, { state: 'active' })).body.state).toBe('active');
    must(200, await bench.call({ cookie: cookieOf(must(200, await login('eve'))) }, 'GET', '/workspaces/acme'));
    expect(verdict(secret)).toBe('auth.token-revoked');
  });

  it('who are removed leave nothing that works, and no address', async () => {
    const finn = await join('finn');
    const { token: secret } = await token(finn, 'ci');
    const held = must(200, await bench.call(root, 'GET', `/people/${finn.userId}/tokens`)).body.data;
    expect(held).toEqual([expect.objectContaining({ name: 'ci', workspace: 'acme' })]);
    must(204, await bench.call(root, 'DELETE', `/people/${finn.userId}`));
    must(401, await bench.call(finn, 'GET', '/me'));
    expect(verdict(secret)).toBe('auth.token-revoked');
    must(404, await bench.call(root, 'DELETE', `/people/${finn.userId}`));
    expect((await people()).map(({ id }: { id: string }) => id)).not.toContain(finn.userId);
    const rows = await bench.database.owner.query('SELECT u::text FROM users u WHERE id = $1', [finn.userId]);
    expect(JSON.stringify(rows)).not.toContain('finn');
    expect((await bench.ledger()).filter(({ event }) => event === 'auth.person-removed')).toHaveLength(1);
    await join('finn');
  });

  it('always leave an operator, also when two unmake each other at the same time', async () => {
    expect(must(422, await bench.call(root, 'DELETE', `/people/${rootId}`)).body.code).toBe('auth.last-operator');
    must(422, await bench.call(root, 'PATCH', `/people/${rootId}`, { operator: false }));
    must(422, await bench.call(root, 'PATCH', `/people/${rootId}`, { state: 'deactivated' }));
    const gwen = await join('gwen', 'owner');
    must(200, await bench.call(root, 'PATCH', `/people/${gwen.userId}`, { operator: true }));
    const answers = await Promise.all([
      bench.call(root, 'PATCH', `/people/${gwen.userId}`, { operator: false }),
      bench.call(gwen, 'PATCH', `/people/${rootId}`, { operator: false }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    // Whoever comes second either loses the permission before the check or is told that they are the last.
    expect([
      [200, 403],
      [200, 422],
    ]).toContainEqual(statuses);
    const [{ count }] = await bench.database.owner.query(`SELECT count(*)::int AS count FROM users WHERE operator AND state = 'active'`);
    expect(count).toBe(1);
    await bench.database.owner.query('UPDATE users SET operator = true WHERE id = $1', [rootId]);
    await bench.database.owner.query('UPDATE users SET operator = false WHERE id = $1', [gwen.userId]);
  });

  it('always leave an owner: whoever is the last one of a workspace is not removed, and two cannot go at once', async () => {
    const hugo = { cookie: (await join('hugo')).cookie };
    const id = must(200, await bench.call(hugo, 'GET', '/me')).body.id;
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Solo' }));
    const ida = await bench.join(root, 'solo', { email: 'ida@example.com', role: 'owner' });
    await bench.join(root, 'solo', { email: 'jon@example.com', role: 'owner' });
    must(204, await bench.call(root, 'DELETE', `/workspaces/solo/members/${rootId}`));
    const jon = (await people()).find(({ email }: { email: string }) => email === 'jon@example.com').id;
    const answers = await Promise.all([bench.call(root, 'DELETE', `/people/${ida.userId}`), bench.call(root, 'DELETE', `/people/${jon}`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('workspaces.last-owner');
    must(204, await bench.call(root, 'DELETE', `/people/${id}`));
  });

  it('refuse changes that name nothing known', async () => {
    for (const body of [{ state: 'removed' }, { state: 'invited' }, { operator: 'yes' }, { email: 'x@example.com' }]) {
      must(400, await bench.call(root, 'PATCH', `/people/${rootId}`, body));
    }
    must(404, await bench.call(root, 'PATCH', '/people/usr_unknown', { operator: true }));
  });
});
