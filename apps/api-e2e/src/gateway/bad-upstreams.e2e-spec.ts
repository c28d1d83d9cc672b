import type { TestReport } from '@mcpnest/api-client';
import { misbehaviours, startFakeUpstream, type FakeBehaviour, type FakeUpstream } from '@mcpnest/testkit';
import {
  callsOnceVisible,
  freshSlug,
  givenInstallation,
  givenRoute,
  givenServer,
  type Installation,
  type Route,
} from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { within } from '../harness/eventually.js';

const CANARY = 'canary-credential-4c1d';
/** Above the deadline of a list, below that of a call. */
const BOUND_MS = 15_000;

describe('whatever a server does, the client gets the documented error in bounded time', () => {
  let installation: Installation;
  let upstream: FakeUpstream;
  let other: FakeUpstream;
  let route: Route;
  let neighbour: Route;

  beforeAll(async () => {
    [upstream, other, installation] = await Promise.all([startFakeUpstream(), startFakeUpstream(), givenInstallation()]);
    route = await givenRoute(installation.operator, [
      {
        url: upstream.url,
        wish: {
          headers: [
            { name: 'X-Api-Key', secret: true },
            { name: 'X-Team', value: 'blue' },
          ],
          credentials: { 'X-Api-Key': CANARY },
        },
      },
    ]);
    neighbour = await givenRoute(installation.operator, ['builtin']);
    expect(await route.client.toolNames()).toEqual(['echo', 'Second_Tool']);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([upstream?.close(), other?.close(), installation?.server.remove()]);
  }, 60_000);

  afterEach(async () => {
    for (const method of ['tools/call', 'tools/list', 'server/discover', 'initialize']) upstream.misbehave(method, undefined);
    const healthy = await neighbour.client.call('add', { a: 1, b: 2 });
    expect(healthy.json.result?.content?.[0]?.text).toBe('3');
  });

  describe('a tool call', () => {
    it.each<[string, () => FakeBehaviour, string, number]>([
      ['a redirect', () => misbehaviours.redirect(other.url), 'gateway.upstream-redirected', 502],
      ['a connection closed before the answer', () => misbehaviours.closeBeforeAnswer(), 'gateway.upstream-broken', 502],
      ['a connection closed within the answer', () => misbehaviours.closeInBody(), 'gateway.upstream-broken', 502],
      ['an event stream without an answer', () => misbehaviours.endWithoutAnswer(), 'gateway.upstream-broken', 502],
      [
        'a page of HTML',
        () => misbehaviours.say(200, 'text/html', '<html><script>alert(1)</script></html>'),
        'gateway.upstream-broken',
        502,
      ],
      ['JSON that is none', () => misbehaviours.say(200, 'application/json', '{"jsonrpc":'), 'gateway.upstream-broken', 502],
      ["another one's answer", () => misbehaviours.wrongId(), 'gateway.upstream-broken', 502],
      ['the same key twice', () => misbehaviours.duplicateKeys(), 'gateway.upstream-broken', 502],
      ['nesting of 5,000 levels', () => misbehaviours.nested(), 'gateway.upstream-broken', 502],
      ['a body of eleven megabytes', () => misbehaviours.hugeBody(), 'gateway.upstream-too-large', 502],
      ['an event of eleven megabytes', () => misbehaviours.hugeEvent(), 'gateway.upstream-too-large', 502],
      ['a gzip bomb', () => misbehaviours.compressionBomb('gzip'), 'gateway.upstream-too-large', 502],
      ['a brotli bomb', () => misbehaviours.compressionBomb('br'), 'gateway.upstream-too-large', 502],
      ['a refusal of the credentials', () => misbehaviours.status(401), 'gateway.upstream-login-needed', 502],
      ['a failure of its own', () => misbehaviours.status(500), 'gateway.upstream-broken', 502],
    ])(
      'answered with %s is a JSON-RPC error with its reason, and the record says so',
      async (_name, behaviour, reason, recorded) => {
        upstream.misbehave('tools/call', behaviour());
        const { status, json, text } = await within(route.client.call('echo', { a: 1 }), BOUND_MS, 'the call');
        expect({ status, code: json.error?.code, reason: json.error?.data?.reason, id: json.id }).toEqual({
          status: 200,
          code: -32603,
          reason,
          id: 1,
        });
        expect(text).not.toContain(CANARY);
        expect(text).not.toContain('127.0.0.1');
        await callsOnceVisible(
          installation.operator,
          route.workspace.slug,
          ([newest]) => expect(newest).toMatchObject({ status: recorded, outcome: 'upstream_error', reason, toolName: 'echo' }),
          '?limit=1',
        );
      },
      30_000,
    );

    it('is sent once and never again, whatever became of it', async () => {
      for (const behaviour of [misbehaviours.closeBeforeAnswer(), misbehaviours.closeInBody(), misbehaviours.status(503)]) {
        const before = upstream.messages('tools/call').length;
        upstream.misbehave('tools/call', behaviour);
        await route.client.call('echo');
        expect(upstream.messages('tools/call')).toHaveLength(before + 1);
      }
    }, 30_000);

    it('follows no redirect: the place it points to hears nothing', () => {
      expect(other.received).toHaveLength(0);
    });

    it('to a server that hangs holds up nobody else, and ends when its client goes away', async () => {
      upstream.misbehave('tools/call', misbehaviours.hang());
      const gone = new AbortController();
      const hanging = fetch(route.workspace.gatewayUrl, {
        method: 'POST',
        signal: gone.signal,
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: {
            name: 'echo',
            arguments: {},
            _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} },
          },
        }),
        headers: {
          authorization: `Bearer ${route.token.token}`,
          'content-type': 'application/json',
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': 'tools/call',
          'mcp-name': 'echo',
        },
      });
      const outcome = hanging.then(
        () => 'answered',
        () => 'aborted',
      );
      await upstream.arrival('tools/call');
      expect((await within(route.client.list(), BOUND_MS, 'the list')).status).toBe(200);
      gone.abort();
      expect(await outcome).toBe('aborted');
      await callsOnceVisible(
        installation.operator,
        route.workspace.slug,
        ([newest]) => expect(newest).toMatchObject({ status: 499, outcome: 'cancelled' }),
        '?limit=1',
      );
    }, 30_000);

    it('to a server that is gone is unreachable', async () => {
      const dead = await startFakeUpstream();
      const { client } = await givenRoute(installation.operator, [dead.url]);
      expect(await client.toolNames()).toContain('echo');
      await dead.close();
      const { json } = await within(client.call('echo'), BOUND_MS, 'the call');
      expect(json.error).toMatchObject({ code: -32603, data: { reason: 'gateway.upstream-unreachable' } });
    }, 30_000);
  });

  describe('a list', () => {
    it.each<[string, () => FakeBehaviour]>([
      ['hangs', () => misbehaviours.hang()],
      ['drips', () => misbehaviours.drip()],
      ['drips an event stream', () => misbehaviours.drip(20, 'text/event-stream')],
      ['sends a gzip bomb', () => misbehaviours.compressionBomb('gzip')],
      ['closes', () => misbehaviours.closeBeforeAnswer()],
      ['talks HTML', () => misbehaviours.say(200, 'text/html', '<p>hi')],
    ])(
      'of a server that %s is missing, and the others are all there within the deadline',
      async (_name, behaviour) => {
        const broken = await startFakeUpstream();
        try {
          for (const method of ['tools/list', 'server/discover', 'initialize']) broken.misbehave(method, behaviour());
          const { client, workspace, servers } = await givenRoute(installation.operator, [broken.url, 'builtin']);
          const names = await within(client.toolNames(), BOUND_MS, 'the list');
          expect(names).toContain('add');
          expect(names).not.toContain('echo_broken');
          const { problems } = await installation.operator.get<{ problems: { server: string; reason: string }[] }>(
            `/workspaces/${workspace.slug}/tools`,
          );
          expect(problems).toEqual([
            expect.objectContaining({ server: servers[0]!.slug, reason: expect.stringMatching(/^gateway\.upstream-/) }),
          ]);
        } finally {
          await broken.close();
        }
      },
      40_000,
    );
  });

  describe('what a server gets to see', () => {
    it("is its own credentials and headers, and nothing of the client's", async () => {
      const client = new GatewayClient(route.workspace.gatewayUrl, route.token.token);
      await client.post(
        {
          jsonrpc: '2.0',
          id: 5,
          method: 'tools/call',
          params: {
            name: 'echo',
            arguments: { secret: 'mine' },
            _meta: { 'vendor.example/key': 'kept', progressToken: 'client-progress' },
          },
        },
        {
          'x-client-secret': 'client-header',
          cookie: 'client=cookie',
          'user-agent': 'client-agent',
          'x-forwarded-for': '203.0.113.9',
          'x-api-key': 'client-key',
          referer: 'https://client.example/',
          'accept-language': 'xx-client',
          'last-event-id': 'client-event',
        },
      );
      const { headers, body } = upstream.messages('tools/call').at(-1)!;
      expect(headers['x-api-key']).toBe(CANARY);
      expect(headers['x-team']).toBe('blue');
      expect(Object.keys(headers).sort()).toEqual(
        expect.arrayContaining(['accept', 'content-type', 'host', 'mcp-method', 'mcp-name', 'mcp-protocol-version', 'x-api-key', 'x-team']),
      );
      expect(JSON.stringify(headers)).not.toMatch(/client|203\.0\.113\.9|mng_/);
      expect(body).not.toContain(route.token.token);
      expect(JSON.parse(body)).toMatchObject({
        params: { name: 'echo', arguments: { secret: 'mine' }, _meta: { 'vendor.example/key': 'kept' } },
      });
      expect(body).not.toContain('client-progress');
      for (const request of upstream.received) expect(JSON.stringify([request.headers, request.body])).not.toContain('mng_');
    });

    it('reaches no server of another workspace', async () => {
      // Calls alone: servers are looked at every thirty seconds, and their lists are read again.
      const before = upstream.messages('tools/call').length;
      await neighbour.client.list();
      expect((await neighbour.client.call('Second_Tool')).json.error).toMatchObject({
        code: -32602,
        data: { reason: 'gateway.tool-unknown' },
      });
      expect(upstream.messages('tools/call')).toHaveLength(before);
    });
  });

  describe('addresses that may not be reached', () => {
    it.each([
      'http://169.254.169.254/latest/meta-data',
      'http://10.0.0.1/mcp',
      'http://192.168.1.1:8080/mcp',
      'http://[::1]:8080/mcp',
      'http://[::ffff:169.254.169.254]/mcp',
      'http://0.0.0.0:80/mcp',
      'https://100.64.0.1/mcp',
      'http://[64:ff9b::a9fe:a9fe]/',
      'http://8.8.8.8/mcp',
      'https://[fe80::1]/mcp',
    ])('%s is refused before it is dialled', async (url) => {
      const { status, body } = await installation.operator.send<{ code: string } & TestReport>('POST', '/servers/test', {
        body: { transport: { type: 'streamable-http', url } },
      });
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'servers.address-denied' });
    });

    it.each(['file:///etc/passwd', 'ftp://example.com/x', 'javascript:alert(1)', 'http://user:pass@example.com/', 'not a url', ''])(
      '%j is no address at all',
      async (url) => {
        const outcome = await installation.operator.outcome('POST', '/servers', {
          body: { slug: freshSlug(), name: 'x', transport: { type: 'streamable-http', url } },
        });
        expect(outcome).toMatch(/^(400|422) /);
      },
    );

    it('the gateway cannot be made to call itself, whatever the rules say', async () => {
      for (const url of [
        `${installation.server.url}/api/gw/x`,
        installation.server.url.replace('127.0.0.1', 'localhost'),
        installation.server.url.replace('127.0.0.1', '127.0.0.2'),
      ]) {
        const { status, body } = await installation.operator.send<{ code: string }>('POST', '/servers/test', {
          body: { transport: { type: 'streamable-http', url } },
        });
        expect({ url, status, code: body.code }).toEqual({ url, status: 422, code: 'servers.address-denied' });
      }
    });

    it('a rule put in force later opens a place at once, and its removal closes it at once', async () => {
      const { operator } = installation;
      await operator.put('/settings/egress', { rules: ['10.255.255.1:9'] });
      const report = await within(
        operator.send<TestReport>('POST', '/servers/test', {
          body: { transport: { type: 'streamable-http', url: 'http://10.255.255.1:9/mcp' } },
        }),
        40_000,
        'the test',
      );
      expect(report.status).toBe(200);
      expect(report.body.ok).toBe(false);
      await operator.put('/settings/egress', { rules: [] });
      expect(
        await operator.outcome('POST', '/servers/test', {
          body: { transport: { type: 'streamable-http', url: 'http://10.255.255.1:9/mcp' } },
        }),
      ).toBe('422 servers.address-denied');
    }, 60_000);
  });

  it('a server that must not be reached any more is refused at the call too', async () => {
    const { operator } = installation;
    await operator.put('/settings/egress', { rules: ['[::1]/128:*'] });
    const server = await operator.send('POST', '/servers', {
      body: { slug: freshSlug(), name: 'v6', transport: { type: 'streamable-http', url: 'http://[::1]:9/mcp' } },
    });
    expect(server.status).toBe(201);
    await operator.put('/settings/egress', { rules: [] });
    const { slug } = server.body as unknown as { slug: string };
    const { client, workspace } = await givenRoute(operator, ['builtin']);
    await operator.post(`/workspaces/${workspace.slug}/servers`, { server: slug });
    expect(await client.toolNames()).toContain('add');
    const { problems } = await operator.get<{ problems: { reason: string }[] }>(`/workspaces/${workspace.slug}/tools`);
    expect(problems.map(({ reason }) => reason)).toEqual(['gateway.upstream-denied']);
  }, 30_000);

  it('a server whose credential is missing is not called without it', async () => {
    const { operator } = installation;
    // Servers of other tests are looked at every thirty seconds; this one alone is reached here.
    const own = await startFakeUpstream();
    const server = await givenServer(operator, own.url, { headers: [{ name: 'X-Api-Key', secret: true }] });
    const { client, workspace } = await givenRoute(operator, []);
    await operator.post(`/workspaces/${workspace.slug}/servers`, { server: server.slug });
    expect(await client.toolNames()).toEqual([]);
    expect(own.received).toEqual([]);
    await own.close();
  });
});
