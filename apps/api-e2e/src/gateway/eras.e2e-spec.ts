import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { callsOnceVisible, givenInstallation, givenRoute, givenToken, type Installation, type Route } from '../harness/given.js';
import { envelope, GatewayClient, MODERN, type WireAnswer } from '../harness/gateway-client.js';
import { rawExchange } from '../harness/raw-http.js';

/** For so long a server that says nothing is waited for where its lists are asked for. */
const LIST_MS = 5_000;
const LEGACY = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'] as const;

describe('one URL speaks every revision, and answers what it does not serve as the revision says', () => {
  let installation: Installation;
  let modernUpstream: FakeUpstream;
  let legacyUpstream: FakeUpstream;
  let route: Route;
  let client: GatewayClient;

  beforeAll(async () => {
    [modernUpstream, legacyUpstream, installation] = await Promise.all([
      startFakeUpstream({
        tools: [{ name: 'new_tool', inputSchema: { type: 'object' }, 'x-vendor': { kept: [1] } }],
        callResult: () => ({
          content: [{ type: 'hologram', data: 'x' }],
          structuredContent: { ok: true },
          'x-extra': 1,
          resultType: 'complete',
        }),
      }),
      startFakeUpstream({ era: 'legacy', answer: 'sse', sessions: true, tools: [{ name: 'old_tool', inputSchema: { type: 'object' } }] }),
      givenInstallation(),
    ]);
    route = await givenRoute(installation.operator, [modernUpstream.url, legacyUpstream.url]);
    client = route.client;
  }, 90_000);

  afterAll(async () => {
    await Promise.all([modernUpstream?.close(), legacyUpstream?.close(), installation?.server.remove()]);
  }, 60_000);

  const essence = ({ status, json }: WireAnswer): { status: number; code: number | undefined } => ({ status, code: json.error?.code });

  describe('a modern client', () => {
    it('discovers, lists and calls servers of both families', async () => {
      const discovered = await client.modern('server/discover');
      expect(discovered).toMatchObject({
        status: 200,
        json: {
          id: 'm-1',
          result: {
            resultType: 'complete',
            supportedVersions: [MODERN],
            capabilities: { tools: {} },
            ttlMs: expect.any(Number),
            cacheScope: 'private',
          },
        },
      });
      expect(discovered.json.result?.['_meta']).toMatchObject({
        'io.modelcontextprotocol/serverInfo': { name: expect.any(String), version: expect.any(String) },
      });
      const listed = await client.modern('tools/list');
      expect(listed.json.result).toMatchObject({
        resultType: 'complete',
        ttlMs: expect.any(Number),
        cacheScope: 'private',
        tools: [{ name: 'new_tool', 'x-vendor': { kept: [1] } }, { name: 'old_tool' }],
      });
      expect((await client.modern('tools/call', { name: 'new_tool', arguments: {} })).json.result).toMatchObject({
        resultType: 'complete',
        content: [{ type: 'hologram', data: 'x' }],
        structuredContent: { ok: true },
        'x-extra': 1,
      });
      expect((await client.modern('tools/call', { name: 'old_tool', arguments: { a: 1 } })).json.result).toMatchObject({
        resultType: 'complete',
        content: [{ type: 'text', text: '{"a":1}' }],
      });
    });

    it('is given no session and its session header is ignored', async () => {
      const answer = await client.modern('tools/list', {}, { 'mcp-session-id': 'made-up' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('mcp-session-id')).toBeNull();
    });

    it('is discovered without waiting for any server', async () => {
      const hanging = await startFakeUpstream();
      try {
        for (const method of ['server/discover', 'initialize', 'tools/list']) hanging.misbehave(method, () => undefined);
        const { client: blocked } = await givenRoute(installation.operator, [hanging.url]);
        const before = performance.now();
        expect((await blocked.modern('server/discover')).status).toBe(200);
        expect(performance.now() - before).toBeLessThan(LIST_MS);
      } finally {
        await hanging.close();
      }
    }, 30_000);

    it.each<[string, Record<string, string | undefined>, Record<string, unknown>, number, number]>([
      ['the version header is missing', { 'mcp-protocol-version': undefined }, {}, 400, -32020],
      ['the version header names another revision', { 'mcp-protocol-version': '2025-11-25' }, {}, 400, -32020],
      ['the method header is missing', { 'mcp-method': undefined }, {}, 400, -32020],
      ['the method header names another method', { 'mcp-method': 'tools/list' }, {}, 400, -32020],
      ['the method header differs in case', { 'mcp-method': 'Tools/Call' }, {}, 400, -32020],
      ['the name header is missing', { 'mcp-name': undefined }, {}, 400, -32020],
      ['the name header names another tool', { 'mcp-name': 'old_tool' }, {}, 400, -32020],
      ['the name header is broken base64', { 'mcp-name': '=?base64?%%%?=' }, {}, 400, -32020],
      ['the revision is unknown', { 'mcp-protocol-version': '2099-01-01' }, { _meta: envelope('2099-01-01') }, 400, -32022],
      ['the envelope lacks the capabilities', {}, { _meta: { 'io.modelcontextprotocol/protocolVersion': MODERN } }, 400, -32602],
      ['the envelope is missing but the header is modern', {}, { _meta: {} }, 400, -32602],
      [
        'the envelope has a version that is no text',
        {},
        { _meta: { ...envelope(), 'io.modelcontextprotocol/protocolVersion': 1 } },
        400,
        -32602,
      ],
    ])('is refused where %s', async (_name, headers, params, status, code) => {
      const before = modernUpstream.messages('tools/call').length;
      expect(essence(await client.modern('tools/call', { name: 'new_tool', arguments: {}, ...params }, headers))).toEqual({ status, code });
      expect(modernUpstream.messages('tools/call')).toHaveLength(before);
    });

    it('is told the revisions that discovery tells', async () => {
      const refused = await client.modern('tools/list', { _meta: envelope('2099-01-01') }, { 'mcp-protocol-version': '2099-01-01' });
      const discovered = await client.modern('server/discover');
      expect(refused.json.error?.data?.supported).toEqual(discovered.json.result?.['supportedVersions']);
    });

    it('may name a tool in base64', async () => {
      const encoded = `=?base64?${Buffer.from('new_tool').toString('base64')}?=`;
      expect((await client.modern('tools/call', { name: 'new_tool', arguments: {} }, { 'mcp-name': encoded })).status).toBe(200);
    });

    it.each([
      'initialize',
      'ping',
      'logging/setLevel',
      'resources/subscribe',
      'resources/unsubscribe',
      'prompts/list',
      'no/such',
      'Tools/List',
    ])('%s is a 404 with -32601', async (method) => {
      expect(essence(await client.modern(method))).toEqual({ status: 404, code: -32601 });
    });

    it('may not send batches or responses', async () => {
      const headers = { 'mcp-protocol-version': MODERN };
      expect(essence(await client.post([{ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: envelope() } }], headers))).toEqual(
        { status: 400, code: -32600 },
      );
      expect(essence(await client.post({ jsonrpc: '2.0', id: 1, result: {} }, headers))).toEqual({ status: 400, code: -32600 });
    });

    it('has its notifications taken and dropped', async () => {
      const { status, text } = await client.post(
        { jsonrpc: '2.0', method: 'notifications/anything', params: { _meta: envelope() } },
        { 'mcp-protocol-version': MODERN },
      );
      expect({ status, text }).toEqual({ status: 202, text: '' });
    });

    it('is told an unknown tool in-band, with HTTP 200', async () => {
      const answer = await client.modern('tools/call', { name: 'nobody', arguments: {} });
      expect(answer).toMatchObject({ status: 200, json: { error: { code: -32602, data: { reason: 'gateway.tool-unknown' } } } });
    });
  });

  describe('a legacy client', () => {
    const initialize = (version: string): Promise<WireAnswer> =>
      client.post({
        jsonrpc: '2.0',
        id: 0,
        method: 'initialize',
        params: { protocolVersion: version, capabilities: {}, clientInfo: { name: 'old-client', version: '0.1' } },
      });

    it.each(LEGACY)('of %s shakes hands, lists, calls and says goodbye', async (version) => {
      const { json, headers } = await initialize(version);
      expect(json.result).toMatchObject({
        protocolVersion: version,
        capabilities: { tools: {} },
        serverInfo: { name: expect.any(String) },
      });
      const session = { 'mcp-session-id': headers.get('mcp-session-id')!, 'mcp-protocol-version': version };
      expect(session['mcp-session-id']).toMatch(/^[\x21-\x7e]{20,}$/);
      expect((await client.post({ jsonrpc: '2.0', method: 'notifications/initialized' }, session)).status).toBe(202);
      expect((await client.post({ jsonrpc: '2.0', id: 'p', method: 'ping' }, session)).json).toEqual({
        jsonrpc: '2.0',
        id: 'p',
        result: {},
      });
      const listed = await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, session);
      expect(listed.json.result?.tools?.map(({ name }) => name)).toEqual(['new_tool', 'old_tool']);
      expect(Object.keys(listed.json.result ?? {})).toEqual(['tools']);
      const called = await client.post(
        { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'new_tool', arguments: {} } },
        session,
      );
      // Structured results came with 2025-06-18.
      const structured = version >= '2025-06-18' && { structuredContent: { ok: true } };
      expect(called.json.result).toEqual({ content: [{ type: 'hologram', data: 'x' }], 'x-extra': 1, ...structured });
      await callsOnceVisible(
        installation.operator,
        route.workspace.slug,
        ([newest]) => expect(newest).toMatchObject({ clientName: 'old-client/0.1', protocolVersion: version }),
        '?limit=1',
      );
      expect((await client.send('DELETE', undefined, session)).status).toBeLessThan(300);
      expect(essence(await client.post({ jsonrpc: '2.0', id: 3, method: 'tools/list' }, session))).toEqual({ status: 404, code: -32001 });
    });

    it.each(['2026-07-28', '2099-01-01', '1.0'])('that asks for %s is offered the newest legacy revision', async (version) => {
      expect((await initialize(version)).json.result?.['protocolVersion']).toBe('2025-11-25');
    });

    it('without a session is served all the same, by plain JSON and without an Accept header', async () => {
      const { status, headers, json } = await client.list();
      expect({ status, type: headers.get('content-type'), session: headers.get('mcp-session-id') }).toEqual({
        status: 200,
        type: 'application/json',
        session: null,
      });
      expect(json.result?.tools).toHaveLength(2);
      expect((await client.call('old_tool', { a: 'ä' })).json.result?.content).toEqual([{ type: 'text', text: '{"a":"ä"}' }]);
    });

    it('keeps the type of its id', async () => {
      for (const id of [0, -1, 9_007_199_254_740_991, 'text', '', '1']) expect((await client.call('old_tool', {}, id)).json.id).toBe(id);
    });

    it('is told in-band what is not served', async () => {
      expect(essence(await client.post({ jsonrpc: '2.0', id: 1, method: 'no/such' }))).toEqual({ status: 200, code: -32601 });
      expect(essence(await client.post({ jsonrpc: '2.0', id: 1, method: 'server/discover' }))).toEqual({ status: 200, code: -32601 });
      expect(await client.call('nobody')).toMatchObject({
        status: 200,
        json: { error: { code: -32602, data: { reason: 'gateway.tool-unknown' } } },
      });
      expect(await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { cursor: 'made-up' } })).toMatchObject({
        status: 200,
        json: { error: { code: -32602, data: { reason: 'gateway.cursor-unknown' } } },
      });
    });

    it('that names an unknown session is sent back to the start', async () => {
      expect(essence(await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, { 'mcp-session-id': 'made-up' }))).toEqual({
        status: 404,
        code: -32001,
      });
    });

    it('cannot use the session of another token', async () => {
      const session = { 'mcp-session-id': (await initialize('2025-11-25')).headers.get('mcp-session-id')! };
      const stranger = new GatewayClient(client.url, (await givenToken(installation.operator, route.workspace.slug)).token);
      expect(essence(await stranger.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, session))).toEqual({ status: 404, code: -32001 });
      expect((await stranger.send('DELETE', undefined, session)).status).toBe(404);
      expect((await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, session)).status).toBe(200);
    });

    it('that names a revision nobody knows in its header is a 400', async () => {
      const session = { 'mcp-session-id': (await initialize('2025-11-25')).headers.get('mcp-session-id')! };
      expect(
        (await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, { ...session, 'mcp-protocol-version': '1999-01-01' })).status,
      ).toBe(400);
    });

    it('sends batches in the one revision that has them', async () => {
      const open = async (version: string): Promise<Record<string, string>> => ({
        'mcp-session-id': (await initialize(version)).headers.get('mcp-session-id')!,
      });
      const batch = [
        { jsonrpc: '2.0', id: 1, method: 'ping' },
        { jsonrpc: '2.0', method: 'notifications/initialized' },
        { jsonrpc: '2.0', id: 2, method: 'tools/list' },
      ];
      const answered = await client.post(batch, await open('2025-03-26'));
      expect(answered.status).toBe(200);
      expect((answered.json as unknown as { id: number }[]).map(({ id }) => id).sort()).toEqual([1, 2]);
      expect(essence(await client.post(batch, await open('2025-11-25')))).toEqual({ status: 400, code: -32600 });
    });
  });

  describe('other verbs', () => {
    it('GET without a session is a 405 in JSON', async () => {
      const answer = await client.send('GET', undefined, { accept: 'text/event-stream' });
      expect({ status: answer.status, allow: answer.headers.get('allow'), type: answer.headers.get('content-type') }).toEqual({
        status: 405,
        allow: 'POST',
        type: expect.stringContaining('json'),
      });
    });

    it('GET and DELETE of an unknown session are a 404', async () => {
      expect((await client.send('GET', undefined, { 'mcp-session-id': 'made-up' })).status).toBe(404);
      expect((await client.send('DELETE', undefined, { 'mcp-session-id': 'made-up' })).status).toBe(404);
    });

    it.each(['PUT', 'PATCH', 'OPTIONS', 'HEAD'])('%s is a 405 for who has a token and a 401 for who has none', async (verb) => {
      expect((await client.send(verb, undefined)).status).toBe(405);
      expect((await new GatewayClient(client.url).send(verb, undefined)).status).toBe(401);
    });
  });

  describe('browsers of other sites', () => {
    const ask = async (headers: Record<string, string>): Promise<number> => {
      const body = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
      const lines = Object.entries({
        host: '127.0.0.1',
        authorization: `Bearer ${route.token.token}`,
        'content-type': 'application/json',
        'content-length': String(body.length),
        ...headers,
      }).map(([name, value]) => `${name}: ${value}`);
      return (
        await rawExchange(installation.server.url, `POST /api/gw/${route.workspace.slug} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
      ).status;
    };

    it.each([
      'https://evil.example',
      'http://localhost.evil.example',
      'http://evil.example/localhost',
      'null',
      'http://127.0.0.1.evil.example',
      'file://',
      'http://[::2]',
    ])('an Origin of %s is a 403', async (origin) => {
      expect(await ask({ origin })).toBe(403);
    });

    it.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
      'an Origin of %s is one of this machine',
      async (origin) => {
        expect(await ask({ origin })).toBe(200);
      },
    );

    it.each(['evil.example', 'gateway.evil.example:3000', 'localhost.evil.example'])(
      'a Host of %s, as a rebound name brings it, is a 403',
      async (host) => {
        expect(await ask({ host })).toBe(403);
      },
    );

    it('get no permission to read any answer', async () => {
      const { headers } = await client.send('POST', '{"jsonrpc":"2.0","id":1,"method":"ping"}', {
        'content-type': 'application/json',
        origin: 'http://localhost:5173',
      });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    });
  });

  describe('clients that look for OAuth', () => {
    const LOOKED_FOR = [
      '/.well-known/oauth-protected-resource',
      '/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/.well-known/anything',
      '/register',
      '/authorize',
      '/token',
    ];

    it.each(LOOKED_FOR)('%s never answers with a page', async (path) => {
      for (const suffix of ['', `/api/gw/${route.workspace.slug}`]) {
        for (const method of ['GET', 'POST']) {
          const response = await fetch(`${installation.server.url}${path}${suffix}`, {
            method,
            headers: { accept: 'text/html,*/*' },
            redirect: 'manual',
          });
          expect(response.status).toBeGreaterThanOrEqual(400);
          expect(response.status).toBeLessThan(500);
          expect(response.headers.get('content-type')).toMatch(/json/);
          JSON.parse(await response.text());
        }
      }
    });

    it('are told at /register where a token is to be had', async () => {
      const response = await fetch(`${installation.server.url}/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"client_name":"x"}',
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: 'invalid_client_metadata',
        error_description: expect.stringContaining('/connect'),
      });
    });

    it('find no hint of OAuth in a 401', async () => {
      const response = await fetch(client.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect([...response.headers].join()).not.toMatch(/resource_metadata|oauth/i);
    });
  });
});
