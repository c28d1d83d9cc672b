import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('workspaces', () => {
  let bench: PeopleBench;
  let root: Caller;
  const create = (body: object, by = root) => bench.call(by, 'POST', '/workspaces', body);

  beforeAll(async () => {
    bench = await openPeopleBench({ publicUrl: 'http://nest.example' });
    root = await bench.setUp();
    must(201, await create({ name: 'Acme' }));
  });
  afterAll(() => bench.close());

  it('are made with defaults, a gateway URL, and their maker as owner', async () => {
    const { body, headers } = must(201, await create({ name: ' BCP Test ', slug: 'bcp-test' }));
    expect(body).toEqual({
      id: expect.stringMatching(/^ws_/),
      slug: 'bcp-test',
      name: 'BCP Test',
      gatewayUrl: 'http://nest.example/api/gw/bcp-test',
      createdAt: expect.any(String),
      role: 'owner',
      limits: { ratePerSecond: 200, burst: 2_000, concurrency: 256 },
      toolNameLengthMax: 46,
      version: 1,
      counts: { servers: 0, tokens: 0, members: 1 },
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(must(200, await bench.call(root, 'GET', '/workspaces/bcp-test')).body).toEqual(body);
    expect((await bench.ledger()).at(-1)).toEqual({
      event: 'workspaces.created',
      actorName: 'Root',
      subjectName: 'BCP Test',
      workspaceId: body.id,
      facts: { slug: 'bcp-test', name: 'BCP Test' },
    });
  });

  it('get a slug out of their name, numbered where it is taken', async () => {
    expect(must(201, await create({ name: 'Größe & Café №1' })).body.slug).toMatch(/^gro-?[a-z0-9-]*cafe-no1$/);
    const slugs = (await Promise.all(Array.from({ length: 4 }, () => create({ name: 'Twin' })))).map(
      (answer) => must(201, answer).body.slug,
    );
    expect(slugs.sort()).toEqual(['twin', 'twin-2', 'twin-3', 'twin-4']);
  });

  it('refuse a slug that was chosen and is taken', async () => {
    const before = (await bench.ledger()).length;
    const answers = await Promise.all([create({ name: 'X', slug: 'chosen' }), create({ name: 'X', slug: 'chosen' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await bench.ledger()).length).toBe(before + 1);
    expect(must(409, await bench.call(root, 'PATCH', '/workspaces/chosen', { slug: 'acme' })).body.code).toBe('workspaces.slug-taken');
    must(200, await bench.call(root, 'GET', '/workspaces/chosen'));
  });

  it.each([
    {},
    { name: '' },
    { name: 'x'.repeat(101) },
    { name: 7 },
    { name: 'a\nb' },
    { name: 'X', slug: 'UPPER' },
    { name: 'X', slug: 'a' },
    { name: 'X', slug: 'a--b' },
    { name: 'X', slug: '-ab' },
    { name: 'X', slug: null },
    { name: 'X', slug: 'x'.repeat(41) },
    { name: 'X', id: 'ws_1' },
    [],
  ])('refuse to be made of %j', async (body) => {
    expect(must(400, await create(body)).body.code).toBe('platform.invalid-request');
  });

  it('change what was asked, with entity tags that keep two editors apart', async () => {
    must(201, await create({ name: 'Edited' }));
    const changed = must(
      200,
      await bench.call(
        root,
        'PATCH',
        '/workspaces/edited',
        { name: 'Edited two', limits: { burst: 10 }, toolNameLengthMax: 128 },
        { 'if-match': '"1"' },
      ),
    );
    expect(changed.body).toMatchObject({
      name: 'Edited two',
      limits: { ratePerSecond: 200, burst: 10, concurrency: 256 },
      toolNameLengthMax: 128,
      version: 2,
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(must(412, await bench.call(root, 'PATCH', '/workspaces/edited', { name: 'Late' }, { 'if-match': '"1"' })).body.code).toBe(
      'platform.stale-version',
    );
    expect((await bench.ledger()).at(-1)).toMatchObject({
      event: 'workspaces.updated',
      facts: { slug: 'edited', changed: ['name', 'toolNameLengthMax', 'burst'] },
    });
    const before = (await bench.ledger()).length;
    expect(must(200, await bench.call(root, 'PATCH', '/workspaces/edited', { name: 'Edited two' })).body.version).toBe(2);
    expect((await bench.ledger()).length).toBe(before);
    const racers = await Promise.all(
      [1, 2, 3].map((n) => bench.call(root, 'PATCH', '/workspaces/edited', { name: `Racer ${n}` }, { 'if-match': '"2"' })),
    );
    expect(racers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it.each([
    { limits: { ratePerSecond: 0 } },
    { limits: { burst: 1.5 } },
    { limits: { concurrency: '5' } },
    { limits: 5 },
    { limits: null },
    { limits: { perDay: 1 } },
    { toolNameLengthMax: 47 },
    { name: null },
    { role: 'owner' },
  ])('refuse to become %j', async (change) => {
    must(400, await bench.call(root, 'PATCH', '/workspaces/acme', change));
  });

  it('are listed newest first, page by page, to those who joined them', async () => {
    const dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'developer' });
    const mine = must(200, await bench.call(dora, 'GET', '/workspaces')).body;
    expect(mine.data.map(({ slug, role, counts }: { slug: string; role: string; counts: object }) => [slug, role, counts])).toEqual([
      ['acme', 'developer', { servers: 0, tokens: 0, members: 2 }],
    ]);
    const all: string[] = must(200, await bench.call(root, 'GET', '/workspaces')).body.data.map(({ slug }: { slug: string }) => slug);
    const first = must(200, await bench.call(root, 'GET', '/workspaces?limit=2')).body;
    const second = must(200, await bench.call(root, 'GET', `/workspaces?limit=200&cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...second.data].map(({ slug }: { slug: string }) => slug)).toEqual(all);
    expect(second.nextCursor).toBeNull();
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'all=1'])
      must(400, await bench.call(root, 'GET', `/workspaces?${query}`));
  });

  it('do not exist for those who are not in them, whatever they ask', async () => {
    must(201, await create({ name: 'Secret' }));
    const eve = await bench.join(root, 'acme', { email: 'eve@example.com', role: 'owner' });
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/members'],
      ['POST', '/members'],
      ['PATCH', '/members/usr_1'],
      ['DELETE', '/members/usr_1'],
      ['GET', '/tokens'],
      ['POST', '/tokens'],
      ['POST', '/tokens/tok_1/rotate'],
      ['POST', '/tokens/tok_1/revoke'],
    ] as const) {
      const [foreign, none] = [
        await bench.call(eve, method, `/workspaces/secret${path}`),
        await bench.call(eve, method, `/workspaces/nowhere${path}`),
      ];
      expect([method, path, foreign.status, foreign.body.code]).toEqual([method, path, 404, 'workspaces.not-found']);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...none.body, instance: '' });
    }
    must(403, await create({ name: 'Own' }, eve));
    must(204, await bench.call(root, 'DELETE', '/workspaces/secret'));
  });

  it('are ended by owners and operators alone', async () => {
    must(201, await create({ name: 'Ending' }));
    const admin = await bench.join(root, 'ending', { email: 'admin@example.com', role: 'admin' });
    expect(must(403, await bench.call(admin, 'DELETE', '/workspaces/ending')).body.detail).toContain('owner');
    must(204, await bench.call(root, 'DELETE', '/workspaces/ending'));
    must(404, await bench.call(admin, 'GET', '/workspaces/ending'));
    must(404, await bench.call(root, 'DELETE', '/workspaces/ending'));
    expect((await bench.ledger()).at(-1)).toMatchObject({ event: 'workspaces.deleted', facts: { slug: 'ending' } });
  });
});
