import { Logger } from '@nestjs/common';
import { cookieOf, must, openPeopleBench, OPERATOR, PASSWORD, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

const login = (bench: PeopleBench, password = PASSWORD, email = OPERATOR.email) =>
  bench.call({}, 'POST', '/auth/login', { email, password });

describe('signing in', () => {
  let bench: PeopleBench;
  let root: Caller;

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
  });
  afterAll(() => bench.close());

  it('gives a fresh session each time and a cookie that scripts cannot read', async () => {
    const first = must(200, await login(bench, PASSWORD, 'ROOT@example.com'));
    const [cookie] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^mcpnest=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/);
    const again = must(
      200,
      await bench.call({ cookie: cookieOf(first) }, 'POST', '/auth/login', { email: OPERATOR.email, password: PASSWORD }),
    );
    expect(cookieOf(again)).not.toBe(cookieOf(first));
    must(401, await bench.call({ cookie: cookieOf(first) }, 'GET', '/me'));
    must(200, await bench.call({ cookie: cookieOf(again) }, 'GET', '/me'));
  });

  it('stores no session secret', async () => {
    const secret = cookieOf(must(200, await login(bench))).split('=')[1] ?? '';
    const rows: Array<{ hash: Buffer }> = await bench.database.owner.query('SELECT hash FROM console_sessions');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(await bench.database.owner.query('SELECT s::text FROM console_sessions s'))).not.toContain(secret);
  });

  it('answers the same to a wrong password and to a person nobody knows', async () => {
    const [wrong, unknown] = [await login(bench, 'not the password'), await login(bench, PASSWORD, 'nobody@example.com')];
    for (const answer of [wrong, unknown]) expect(must(401, answer).body.code).toBe('auth.credentials-wrong');
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
  });

  it('logs refusals with their code and address, and neither what was typed nor whether there is such an account', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    try {
      await login(bench, 'a guess nobody may read', OPERATOR.email);
      await login(bench, 'a guess nobody may read', 'nobody-here@example.com');
      const line = { msg: 'a sign-in was refused', code: 'auth.credentials-wrong', address: expect.stringContaining('127.0.0.1') };
      expect(warned.mock.calls).toEqual([[line], [line]]);
    } finally {
      warned.mockRestore();
    }
  });

  it('makes a pair of account and address wait after five failures, and nobody else', async () => {
    const someone = 'victim@example.com';
    for (let i = 0; i < 5; i++) must(401, await login(bench, 'guess', someone));
    const refused = must(429, await login(bench, 'guess', someone));
    expect(refused.body.code).toBe('auth.too-many-attempts');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    must(200, await login(bench));
  });

  it('gives guesses sent all at once no more tries than guesses sent one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => login(bench, `guess ${i}`, 'parallel@example.com')));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => [401, 429].includes(status))).toBe(true);
  });

  it('ends a session at once when its person signs out', async () => {
    const cookie = cookieOf(must(200, await login(bench)));
    const out = must(204, await bench.call({ cookie }, 'POST', '/auth/logout'));
    expect(out.headers.getSetCookie()[0]).toMatch(/^mcpnest=; .*Max-Age=0$/);
    must(401, await bench.call({ cookie }, 'GET', '/me'));
    expect((await bench.ledger()).at(-1)).toMatchObject({ event: 'auth.signed-out', actorName: 'Root' });
  });

  it.each(["last_seen_at = last_seen_at - interval '12 hours'", 'expires_at = now()'])(
    'refuses a session whose time is up: %s',
    async (change) => {
      const cookie = cookieOf(must(200, await login(bench)));
      must(200, await bench.call({ cookie }, 'GET', '/me'));
      await bench.database.owner.query(`UPDATE console_sessions SET ${change}`);
      expect(must(401, await bench.call({ cookie }, 'GET', '/me')).body.code).toBe('auth.not-signed-in');
      root = { cookie: cookieOf(must(200, await login(bench))) };
      must(200, await bench.call(root, 'GET', '/me'));
    },
  );

  it('refuses bodies of wrong types and unknown fields', async () => {
    for (const body of [
      { email: OPERATOR.email },
      { email: 1, password: PASSWORD },
      { email: OPERATOR.email, password: null },
      { email: OPERATOR.email, password: PASSWORD, remember: true },
      [],
    ]) {
      must(400, await bench.call({}, 'POST', '/auth/login', body));
    }
  });
});

describe('the session cookie over https', () => {
  it('is bound to the host and never sent in the clear', async () => {
    const bench = await openPeopleBench({ publicUrl: 'https://mcp.example.com' });
    try {
      const made = must(201, await bench.call({}, 'POST', '/setup', { ...OPERATOR, code: bench.setupCode }));
      expect(made.headers.getSetCookie()[0]).toMatch(
        /^__Host-mcpnest=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=1209600$/,
      );
      must(200, await bench.call({ cookie: cookieOf(made) }, 'GET', '/me'));
      must(401, await bench.call({ cookie: cookieOf(made).replace('__Host-', '') }, 'GET', '/me'));
    } finally {
      await bench.close();
    }
  });
});
