import { createHash } from 'node:crypto';
import { must, openAccountsBench, type AccountsBench, type BenchPerson } from './testing/accounts-bench.js';

type Change = (truth: Record<string, unknown>) => object;

describe('connecting accounts, with everybody against it', () => {
  let bench: AccountsBench;
  let ada: BenchPerson;
  let bob: BenchPerson;
  const MINE = '/workspaces/acme/servers/docs/my-account';
  const begin = (by = ada) => by.rest('POST', `${MINE}/connect`);
  const refusals = async () => (await bench.facts('servers.oauth-refused')).map(({ facts }) => facts);
  /** Goes to the authorization server and comes back with its answer, without handing it in. */
  const answerOf = async (by: BenchPerson) => {
    const { url } = await must(200, begin(by));
    return (await by.browser.visit(url, (at) => at.origin === bench.app.url)).url;
  };
  const handIn = (by: BenchPerson, answer: URL) => bench.walk(by, answer.href);
  const accounts = async () => (await bench.app.database.owner.query('SELECT count(*)::int AS n FROM oauth_accounts'))[0].n;

  beforeAll(async () => {
    bench = await openAccountsBench();
    const transport = { type: 'streamable-http', url: bench.server.url, auth: { type: 'oauth-member' } };
    await must(201, bench.root.rest('POST', '/servers', { slug: 'docs', name: 'Docs', transport }));
    await must(201, bench.root.rest('POST', '/workspaces/acme/servers', { server: 'docs' }));
    [ada, bob] = [await bench.person('ada'), await bench.person('bob')];
  });
  afterEach(async () => {
    bench.server.set({});
    await bench.authorization.set({ discovery: null, tokenFault: null, account: { sub: 'ada', email: 'ada@accounts.test' } });
  });
  afterAll(() => bench?.close());

  it.each<[string, Change, RegExp]>([
    ['another issuer', (truth) => ({ ...truth, issuer: 'https://evil.test' }), /calls itself by another name/],
    ['no PKCE', ({ code_challenge_methods_supported: _, ...truth }) => truth, /PKCE/],
    ['PKCE in the clear', (truth) => ({ ...truth, code_challenge_methods_supported: ['plain'] }), /PKCE/],
    ['a script for a page', (truth) => ({ ...truth, authorization_endpoint: 'javascript:alert(1)' }), /authorization endpoint/],
    [
      'a page with a password in it',
      (truth) => ({ ...truth, authorization_endpoint: 'https://u:p@login.test/' }),
      /authorization endpoint/,
    ],
    ['a token endpoint that is a file', (truth) => ({ ...truth, token_endpoint: 'file:///etc/passwd' }), /token endpoint/],
    ['no codes', (truth) => ({ ...truth, response_types_supported: ['token'] }), /no authorization codes/],
    ['a list', () => [1, 2, 3], /no metadata at any place/],
    ['more than anybody reads', (truth) => ({ ...truth, padding: 'x'.repeat(300_000) }), /no metadata at any place/],
  ])('refuses an authorization server that says it has %s, and notes it', async (_, change, why) => {
    await bench.authorization.set({ discovery: { document: change(await bench.authorization.discovery()) } });
    const { code, detail } = await must(422, begin());
    expect(code).toBe('servers.oauth-discovery-refused');
    expect(detail).toMatch(why);
    expect((await refusals()).at(-1)).toMatchObject({ slug: 'docs', step: 'discovery', why: expect.stringMatching(why) });
  });

  it.each<[string, () => Parameters<AccountsBench['server']['set']>[0], RegExp]>([
    [
      'speaks of another resource',
      () => ({ metadata: { resource: 'https://bank.test/mcp', authorization_servers: ['https://a.test'] } }),
      /another resource/,
    ],
    ['names nobody', () => ({ metadata: { resource: bench.server.url, authorization_servers: [] } }), /no authorization server/],
    ['redirects its metadata', () => ({ metadataAnswer: { status: 302, location: 'http://169.254.169.254/' } }), /redirect/],
    [
      'sends the gateway to the metadata address of the machine',
      () => ({ challenge: 'Bearer resource_metadata="http://169.254.169.254/latest"' }),
      /private, special/,
    ],
    ['sends the gateway to the gateway', () => ({ challenge: `Bearer resource_metadata="${bench.app.url}/livez"` }), /private, special/],
    ['sends the gateway to a file', () => ({ challenge: 'Bearer resource_metadata="file:///etc/passwd"' }), /address that is none/],
    [
      'names an authorization server in a private network',
      () => ({ metadata: { resource: bench.server.url, authorization_servers: ['https://10.0.0.1'] } }),
      /private, special/,
    ],
  ])('refuses a server that %s', async (_, state, why) => {
    bench.server.set(state());
    const { code, detail } = await must(422, begin());
    expect([code, detail]).toEqual(['servers.oauth-discovery-refused', expect.stringMatching(why)]);
    expect((await refusals()).at(-1)).toMatchObject({ step: 'discovery', why: expect.stringMatching(why) });
  });

  it('believes an answer once', async () => {
    const answer = await answerOf(ada);
    expect(await handIn(ada, answer)).toBe('/w/acme/connections?connected=docs');
    const again = await ada.browser.send('GET', answer.href);
    expect([again.status, again.body.code]).toEqual([400, 'servers.oauth-answer-refused']);
    await must(204, ada.rest('DELETE', MINE));
  });

  it('takes an answer from nobody but the person who began, in the browser that began', async () => {
    const stolen = await answerOf(bob);
    const before = await accounts();
    for (const thief of [ada, bench.root])
      expect((await thief.browser.send('GET', stolen.href)).body.code).toBe('servers.oauth-answer-refused');
    expect((await refusals()).at(-1)).toMatchObject({ slug: null, step: 'answer' });
    const stranger = await fetch(stolen.href, { redirect: 'manual' });
    expect(stranger.status).toBe(401);
    expect(await accounts()).toBe(before);
    expect(await handIn(bob, stolen)).toBe('/w/acme/connections?connected=docs');
    await must(204, bob.rest('DELETE', MINE));
  });

  describe('shows people a page and programs a problem, where nobody knows which connection it was', () => {
    const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const HOSTILE = `"'><script>alert(1)</script>`;
    const open = async (answer: URL, cookie: string, headers: Record<string, string> = BROWSER) => {
      const response = await fetch(answer, { redirect: 'manual', headers: { ...headers, cookie } });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    const backAt = (query: Record<string, string>) => new URL(`/api/v1/oauth/callback?${new URLSearchParams(query)}`, bench.app.url);
    const expired = async () => {
      const answer = await answerOf(ada);
      await bench.app.database.owner.query("UPDATE oauth_flows SET expires_at = now() - interval '1 second'");
      return answer;
    };
    const replayed = async () => {
      const answer = await answerOf(ada);
      const cookie = ada.browser.cookies(new URL(bench.app.url));
      await handIn(ada, answer);
      await must(204, ada.rest('DELETE', MINE));
      return [answer, cookie] as const;
    };

    it.each<[string, () => Promise<readonly [URL, string?]>]>([
      ['unknown', async () => [backAt({ state: HOSTILE, code: HOSTILE, error_description: HOSTILE })]],
      ['expired', async () => [await expired()]],
      ['replayed', replayed],
    ])('%s', async (_, make) => {
      const [answer, cookie = ada.browser.cookies(new URL(bench.app.url))] = await make();
      const page = await open(answer, cookie);
      expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
      expect(page.text).toContain('The answer of the authorization server was refused');
      expect(page.text).toContain('Begin again on the Connections page');
      expect(page.text).toContain('<a href="/w/acme/connections">');
      for (const secret of ['<script', 'alert(1)', answer.searchParams.get('state')!, answer.searchParams.get('code')!])
        expect(page.text).not.toContain(secret);
      const style = /<style>(.*?)<\/style>/s.exec(page.text)![1]!;
      const hash = createHash('sha256').update(style).digest('base64');
      expect(page.headers.get('content-security-policy')).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
      );
      expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual(['no-referrer', 'no-store']);
      const problem = await open(answer, cookie, { accept: 'application/json' });
      expect(JSON.parse(problem.text)).toMatchObject({ code: 'servers.oauth-answer-refused', status: 400 });
    });

    it('of somebody who is not signed in any more', async () => {
      const { status, text } = await open(backAt({ state: 'x', code: 'y' }), '');
      expect([status, text]).toEqual([401, expect.stringContaining('<a href="/sign-in">')]);
    });
  });

  it.each<[string, (answer: URL) => void]>([
    ['comes from another issuer', (answer) => answer.searchParams.set('iss', 'https://evil.test')],
    ['does not say from whom it comes, where it should', (answer) => answer.searchParams.delete('iss')],
    ['says from whom it comes twice', (answer) => answer.searchParams.append('iss', bench.authorization.issuer)],
    ['holds no code', (answer) => answer.searchParams.delete('code')],
    ['holds two codes', (answer) => answer.searchParams.append('code', 'another')],
    ['holds a code of somebody else', (answer) => answer.searchParams.set('code', 'made-up')],
    ['holds an error with words', (answer) => answer.searchParams.set('error', '<script>canary-words</script>')],
  ])('refuses an answer that %s, and notes it', async (_, change) => {
    const answer = await answerOf(ada);
    change(answer);
    const before = (await refusals()).length;
    expect(await handIn(ada, answer)).toBe('/w/acme/connections?connect=docs&problem=servers.oauth-answer-refused');
    expect(await refusals()).toHaveLength(before + 1);
    expect(JSON.stringify(await refusals())).not.toContain('canary-words');
    expect(await accounts()).toBe(0);
  });

  it.each([
    ['a redirect', { status: 307, body: {}, headers: { location: 'http://169.254.169.254/' } }, 'servers.oauth-discovery-refused'],
    ['a token of another kind', { status: 200, body: { access_token: 'x', token_type: 'mac' } }, 'servers.oauth-answer-refused'],
    ['a token that is none', { status: 200, body: { access_token: 'a b\r\nx: y', token_type: 'bearer' } }, 'servers.oauth-answer-refused'],
    ['trouble', { status: 503, body: {} }, 'servers.oauth-unreachable'],
  ])('keeps nothing where the code is answered with %s', async (_, tokenFault, problem) => {
    const answer = await answerOf(ada);
    await bench.authorization.set({ tokenFault });
    expect(await handIn(ada, answer)).toBe(`/w/acme/connections?connect=docs&problem=${problem}`);
    expect(await accounts()).toBe(0);
  });

  it('says that the person did not agree', async () => {
    await bench.authorization.set({ account: null });
    const person = await bench.person('carl');
    expect(await bench.connect(person, MINE)).toBe('/w/acme/connections?connect=docs&problem=servers.oauth-denied');
  });

  it('shows the secret of a given client to its issuer alone', async () => {
    const { issuer, clientId, clientSecret } = bench.authorization;
    const auth = { type: 'oauth-member', issuer, clientId };
    const transport = { type: 'streamable-http', url: bench.server.url, auth };
    const credentials = { 'auth:client-secret': clientSecret };
    await must(201, bench.root.rest('POST', '/servers', { slug: 'given', name: 'Given', transport, credentials }));
    await must(201, bench.root.rest('POST', '/workspaces/acme/servers', { server: 'given', toolPrefix: 'given_' }));
    const registrations = (await bench.authorization.seen()).registrations;
    expect(await bench.connect(ada, '/workspaces/acme/servers/given/my-account')).toBe('/w/acme/connections?connected=given');
    expect((await bench.authorization.seen()).registrations).toBe(registrations);
    const slots = await must(200, ada.rest('GET', '/workspaces/acme/servers/given/my-credentials'));
    expect(slots.data).toEqual([]);
    bench.server.set({ metadata: { resource: bench.server.url, authorization_servers: ['https://evil.test'] } });
    const { detail } = await must(422, ada.rest('POST', '/workspaces/acme/servers/given/my-account/connect'));
    expect(detail).toMatch(/another authorization server/);
  });

  it.each<[object, string]>([
    [{ clientId: 'x' }, '/transport/auth/issuer'],
    [{ issuer: 'javascript:1' }, '/transport/auth/issuer'],
    [{ method: 'none' }, '/transport/auth/method'],
    [{ tokenUrl: 'https://a.test' }, '/transport/auth/tokenUrl'],
  ])('refuses a definition with %j', async (more, pointer) => {
    const transport = { type: 'streamable-http', url: bench.server.url, auth: { type: 'oauth-member', ...more } };
    const { errors } = await must(400, bench.root.rest('POST', '/servers/test', { transport }));
    expect(errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });
});
