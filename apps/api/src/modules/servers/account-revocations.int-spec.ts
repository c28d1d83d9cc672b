import { JobRunner } from '../../platform/jobs/job-runner.js';
import { AccountRenewals } from './accounts/account-renewals.service.js';
import { must, openAccountsBench, type AccountsBench, type BenchPerson } from './testing/accounts-bench.js';

describe('the tokens of accounts that ended', () => {
  let bench: AccountsBench;
  const MINE = '/workspaces/acme/servers/docs/my-account';
  const query = (sql: string, values: unknown[] = []) => bench.app.database.owner.query(sql, values);
  const round = () => bench.app.app.get(JobRunner, { strict: false }).runNow('servers.revoke-accounts');
  const waiting = () => query('SELECT account_id AS "accountId", tries FROM oauth_revocations');
  const standings = async (tokens: readonly string[]) => Promise.all(tokens.map((token) => bench.authorization.lookUp(token)));
  /** Somebody with a connected account, and the access token that was given for it. */
  const connected = async (name: string, path = MINE): Promise<BenchPerson & { accountToken: string; userId: string }> => {
    const person = await bench.person(name);
    await bench.authorization.set({ account: { sub: name, email: `${name}@accounts.test` } });
    expect(await bench.connect(person, path)).toMatch(/connected=/);
    await bench.callTool(person, 'legacy');
    const { id: userId } = await must(200, person.rest('GET', '/me'));
    return { ...person, userId, accountToken: bench.server.newestOf(name)! };
  };

  beforeAll(async () => {
    bench = await openAccountsBench();
    const transport = { type: 'streamable-http', url: bench.server.url, auth: { type: 'oauth-member' } };
    await must(201, bench.root.rest('POST', '/servers', { slug: 'docs', name: 'Docs', transport }));
    await must(201, bench.root.rest('POST', '/workspaces/acme/servers', { server: 'docs' }));
    expect(await bench.connect(bench.root, '/servers/docs/list-account')).toMatch(/connected=docs/);
  });
  afterEach(() => bench.authorization.set({ revocationFault: null }));
  afterAll(() => bench?.close());

  it.each<[string, (person: { userId: string }) => Promise<unknown>]>([
    ['the membership', ({ userId }) => must(204, bench.root.rest('DELETE', `/workspaces/acme/members/${userId}`))],
    ['the person', ({ userId }) => must(204, bench.root.rest('DELETE', `/people/${userId}`))],
  ])('are taken back when %s ends, both of them, and told by the ledger', async (what, end) => {
    const person = await connected(`of-${what.split(' ')[1]}`);
    expect(await standings([person.accountToken])).toMatchObject([{ account: expect.any(String) }]);
    await end(person);
    expect(await waiting()).toHaveLength(1);
    await round();
    expect(await standings([person.accountToken])).toEqual([{}]);
    expect(await waiting()).toEqual([]);
    const [last] = (await bench.facts('servers.account-revoked')).slice(-1);
    expect(last).toMatchObject({ facts: { slug: 'docs', holder: 'person', tries: 1, why: null }, workspaceId: expect.any(String) });
  });

  it('are taken back when their workspace is deleted, and those of the same person elsewhere stay', async () => {
    const person = await connected('of-workspace');
    const transport = { type: 'streamable-http', url: bench.server.url, auth: { type: 'oauth-member' } };
    await must(201, bench.root.rest('POST', '/servers', { slug: 'brief', name: 'Brief', transport }));
    await must(201, bench.root.rest('POST', '/workspaces', { name: 'Short' }));
    await must(201, bench.root.rest('POST', '/workspaces/short/servers', { server: 'brief' }));
    await query(
      `INSERT INTO workspace_members (workspace_id, user_id, role, created_at, joined_at)
       SELECT id, $1, 'developer', now(), now() FROM gateway_workspaces WHERE slug = 'short'`,
      [person.userId],
    );
    expect(await bench.connect(person, '/workspaces/short/servers/brief/my-account')).toBe('/w/short/connections?connected=brief');
    await must(204, bench.root.rest('DELETE', '/workspaces/short'));
    expect(await waiting()).toHaveLength(1);
    await round();
    expect((await bench.facts('servers.account-revoked')).at(-1)).toMatchObject({ facts: { slug: 'brief' } });
    expect(await standings([person.accountToken])).toMatchObject([{ account: 'of-workspace' }]);
  });

  it('are tried again while the authorization server is in trouble, which nobody waits for, and not without end', async () => {
    const person = await connected('patient');
    await bench.authorization.set({ revocationFault: { status: 503, body: {} } });
    await must(204, person.rest('DELETE', MINE));
    await round();
    await round();
    expect(await waiting()).toMatchObject([{ tries: 1 }]);
    const due = () => query('UPDATE oauth_revocations SET next_at = now()');
    await due();
    await bench.authorization.set({ revocationFault: null });
    await round();
    expect(await standings([person.accountToken])).toEqual([{}]);
    expect((await bench.facts('servers.account-revoked')).at(-1)).toMatchObject({ facts: { tries: 2 } });

    const unlucky = await connected('unlucky');
    await bench.authorization.set({ revocationFault: { status: 503, body: {} } });
    await must(204, unlucky.rest('DELETE', MINE));
    for (let tries = 1; tries <= 9; tries++) {
      await due();
      await round();
    }
    expect(await waiting()).toEqual([]);
    expect((await bench.facts('servers.account-not-revoked')).at(-1)).toMatchObject({
      facts: { slug: 'docs', tries: 9, why: 'The authorization server is in trouble' },
    });
  });

  it('are kept no longer where the authorization server refuses, or knows the gateway no more', async () => {
    const refused = await connected('refused');
    await bench.authorization.set({ revocationFault: { status: 403, body: { error: 'canary-of-theirs' } } });
    await must(204, refused.rest('DELETE', MINE));
    await round();
    const forgotten = await connected('forgotten');
    await must(204, forgotten.rest('DELETE', MINE));
    await query('DELETE FROM oauth_clients');
    await round();
    expect(await waiting()).toEqual([]);
    const why = (await bench.facts('servers.account-not-revoked')).slice(-2).map(({ facts }) => facts.why);
    expect(why).toEqual(['The authorization server refused it.', 'The gateway has no client at the authorization server any more.']);
  });

  it('are taken up by one of several processes at once', async () => {
    const person = await connected('once');
    const before = (await bench.authorization.seen()).revocations;
    await must(204, person.rest('DELETE', MINE));
    await Promise.all(Array.from({ length: 4 }, round));
    expect((await bench.authorization.seen()).revocations - before).toBe(1);
    expect(await standings([person.accountToken])).toEqual([{}]);
  });

  it('stay where an account is connected once more in the place of a former one, or had lapsed', async () => {
    const person = await connected('again');
    expect(await bench.connect(person, MINE)).toMatch(/connected=docs/);
    expect(await waiting()).toEqual([]);
    await query(`UPDATE oauth_accounts SET state = 'lapsed' WHERE user_id = $1`, [person.userId]);
    await must(204, person.rest('DELETE', MINE));
    expect(await waiting()).toEqual([]);
  });

  it('that came while the account ended are taken back too', async () => {
    const person = await connected('racing');
    const [{ id, number }] = await query('SELECT id, token_number AS number FROM oauth_accounts WHERE user_id = $1', [person.userId]);
    await bench.authorization.set({ tokensHeld: true });
    const renewal = bench.app.app.get(AccountRenewals, { strict: false }).renew(id, { value: '', number, endsAt: 0, renewAt: 0 });
    const ended = expect(renewal).rejects.toMatchObject({ code: 'gateway.account-needed' });
    while ((await bench.authorization.seen()).held === 0);
    await must(204, person.rest('DELETE', MINE));
    await bench.authorization.set({ tokensHeld: false });
    await ended;
    expect(await waiting()).toMatchObject([{ accountId: id }, { accountId: id }]);
    await round();
    expect(await waiting()).toEqual([]);
  });
});
