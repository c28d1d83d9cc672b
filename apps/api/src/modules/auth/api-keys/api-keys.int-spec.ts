import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('API keys', () => {
  let bench: PeopleBench;
  let root: Caller;
  const make = async (body: object) => must(201, await bench.call(root, 'POST', '/api-keys', body)).body;

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Acme' }));
  });
  afterAll(() => bench.close());

  it('may do what their owner may, and are shown once', async () => {
    const created = await make({ name: 'deploy' });
    expect(created).toMatchObject({ name: 'deploy', scopes: null, expiresAt: null, lastUsedAt: null, last4: created.key.slice(-4) });
    expect(created.key).toMatch(/^mna_[0-9A-Za-z]{36}$/);
    expect(must(200, await bench.call({ key: created.key }, 'GET', '/me')).body).toMatchObject({
      operator: true,
      authenticatedBy: 'api-key',
      email: 'root@example.com',
    });
    const { data } = must(200, await bench.call(root, 'GET', '/api-keys')).body;
    expect(data[0]).toMatchObject({ id: created.id, lastUsedAt: expect.any(String) });
    expect(JSON.stringify(data)).not.toContain(created.key);
    expect(JSON.stringify(await bench.ledger())).not.toContain(created.key);
  });

  it('are narrowed by their scopes, everywhere', async () => {
    const { key } = await make({ name: 'reader', scopes: ['workspace:read'] });
    const me = must(200, await bench.call({ key }, 'GET', '/me')).body;
    expect(me.permissions).toEqual([]);
    expect(me.workspaces).toEqual([expect.objectContaining({ slug: 'acme', permissions: ['workspace:read'] })]);
    must(200, await bench.call({ key }, 'GET', '/workspaces/acme'));
    expect(must(403, await bench.call({ key }, 'PATCH', '/workspaces/acme', { name: 'B' })).body.detail).toContain('workspace:update');
    must(403, await bench.call({ key }, 'POST', '/workspaces', { name: 'B' }));
    must(403, await bench.call({ key }, 'POST', '/api-keys', { name: 'wider' }));
    const { key: blind } = await make({ name: 'blind', scopes: ['ledger:read'] });
    expect(must(200, await bench.call({ key: blind }, 'GET', '/workspaces')).body.data).toEqual([]);
  });

  it('with scopes can revoke nothing but themselves', async () => {
    const other = await make({ name: 'other' });
    const narrow = await make({ name: 'narrow', scopes: ['calls:read'] });
    must(403, await bench.call({ key: narrow.key }, 'DELETE', `/api-keys/${other.id}`));
    must(204, await bench.call({ key: narrow.key }, 'DELETE', `/api-keys/${narrow.id}`));
    must(401, await bench.call({ key: narrow.key }, 'GET', '/me'));
  });

  it('are refused at once when revoked or expired, and never fall through to the cookie', async () => {
    const created = await make({ name: 'short', expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    must(200, await bench.call({ key: created.key }, 'GET', '/me'));
    await bench.database.owner.query('UPDATE api_keys SET expires_at = now() WHERE id = $1', [created.id]);
    expect(must(401, await bench.call({ ...root, key: created.key }, 'GET', '/me')).body.code).toBe('auth.api-key-not-valid');
    must(204, await bench.call(root, 'DELETE', `/api-keys/${created.id}`));
    must(404, await bench.call(root, 'DELETE', `/api-keys/${created.id}`));
    for (const authorization of [
      '',
      'Bearer',
      'Basic cm9vdDpyb290',
      'Bearer mna_x',
      `Bearer mng_${created.key.slice(4)}`,
      `Bearer ${created.key} ${created.key}`,
    ]) {
      expect([must(401, await bench.call(root, 'GET', '/me', undefined, { authorization })).body.code, authorization]).toEqual([
        'auth.api-key-not-valid',
        authorization,
      ]);
    }
  });

  it('refuse unknown scopes, times that have passed and unknown fields', async () => {
    expect(must(400, await bench.call(root, 'POST', '/api-keys', { name: 'x', scopes: ['everything'] })).body.code).toBe(
      'auth.scope-unknown',
    );
    for (const wrong of [
      { expiresAt: '2001-01-01T00:00:00Z' },
      { expiresAt: 'tomorrow' },
      { expiresAt: 1 },
      { scopes: 'ledger:read' },
      { scopes: [1] },
      { name: '' },
      { owner: 'x' },
    ]) {
      must(400, await bench.call(root, 'POST', '/api-keys', { name: 'x', ...wrong }));
    }
  });

  it('belong to one person: nobody else sees or revokes them', async () => {
    const created = await make({ name: 'mine' });
    const dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'developer' });
    expect(must(200, await bench.call(dora, 'GET', '/api-keys')).body.data).toEqual([]);
    must(404, await bench.call(dora, 'DELETE', `/api-keys/${created.id}`));
    must(200, await bench.call({ key: created.key }, 'GET', '/me'));
  });

  it('are listed page by page', async () => {
    const all = must(200, await bench.call(root, 'GET', '/api-keys')).body.data.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { data, nextCursor } = must(200, await bench.call(root, 'GET', `/api-keys?limit=2${cursor}`)).body;
      seen.push(...data.map(({ id }: { id: string }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(3);
  });
});
