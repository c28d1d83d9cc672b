import { DomainError } from '@mcpnest/shared/errors';
import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

describe('a living token that is changed', () => {
  let bench: PeopleBench;
  let root: Caller;
  let dora: Caller & { readonly userId: string };
  const make = async (body: object = {}, by: Caller = root) =>
    must(201, await bench.call(by, 'POST', '/workspaces/acme/tokens', { name: 'ci', ...body })).body;
  const edit = (id: string, body: object, by: Caller = root, ifMatch?: string) =>
    bench.call(by, 'PATCH', `/workspaces/acme/tokens/${id}`, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
  const check = (token: string, address = '192.0.2.1') => {
    try {
      return bench.verifier().verify(`Bearer ${token}`, 'acme', { address, agent: null });
    } catch (error) {
      return error instanceof DomainError ? error.code : error;
    }
  };

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    for (const name of ['Acme', 'Globex']) must(201, await bench.call(root, 'POST', '/workspaces', { name }));
    dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'developer' });
  });
  afterAll(() => bench.close());

  it('keeps its value, and is what was chosen when the answer comes', async () => {
    const { id, token } = await make({ tools: ['demo:*'] });
    const changed = must(200, await edit(id, { name: ' build ', tools: ['demo:echo'], addresses: ['192.0.2.0/24'] })).body;
    expect(changed).toMatchObject({ id, name: 'build', tools: ['demo:echo'], addresses: ['192.0.2.0/24'], state: 'active', etag: 2 });
    expect(changed).not.toHaveProperty('token');
    const principal = check(token) as { tokenName: string; tools: { allows(server: string, tool: string): boolean } };
    expect([principal.tokenName, principal.tools.allows('demo', 'echo'), principal.tools.allows('demo', 'add')]).toEqual([
      'build',
      true,
      false,
    ]);
    expect(check(token, '198.51.100.7')).toBe('auth.token-not-valid-here');
    must(200, await edit(id, { tools: null, addresses: null }));
    expect(check(token, '198.51.100.7')).toMatchObject({ tools: null });
  });

  it('stands in the ledger with what it was and is, and not where nothing differs', async () => {
    const { id, last4 } = await make({ tools: ['demo:*'] });
    const before = (await bench.ledger()).length;
    expect(must(200, await edit(id, { name: 'ci', tools: ['demo:*'] })).body.etag).toBe(1);
    expect(await bench.ledger()).toHaveLength(before);
    must(200, await edit(id, { tools: ['demo:echo'] }));
    expect((await bench.ledger()).at(-1)).toMatchObject({
      event: 'workspaces.token-updated',
      actorName: 'Root',
      facts: { name: 'ci', last4, changed: ['tools'] },
    });
    const [{ changes }] = await bench.database.owner.query('SELECT changes FROM ledger ORDER BY number DESC LIMIT 1');
    expect(changes).toEqual([expect.objectContaining({ kind: 'token', before: { tools: ['demo:*'] }, after: { tools: ['demo:echo'] } })]);
  });

  it('is not overwritten by somebody who saw an older state', async () => {
    const { id, etag } = await make();
    must(200, await edit(id, { name: 'one' }, root, `"${etag}"`));
    expect(must(412, await edit(id, { name: 'two' }, root, `"${etag}"`)).body.code).toBe('platform.stale-version');
    const at = await Promise.all([1, 2, 3].map((n) => edit(id, { name: `at once ${n}` }, root, `"${etag + 1}"`)));
    expect(at.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('is changed by its owner, or by owners and admins, in its own workspace', async () => {
    const [mine, others] = [await make({}, dora), await make()];
    must(200, await edit(mine.id, { name: 'mine' }, dora));
    must(200, await edit(mine.id, { name: 'yours' }));
    must(403, await edit(others.id, { name: 'stolen' }, dora));
    must(404, await edit('tok_nobody', { name: 'x' }));
    must(404, await bench.call(root, 'PATCH', `/workspaces/globex/tokens/${mine.id}`, { name: 'x' }));
  });

  it('ends when it is told to, and is not brought back to life', async () => {
    const { id, token } = await make({ expiresAt: null });
    const expiresAt = inDays(3);
    expect(must(200, await edit(id, { expiresAt })).body).toMatchObject({ expiresAt, attention: 'expiring' });
    expect(must(200, await edit(id, { expiresAt: null })).body.expiresAt).toBeNull();
    await bench.database.owner.query(`UPDATE tokens SET expires_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect(must(409, await edit(id, { expiresAt })).body.code).toBe('workspaces.token-not-active');
    must(204, await bench.call(root, 'DELETE', '/workspaces/globex'));
    expect(check(token)).toBe('auth.token-expired');
    const revoked = await make();
    must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${revoked.id}/revoke`, {}));
    must(409, await edit(revoked.id, { name: 'again' }));
  });

  it('that is being replaced can still be narrowed', async () => {
    const { id } = await make();
    must(201, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/rotate`, { overlapSeconds: 60 }));
    expect(must(200, await edit(id, { tools: ['demo:echo'] })).body).toMatchObject({ state: 'rotating', tools: ['demo:echo'] });
  });

  it('lives no longer than an operator allows, counted from its beginning', async () => {
    const { id } = await make({ expiresAt: inDays(10) });
    await bench.database.owner.query(`UPDATE tokens SET created_at = now() - interval '20 days' WHERE id = $1`, [id]);
    const rule = (body: object) => bench.call(root, 'PUT', '/settings/tokens', body);
    must(200, await rule({ lifetimeDaysMax: 30, mayNeverExpire: false }));
    try {
      for (const expiresAt of [inDays(11), null])
        expect(must(422, await edit(id, { expiresAt })).body.code).toBe('workspaces.token-lifetime');
      must(200, await edit(id, { expiresAt: inDays(9) }));
      must(200, await rule({ lifetimeDaysMax: 5, mayNeverExpire: false }));
      must(200, await edit(id, { expiresAt: inDays(8), name: 'sooner, though longer than allowed' }));
    } finally {
      must(200, await rule({ lifetimeDaysMax: null, mayNeverExpire: true }));
    }
  });

  it.each([
    { name: '' },
    { name: null },
    { tools: [] },
    { tools: ['nonsense'] },
    { tools: ['toolset:nobody'] },
    { addresses: ['10.0.0.0/33'] },
    { expiresAt: '2001-01-01T00:00:00Z' },
    { owner: 'root@example.com' },
    { kind: 'service' },
    { token: 'mng_x' },
  ])('is not changed to %j', async (body) => {
    const { id, etag } = await make();
    expect(must(400, await edit(id, body)).body.code).toBe('platform.invalid-request');
    expect(must(200, await edit(id, {})).body.etag).toBe(etag);
  });
});
