import { cookieOf, must, OPERATOR, openPeopleBench, PASSWORD, type PeopleBench } from '../../../testing/people-bench.js';

describe('the first operator', () => {
  let bench: PeopleBench;

  beforeEach(async () => {
    bench = await openPeopleBench();
  });
  afterEach(() => bench.close());

  it('is made once by the code of this start, signed in, and written down', async () => {
    expect(must(200, await bench.call({}, 'GET', '/setup')).body).toEqual({ open: true });
    const made = must(201, await bench.call({}, 'POST', '/setup', { ...OPERATOR, email: 'Root@Example.com', code: bench.setupCode }));
    expect(made.body).toMatchObject({
      email: 'root@example.com',
      name: 'Root',
      operator: true,
      authenticatedBy: 'session',
      workspaces: [],
    });
    expect(made.body.permissions).toContain('settings:write');
    expect(must(200, await bench.call({ cookie: cookieOf(made) }, 'GET', '/me')).body).toEqual(made.body);
    expect(must(200, await bench.call({}, 'GET', '/setup')).body).toEqual({ open: false });
    expect(must(409, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: bench.setupCode })).body.code).toBe('auth.setup-closed');
    expect((await bench.ledger()).map(({ event, actorName, facts }) => [event, actorName, facts])).toEqual([
      ['auth.operator-created', 'Root', { email: 'root@example.com', by: 'setup' }],
      ['auth.signed-in', 'Root', { email: 'root@example.com', method: 'password' }],
    ]);
  });

  it('has one winner among setups sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        bench.call({}, 'POST', '/setup', { ...OPERATOR, email: `p${i}@example.com`, code: bench.setupCode }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'auth.setup-closed')).toHaveLength(5);
    expect(await bench.database.owner.query('SELECT count(*)::int AS n FROM users')).toEqual([{ n: 1 }]);
  });

  it('is not made with a wrong code, a weak password or fields that do not belong', async () => {
    expect(must(403, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: `${bench.setupCode}x` })).body.code).toBe(
      'auth.setup-code-wrong',
    );
    expect(must(400, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: bench.setupCode, password: 'short' })).body.code).toBe(
      'auth.password-weak',
    );
    for (const wrong of [
      { operator: true },
      { email: 7 },
      { email: 'nobody' },
      { name: null },
      { name: ' ' },
      { name: 'a\u0000b' },
      { password: ['a'] },
    ]) {
      must(400, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: bench.setupCode, ...wrong }));
    }
    expect(await bench.database.owner.query('SELECT count(*)::int AS n FROM users')).toEqual([{ n: 0 }]);
  });

  it('is made by the newest start alone', async () => {
    const second = await openPeopleBench({ database: bench.database });
    try {
      must(403, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: bench.setupCode }));
      must(201, await second.call({}, 'POST', '/setup', { ...OPERATOR, code: second.setupCode }));
    } finally {
      await second.close();
    }
  });

  it('never leaves the code in the database', async () => {
    const [row] = await bench.database.owner.query(`SELECT value::text FROM settings WHERE name = 'auth.setup-code'`);
    expect(row.value).toMatch(/^"[0-9a-f]{64}"$/);
  });
});

describe('the first operator of the environment', () => {
  it('is made on an empty installation only, and no setup code is given out', async () => {
    const setup = { adminEmail: 'Ops@example.com', adminPassword: PASSWORD };
    const bench = await openPeopleBench({ setup });
    try {
      expect(bench.setupCode).toBeNull();
      must(200, await bench.call({}, 'POST', '/auth/login', { email: 'ops@example.com', password: PASSWORD }));
      const second = await openPeopleBench({ database: bench.database, setup: { ...setup, adminEmail: 'other@example.com' } });
      must(401, await second.call({}, 'POST', '/auth/login', { email: 'other@example.com', password: PASSWORD }));
      await second.close();
    } finally {
      await bench.close();
    }
  });
});
