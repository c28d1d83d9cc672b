import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('tokens of a workspace', () => {
  let bench: PeopleBench;
  let root: Caller;
  let dora: Caller & { readonly userId: string };
  let audrey: Caller & { readonly userId: string };
  const make = (by: Caller, body: object) => bench.call(by, 'POST', '/workspaces/acme/tokens', body);

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    for (const name of ['Acme', 'Globex']) must(201, await bench.call(root, 'POST', '/workspaces', { name }));
    dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'developer' });
    audrey = await bench.join(root, 'acme', { email: 'audrey@example.com', role: 'auditor' });
  });
  afterAll(() => bench.close());

  it('are shown once, expire after 90 days, and name their owner', async () => {
    const { body } = must(201, await make(dora, { name: 'laptop' }));
    expect(body).toEqual({
      id: expect.stringMatching(/^tok_/),
      name: 'laptop',
      prefix: 'mng_',
      last4: body.token.slice(-4),
      token: expect.stringMatching(/^mng_[0-9A-Za-z]{36}$/),
      owner: { userId: dora.userId, name: 'dora', email: 'dora@example.com' },
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      lastUsedAt: null,
      state: 'active',
      revokedAt: null,
      tools: null,
      replacedBy: null,
      kind: 'personal',
      addresses: null,
      lastUse: null,
      lastRefusal: null,
      attention: null,
      endsAt: null,
      usedSinceRotation: false,
      revokeReason: null,
      restorableUntil: null,
      etag: 1,
    });
    expect(Math.round((Date.parse(body.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
    const { token, ...shown } = body;
    expect(must(200, await bench.call(audrey, 'GET', '/workspaces/acme/tokens')).body.data[0]).toEqual(shown);
    expect((await bench.ledger()).at(-1)).toMatchObject({
      event: 'workspaces.token-created',
      actorName: 'dora',
      facts: { name: 'laptop', last4: token.slice(-4), owner: 'dora@example.com' },
    });
  });

  it('are made for others by owners and admins alone, by id or by email', async () => {
    expect(must(201, await make(root, { name: 'a', owner: dora.userId })).body.owner.email).toBe('dora@example.com');
    expect(must(201, await make(root, { name: 'a', owner: 'Dora@example.com' })).body.owner.userId).toBe(dora.userId);
    must(403, await make(dora, { name: 'a', owner: audrey.userId }));
    must(403, await make(audrey, { name: 'a' }));
    for (const owner of ['usr_nobody', 'nobody@example.com'])
      expect(must(422, await make(root, { name: 'a', owner })).body.code).toBe('workspaces.token-owner-unknown');
  });

  it('are rotated and revoked by their owner, or by owners and admins', async () => {
    const [mine, others] = [must(201, await make(dora, { name: 'mine' })).body, must(201, await make(root, { name: 'others' })).body];
    for (const action of ['rotate', 'revoke']) {
      must(403, await bench.call(dora, 'POST', `/workspaces/acme/tokens/${others.id}/${action}`, {}));
      must(403, await bench.call(audrey, 'POST', `/workspaces/acme/tokens/${mine.id}/${action}`, {}));
    }
    const fresh = must(201, await bench.call(dora, 'POST', `/workspaces/acme/tokens/${mine.id}/rotate`)).body;
    expect(fresh.owner.userId).toBe(dora.userId);
    must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${fresh.id}/revoke`));
    expect(must(409, await bench.call(dora, 'POST', `/workspaces/acme/tokens/${fresh.id}/rotate`, {})).body.code).toBe(
      'workspaces.token-not-active',
    );
  });

  it('of one workspace cannot be reached through another', async () => {
    const { id } = must(201, await make(root, { name: 'here' })).body;
    for (const action of ['rotate', 'revoke'])
      expect(must(404, await bench.call(root, 'POST', `/workspaces/globex/tokens/${id}/${action}`, {})).body.code).toBe(
        'workspaces.token-not-found',
      );
    expect(must(200, await bench.call(root, 'GET', '/workspaces/globex/tokens')).body.data).toEqual([]);
  });

  it('are listed by state and page by page', async () => {
    const states = ['active', 'expired', 'revoked', 'rotating'];
    const expiring = must(201, await make(root, { name: 'expiring' })).body;
    await bench.database.owner.query('UPDATE tokens SET expires_at = now() WHERE id = $1', [expiring.id]);
    must(
      201,
      await bench.call(root, 'POST', `/workspaces/acme/tokens/${must(201, await make(root, { name: 'rotating' })).body.id}/rotate`, {
        overlapSeconds: 5,
      }),
    );
    const all = must(200, await bench.call(root, 'GET', '/workspaces/acme/tokens')).body.data;
    for (const state of states) {
      const wanted = all.filter((token: { state: string }) => token.state === state);
      expect(wanted.length).toBeGreaterThan(0);
      expect(must(200, await bench.call(root, 'GET', `/workspaces/acme/tokens?state=${state}`)).body.data).toEqual(wanted);
    }
    const first = must(200, await bench.call(root, 'GET', '/workspaces/acme/tokens?limit=3')).body;
    const rest = must(200, await bench.call(root, 'GET', `/workspaces/acme/tokens?cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...rest.data]).toEqual(all);
    must(400, await bench.call(root, 'GET', '/workspaces/acme/tokens?state=dead'));
    expect(must(200, await bench.call(root, 'GET', '/workspaces/acme')).body.counts.tokens).toBe(
      all.filter(({ state }: { state: string }) => ['active', 'rotating'].includes(state)).length,
    );
  });

  it.each([
    { name: 'x', tools: [] },
    { name: 'x', tools: 'a:b' },
    { name: 'x', tools: ['nonsense'] },
    { name: 'x', tools: ['a:b', 'a:b'] },
    { name: 'x', expiresAt: '2001-01-01T00:00:00Z' },
    { name: 'x', expiresAt: 90 },
    { name: 'x', owner: null },
    { name: 'x', kind: 'robot' },
    { name: 'x', kind: 'service', owner: 'root@example.com' },
    { name: 'x', addresses: [] },
    { name: 'x', addresses: ['10.0.0'] },
    { name: 'x', addresses: ['10.0.0.0/33'] },
    { name: 'x', addresses: ['example.com'] },
    { name: 'x', token: 'mng_x' },
    { tools: null },
  ])('are not made of %j', async (body) => {
    expect(must(400, await make(root, body)).body.code).toBe('platform.invalid-request');
  });

  it.each([
    { overlapSeconds: -1 },
    { overlapSeconds: 1.5 },
    { overlapSeconds: '5' },
    { until: '2001-01-01T00:00:00Z' },
    { until: null },
    { grace: 1 },
  ])('are not rotated with %j', async (body) => {
    const { id } = must(201, await make(root, { name: 'stays' })).body;
    must(400, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/rotate`, body));
    expect(await bench.database.owner.query('SELECT replaced_by FROM tokens WHERE id = $1', [id])).toEqual([{ replaced_by: null }]);
  });
});
