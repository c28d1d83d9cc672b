import { cookieOf, must, openPeopleBench, OPERATOR, PASSWORD, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('sessions', () => {
  let bench: PeopleBench;
  let root: Caller;

  const signIn = async (userAgent: string, password = PASSWORD): Promise<Caller> => {
    const answer = await bench.call({}, 'POST', '/auth/login', { email: OPERATOR.email, password }, { 'user-agent': userAgent });
    return { cookie: cookieOf(must(200, answer)) };
  };
  const mine = async (who: Caller) => must(200, await bench.call(who, 'GET', '/me/sessions')).body.data;

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
  });
  afterAll(() => bench.close());

  it('are listed with browser and address, and tell which one is used now', async () => {
    const phone = await signIn('Phone/1.0');
    const sessions = await mine(phone);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }: { current: boolean }) => current)).toEqual([
      expect.objectContaining({ userAgent: 'Phone/1.0', address: '127.0.0.1', method: 'password' }),
    ]);
    expect(JSON.stringify(sessions)).not.toContain('hash');
  });

  it('end at once when they are ended, one or all others', async () => {
    const [one, two] = [await signIn('one'), await signIn('two')];
    const target = (await mine(one)).find(({ userAgent }: { userAgent: string }) => userAgent === 'two');
    must(204, await bench.call(one, 'DELETE', `/me/sessions/${target.id}`));
    must(401, await bench.call(two, 'GET', '/me'));
    must(404, await bench.call(one, 'DELETE', `/me/sessions/${target.id}`));
    must(204, await bench.call(one, 'DELETE', '/me/sessions'));
    must(401, await bench.call(root, 'GET', '/me'));
    expect(await mine(one)).toHaveLength(1);
    root = one;
    expect((await bench.ledger()).at(-1)).toMatchObject({ event: 'auth.sessions-ended', facts: { email: OPERATOR.email } });
  });

  it('of other people cannot be ended by guessing their ids', async () => {
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Acme' }));
    const dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'owner' });
    const [{ id }] = await mine(root);
    must(404, await bench.call(dora, 'DELETE', `/me/sessions/${id}`));
    must(200, await bench.call(root, 'GET', '/me'));
    must(204, await bench.call(root, 'DELETE', `/people/${dora.userId}/sessions`));
    must(401, await bench.call(dora, 'GET', '/me'));
  });

  it('are no business of API keys', async () => {
    const { key } = must(201, await bench.call(root, 'POST', '/api-keys', { name: 'script' })).body;
    must(403, await bench.call({ key }, 'GET', '/me/sessions'));
    must(403, await bench.call({ key }, 'DELETE', '/me/sessions'));
    must(403, await bench.call({ key }, 'POST', '/me/password', { current: PASSWORD, password: 'another long passphrase' }));
  });

  it('end with a change of the password, save the one that changed it; a wrong one changes nothing', async () => {
    const other = await signIn('other');
    expect(
      must(401, await bench.call(root, 'POST', '/me/password', { current: 'wrong', password: 'another long passphrase' })).body.code,
    ).toBe('auth.credentials-wrong');
    must(400, await bench.call(root, 'POST', '/me/password', { current: PASSWORD, password: 'short' }));
    must(200, await bench.call(other, 'GET', '/me'));
    must(204, await bench.call(root, 'POST', '/me/password', { current: PASSWORD, password: 'another long passphrase' }));
    must(401, await bench.call(other, 'GET', '/me'));
    must(200, await bench.call(root, 'GET', '/me'));
    must(401, await bench.call({}, 'POST', '/auth/login', { email: OPERATOR.email, password: PASSWORD }));
    await signIn('again', 'another long passphrase');
    expect(JSON.stringify(await bench.ledger())).not.toContain('passphrase');
  });
});
