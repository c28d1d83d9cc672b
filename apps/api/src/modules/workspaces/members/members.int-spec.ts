import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('members', () => {
  let bench: PeopleBench;
  let root: Caller;
  let workspace = '';
  const invite = (by: Caller, email: string, role: string) => bench.call(by, 'POST', `/workspaces/${workspace}/members`, { email, role });
  const remove = (by: Caller, userId: string) => bench.call(by, 'DELETE', `/workspaces/${workspace}/members/${userId}`);
  const change = (by: Caller, userId: string, role: string) =>
    bench.call(by, 'PATCH', `/workspaces/${workspace}/members/${userId}`, { role });
  const list = async () => must(200, await bench.call(root, 'GET', `/workspaces/${workspace}/members`)).body.data;
  const idOf = async (email: string) => (await list()).find((member: { email: string }) => member.email === email).userId;

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
  });
  beforeEach(async () => {
    workspace = must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Team' })).body.slug;
  });
  afterAll(() => bench.close());

  it('are invited, listed as such, and active once they accept', async () => {
    const { body } = must(201, await invite(root, 'Ann@Example.com', 'auditor'));
    expect(body).toEqual({
      userId: expect.stringMatching(/^usr_/),
      email: 'ann@example.com',
      name: null,
      role: 'auditor',
      state: 'invited',
      joinedAt: null,
      inviteUrl: expect.any(String),
    });
    const ann = await bench.join(root, workspace, { email: 'ann@example.com', role: 'developer' });
    expect(ann.userId).toBe(body.userId);
    expect((await list())[0]).toEqual({
      userId: ann.userId,
      email: 'ann@example.com',
      name: 'ann',
      role: 'developer',
      state: 'active',
      joinedAt: expect.any(String),
    });
    expect(must(409, await invite(root, 'ann@example.com', 'auditor')).body.code).toBe('workspaces.member-exists');
  });

  it('have no rights before they accept', async () => {
    const known = await bench.join(root, workspace, { email: 'early@example.com', role: 'developer' });
    const other = must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Other' })).body.slug;
    must(201, await bench.call(root, 'POST', `/workspaces/${other}/members`, { email: 'early@example.com', role: 'owner' }));
    must(404, await bench.call(known, 'GET', `/workspaces/${other}`));
    expect(
      must(422, await bench.call(root, 'POST', `/workspaces/${other}/tokens`, { name: 'x', owner: 'early@example.com' })).body.code,
    ).toBe('workspaces.token-owner-unknown');
  });

  it('never give or take a role above their own', async () => {
    const admin = await bench.join(root, workspace, { email: 'boss@example.com', role: 'admin' });
    const owner = await idOf('root@example.com');
    for (const answer of [
      await invite(admin, 'x@example.com', 'owner'),
      await change(admin, admin.userId, 'owner'),
      await change(admin, owner, 'developer'),
      await remove(admin, owner),
    ]) {
      expect(must(403, answer).body.code).toBe('workspaces.role-too-high');
    }
    must(201, await invite(root, 'future@example.com', 'owner'));
    must(403, await invite(admin, 'future@example.com', 'auditor'));
    must(201, await invite(admin, 'fine@example.com', 'admin'));
    const developer = await bench.join(root, workspace, { email: 'dev@example.com', role: 'developer' });
    must(403, await invite(developer, 'y@example.com', 'auditor'));
    must(403, await change(developer, developer.userId, 'admin'));
    must(403, await remove(developer, admin.userId));
    must(200, await bench.call(developer, 'GET', `/workspaces/${workspace}/members`));
  });

  it('may leave by themselves, but not with a key', async () => {
    const leaver = await bench.join(root, workspace, { email: 'leaver@example.com', role: 'auditor' });
    const { key } = must(201, await bench.call(leaver, 'POST', '/api-keys', { name: 'k' })).body;
    must(403, await remove({ key }, leaver.userId));
    must(204, await remove(leaver, leaver.userId));
    must(404, await bench.call(leaver, 'GET', `/workspaces/${workspace}`));
    expect((await bench.ledger()).at(-1)).toMatchObject({
      event: 'workspaces.member-removed',
      actorName: 'leaver',
      facts: { email: 'leaver@example.com', role: 'auditor' },
    });
  });

  it('always include an owner, even when all owners go at once', async () => {
    const owner = await idOf('root@example.com');
    expect(must(422, await remove(root, owner)).body.code).toBe('workspaces.last-owner');
    expect(must(422, await change(root, owner, 'admin')).body.code).toBe('workspaces.last-owner');
    must(201, await invite(root, 'invited-owner@example.com', 'owner'));
    must(422, await remove(root, owner));
    const others = await Promise.all(
      ['o1', 'o2', 'o3'].map((name) => bench.join(root, workspace, { email: `${name}-${workspace}@example.com`, role: 'owner' })),
    );
    const answers = await Promise.all([remove(root, owner), ...others.map((other) => remove(other, other.userId))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 204, 422]);
    expect(
      (await list()).filter(({ role, state }: { role: string; state: string }) => role === 'owner' && state === 'active'),
    ).toHaveLength(1);
  });

  it('lose their tokens in the moment they are removed', async () => {
    const ted = await bench.join(root, workspace, { email: `ted-${workspace}@example.com`, role: 'developer' });
    const { token } = must(201, await bench.call(ted, 'POST', `/workspaces/${workspace}/tokens`, { name: 'laptop' })).body;
    bench.verifier().verify(`Bearer ${token}`, workspace);
    must(204, await remove(root, ted.userId));
    expect(() => bench.verifier().verify(`Bearer ${token}`, workspace)).toThrow(expect.objectContaining({ code: 'auth.token-revoked' }));
    expect((await bench.ledger()).slice(-2).map(({ event }) => event)).toEqual(['workspaces.token-revoked', 'workspaces.member-removed']);
  });

  it('leave no living token behind, however many are being made while they are removed', async () => {
    const ted = await bench.join(root, workspace, { email: `race-${workspace}@example.com`, role: 'developer' });
    const first = must(201, await bench.call(ted, 'POST', `/workspaces/${workspace}/tokens`, { name: 'first' })).body;
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => bench.call(ted, 'POST', `/workspaces/${workspace}/tokens`, { name: 'late' })),
      bench.call(ted, 'POST', `/workspaces/${workspace}/tokens/${first.id}/rotate`, {}),
      remove(root, ted.userId),
    ]);
    expect(answers.at(-1)?.status).toBe(204);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await bench.database.owner.query('SELECT id FROM tokens WHERE owner_user_id = $1 AND revoked_at IS NULL', [ted.userId])).toEqual(
      [],
    );
  });

  it('change roles with a row in the ledger, once', async () => {
    const mia = await bench.join(root, workspace, { email: `mia-${workspace}@example.com`, role: 'developer' });
    expect(must(200, await change(root, mia.userId, 'admin')).body).toMatchObject({ role: 'admin', state: 'active' });
    expect((await bench.ledger()).at(-1)).toMatchObject({
      event: 'workspaces.member-role-changed',
      subjectName: `mia-${workspace}`,
      facts: { from: 'developer', to: 'admin' },
    });
    const before = (await bench.ledger()).length;
    must(200, await change(root, mia.userId, 'admin'));
    expect((await bench.ledger()).length).toBe(before);
    must(201, await invite(mia, 'guest@example.com', 'auditor'));
  });

  it('are one person when invited twice at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => invite(root, `once-${workspace}@example.com`, 'auditor')));
    expect(new Set(answers.map((answer) => must(201, answer).body.userId)).size).toBe(1);
  });

  it.each([
    { email: 'x', role: 'owner' },
    { email: 'x@example.com', role: 'god' },
    { email: 'x@example.com' },
    { email: ['x@example.com'], role: 'auditor' },
    { email: 'x@example.com', role: 'auditor', operator: true },
  ])('are not invited as %j', async (body) => {
    must(400, await bench.call(root, 'POST', `/workspaces/${workspace}/members`, body));
  });

  it('that do not exist cannot be changed or removed', async () => {
    for (const answer of [await change(root, 'usr_nobody', 'admin'), await remove(root, 'usr_nobody')])
      expect(must(404, answer).body.code).toBe('workspaces.member-not-found');
  });
});
