import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { eventually } from '../harness/eventually.js';
import { givenInstallation, givenRoute, givenToken, type Installation, type Route } from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import { RawConnection, rawExchange, type RawAnswer } from '../harness/raw-http.js';

const MIB = 1024 * 1024;
const ANSWER_WITHIN_MS = 5_000;

describe('whatever a client sends, it gets the documented error, at once, and nobody else notices', () => {
  let installation: Installation;
  let upstream: FakeUpstream;
  let route: Route;
  let neighbour: Route;

  beforeAll(async () => {
    [upstream, installation] = await Promise.all([startFakeUpstream(), givenInstallation()]);
    route = await givenRoute(installation.operator, [upstream.url]);
    neighbour = await givenRoute(installation.operator, ['builtin']);
    await route.client.list();
  }, 90_000);

  afterAll(async () => {
    await Promise.all([upstream?.close(), installation?.server.remove()]);
  }, 60_000);

  afterEach(async () => {
    const healthy = await neighbour.client.call('add', { a: 1, b: 2 });
    expect(healthy.json.result?.content?.[0]?.text).toBe('3');
    expect(upstream.messages('tools/call')).toHaveLength(0);
  });

  const CALL = (params: string): string => `{"jsonrpc":"2.0","id":7,"method":"tools/call","params":${params}}`;

  describe('a body that is no message', () => {
    it.each<[string, string, number, string]>([
      ['nothing', '', -32700, 'gateway.malformed'],
      ['cut off', '{"jsonrpc":"2.0","id":1,', -32700, 'gateway.malformed'],
      ['not JSON', 'hello', -32700, 'gateway.malformed'],
      [
        'two messages in a row',
        '{"jsonrpc":"2.0","id":1,"method":"ping"}{"jsonrpc":"2.0","id":2,"method":"ping"}',
        -32700,
        'gateway.malformed',
      ],
      ['a comment', '{"jsonrpc":"2.0","id":1,"method":"ping"/* x */}', -32700, 'gateway.malformed'],
      [
        'nested 65 levels deep',
        CALL(`{"name":"echo","arguments":{"x":${'['.repeat(62)}${']'.repeat(62)}}}`),
        -32600,
        'gateway.invalid-message',
      ],
      ['nested a million levels deep', '['.repeat(MIB), -32600, 'gateway.invalid-message'],
      [
        'the method twice',
        '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/call","params":{"name":"echo"}}',
        -32600,
        'gateway.invalid-message',
      ],
      ['the tool name twice', CALL('{"name":"unknown","name":"echo","arguments":{}}'), -32600, 'gateway.invalid-message'],
      ['the same argument twice', CALL('{"name":"echo","arguments":{"a":1,"a":2}}'), -32600, 'gateway.invalid-message'],
      ['the same argument twice, once escaped', CALL('{"name":"echo","arguments":{"a":1,"\\u0061":2}}'), -32600, 'gateway.invalid-message'],
      ['a text', '"tools/list"', -32600, 'gateway.invalid-message'],
      ['a number', '42', -32600, 'gateway.invalid-message'],
      ['null', 'null', -32600, 'gateway.invalid-message'],
      ['no jsonrpc', '{"id":1,"method":"tools/list"}', -32600, 'gateway.invalid-message'],
      ['another jsonrpc', '{"jsonrpc":"1.0","id":1,"method":"tools/list"}', -32600, 'gateway.invalid-message'],
      ['an id of null', '{"jsonrpc":"2.0","id":null,"method":"tools/list"}', -32600, 'gateway.invalid-message'],
      ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"tools/list"}', -32600, 'gateway.invalid-message'],
      ['a fractional id', '{"jsonrpc":"2.0","id":1.5,"method":"tools/list"}', -32600, 'gateway.invalid-message'],
      ['a method that is a number', '{"jsonrpc":"2.0","id":1,"method":1}', -32600, 'gateway.invalid-message'],
      ['params that are a list', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":["echo"]}', -32602, 'gateway.invalid-params'],
      ['a batch outside its revision', '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]', -32600, 'gateway.invalid-message'],
    ])('%s is a 400 with the right code', async (_name, body, code, reason) => {
      const { status, json, headers } = await route.client.post(body);
      expect({ status, code: json.error?.code, reason: json.error?.data?.reason }).toEqual({ status: 400, code, reason });
      expect(headers.get('content-type')).toBe('application/json');
    });

    it('a name that is no text is refused as a parameter', async () => {
      for (const name of ['1', 'null', '{}', '["echo"]']) {
        const { json } = await route.client.post(CALL(`{"name":${name},"arguments":{}}`));
        expect(json.error).toMatchObject({ code: -32602 });
      }
    });

    it('bytes that are no UTF-8 are a 400', async () => {
      const body = Buffer.concat([
        Buffer.from('{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('"}}'),
      ]);
      const answer = await raw('POST', [`content-length: ${body.length}`], body);
      expect(answer).toMatchObject({ status: 400 });
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: -32700 } });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data; boundary=x', ''])(
      'content type %j is a 415',
      async (contentType) => {
        const { status, json } = await route.client.send(
          'POST',
          '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
          contentType === '' ? { 'content-type': ' ' } : { 'content-type': contentType },
        );
        expect({ status, reason: json.error?.data?.reason }).toEqual({ status: 415, reason: 'gateway.unsupported-media-type' });
      },
    );
  });

  describe('a body past 4 MiB', () => {
    it('is refused by its length before it is sent', async () => {
      const connection = await RawConnection.open(installation.server.url);
      connection.write(head('POST', [`content-length: ${4 * MIB + 1}`]));
      expect(refusal(await connection.answer(ANSWER_WITHIN_MS))).toEqual({ status: 413, reason: 'gateway.body-too-large' });
      connection.close();
    });

    it('is refused while it arrives in chunks that tell no length', async () => {
      const connection = await RawConnection.open(installation.server.url);
      connection.write(head('POST', ['transfer-encoding: chunked']));
      const chunk = Buffer.from(`${MIB.toString(16)}\r\n${' '.repeat(MIB)}\r\n`);
      for (let sent = 0; sent <= 4; sent++) connection.write(chunk);
      expect(refusal(await connection.answer(ANSWER_WITHIN_MS))).toEqual({ status: 413, reason: 'gateway.body-too-large' });
      connection.close();
    });

    it('of 4 MiB sharp is taken', async () => {
      const message = '{"jsonrpc":"2.0","id":1,"method":"ping","params":{"pad":""}}';
      const { status } = await route.client.post(message.replace('""', `"${'x'.repeat(4 * MIB - message.length)}"`));
      expect(status).toBe(200);
    });

    it('cannot be smuggled in compressed', async () => {
      const { status } = await route.client.post('{}', { 'content-encoding': 'gzip' });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });
  });

  describe('HTTP that is none', () => {
    it.each<[string, string]>([
      [
        'a length and chunks',
        'POST /api/gw/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ],
      ['two lengths', 'POST /api/gw/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
      ['a line feed in a header', 'POST /api/gw/x HTTP/1.1\r\nhost: localhost\r\nx: a\rb\r\n\r\n'],
      ['headers of a hundred kilobytes', `POST /api/gw/x HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
      ['another protocol', 'EHLO gateway\r\n\r\n'],
    ])('%s ends the connection with a 4xx', async (_name, bytes) => {
      const { status } = await rawExchange(installation.server.url, bytes, ANSWER_WITHIN_MS);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });

    it('a client that goes away in the middle of its body harms nobody', async () => {
      const connections = await Promise.all(Array.from({ length: 20 }, () => RawConnection.open(installation.server.url)));
      for (const connection of connections) {
        connection.write(head('POST', ['content-length: 100']) + '{"jsonrpc"');
        connection.close();
      }
    });
  });

  describe('a token that is not valid here', () => {
    const code = async (authorization: string | undefined, slug = route.workspace.slug): Promise<string> => {
      const response = await fetch(`${installation.server.url}/api/gw/${slug}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
        body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
      });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const problem = (await response.json()) as { code: string; detail: string };
      expect(problem.detail).toContain('/connect');
      return `${response.status} ${problem.code}`;
    };

    it('is told from none at all and from a mistyped one', async () => {
      expect(await code(undefined)).toBe('401 auth.token-missing');
      expect(await code('')).toBe('401 auth.token-missing');
      expect(await code(`Basic ${Buffer.from('a:b').toString('base64')}`)).toBe('401 auth.token-missing');
      expect(await code('Bearer')).toBe('401 auth.token-malformed');
      expect(await code('Bearer mng_short')).toBe('401 auth.token-malformed');
      expect(await code(`Bearer ${route.token.token.slice(0, -1)}!`)).toBe('401 auth.token-malformed');
      expect(await code(`Bearer ${route.token.token.slice(0, -1)}${route.token.token.endsWith('0') ? '1' : '0'}`)).toBe(
        '401 auth.token-malformed',
      );
      expect(await code('Bearer mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2')).toBe('401 auth.token-not-valid-here');
    });

    it('is one and the same answer for an unknown token, a foreign one and an unknown workspace', async () => {
      const ask = async (slug: string, token: string): Promise<{ status: number; headers: string[]; body: Record<string, unknown> }> => {
        const { status, headers, text } = await new GatewayClient(`${installation.server.url}/api/gw/${slug}`, token).list();
        const { instance, ...body } = JSON.parse(text) as Record<string, unknown>;
        expect(instance).toEqual(expect.any(String));
        return { status, body, headers: [...headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`) };
      };
      const unknownToken = await ask(route.workspace.slug, 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2');
      expect(unknownToken.body['code']).toBe('auth.token-not-valid-here');
      expect(await ask(route.workspace.slug, neighbour.token.token)).toEqual(unknownToken);
      expect(await ask('no-such-workspace', route.token.token)).toEqual(unknownToken);
      expect(await ask('no-such-workspace', 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2')).toEqual(unknownToken);
      expect(await ask(encodeURIComponent('../x'), route.token.token)).toEqual(unknownToken);
      expect(await ask('__proto__', route.token.token)).toEqual(unknownToken);
      expect(await ask(route.workspace.slug.toUpperCase(), route.token.token)).toEqual(unknownToken);
    });

    it('says so when it has expired or was revoked', async () => {
      const expired = await givenToken(installation.operator, route.workspace.slug, {
        // A token that has expired already cannot be made: it takes a while on a busy machine.
        expiresAt: new Date(Date.now() + 3_000).toISOString(),
      });
      const client = new GatewayClient(route.workspace.gatewayUrl, expired.token);
      await eventually(async () => expect((await client.list()).status).toBe(401), 10_000);
      expect(await code(`Bearer ${expired.token}`)).toBe('401 auth.token-expired');
      const revoked = await givenToken(installation.operator, route.workspace.slug);
      await installation.operator.post(`/workspaces/${route.workspace.slug}/tokens/${revoked.id}/revoke`);
      expect(await code(`Bearer ${revoked.token}`)).toBe('401 auth.token-revoked');
      expect(await code(`Bearer ${revoked.token}`, neighbour.workspace.slug)).toBe('401 auth.token-not-valid-here');
    });

    it('counts in the Authorization header alone: not in the query, a cookie, the path or the body', async () => {
      const { token } = route.token;
      const ask = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
        (
          await fetch(`${installation.server.url}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {}, token }),
          })
        ).status;
      const path = `/api/gw/${route.workspace.slug}`;
      expect(await ask(`${path}?token=${token}&access_token=${token}&authorization=Bearer%20${token}`)).toBe(401);
      expect(await ask(path, { cookie: `token=${token}; mcpnest=${token}; authorization=Bearer ${token}` })).toBe(401);
      expect(await ask(path, { 'x-api-key': token, 'proxy-authorization': `Bearer ${token}`, 'x-authorization': `Bearer ${token}` })).toBe(
        401,
      );
      expect([401, 404]).toContain(await ask(`${path}/${token}`));
      expect(await ask(path, { cookie: installation.operator.cookie })).toBe(401);
      expect(installation.server.stderr.join('\n')).not.toContain(token);
    });

    it('is not good for the REST API, nor an API key for the endpoint', async () => {
      expect(await installation.anonymous.withKey(route.token.token).outcome('GET', '/me')).toBe('401 auth.api-key-not-valid');
      const { key } = await installation.operator.post<{ key: string }>('/api-keys', { name: 'for the endpoint' });
      expect(await code(`Bearer ${key}`)).toBe('401 auth.token-malformed');
    });
  });

  function head(method: string, lines: readonly string[]): string {
    return [
      `${method} /api/gw/${route.workspace.slug} HTTP/1.1`,
      'host: localhost',
      `authorization: Bearer ${route.token.token}`,
      'content-type: application/json',
      ...lines,
      '',
      '',
    ].join('\r\n');
  }

  function raw(method: string, lines: readonly string[], body: Buffer): Promise<RawAnswer> {
    return rawExchange(installation.server.url, Buffer.concat([Buffer.from(head(method, lines)), body]), ANSWER_WITHIN_MS);
  }

  const refusal = ({ status, body }: RawAnswer): { status: number; reason: unknown } => ({
    status,
    reason: (JSON.parse(body) as { error?: { data?: { reason?: string } } }).error?.data?.reason,
  });
});
