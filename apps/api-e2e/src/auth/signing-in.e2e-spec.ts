import type { ApiKey, LedgerEntry, Me } from '@mcpnest/api-client';
import { freshSlug, givenMember, givenWorkspace } from '../harness/given.js';
import { RestClient, type Problem } from '../harness/rest-client.js';
import { startServer, type RunningServer } from '../harness/start-server.js';

const PERSON = { email: 'Ada@Example.com', password: 'a long enough password', name: 'Ada' };

describe('the first operator of an empty installation', () => {
  let server: RunningServer;
  let anonymous: RestClient;
  let operator: RestClient;
  let code: string;

  beforeAll(async () => {
    server = await startServer({ withAdmin: false });
    anonymous = await RestClient.anonymous(server.url);
    code = new URL(server.setupUrl ?? 'missing:').hash.slice(1);
  }, 60_000);

  afterAll(() => server?.remove(), 60_000);

  it('is invited by a link that the server prints, whose code stays out of the request line', () => {
    expect(server.setupUrl).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+\/setup#[\w-]{20,}$/);
    expect(server.stderr.join('\n')).not.toContain(code);
  });

  it('cannot be made with a wrong code, a weak password or an address that is none', async () => {
    expect(await anonymous.outcome('POST', '/setup', { body: { ...PERSON, code: 'wrong' } })).toBe('403 auth.setup-code-wrong');
    expect(await anonymous.outcome('POST', '/setup', { body: { ...PERSON, code, password: 'short' } })).toBe('400 auth.password-weak');
    const { status, body } = await anonymous.send<Problem>('POST', '/setup', { body: { ...PERSON, code, email: 'no address' } });
    expect({ status, pointers: body.errors?.map(({ pointer }) => pointer) }).toEqual({ status: 400, pointers: ['/email'] });
    expect(await anonymous.get('/setup')).toEqual({ open: true });
  });

  it('is made once, although everybody tries at the same time, and is signed in', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        anonymous.send<Me>('POST', '/setup', { body: { ...PERSON, email: `p${index}@example.com`, code } }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect(answers.filter((answer) => answer !== made[0]).map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    operator = anonymous.signedInBy(made[0]!);
    expect(await operator.get<Me>('/me')).toMatchObject({
      operator: true,
      name: 'Ada',
      authenticatedBy: 'session',
      email: made[0]!.body.email,
    });
    expect(await anonymous.get('/setup')).toEqual({ open: false });
  });

  it('closes the set-up for good', async () => {
    expect(await anonymous.outcome('POST', '/setup', { body: { ...PERSON, code } })).toBe('409 auth.setup-closed');
  });

  it('gets a cookie that scripts of the page cannot read and other sites cannot send', async () => {
    const { email } = await operator.get<Me>('/me');
    const { headers } = await anonymous.send('POST', '/auth/login', { body: { email, password: PERSON.password } });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^mcpnest=[\w-]{20,};/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/Secure|Domain/);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('signs in whatever the letter case of the address, and out for good', async () => {
    const { email } = await operator.get<Me>('/me');
    const again = await anonymous.signIn(email.toUpperCase(), PERSON.password);
    expect((await again.get<Me>('/me')).email).toBe(email);
    expect(await again.outcome('POST', '/auth/logout')).toBe('204');
    expect(await again.outcome('GET', '/me')).toBe('401 auth.not-signed-in');
    expect(await operator.outcome('GET', '/me')).toBe('200');
  });

  it('leaves a trace of each act in the ledger, and no secret', async () => {
    const { data } = await operator.get<{ data: LedgerEntry[] }>('/ledger?limit=50');
    expect(data.map(({ event }) => event)).toEqual(expect.arrayContaining(['auth.operator-created', 'auth.signed-in', 'auth.signed-out']));
    expect(JSON.stringify(data)).not.toMatch(new RegExp(`${PERSON.password}|${code}`));
    expect(data.map(({ number }) => number)).toEqual(data.map(({ number }) => number).sort((a, b) => b - a));
  });

  describe('an unknown person', () => {
    it('and a wrong password get one and the same answer', async () => {
      const { email } = await operator.get<Me>('/me');
      const ask = async (who: string): Promise<object> => {
        const {
          status,
          body: { instance: _instance, ...body },
        } = await anonymous.send<Problem>('POST', '/auth/login', { body: { email: who, password: 'wrong password' } });
        return { ...body, httpStatus: status };
      };
      const unknown = await ask('nobody@example.com');
      expect(unknown).toMatchObject({ httpStatus: 401, status: 401, code: 'auth.credentials-wrong' });
      expect(await ask(email)).toEqual(unknown);
    });

    it('waits after five failures, without locking others out', async () => {
      const victim = `${freshSlug()}@example.com`;
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await anonymous.outcome('POST', '/auth/login', { body: { email: victim, password: 'guess' } })).toBe(
          '401 auth.credentials-wrong',
        );
      const { status, headers, body } = await anonymous.send<Problem>('POST', '/auth/login', {
        body: { email: victim, password: 'guess' },
      });
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'auth.too-many-attempts' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      const { email } = await operator.get<Me>('/me');
      expect(await anonymous.outcome('POST', '/auth/login', { body: { email, password: PERSON.password } })).toBe('200');
    });
  });

  describe('API keys', () => {
    it('act for their owner, are shown once and listed without themselves', async () => {
      const created = await operator.post<ApiKey & { key: string }>('/api-keys', { name: 'script' });
      expect(created.key).toMatch(/^mna_[0-9A-Za-z]{36}$/);
      expect(await operator.withKey(created.key).get<Me>('/me')).toMatchObject({ operator: true, authenticatedBy: 'api-key' });
      const { data } = await operator.get<{ data: ApiKey[] }>('/api-keys');
      expect(data.find(({ id }) => id === created.id)).toMatchObject({ name: 'script', last4: created.key.slice(-4), scopes: null });
      expect(JSON.stringify(data)).not.toContain(created.key);
    });

    it('can do no more than their scopes, nor more than their owner', async () => {
      const { slug } = await givenWorkspace(operator);
      const { key } = await operator.post<{ key: string }>('/api-keys', { name: 'reader', scopes: ['servers:read', 'workspace:read'] });
      const reader = operator.withKey(key);
      expect(await reader.outcome('GET', '/servers')).toBe('200');
      expect(await reader.outcome('GET', `/workspaces/${slug}`)).toBe('200');
      expect(await reader.outcome('POST', '/servers', { body: {} })).toBe('403 auth.forbidden');
      expect(await reader.outcome('POST', '/workspaces', { body: { name: 'x' } })).toBe('403 auth.forbidden');
      expect(await reader.outcome('GET', `/workspaces/${slug}/calls`)).toBe('403 auth.forbidden');
      expect(await reader.outcome('GET', '/ledger')).toBe('403 auth.forbidden');
      const { client: developer } = await givenMember(operator, slug, 'developer');
      const { key: wide } = await developer.post<{ key: string }>('/api-keys', { name: 'wide', scopes: ['servers:write', 'servers:read'] });
      expect(await operator.withKey(wide).outcome('POST', '/servers', { body: {} })).toBe('403 auth.forbidden');
      expect(await operator.outcome('POST', '/api-keys', { body: { name: 'x', scopes: ['everything'] } })).toBe('400 auth.scope-unknown');
    });

    it('cannot breed: a narrow key makes no wider one', async () => {
      const { key } = await operator.post<{ key: string }>('/api-keys', { name: 'narrow', scopes: ['servers:read'] });
      const bred = await operator.withKey(key).send<{ key?: string }>('POST', '/api-keys', { body: { name: 'wide' } });
      if (bred.status === 201) expect(await operator.withKey(bred.body.key ?? '').outcome('GET', '/ledger')).toBe('403 auth.forbidden');
      else expect(bred.status).toBe(403);
    });

    it('end at once when they are deleted, and by themselves when they expire', async () => {
      const { id, key } = await operator.post<{ id: string; key: string }>('/api-keys', { name: 'short' });
      const client = operator.withKey(key);
      expect(await client.outcome('GET', '/me')).toBe('200');
      await operator.delete(`/api-keys/${id}`);
      expect(await client.outcome('GET', '/me')).toBe('401 auth.api-key-not-valid');
      expect(await operator.outcome('DELETE', `/api-keys/${id}`)).toBe('404 auth.api-key-not-found');
      expect(await operator.outcome('POST', '/api-keys', { body: { name: 'past', expiresAt: '2020-01-01T00:00:00Z' } })).toMatch(/^400 /);
    });

    it('do not fall back to the cookie beside them', async () => {
      expect(await operator.outcome('GET', '/me', { headers: { authorization: 'Bearer mna_wrong' } })).toBe('401 auth.api-key-not-valid');
      expect(await operator.outcome('GET', '/me', { headers: { authorization: 'Basic YTpi' } })).toBe('401 auth.api-key-not-valid');
    });

    it('of another person cannot be seen or ended', async () => {
      const { slug } = await givenWorkspace(operator);
      const { client } = await givenMember(operator, slug, 'developer');
      const { id } = await operator.post<{ id: string }>('/api-keys', { name: 'mine' });
      expect((await client.get<{ data: unknown[] }>('/api-keys')).data).toEqual([]);
      expect(await client.outcome('DELETE', `/api-keys/${id}`)).toBe('404 auth.api-key-not-found');
    });
  });

  describe('a page of another site', () => {
    const change = { body: { name: 'x' } };

    it('cannot make the browser of a signed-in person change anything', async () => {
      expect(await operator.outcome('POST', '/api-keys', { ...change, headers: { origin: 'https://evil.example' } })).toBe(
        '403 platform.cross-site',
      );
      expect(await operator.outcome('POST', '/api-keys', { ...change, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(
        '403 platform.cross-site',
      );
      expect(await operator.outcome('POST', '/api-keys', { ...change, headers: { 'sec-fetch-site': 'same-site' } })).toBe(
        '403 platform.cross-site',
      );
      expect(await operator.outcome('POST', '/api-keys', { ...change, headers: { origin: 'null' } })).toBe('403 platform.cross-site');
      expect(await operator.outcome('POST', '/api-keys', { raw: '{"name":"x"}', headers: { 'content-type': 'text/plain' } })).toBe(
        '415 platform.unsupported-media-type',
      );
      expect(await operator.outcome('POST', '/auth/logout', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })).toBe(
        '415 platform.unsupported-media-type',
      );
      expect(await anonymous.outcome('POST', '/auth/login', { body: PERSON, headers: { origin: 'https://evil.example' } })).toBe(
        '403 platform.cross-site',
      );
    });

    it('is told apart from the console itself', async () => {
      expect(
        await operator.outcome('POST', '/api-keys', { ...change, headers: { origin: server.url, 'sec-fetch-site': 'same-origin' } }),
      ).toBe('201');
    });
  });
});
