import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const SECRET = 's3cret-canary-4711';
const sample = (name: string): string => readFileSync(new URL(`./bundled-catalogue/documents/${name}`, import.meta.url), 'utf8');

describe('importing servers', () => {
  let bench: ServersBench;
  let upstream: FakeUpstream;
  let registry: Server;
  let registryUrl: string;
  const asked: string[] = [];
  let answer: (path: string) => { status: number; body: string; headers?: Record<string, string> };
  const preview = (body: object, person = 'root') => bench.call(person, 'POST', '/catalogue/import/preview', body);
  const imported = (entries: unknown) => bench.call('root', 'POST', '/catalogue/import', { entries });
  const remote = (url: string, part: object = {}) => ({ type: 'streamable-http', url, headers: [], ...part });
  const rows = (table: string): Promise<{ n: number }[]> => bench.database.owner.query(`SELECT count(*)::int AS n FROM ${table}`);

  beforeAll(async () => {
    upstream = await startFakeUpstream();
    registry = createServer((request, response) => {
      asked.push(request.url ?? '');
      const { status, body, headers } = answer(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
    const port = (registry.address() as AddressInfo).port;
    registryUrl = `http://127.0.0.1:${port}`;
    bench = await openServersBench({ allow: [`127.0.0.1:${upstream.port}`, `127.0.0.1:${port}`] });
  });
  beforeEach(() => void asked.splice(0));
  afterAll(async () => {
    await bench.close();
    await upstream.close();
    registry.close();
  });

  describe('preview', () => {
    it('says of every entry what it is, what it needs and what is odd, and stores nothing', async () => {
      const before = (await bench.facts()).length;
      const { body } = must(200, await preview({ document: JSON.parse(sample('curated.json')) as unknown }));
      expect(body).toMatchObject({ form: 'registry', url: null, warnings: [] });
      expect(body.entries).toHaveLength(34);
      expect(body.entries.find((one: { registryName: string }) => one.registryName === 'com.airtable/mcp')).toMatchObject({
        name: 'Airtable',
        slug: 'airtable',
        transport: { type: 'streamable-http', url: 'https://mcp.airtable.com/mcp' },
        inputs: [{ key: 'Authorization', required: true, secret: true, sealed: null }],
        importable: true,
        known: [],
      });
      expect(body.entries.flatMap((one: { importable: boolean; name: string }) => (one.importable ? [] : [one.name]))).toEqual([
        'Terraform',
      ]);
      expect((await bench.facts()).length).toBe(before);
    });

    it('takes the text of a document, also with comments', async () => {
      const { body } = must(
        200,
        await preview({ document: `{ // mine\n "mcpServers": { "docs": { "url": "https://docs.example/mcp", } } }` }),
      );
      expect(body).toMatchObject({ form: 'configuration', entries: [{ name: 'docs', slug: 'docs', importable: true }] });
    });

    it('never shows a secret that a configuration held', async () => {
      const document = { mcpServers: { docs: { url: 'https://docs.example/mcp', headers: { Authorization: `Bearer ${SECRET}` } } } };
      const { text, body } = must(200, await preview({ document }));
      expect(text).not.toContain(SECRET);
      expect(body.entries[0].inputs[0].sealed).toMatch(/^v1\./);
      expect(bench.logged.join('\n')).not.toContain(SECRET);
    });

    it('marks what may not be reached', async () => {
      const { body } = must(200, await preview({ document: { servers: { a: { url: 'https://10.1.2.3/mcp' } } } }));
      expect(body.entries[0]).toMatchObject({ importable: false });
      expect(body.entries[0].warnings.map(({ code }: { code: string }) => code)).toContain('address-denied');
    });

    it.each([
      [{}, 400],
      [{ document: '{}', url: 'https://x.example' }, 400],
      [{ document: 'hello' }, 422],
      [{ document: { a: 1 } }, 422],
      [{ document: null }, 422],
      [{ url: 'ftp://x.example/' }, 400],
      [{ url: 'https://user:pw@x.example/' }, 400],
      [{ url: 'https://169.254.169.254/latest' }, 422],
      [{ url: 'http://127.0.0.1:1/' }, 422],
      [{ other: 1 }, 400],
    ])('refuses %j with %i', async (body, status) => {
      must(status, await preview(body));
    });

    it('is for those who may add servers', async () => {
      must(403, await preview({ document: sample('curated.json') }, 'dora'));
    });

    it('reads a document of ten megabytes with five thousand servers, and no larger one', async () => {
      const item = (n: number) => ({
        server: {
          name: `com.example/s${n}`,
          description: 'x'.repeat(1_700),
          version: '1.0.0',
          remotes: [{ type: 'streamable-http', url: `https://s${n}.example/mcp` }],
        },
        _meta: {},
      });
      const document = JSON.stringify({ servers: Array.from({ length: 5_000 }, (_, n) => item(n)), metadata: { count: 5_000 } });
      expect(document.length).toBeGreaterThan(9_000_000);
      expect(must(200, await preview({ document })).body.entries).toHaveLength(5_000);
      must(413, await bench.call('root', 'POST', '/catalogue/import/preview', { document: 'x'.repeat(17 * 1024 * 1024) }));
    });
  });

  describe('preview of an address', () => {
    const page = (names: string[], nextCursor?: string) => ({
      status: 200,
      body: JSON.stringify({
        servers: names.map((name) => ({
          server: {
            name,
            description: 'x',
            version: '1.0.0',
            remotes: [{ type: 'streamable-http', url: `https://${name.split('/')[1]}.example/mcp` }],
          },
          _meta: {},
        })),
        metadata: { count: names.length, ...(nextCursor ? { nextCursor } : {}) },
      }),
    });

    it('reads the list of a registry to its last page', async () => {
      answer = (path) => (path.includes('cursor=two') ? page(['com.example/b']) : page(['com.example/a'], 'two'));
      const { body } = must(200, await preview({ url: registryUrl }));
      expect(body.entries.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
      expect(asked).toEqual(['/v0.1/servers?limit=100&version=latest', '/v0.1/servers?limit=100&version=latest&cursor=two']);
    });

    it('keeps what it has where a later page fails, and says so', async () => {
      answer = (path) => (path.includes('cursor') ? { status: 500, body: '' } : page(['com.example/a'], 'two'));
      const { body } = must(200, await preview({ url: `${registryUrl}/v0.1/servers` }));
      expect(body.entries).toHaveLength(1);
      expect(body.warnings).toEqual([
        { code: 'entry-unreadable', detail: 'The registry has more than was read: the first 1 items are shown.' },
      ]);
    });

    it('does not turn round in a registry that always has a next page', async () => {
      answer = () => page([], 'again');
      must(422, await preview({ url: `${registryUrl}/v0.1/servers` }));
      expect(asked.length).toBeLessThanOrEqual(2);
    });

    it.each([
      [{ status: 404, body: '{}' }, 'servers.document-unreachable'],
      [{ status: 200, body: '<html>' }, 'servers.document-unreadable'],
      [{ status: 302, body: '', headers: { location: 'http://169.254.169.254/' } }, 'servers.document-unreachable'],
      [{ status: 200, body: JSON.stringify('x'.repeat(11 * 1024 * 1024)) }, 'servers.document-unreachable'],
    ])('refuses an answer %#', async (given, code) => {
      answer = () => given;
      expect(must(422, await preview({ url: `${registryUrl}/x.json` })).body.code).toBe(code);
    });
  });

  describe('import', () => {
    it('enters servers with their facts, their secrets in the vault and the source in the ledger', async () => {
      const document = { mcpServers: { fake: { url: upstream.url, headers: { 'X-Api-Key': SECRET, 'X-Region': 'eu' } } } };
      const [entry] = must(200, await preview({ document })).body.entries;
      const sealed = { 'X-Api-Key': entry.inputs[0].sealed };
      const source = { kind: 'configuration', name: 'fake', version: null, url: null };
      const { body, text } = must(
        200,
        await imported([{ name: 'fake', transport: entry.transport, sealed, source, owner: 'Platform', tags: ['imported'] }]),
      );
      expect(body.data).toEqual([{ server: { id: expect.any(String), slug: 'fake', name: 'fake' }, problem: null }]);
      expect(text).not.toContain(SECRET);
      const stored = must(200, await bench.call('dora', 'GET', '/servers/fake')).body;
      expect(stored).toMatchObject({ source, owner: 'Platform', tags: ['imported'], credentialsSet: true });
      expect(stored.latestVersion.transport.headers).toEqual([
        { name: 'X-Api-Key', secret: true },
        { name: 'X-Region', secret: false, value: 'eu' },
      ]);
      expect(stored.latestVersion.tools).toHaveLength(2);
      expect(upstream.received.at(-1)?.headers['x-api-key']).toBe(SECRET);
      const facts = (await bench.facts()).filter((one) => one.facts['slug'] === 'fake').slice(0, 3);
      expect(facts.map(({ event }) => event)).toEqual(['servers.created', 'servers.version-created', 'servers.credentials-set']);
      expect(facts[0]!.facts).toMatchObject({ slug: 'fake', source: 'configuration:fake' });
      expect(JSON.stringify(await bench.facts())).not.toContain(SECRET);
      expect(bench.logged.join('\n')).not.toContain(SECRET);
    });

    it('then shows the entry as known, and gives the next slug', async () => {
      const { body } = must(200, await preview({ document: { mcpServers: { fake: { url: upstream.url } } } }));
      expect(body.entries[0]).toMatchObject({ slug: 'fake-2', known: [{ slug: 'fake', name: 'fake', by: 'address' }] });
      expect(must(200, await imported([{ name: 'fake', transport: body.entries[0].transport }])).body.data[0].server.slug).toBe('fake-2');
    });

    it('gives each entry its own outcome and never half a server', async () => {
      const before = {
        servers: await rows('servers'),
        versions: await rows('server_versions'),
        credentials: await rows('server_credentials'),
      };
      const secret = { name: 'Authorization', secret: true, required: true, value: 'Bearer {token}' };
      const { body } = must(
        200,
        await imported([
          { name: 'One', transport: remote(upstream.url) },
          { name: 'Two', transport: remote('https://10.0.0.1/mcp') },
          { name: 'Three', slug: 'fake', transport: remote(upstream.url, { headers: [secret] }), inputs: { token: SECRET } },
          { name: 'Four', transport: remote('https://{tenant}.example/mcp') },
          { name: 'Five', transport: remote(upstream.url, { headers: [{ ...secret, name: 'Host' }] }), inputs: { token: SECRET } },
          { name: 'Six', transport: remote(upstream.url, { headers: [secret] }), inputs: { token: 'two\nlines' } },
          { name: 'Seven', transport: remote(upstream.url), sealed: { token: 'v1.forged.abc' } },
          { name: 'Eight', transport: remote(upstream.url, { headers: [secret] }) },
        ]),
      );
      expect(
        body.data.map((one: { server?: { slug: string }; problem?: { code: string } }) => one.server?.slug ?? one.problem?.code),
      ).toEqual([
        'one',
        'servers.address-denied',
        'servers.slug-taken',
        'servers.import-incomplete',
        'servers.transport-invalid',
        'servers.import-incomplete',
        'servers.import-stale',
        'eight',
      ]);
      expect(body.data[3].problem.errors).toEqual([{ pointer: '/inputs/tenant', detail: 'This input is needed.' }]);
      expect(JSON.stringify(body)).not.toContain(SECRET);
      expect((await rows('servers'))[0]!.n - before.servers[0]!.n).toBe(2);
      expect((await rows('server_versions'))[0]!.n - before.versions[0]!.n).toBe(2);
      expect(await rows('server_credentials')).toEqual(before.credentials);
      expect(must(200, await bench.call('root', 'GET', '/servers/eight')).body.credentialsSet).toBe(false);
    });

    it('opens what a preview sealed for nobody else', async () => {
      const document = { mcpServers: { other: { url: upstream.url, headers: { 'X-Api-Key': SECRET } } } };
      const [entry] = must(200, await preview({ document }, 'writer')).body.entries;
      const call = (person: string) =>
        bench.call(person, 'POST', '/catalogue/import', {
          entries: [{ name: 'other', transport: entry.transport, sealed: { 'X-Api-Key': entry.inputs[0].sealed } }],
        });
      // The key of the bench belongs to root, so its owner may go on; alice may not import at all.
      must(403, await call('alice'));
      expect(must(200, await call('root')).body.data[0].server.slug).toBe('other');
    });

    it('leaves versions of those who may not approve waiting', async () => {
      const { body } = must(
        200,
        await bench.call('writer', 'POST', '/catalogue/import', { entries: [{ name: 'Waiting', transport: remote(upstream.url) }] }),
      );
      expect(must(200, await bench.call('root', 'GET', `/servers/${body.data[0].server.slug}`)).body.latestVersion.state).toBe('pending');
    });

    it('gives two imports of one name at the same moment two slugs', async () => {
      const both = await Promise.all([1, 2].map(() => imported([{ name: 'Twin', transport: remote(upstream.url) }])));
      expect(both.map((one) => must(200, one).body.data[0].server.slug).sort()).toEqual(['twin', 'twin-2']);
    });

    it.each([
      [{ entries: [] }],
      [{ entries: [{ name: 'x' }] }],
      [{ entries: [{ name: '', transport: { type: 'streamable-http', url: 'https://x.example', headers: [] } }] }],
      [{ entries: [{ name: 'x', transport: { type: 'stdio', url: 'https://x.example', headers: [] } }] }],
      [{ entries: [{ name: 'x', transport: { type: 'sse', url: 'https://x.example', headers: [] }, inputs: { a: 1 } }] }],
      [{ entries: Array.from({ length: 201 }, () => ({ name: 'x', transport: { type: 'sse', url: 'https://x.example', headers: [] } })) }],
    ])('refuses a body that has no such shape as a whole', async (body) => {
      must(400, await bench.call('root', 'POST', '/catalogue/import', body));
    });
  });

  describe('the bundled catalogue', () => {
    it('is searched, narrowed and paged by everybody, without a network', async () => {
      const all = must(200, await bench.call('dora', 'GET', '/catalogue/entries?limit=200')).body;
      expect(all).toMatchObject({ nextCursor: null, total: all.data.length });
      expect(all.total).toBeGreaterThan(80);
      const page = must(200, await bench.call('dora', 'GET', '/catalogue/entries?limit=30')).body;
      const rest = must(200, await bench.call('dora', 'GET', `/catalogue/entries?limit=200&cursor=${page.nextCursor}`)).body;
      expect([...page.data, ...rest.data].map(({ id }: { id: string }) => id)).toEqual(all.data.map(({ id }: { id: string }) => id));
      const found = must(200, await bench.call('dora', 'GET', '/catalogue/entries?search=STRIPE%20payments')).body.data;
      expect(found).toMatchObject([{ id: 'com-stripe-mcp', name: 'Stripe', source: 'publisher', importable: true, known: [] }]);
      const local = must(200, await bench.call('dora', 'GET', '/catalogue/entries?transport=local&source=registry&limit=200')).body.data;
      expect(
        local.every((one: { transport: unknown; importable: boolean; source: string }) => one.transport === null && !one.importable),
      ).toBe(true);
      must(400, await bench.call('dora', 'GET', '/catalogue/entries?cursor=zzz'));
      must(404, await bench.call('dora', 'GET', '/catalogue/entries/no-such-entry'));
    });

    it('marks what the company has', async () => {
      const entry = must(200, await bench.call('root', 'GET', '/catalogue/entries/com-stripe-mcp')).body;
      const source = { kind: 'bundled', name: entry.registryName, version: entry.version, url: null };
      must(200, await imported([{ name: entry.name, transport: { ...entry.transport, url: upstream.url }, source }]));
      expect(must(200, await bench.call('dora', 'GET', '/catalogue/entries/com-stripe-mcp')).body.known).toEqual([
        { slug: 'stripe', name: 'Stripe', by: 'name' },
      ]);
    });
  });

  it('tags and owners in use can be asked for', async () => {
    expect(must(200, await bench.call('dora', 'GET', '/catalogue/facets')).body).toEqual({ tags: ['imported'], owners: ['Platform'] });
  });
});
