import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import type { Credential, Exposure, LedgerEntry, PublishedTool, Server, Version } from '@mcpnest/api-client';
import { filesHolding } from '../harness/data-search.js';
import { eventually } from '../harness/eventually.js';
import {
  freshSlug,
  givenExposure,
  givenInstallation,
  givenRoute,
  givenServer,
  givenWorkspace,
  type Installation,
} from '../harness/given.js';
import type { Problem, RestClient } from '../harness/rest-client.js';

const CANARY = 'canary-3f9b2c71-of-the-credential';
const SECOND_CANARY = 'second-canary-8d1e-of-the-credential';

describe('the catalogue lets approved servers in and keeps their secrets', () => {
  let installation: Installation;
  let operator: RestClient;
  let upstream: FakeUpstream;
  let next: FakeUpstream;
  const answers: string[] = [];

  beforeAll(async () => {
    [upstream, next, installation] = await Promise.all([
      startFakeUpstream(),
      startFakeUpstream({ tools: [{ name: 'newer', inputSchema: { type: 'object' } }] }),
      givenInstallation(),
    ]);
    ({ operator } = installation);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([upstream?.close(), next?.close(), installation?.server.remove()]);
  }, 60_000);

  const transportOf = (url: string, headers: readonly object[] = []): object => ({ type: 'streamable-http', url, headers });

  describe('a server', () => {
    it('is entered with version 1, approved, and its tools', async () => {
      const slug = freshSlug('srv');
      const server = await operator.post<Server>('/servers', {
        slug,
        name: 'Weather',
        description: 'Tells it',
        transport: transportOf(upstream.url),
      });
      expect(server).toMatchObject({
        slug,
        name: 'Weather',
        description: 'Tells it',
        exposedIn: 0,
        latestVersion: { number: 1, state: 'approved', transport: { type: 'streamable-http', url: upstream.url } },
      });
      await eventually(
        async () =>
          expect((await operator.get<Server>(`/servers/${slug}`)).latestVersion?.tools?.map(({ name }) => name)).toEqual([
            'echo',
            'Second.Tool',
          ]),
        10_000,
      );
      expect((await operator.get<Server>(`/servers/${server.id}`)).slug).toBe(slug);
    }, 20_000);

    it('need not answer: its tools are unknown then, and learnt when it does', async () => {
      const late = await startFakeUpstream();
      for (const method of ['server/discover', 'initialize', 'tools/list'])
        late.misbehave(method, ({ response }) => void response.writeHead(503).end());
      const { slug, latestVersion } = await givenServer(operator, late.url);
      expect(latestVersion?.tools).toBeNull();
      const { slug: workspace } = await givenWorkspace(operator);
      await givenExposure(operator, workspace, slug);
      for (const method of ['server/discover', 'initialize', 'tools/list']) late.misbehave(method, undefined);
      await eventually(async () => {
        const { data } = await operator.get<{ data: PublishedTool[] }>(`/workspaces/${workspace}/tools`);
        expect(data.map(({ name }) => name)).toEqual(['echo', 'Second_Tool']);
      }, 15_000);
      await late.close();
    }, 40_000);

    it.each<[string, object, string]>([
      ['sse of the modern era', { type: 'sse', url: 'https://mcp.example.com/sse', era: 'modern' }, '400 servers.transport-invalid'],
      [
        'a package that cannot be had',
        { type: 'stdio', package: 'npm:@mcpnest-none/no-such-package@1.2.3', args: [] },
        '422 servers.package-not-available',
      ],
      ['an unknown type', { type: 'telepathy' }, '400 platform.invalid-request'],
      ['an unknown builtin', { type: 'builtin', name: 'shell' }, '400 platform.invalid-request'],
      ['an unknown member', { type: 'streamable-http', url: 'https://mcp.example.com', command: 'rm' }, '400 platform.invalid-request'],
      ['a private address', { type: 'streamable-http', url: 'http://192.168.0.1/mcp' }, '422 servers.address-denied'],
      [
        'a header that belongs to the wire',
        { type: 'streamable-http', url: 'https://mcp.example.com', headers: [{ name: 'Mcp-Session-Id', value: 'x' }] },
        '400 servers.transport-invalid',
      ],
      [
        'a header with a line break',
        { type: 'streamable-http', url: 'https://mcp.example.com', headers: [{ name: 'X-A', value: 'a\r\nX-B: b' }] },
        '400 servers.transport-invalid',
      ],
    ])('with %s for a transport is refused and not stored', async (_name, transport, outcome) => {
      const slug = freshSlug();
      expect(await operator.outcome('POST', '/servers', { body: { slug, name: 'x', transport } })).toBe(outcome);
      expect(await operator.outcome('GET', `/servers/${slug}`)).toBe('404 servers.not-found');
    });

    it('shares its slug with no other, and is not removed while it is exposed', async () => {
      const { slug } = await givenServer(operator, 'builtin');
      expect(await operator.outcome('POST', '/servers', { body: { slug, name: 'x', transport: { type: 'builtin', name: 'demo' } } })).toBe(
        '409 servers.slug-taken',
      );
      const { slug: workspace } = await givenWorkspace(operator);
      await givenExposure(operator, workspace, slug);
      expect(await operator.outcome('DELETE', `/servers/${slug}`)).toBe('409 servers.in-use');
      await operator.delete(`/workspaces/${workspace}/servers/${slug}`);
      expect(await operator.outcome('DELETE', `/servers/${slug}`)).toBe('204');
      expect(await operator.outcome('GET', `/servers/${slug}`)).toBe('404 servers.not-found');
    });

    it('is changed under its new slug too, but not by who read it before another changed it', async () => {
      const { slug } = await givenServer(operator, 'builtin');
      const { headers } = await operator.send('GET', `/servers/${slug}`);
      const stale = { 'if-match': headers.get('etag') ?? '' };
      const moved = freshSlug('moved');
      expect(await operator.outcome('PATCH', `/servers/${slug}`, { body: { slug: moved, name: 'Moved' }, headers: stale })).toBe('200');
      expect(await operator.outcome('PATCH', `/servers/${moved}`, { body: { name: 'Stale' }, headers: stale })).toBe(
        '412 platform.stale-version',
      );
      expect(await operator.get<Server>(`/servers/${moved}`)).toMatchObject({ slug: moved, name: 'Moved' });
      expect(await operator.outcome('GET', `/servers/${slug}`)).toBe('404 servers.not-found');
    });

    it('is found by a part of its name', async () => {
      const { slug } = await givenServer(operator, 'builtin', { slug: freshSlug('needle') });
      expect((await operator.get<{ data: Server[] }>(`/servers?q=${slug.slice(0, 12)}`)).data.map((server) => server.slug)).toEqual([slug]);
      expect((await operator.get<{ data: Server[] }>('/servers?q=%25%25')).data).toEqual([]);
    });
  });

  describe('versions', () => {
    it('change what a workspace sees only when it takes them, and can be taken back, each in force with its answer', async () => {
      const { client, workspace, servers } = await givenRoute(operator, [upstream.url]);
      const { slug } = servers[0]!;
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool']);
      const version = await operator.post<Version>(`/servers/${slug}/versions`, { transport: transportOf(next.url), note: 'newer' });
      expect(version).toMatchObject({ number: 2, state: 'approved', note: 'newer' });
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool']);
      expect(await operator.patch<Exposure>(`/workspaces/${workspace.slug}/servers/${slug}`, { version: 2 })).toMatchObject({
        version: 2,
        latestApproved: 2,
      });
      expect(await client.toolNames()).toEqual(['newer']);
      expect((await client.call('newer', { a: 1 })).json.result).toBeDefined();
      expect(await operator.post<Exposure>(`/workspaces/${workspace.slug}/servers/${slug}/rollback`, { version: 1 })).toMatchObject({
        version: 1,
      });
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool']);
      expect((await client.call('newer')).json.error?.code).toBe(-32602);
      expect((await operator.get<{ data: Version[] }>(`/servers/${slug}/versions`)).data.map(({ number }) => number)).toEqual([2, 1]);
    }, 20_000);

    it('leave running calls alone when a workspace goes back or the version is quarantined', async () => {
      const slow = await startFakeUpstream();
      const { client, workspace, servers } = await givenRoute(operator, [upstream.url]);
      const { slug } = servers[0]!;
      await operator.post(`/servers/${slug}/versions`, { transport: transportOf(slow.url) });
      await operator.patch(`/workspaces/${workspace.slug}/servers/${slug}`, { version: 2 });
      const finish: (() => void)[] = [];
      slow.misbehave('tools/call', ({ behave }) => void finish.push(behave));
      const one = client.call('echo', { a: 1 });
      await slow.arrival('tools/call');
      await operator.post(`/workspaces/${workspace.slug}/servers/${slug}/rollback`, { version: 1 });
      expect((await client.call('echo', { b: 2 })).json.result?.content?.[0]?.text).toBe('{"b":2}');
      await operator.patch(`/workspaces/${workspace.slug}/servers/${slug}`, { version: 2 });
      const other = client.call('echo', { c: 3 });
      await slow.arrival('tools/call');
      expect(await operator.post<Version>(`/servers/${slug}/versions/2/quarantine`, {})).toMatchObject({ state: 'quarantined' });
      expect(await client.toolNames()).toEqual([]);
      const { problems } = await operator.get<{ problems: object[] }>(`/workspaces/${workspace.slug}/tools`);
      expect(problems).toMatchObject([{ server: slug, reason: 'servers.version-out-of-service' }]);
      finish.forEach((behave) => behave());
      expect((await one).json.result?.content?.[0]?.text).toBe('{"a":1}');
      expect((await other).json.result?.content?.[0]?.text).toBe('{"c":3}');
      await operator.post(`/servers/${slug}/versions/2/approve`, {});
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool']);
      await slow.close();
    }, 20_000);

    it('that are retired cannot be exposed, those in use not retired, and steps that the lifecycle lacks not taken', async () => {
      const { workspace, servers } = await givenRoute(operator, ['builtin']);
      const { slug } = servers[0]!;
      await operator.post(`/servers/${slug}/versions`, { transport: { type: 'builtin', name: 'demo' } });
      expect(await operator.outcome('POST', `/servers/${slug}/versions/1/retire`)).toBe('409 servers.version-in-use');
      expect(await operator.post<Version>(`/servers/${slug}/versions/2/retire`, { note: 'not wanted' })).toMatchObject({
        state: 'retired',
      });
      expect(await operator.outcome('POST', `/servers/${slug}/versions/2/approve`)).toBe('409 servers.version-state');
      expect(await operator.outcome('POST', `/servers/${slug}/versions/1/reject`)).toBe('409 servers.version-state');
      expect(await operator.outcome('PATCH', `/workspaces/${workspace.slug}/servers/${slug}`, { body: { version: 2 } })).toBe(
        '422 servers.version-not-approved',
      );
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/servers/${slug}/rollback`, { body: { version: 3 } })).toBe(
        '404 servers.version-not-found',
      );
      for (const number of ['0', '-1', 'x', '99999999999999999999', '1.5'])
        expect(await operator.outcome('POST', `/servers/${slug}/versions/${number}/approve`)).toMatch(/^(400|404) /);
    });
  });

  describe('exposures', () => {
    it('give their order to the list, their prefix to the names, and can be switched off', async () => {
      const { client, workspace, servers } = await givenRoute(operator, [upstream.url, { url: next.url, wish: {} }]);
      const [first, second] = servers.map(({ slug }) => slug);
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool', 'newer']);
      await operator.patch(`/workspaces/${workspace.slug}/servers/${first}`, { position: 9 });
      expect(await client.toolNames()).toEqual(['newer', 'echo', 'Second_Tool']);
      await operator.patch(`/workspaces/${workspace.slug}/servers/${first}`, { toolPrefix: 'pre_' });
      expect(await client.toolNames()).toEqual(['newer', 'pre_echo', 'pre_Second_Tool']);
      expect((await client.call('pre_echo', { a: 1 })).json.result?.content?.[0]?.text).toBe('{"a":1}');
      expect((await client.call('echo')).json.error?.code).toBe(-32602);
      await operator.patch(`/workspaces/${workspace.slug}/servers/${first}`, { enabled: false });
      expect(await client.toolNames()).toEqual(['newer']);
      await operator.delete(`/workspaces/${workspace.slug}/servers/${second}`);
      expect(await client.toolNames()).toEqual([]);
    }, 20_000);

    it('take a place that another one holds, and the others close up', async () => {
      const { client, workspace, servers } = await givenRoute(operator, [upstream.url, { url: next.url, wish: {} }]);
      const [first, second] = servers.map(({ slug }) => slug);
      const place = (server: string | undefined, position: number) =>
        operator.patch(`/workspaces/${workspace.slug}/servers/${server}`, { position });
      await place(second, 0);
      expect(await client.toolNames()).toEqual(['newer', 'echo', 'Second_Tool']);
      await place(second, 1);
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool', 'newer']);
      await place(first, 1);
      expect(await client.toolNames()).toEqual(['newer', 'echo', 'Second_Tool']);
    }, 20_000);

    it('of two servers with the same names keep the names of the first, and both can be called', async () => {
      const { client } = await givenRoute(operator, [upstream.url, 'builtin']);
      const names = await client.toolNames();
      const twin = names.find((name) => /^echo_[0-9a-z]{6}$/.test(name));
      expect(names.slice(0, 2)).toEqual(['echo', 'Second_Tool']);
      expect(twin).toBeDefined();
      expect((await client.call('echo', { a: 1 })).json.result?.content?.[0]?.text).toBe('{"a":1}');
      expect((await client.call(twin!, { message: 'hi' })).json.result?.content?.[0]?.text).toBe('hi');
    });

    it.each<[string, object, string]>([
      ['a prefix that no name may begin with', { toolPrefix: '1_' }, '400 platform.invalid-request'],
      ['a prefix that is too long', { toolPrefix: 'p'.repeat(25) }, '400 platform.invalid-request'],
      ['a negative position', { position: -1 }, '400 platform.invalid-request'],
      ['a version that is none', { version: 7 }, '404 servers.version-not-found'],
      ['an unknown member', { workspace: 'other' }, '400 platform.invalid-request'],
    ])('are not made with %s', async (_name, wish, outcome) => {
      const { slug: workspace } = await givenWorkspace(operator);
      const { slug: server } = await givenServer(operator, 'builtin');
      expect(await operator.outcome('POST', `/workspaces/${workspace}/servers`, { body: { server, ...wish } })).toBe(outcome);
      expect(await operator.get(`/workspaces/${workspace}/servers`)).toMatchObject({ data: [] });
    });

    it('exist once per server, and no two share a prefix', async () => {
      const { workspace, servers } = await givenRoute(operator, [{ url: 'builtin', wish: {}, exposure: { toolPrefix: 'a_' } }]);
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/servers`, { body: { server: servers[0]!.slug } })).toBe(
        '409 servers.exposure-exists',
      );
      const { slug } = await givenServer(operator, 'builtin');
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/servers`, { body: { server: slug, toolPrefix: 'a_' } })).toBe(
        '409 servers.prefix-taken',
      );
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/servers`, { body: { server: 'no-such-server' } })).toBe(
        '404 servers.not-found',
      );
      expect(await operator.outcome('PATCH', `/workspaces/${workspace.slug}/servers/${slug}`, { body: { position: 1 } })).toBe(
        '404 servers.exposure-not-found',
      );
    });

    it('are not overwritten by who read them before another changed them', async () => {
      const { workspace, servers } = await givenRoute(operator, ['builtin']);
      const path = `/workspaces/${workspace.slug}/servers/${servers[0]!.slug}`;
      const { headers } = await operator.send('PATCH', path, { body: { toolPrefix: 'one_' } });
      const stale = { 'if-match': headers.get('etag') ?? '' };
      expect(await operator.outcome('PATCH', path, { body: { toolPrefix: 'two_' }, headers: stale })).toBe('200');
      expect(await operator.outcome('PATCH', path, { body: { toolPrefix: 'three_' }, headers: stale })).toBe('412 platform.stale-version');
    });
  });

  describe('tools', () => {
    it('can be hidden, renamed and described anew, in force with the answer', async () => {
      const { client, workspace, servers } = await givenRoute(operator, [upstream.url]);
      const path = `/workspaces/${workspace.slug}/tools`;
      const { data } = await operator.get<{ data: PublishedTool[] }>(path);
      expect(data.map(({ name, tool, server, published, enabled }) => ({ name, tool, server, published, enabled }))).toEqual([
        { name: 'echo', tool: 'echo', server: servers[0]!.slug, published: true, enabled: true },
        { name: 'Second_Tool', tool: 'Second.Tool', server: servers[0]!.slug, published: true, enabled: true },
      ]);
      expect(data.every(({ gates }) => gates.every(({ ok }) => ok))).toBe(true);
      await operator.patch(`${path}/Second_Tool`, { alias: 'renamed', description: 'Put well' });
      const listed = await client.list();
      expect(listed.json.result?.tools?.[1]).toMatchObject({ name: 'renamed', description: 'Put well' });
      expect((await client.call('renamed', { a: 1 })).json.result).toBeDefined();
      expect(upstream.messages('tools/call').at(-1)?.message.params).toMatchObject({ name: 'Second.Tool' });
      expect((await client.call('Second_Tool')).json.error?.code).toBe(-32602);
      const hidden = await operator.patch<PublishedTool>(`${path}/echo`, { enabled: false });
      expect(hidden).toMatchObject({ enabled: false, published: false });
      expect(hidden.gates.find(({ ok }) => !ok)).toMatchObject({ name: 'enabled', reason: expect.any(String) });
      expect(await client.toolNames()).toEqual(['renamed']);
      expect((await client.call('echo')).json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.tool-unknown' } });
      await operator.patch(`${path}/${servers[0]!.slug}:echo`, { enabled: true });
      await operator.patch(`${path}/renamed`, { alias: null, description: null });
      expect(await client.toolNames()).toEqual(['echo', 'Second_Tool']);
    });

    it('cannot take the name of another, nor one that clients reject', async () => {
      const { workspace } = await givenRoute(operator, [upstream.url]);
      const path = `/workspaces/${workspace.slug}/tools`;
      expect(await operator.outcome('PATCH', `${path}/echo`, { body: { alias: 'Second-Tool' } })).toBe('409 servers.alias-taken');
      for (const alias of ['1x', 'a.b', 'a b', '', 'ä'])
        expect(await operator.outcome('PATCH', `${path}/echo`, { body: { alias } })).toBe('400 platform.invalid-request');
      expect(await operator.outcome('PATCH', `${path}/nobody`, { body: { enabled: true } })).toBe('404 servers.tool-not-found');
    });
  });

  describe('credentials', () => {
    it('are written and never read again, by anybody, anywhere', async () => {
      const { slug } = await operator.post<Server>('/servers', {
        slug: freshSlug('secret'),
        name: 'Marker-of-the-plain-text',
        transport: transportOf(upstream.url, [{ name: 'X-Api-Key', secret: true }]),
        credentials: { 'X-Api-Key': CANARY },
      });
      const { workspace, client } = await givenRoute(operator, []);
      await givenExposure(operator, workspace.slug, slug);
      await client.list();
      await client.call('echo', { a: 1 });
      expect(upstream.messages('tools/call').at(-1)?.headers['x-api-key']).toBe(CANARY);
      const put = await operator.send<{ data: Credential[] }>('PUT', `/servers/${slug}/credentials`, {
        body: { values: { 'X-Api-Key': SECOND_CANARY } },
      });
      expect(put.body.data).toEqual([expect.objectContaining({ name: 'X-Api-Key', set: true, last4: SECOND_CANARY.slice(-4) })]);
      await client.call('echo', { a: 2 });
      expect(upstream.messages('tools/call').at(-1)?.headers['x-api-key']).toBe(SECOND_CANARY);
      answers.push(put.text);
      for (const path of [
        `/servers/${slug}`,
        '/servers',
        `/servers/${slug}/versions`,
        `/servers/${slug}/credentials`,
        `/workspaces/${workspace.slug}/servers`,
        `/workspaces/${workspace.slug}/tools`,
        '/ledger?limit=200',
        '/health',
        `/workspaces/${workspace.slug}/calls`,
      ]) {
        answers.push((await operator.send('GET', path)).text);
      }
      answers.push(
        ...(await Promise.all(
          [
            operator.send('PUT', `/servers/${slug}/credentials`, { body: { values: { Unknown: SECOND_CANARY } } }),
            operator.send('PUT', `/servers/${slug}/credentials`, { body: { values: { 'X-Api-Key': `${SECOND_CANARY}\n` } } }),
            operator.send('POST', '/servers', {
              body: { name: 'x', transport: transportOf(upstream.url), credentials: { Nope: SECOND_CANARY } },
            }),
          ].map(async (answer) => (await answer).text),
        )),
      );
      for (const text of answers) {
        expect(text).not.toContain(CANARY);
        expect(text).not.toContain(SECOND_CANARY);
      }
    });

    it('that the server repeats do not come out of the gateway either', async () => {
      const parrot = await startFakeUpstream({ callResult: () => ({ content: [{ type: 'text', text: 'done' }], resultType: 'complete' }) });
      const { slug } = await givenServer(operator, parrot.url, {
        headers: [{ name: 'X-Api-Key', secret: true }],
        credentials: { 'X-Api-Key': CANARY },
      });
      const { workspace, client } = await givenRoute(operator, []);
      await givenExposure(operator, workspace.slug, slug);
      expect(await client.toolNames()).toContain('echo');
      parrot.misbehave(
        'tools/call',
        ({ response, request }) =>
          void response.writeHead(500, { 'content-type': 'text/plain' }).end(`bad key ${String(request.headers['x-api-key'])}`),
      );
      expect((await client.call('echo')).text).not.toContain(CANARY);
      const report = await operator.send('POST', '/servers/test', {
        body: { transport: transportOf(parrot.url, [{ name: 'X-Api-Key', secret: true }]), credentials: { 'X-Api-Key': CANARY } },
      });
      expect(report.text).not.toContain(CANARY);
      await parrot.close();
    });

    it('are not sent to another origin than the one they were given for', async () => {
      const { slug } = await givenServer(operator, upstream.url, {
        headers: [{ name: 'X-Api-Key', secret: true }],
        credentials: { 'X-Api-Key': CANARY },
      });
      await operator.post(`/servers/${slug}/versions`, { transport: transportOf(next.url, [{ name: 'X-Api-Key', secret: true }]) });
      const { workspace, client } = await givenRoute(operator, []);
      await givenExposure(operator, workspace.slug, slug);
      await client.list();
      await client.call('newer');
      const report = await operator.send('POST', '/servers/test', {
        body: { server: slug, transport: transportOf(next.url, [{ name: 'X-Api-Key', secret: true }]) },
      });
      expect(report.status).toBeLessThan(500);
      expect(JSON.stringify(next.received.map(({ headers }) => headers))).not.toContain(CANARY);
    });

    it('stop at once when they are removed', async () => {
      const { slug } = await givenServer(operator, upstream.url, {
        headers: [{ name: 'X-Api-Key', secret: true }],
        credentials: { 'X-Api-Key': CANARY },
      });
      const { workspace, client } = await givenRoute(operator, []);
      await givenExposure(operator, workspace.slug, slug);
      expect((await client.call('echo')).json.result).toBeDefined();
      await operator.delete(`/servers/${slug}/credentials`);
      const before = upstream.messages('tools/call').length;
      const { json } = await client.call('echo');
      expect(json.error).toMatchObject({ code: expect.any(Number) });
      expect(upstream.messages('tools/call')).toHaveLength(before);
    });

    it('are refused for slots that the server has not, and where they could break the wire', async () => {
      const { slug } = await givenServer(operator, upstream.url, { headers: [{ name: 'X-Api-Key', secret: true }] });
      expect(await operator.outcome('PUT', `/servers/${slug}/credentials`, { body: { values: { Other: 'x' } } })).toBe(
        '400 servers.credential-unknown',
      );
      for (const value of ['', 'a\r\nX-Evil: 1', 42, null])
        expect(await operator.outcome('PUT', `/servers/${slug}/credentials`, { body: { values: { 'X-Api-Key': value } } })).toMatch(
          /^400 /,
        );
      expect(await operator.get<{ data: Credential[] }>(`/servers/${slug}/credentials`)).toMatchObject({
        data: [{ name: 'X-Api-Key', set: false, last4: null }],
      });
    });
  });

  it('every change stands in the ledger, with who did it', async () => {
    const { slug } = await givenServer(operator, 'builtin');
    const { slug: workspace } = await givenWorkspace(operator);
    await givenExposure(operator, workspace, slug);
    await operator.patch(`/workspaces/${workspace}/servers/${slug}`, { toolPrefix: 'p_' });
    await operator.delete(`/workspaces/${workspace}/servers/${slug}`);
    await operator.delete(`/servers/${slug}`);
    // What is found out about servers of other tests meanwhile stands there too.
    const ofThese = ({ facts }: LedgerEntry): boolean => [slug, workspace].includes(String(facts['slug']));
    const data = (await operator.get<{ data: LedgerEntry[] }>('/ledger?limit=20')).data.filter(ofThese);
    const [lock] = data.splice(5, 1);
    expect(lock).toMatchObject({ event: 'servers.lock-taken' });
    expect(data.map(({ event }) => event)).toEqual([
      'servers.deleted',
      'servers.unexposed',
      'servers.exposure-updated',
      'servers.exposed',
      'workspaces.created',
      'servers.version-created',
      'servers.created',
    ]);
    for (const { actor } of data) expect(actor).toMatchObject({ kind: 'user', name: expect.stringContaining('admin') });
  });

  it('a refusal tells the field, in words', async () => {
    const { body } = await operator.send<Problem>('POST', '/servers', { body: { name: 'x', transport: { type: 'streamable-http' } } });
    expect(body).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([{ pointer: '/transport/url', detail: 'url must be a string' }]),
    });
  });

  it('no secret lies readable in the data folder or the log', async () => {
    await installation.server.stop();
    expect(filesHolding(installation.server.dataDir, 'Marker-of-the-plain-text')).not.toEqual([]);
    expect(filesHolding(installation.server.dataDir, CANARY)).toEqual([]);
    expect(filesHolding(installation.server.dataDir, SECOND_CANARY)).toEqual([]);
    const log = installation.server.stderr.join('\n');
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [CANARY, SECOND_CANARY, 'mng_', operator.cookie.split('=')[1]!]) expect(log).not.toContain(secret);
  }, 60_000);
});
