import { cookieOf, must, openPeopleBench, PASSWORD, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('invitations', () => {
  let bench: PeopleBench;
  let root: Caller;
  const invite = async (slug: string, email: string, role = 'developer') =>
    must(201, await bench.call(root, 'POST', `/workspaces/${slug}/members`, { email, role })).body.inviteUrl.split('#')[1];
  const read = (code: unknown) => bench.call({}, 'POST', '/auth/invites/read', { code });
  const accept = (body: object) => bench.call({}, 'POST', '/auth/invites/accept', body);

  beforeAll(async () => {
    bench = await openPeopleBench({ publicUrl: 'http://nest.example' });
    root = await bench.setUp();
    for (const name of ['Acme', 'Globex']) must(201, await bench.call(root, 'POST', '/workspaces', { name }));
  });
  afterAll(() => bench.close());

  it('let a new person in once, with a name and a password of their own', async () => {
    const code = await invite('acme', 'New@Example.com');
    expect(must(200, await read(code)).body).toEqual({
      email: 'new@example.com',
      workspaceName: 'Acme',
      role: 'developer',
      knownPerson: false,
    });
    must(401, await bench.call({}, 'POST', '/auth/login', { email: 'new@example.com', password: PASSWORD }));
    must(400, await accept({ code }));
    must(400, await accept({ code, name: 'New', password: 'short' }));
    const accepted = must(200, await accept({ code, name: 'New', password: PASSWORD }));
    expect(accepted.body).toMatchObject({
      email: 'new@example.com',
      name: 'New',
      operator: false,
      permissions: ['servers:read'],
      workspaces: [{ slug: 'acme', role: 'developer' }],
    });
    must(200, await bench.call({ cookie: cookieOf(accepted) }, 'GET', '/workspaces/acme'));
    must(404, await accept({ code, name: 'New', password: PASSWORD }));
    must(404, await read(code));
    expect((await bench.ledger()).slice(-3).map(({ event, actorName }) => [event, actorName])).toEqual([
      ['workspaces.member-joined', 'New'],
      ['auth.user-joined', 'New'],
      ['auth.signed-in', 'New'],
    ]);
  });

  it('ask a known person for their password', async () => {
    const known = await bench.join(root, 'acme', { email: 'known@example.com', role: 'auditor' });
    const code = await invite('globex', 'known@example.com', 'admin');
    expect(must(200, await read(code)).body).toMatchObject({ workspaceName: 'Globex', role: 'admin', knownPerson: true });
    must(404, await bench.call(known, 'GET', '/workspaces/globex'));
    must(400, await accept({ code }));
    must(401, await accept({ code, password: 'not the password', name: 'Somebody' }));
    const me = must(200, await accept({ code, password: PASSWORD })).body;
    expect(me.name).toBe('known');
    expect(me.workspaces.map(({ slug, role }: { slug: string; role: string }) => [slug, role])).toEqual([
      ['acme', 'auditor'],
      ['globex', 'admin'],
    ]);
  });

  it('have one winner when the same link is used at once', async () => {
    const code = await invite('acme', 'twice@example.com');
    const answers = await Promise.all([1, 2, 3, 4].map((n) => accept({ code, name: `N${n}`, password: `${PASSWORD} ${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });

  it('are void when a newer link was made, the member was removed, the workspace ended, or seven days passed', async () => {
    const old = await invite('acme', 'later@example.com');
    const newer = await invite('acme', 'later@example.com', 'auditor');
    must(404, await read(old));
    expect(must(200, await read(newer)).body.role).toBe('auditor');
    const { data } = must(200, await bench.call(root, 'GET', '/workspaces/acme/members')).body;
    const { userId } = data.find(({ email }: { email: string }) => email === 'later@example.com');
    must(204, await bench.call(root, 'DELETE', `/workspaces/acme/members/${userId}`));
    must(404, await read(newer));
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Doomed' }));
    const doomed = await invite('doomed', 'later@example.com');
    must(204, await bench.call(root, 'DELETE', '/workspaces/doomed'));
    must(404, await accept({ code: doomed, name: 'Later', password: PASSWORD }));
    const expired = await invite('acme', 'expired@example.com');
    await bench.database.owner.query('UPDATE invites SET expires_at = now()');
    must(404, await read(expired));
  });

  it('carry their code behind the #, and nowhere else', async () => {
    const { body } = must(201, await bench.call(root, 'POST', '/workspaces/acme/members', { email: 'link@example.com', role: 'auditor' }));
    expect(body.inviteUrl).toMatch(/^http:\/\/nest\.example\/invite#[\w-]{32}$/);
    const { data } = must(200, await bench.call(root, 'GET', '/workspaces/acme/members')).body;
    expect(JSON.stringify(data)).not.toContain('inviteUrl');
    const code = body.inviteUrl.split('#')[1];
    expect(JSON.stringify([await bench.ledger(), await bench.database.owner.query('SELECT i::text FROM invites i')])).not.toContain(code);
  });

  it.each([[{}], [{ code: 7 }], [{ code: '' }], [{ code: 'x', admin: true }], [{ code: 'x'.repeat(101) }]])('refuse %j', async (body) => {
    must(400, await bench.call({}, 'POST', '/auth/invites/read', body));
  });
});
