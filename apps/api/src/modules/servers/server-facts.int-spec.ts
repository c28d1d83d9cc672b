import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

describe('what a company knows about its servers', () => {
  let bench: ServersBench;
  const demo = { type: 'builtin', name: 'demo' };
  const names = async (query: string): Promise<string[]> =>
    must(200, await bench.call('dora', 'GET', `/servers?${query}`)).body.data.map((server: { slug: string }) => server.slug);

  beforeAll(async () => {
    bench = await openServersBench();
  });
  afterAll(() => bench.close());

  it('is stored with a new server, tags sorted and each once', async () => {
    const facts = {
      owner: ' Platform team ',
      purpose: 'Weather for the field staff',
      dataTouched: 'No personal data',
      documentationUrl: 'https://docs.example.com/weather',
      source: { kind: 'registry', name: 'com.example/weather', version: '1.2.0', url: 'https://registry.example.com/v0.1/servers' },
    };
    const { body } = must(
      201,
      await bench.call('root', 'POST', '/servers', { name: 'Weather', transport: demo, ...facts, tags: ['field', 'b', 'field'] }),
    );
    expect(body).toMatchObject({ ...facts, owner: 'Platform team', tags: ['b', 'field'] });
    expect(must(200, await bench.call('dora', 'GET', '/servers/weather')).body).toEqual(body);
  });

  it('is empty for a server that was entered without', async () => {
    const { body } = must(201, await bench.call('root', 'POST', '/servers', { name: 'Plain', transport: demo }));
    expect(body).toMatchObject({ owner: null, purpose: null, dataTouched: null, documentationUrl: null, tags: [], source: null });
  });

  it('changes member by member, with the names of what changed in the ledger', async () => {
    const { body } = must(200, await bench.call('root', 'PATCH', '/servers/plain', { owner: 'null', tags: ['field'], purpose: null }));
    expect(body).toMatchObject({ owner: 'null', tags: ['field'], version: 2 });
    expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.updated', facts: { changed: ['owner', 'tags'] } });
    expect(must(200, await bench.call('root', 'PATCH', '/servers/plain', { owner: null })).body).toMatchObject({ owner: null, version: 3 });
    must(412, await bench.call('root', 'PATCH', '/servers/plain', { owner: 'x' }, { 'if-match': '"1"' }));
  });

  it('finds servers by tag, owner, state and words in any fact', async () => {
    expect(await names('tag=field')).toEqual(['plain', 'weather']);
    expect(await names('tag=b')).toEqual(['weather']);
    expect(await names('owner=Platform%20team')).toEqual(['weather']);
    expect(await names('q=field%20staff')).toEqual(['weather']);
    expect(await names('q=fiel')).toEqual(['plain', 'weather']);
    expect(await names('state=approved&tag=b')).toEqual(['weather']);
    expect(await names('state=pending')).toEqual([]);
  });

  it.each([
    [{ tags: ['Upper'] }],
    [{ tags: ['a'.repeat(33)] }],
    [{ tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }],
    [{ tags: 'field' }],
    [{ documentationUrl: 'javascript:alert(1)' }],
    [{ documentationUrl: 'https://user:secret@example.com/' }],
    [{ owner: 'two\nlines' }],
    [{ source: { kind: 'registry', name: null, version: null, url: null } }],
  ])('is refused as a whole where it is not valid: %j', async (change) => {
    must(400, await bench.call('root', 'PATCH', '/servers/plain', change));
    expect(must(200, await bench.call('root', 'GET', '/servers/plain')).body.version).toBe(3);
  });
});
