import { CookieBrowser } from '@mcpnest/testkit';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { startIdentityProvider, type Account, type IdentityProvider } from '../../../testing/identity-provider.js';
import type { RestClient } from '../../../testing/rest-client.js';

const ANN: Account = { sub: 'ann-1', email: 'ann@example.com', email_verified: true, name: 'Ann', groups: [] };
/** The test app's egress rules have to name the provider, which has to know the app's port: so any port of loopback is allowed. */
const EGRESS = { EGRESS_ALLOW: '127.0.0.1:*' };

describe('signing in through an identity provider', () => {
  let app: TestApp;
  let provider: IdentityProvider;
  let root: RestClient;
  let workspaceId: string;

  const settings = (more: object = {}) => ({
    enabled: true,
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: ['email', 'profile', 'groups'],
    buttonLabel: 'Company sign-in',
    emailDomains: ['example.com'],
    emailTrusted: false,
    provisioning: 'automatic',
    groupsClaim: 'groups',
    operatorGroup: null,
    groupRoles: [],
    ...more,
  });
  const configure = async (more: object = {}) => {
    const answer = await root.put('/settings/oidc', settings(more));
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return answer.body;
  };
  const start = (next = '/w/acme') => `${app.url}/api/v1/auth/oidc/start?next=${encodeURIComponent(next)}`;
  const isConsole = (url: URL) => url.origin === app.url && !url.pathname.startsWith('/api/');
  /** Goes the whole way and says where the browser ended. */
  const signIn = async (account: Account | null, browser = new CookieBrowser()) => {
    await provider.set({ account });
    const { url, way } = await browser.visit(start(), isConsole);
    return { landed: url.pathname + url.search, way, me: await meOf(browser) };
  };
  const meOf = async (browser: CookieBrowser) => {
    const { status, body } = await app.client({ cookie: browser.cookies(new URL(app.url)) }).get('/me');
    return status === 200 ? body : null;
  };
  const ledger = (event: string) => app.database.owner.query('SELECT facts FROM ledger WHERE event = $1 ORDER BY number', [event]);

  beforeAll(async () => {
    app = await createTestApp({ environment: EGRESS });
    provider = await startIdentityProvider(`${app.url}/api/v1/auth/oidc/callback`);
    root = await app.operator();
    workspaceId = (await root.post('/workspaces', { name: 'Acme' })).body.id;
  });
  afterAll(async () => {
    await provider?.close();
    await app?.close();
  });

  it('is off until an operator sets it up, and says so', async () => {
    expect((await app.client().get('/auth/methods')).body).toEqual({ password: true, sso: null });
    expect((await signIn(ANN)).landed).toBe('/sign-in?problem=auth.oidc-off');
  });

  it('keeps the client secret to itself: sealed in the database, in no answer, no ledger row', async () => {
    const shown = await configure();
    expect(shown).toMatchObject({ hasClientSecret: true, redirectUri: `${app.url}/api/v1/auth/oidc/callback` });
    const [{ value }] = await app.database.owner.query(`SELECT value FROM settings WHERE name = 'auth.oidc'`);
    expect(JSON.stringify([shown, value, await ledger('auth.oidc-changed')])).not.toContain(provider.clientSecret);
    expect(value.clientSecret).toMatch(/^v1\./);
    expect((await app.client().get('/auth/methods')).body.sso).toEqual({ label: 'Company sign-in' });
  });

  it('lets a person of a named domain in and leads them where they wanted to go', async () => {
    await configure();
    const { landed, way, me } = await signIn(ANN);
    expect(landed).toBe('/w/acme');
    expect(me).toMatchObject({ email: 'ann@example.com', name: 'Ann', operator: false, workspaces: [] });
    const sent = new URL(way.find((address) => address.startsWith(`${provider.issuer}/auth`)) ?? '');
    expect(sent.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect((await ledger('auth.signed-in')).at(-1).facts).toEqual({ email: 'ann@example.com', method: 'oidc' });
  });

  it('knows people by issuer and subject, whatever becomes of their address', async () => {
    const first = await signIn(ANN);
    const renamed = await signIn({ ...ANN, email: 'ann.new@elsewhere.test', email_verified: false });
    expect(renamed.me?.id).toBe(first.me?.id);
    const other = await signIn({ ...ANN, sub: 'another' });
    expect([other.landed, other.me]).toEqual(['/sign-in?problem=auth.oidc-link-refused', null]);
  });

  it('meets somebody who signs in for the first time in several browsers at once as one person', async () => {
    await provider.set({ account: { ...ANN, sub: 'twin', email: 'twin@example.com', name: 'Twin' } });
    const browsers = [new CookieBrowser(), new CookieBrowser(), new CookieBrowser()];
    const answers = await Promise.all(
      browsers.map(async (browser) => (await browser.visit(start(), ({ pathname }) => pathname.endsWith('/callback'))).url.href),
    );
    const landed = await Promise.all(browsers.map(async (browser, at) => (await browser.visit(answers[at]!, isConsole)).url.pathname));
    expect(landed).toEqual(['/w/acme', '/w/acme', '/w/acme']);
    const ids = new Set((await Promise.all(browsers.map(meOf))).map((me) => me?.id));
    expect([ids.size, [...ids]]).toEqual([1, [expect.any(String)]]);
    const joined = (await ledger('auth.user-joined')).filter(
      ({ facts }: { facts: { email: string } }) => facts.email === 'twin@example.com',
    );
    expect(joined).toHaveLength(1);
  });

  it.each([
    ['an address that the provider has not checked', { email_verified: false }, 'auth.oidc-email-unverified'],
    ['an address of another domain', { email: 'eve@evil.test' }, 'auth.oidc-email-unverified'],
    ['no address', { email: undefined }, 'auth.oidc-email-unverified'],
  ])('admits nobody with %s', async (_, more, code) => {
    const { landed, me } = await signIn({ ...ANN, sub: 'new', ...(more as Partial<Account>) });
    expect([landed, me]).toEqual([`/sign-in?problem=${code}`, null]);
  });

  it('admits only invited people where that is set, and puts their invitation into force', async () => {
    await configure({ provisioning: 'invited' });
    expect((await signIn({ ...ANN, sub: 'bob', email: 'bob@example.com' })).landed).toBe('/sign-in?problem=auth.oidc-not-invited');
    expect((await root.post('/workspaces/acme/members', { email: 'bob@example.com', role: 'developer' })).status).toBe(201);
    const { me } = await signIn({ ...ANN, sub: 'bob', email: 'bob@example.com', name: 'Bob' });
    expect(me).toMatchObject({ name: 'Bob', workspaces: [{ slug: 'acme', role: 'developer' }] });
  });

  it('hands nobody the account of an operator, unless the groups make them one', async () => {
    const claim = { ...ANN, sub: 'op', email: 'operator@example.com' };
    await configure();
    expect((await signIn(claim)).landed).toBe('/sign-in?problem=auth.oidc-link-refused');
    await configure({ operatorGroup: 'platform' });
    expect((await signIn({ ...claim, groups: ['devs'] })).landed).toBe('/sign-in?problem=auth.oidc-link-refused');
    expect((await signIn({ ...claim, groups: ['platform'] })).me).toMatchObject({ email: 'operator@example.com', operator: true });
  });

  it('maps groups to roles anew at each sign-in', async () => {
    await configure({
      operatorGroup: 'platform',
      groupRoles: [
        { group: 'devs', workspaceId, role: 'developer' },
        { group: 'leads', workspaceId, role: 'admin' },
      ],
    });
    const cleo = (groups: readonly string[]) => signIn({ ...ANN, sub: 'cleo', email: 'cleo@example.com', name: 'Cleo', groups });
    expect((await cleo(['devs'])).me).toMatchObject({ operator: false, workspaces: [{ slug: 'acme', role: 'developer' }] });
    expect((await cleo(['devs', 'leads', 'platform'])).me).toMatchObject({ operator: true, workspaces: [{ role: 'admin' }] });
    expect((await cleo([])).me).toMatchObject({ operator: false, workspaces: [] });
    expect((await ledger('workspaces.member-role-changed')).at(-1).facts).toEqual({
      email: 'cleo@example.com',
      from: 'developer',
      to: 'admin',
    });
    expect((await ledger('auth.operator-changed')).map(({ facts }: { facts: object }) => facts)).toEqual([
      { email: 'cleo@example.com', operator: true, by: 'groups' },
      { email: 'cleo@example.com', operator: false, by: 'groups' },
    ]);
  });

  it('leaves what was given by hand to those whom the groups do not name, and the last owner in office', async () => {
    await configure({ groupRoles: [{ group: 'devs', workspaceId, role: 'developer' }] });
    expect((await signIn({ ...ANN, sub: 'bob', email: 'bob@example.com' })).me).toMatchObject({ workspaces: [{ role: 'developer' }] });
    const mine = (await root.get('/me')).body.workspaces;
    expect(mine).toMatchObject([{ slug: 'acme', role: 'owner' }]);
    await configure({ operatorGroup: 'platform', groupRoles: [{ group: 'platform', workspaceId, role: 'auditor' }] });
    const { me } = await signIn({ ...ANN, sub: 'op', email: 'operator@example.com', groups: ['platform'] });
    expect(me).toMatchObject({ workspaces: [{ slug: 'acme', role: 'owner' }] });
  });

  it('refuses an answer that is replayed, in the same browser and in another', async () => {
    await configure();
    await provider.set({ account: ANN });
    const browser = new CookieBrowser();
    const isCallback = (url: URL) => url.pathname.endsWith('/callback');
    const { url: callback } = await browser.visit(start(), isCallback);
    const cookie = browser.cookies(callback);
    const answer = (headers: Record<string, string>) => app.client(headers).get(`//api/v1/auth/oidc/callback${callback.search}`);
    // The address alone, as a login CSRF would plant it, opens nothing.
    expect((await answer({})).headers.get('location')).toBe('/sign-in?problem=auth.oidc-answer-refused');
    const answers = await Promise.all([answer({ cookie }), answer({ cookie }), answer({ cookie })]);
    expect(answers.map(({ headers }) => headers.get('location')).sort()).toEqual([
      '/sign-in?problem=auth.oidc-answer-refused',
      '/sign-in?problem=auth.oidc-answer-refused',
      '/w/acme',
    ]);
    expect((await answer({ cookie })).headers.get('location')).toBe('/sign-in?problem=auth.oidc-answer-refused');
  });

  it.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43))],
    ['two states', (query: URLSearchParams) => query.append('state', query.get('state') ?? '')],
    ['the name of another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.test')],
    ['no issuer, where the provider promises one', (query: URLSearchParams) => query.delete('iss')],
    ['another code', (query: URLSearchParams) => query.set('code', 'forged')],
    ['no code', (query: URLSearchParams) => query.delete('code')],
  ])('refuses an answer with %s', async (_, forge) => {
    await provider.set({ account: ANN });
    const browser = new CookieBrowser();
    const { url } = await browser.visit(start(), ({ pathname }) => pathname.endsWith('/callback'));
    forge(url.searchParams);
    const { url: landed } = await browser.visit(url.href, isConsole);
    expect(landed.pathname + landed.search).toBe('/sign-in?problem=auth.oidc-answer-refused');
    expect(await meOf(browser)).toBeNull();
  });

  it('refuses an answer that comes too late', async () => {
    await provider.set({ account: ANN });
    const browser = new CookieBrowser();
    const { url } = await browser.visit(start(), ({ pathname }) => pathname.endsWith('/callback'));
    await app.database.owner.query(`UPDATE oidc_flows SET expires_at = now()`);
    expect((await browser.visit(url.href, isConsole)).url.search).toBe('?problem=auth.oidc-answer-refused');
  });

  it('tells who was refused at the provider', async () => {
    expect((await signIn(null)).landed).toBe('/sign-in?problem=auth.oidc-denied');
  });

  it.each(['//evil.test', 'https://evil.test', '/\\evil.test', '/a\\..', 'javascript:alert(1)'])(
    'leads nobody elsewhere by %s',
    async (next) => {
      await provider.set({ account: ANN });
      const { url } = await new CookieBrowser().visit(start(next), isConsole);
      expect(url.href).toBe(`${app.url}/`);
    },
  );
});
