import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createUpstreamConnector, EgressPolicy } from '@mcpnest/mcp-upstream';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const SECRET = 'client-secret-canary-01';

/** A token endpoint: what it was asked, and what it answers. */
interface TokenServer {
  readonly url: string;
  readonly port: number;
  readonly asked: { readonly form: URLSearchParams; readonly authorization: string | undefined }[];
  answer: { status: number; body: unknown };
  close(): void;
}

async function startTokenServer(): Promise<TokenServer> {
  const asked: TokenServer['asked'] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ form: new URLSearchParams(Buffer.concat(chunks).toString()), authorization: request.headers.authorization });
      const body = started.answer.body ?? { access_token: `access-token-${asked.length}`, token_type: 'Bearer', expires_in: 3600 };
      response.writeHead(started.answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const started: TokenServer = {
    url: `http://127.0.0.1:${port}/token`,
    port,
    asked,
    answer: { status: 200, body: undefined },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return started;
}

describe('OAuth client credentials', () => {
  const masterKey = randomBytes(32);
  let bench: ServersBench;
  let upstream: FakeUpstream;
  let tokens: TokenServer;
  const transport = (auth: object) => ({
    type: 'streamable-http',
    url: upstream.url,
    auth: { type: 'oauth-client', tokenUrl: tokens.url, clientId: 'gate:way', ...auth },
  });
  const targetOf = async (slug: string) =>
    (await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme')!.find(({ target }) => target.serverSlug === slug)!.target;
  const create = async (slug: string, auth: object, credentials?: Record<string, string>) => {
    const body = { slug, name: slug, transport: transport(auth), credentials };
    const made = must(201, await bench.call('root', 'POST', '/servers', body)).body;
    must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: slug }));
    return made;
  };

  beforeAll(async () => {
    [upstream, tokens] = await Promise.all([startFakeUpstream(), startTokenServer()]);
    const allow = [upstream.port, tokens.port].map((port) => `127.0.0.1:${port}`);
    bench = await openServersBench({ masterKey, allow });
  });
  beforeEach(() => {
    tokens.answer = { status: 200, body: undefined };
    tokens.asked.length = 0;
  });
  afterAll(async () => {
    await bench.close();
    await upstream.close();
    tokens.close();
  });

  it('bring a token for the server, by a secret in the header', async () => {
    const made = await create('basic-client', { scopes: ['read', 'write'] }, { 'auth:client-secret': SECRET });
    expect(made.latestVersion.tools).toEqual(expect.any(Array));
    const [first] = tokens.asked;
    expect(Object.fromEntries(first!.form)).toEqual({ grant_type: 'client_credentials', scope: 'read write', resource: upstream.url });
    expect(first!.authorization).toBe(`Basic ${Buffer.from(`gate%3Away:${SECRET}`).toString('base64')}`);
    expect(upstream.messages('tools/list').at(-1)?.headers['authorization']).toMatch(/^Bearer access-token-\d+$/);
  });

  it('keep their token over changes of other servers, and drop it with their secret', async () => {
    const before = (await targetOf('basic-client')).authorization!;
    const value = await before.current();
    expect((await targetOf('basic-client')).authorization).toBe(before);
    must(200, await bench.call('root', 'PUT', '/servers/basic-client/credentials', { values: { 'auth:client-secret': `${SECRET}-2` } }));
    const after = (await targetOf('basic-client')).authorization!;
    expect(after).not.toBe(before);
    expect(await after.current()).not.toBe(value);
  });

  it('get another token where the server no longer takes the one they have, and lose no call by it', async () => {
    const target = await targetOf('basic-client');
    const stale = await target.authorization!.current();
    upstream.misbehave('tools/call', ({ request, response, behave }) =>
      request.headers['authorization'] === stale ? void response.writeHead(401).end() : behave(),
    );
    const parsed = EgressPolicy.parse([`127.0.0.1:${upstream.port}`], []);
    if (!parsed.ok) throw new Error('the rule is good');
    const connector = createUpstreamConnector({ policy: () => parsed.policy });
    const echo = {
      method: 'tools/call',
      name: 'echo',
      params: [
        ['name', '"echo"'],
        ['arguments', '{}'],
      ],
      meta: [],
      clientCapabilities: {},
      deadlineMs: 5_000,
    } as const;
    const before = upstream.messages('tools/call').length;
    try {
      const answer = await connector.send(target, echo, new AbortController().signal);
      expect(answer.reply.kind).toBe('result');
      expect(upstream.messages('tools/call').length - before).toBe(2);
      expect(await target.authorization!.current()).not.toBe(stale);
    } finally {
      upstream.misbehave('tools/call', undefined);
      await connector.close();
    }
  });

  it('prove themselves in the form, or by a signed assertion', async () => {
    await create('post-client', { method: 'client_secret_post' }, { 'auth:client-secret': SECRET });
    expect(Object.fromEntries(tokens.asked.at(-1)!.form)).toMatchObject({ client_id: 'gate:way', client_secret: SECRET });
    expect(tokens.asked.at(-1)!.authorization).toBeUndefined();
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await create('jwt-client', { method: 'private_key_jwt' }, { 'auth:private-key': JSON.stringify(privateKey.export({ format: 'jwk' })) });
    const { form } = tokens.asked.at(-1)!;
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const [header, claims, signature] = form.get('client_assertion')!.split('.');
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature!, 'base64url'),
    );
    expect(isSigned).toBe(true);
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({ iss: 'gate:way', aud: tokens.url });
  });

  it.each([
    ['a refusal', { status: 401, body: { error: 'invalid_client', error_description: SECRET } }, 'gateway.upstream-login-needed'],
    ['trouble', { status: 503, body: {} }, 'gateway.upstream-unreachable'],
    ['a redirect', { status: 307, body: {} }, 'gateway.upstream-redirected'],
    ['a token of another kind', { status: 200, body: { access_token: 'x', token_type: 'mac' } }, 'gateway.upstream-login-needed'],
    ['a token that is none', { status: 200, body: { access_token: 'a b\r\nx: y', token_type: 'bearer' } }, 'gateway.upstream-login-needed'],
    ['nonsense', { status: 200, body: 'nonsense' }, 'gateway.upstream-login-needed'],
  ])('say in words of their own where the answer is %s', async (_name, answer, reason) => {
    tokens.answer = answer;
    const tried = await bench.call('root', 'POST', '/servers/test', {
      transport: transport({}),
      credentials: { 'auth:client-secret': SECRET },
    });
    expect(must(200, tried).body.stages.at(-1)).toMatchObject({ ok: false, reason });
    expect(tried.text + bench.logged.join('\n')).not.toContain(SECRET);
  });

  it('do not follow their secret to another token endpoint', async () => {
    const elsewhere = await startTokenServer();
    try {
      const moved = { ...transport({}), auth: { type: 'oauth-client', tokenUrl: elsewhere.url, clientId: 'gate:way' } };
      must(201, await bench.call('root', 'POST', '/servers/basic-client/versions', { transport: moved }));
      expect(must(200, await bench.call('root', 'GET', '/servers/basic-client/credentials')).body.data).toMatchObject([
        { set: false, attached: true },
      ]);
      expect(elsewhere.asked).toEqual([]);
    } finally {
      elsewhere.close();
    }
  });

  it('stand in no row of any table and no log line, nor do their tokens or the master key', async () => {
    const tables: { name: string }[] = await bench.database.owner.query(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const rows: { text: string }[][] = await Promise.all(
      tables.map(({ name }) => bench.database.owner.query(`SELECT row_to_json(t)::text AS text FROM ${name} t`)),
    );
    const all = [...rows.flat().map(({ text }) => text), ...bench.logged].join('\n');
    expect(all).toContain('auth:client-secret');
    for (const secret of [SECRET, 'access-token-', masterKey.toString('base64'), masterKey.toString('hex')])
      expect(all).not.toContain(secret);
  });

  it.each<[object, string]>([
    [{ tokenUrl: 'ftp://x/' }, '/transport/auth/tokenUrl'],
    [{ tokenUrl: 'https://u:p@x/' }, '/transport/auth/tokenUrl'],
    [{ clientId: undefined }, '/transport/auth/clientId'],
    [{ type: 'bearer' }, '/transport/auth/tokenUrl'],
  ])('refuse %j', async (auth, pointer) => {
    const answer = must(400, await bench.call('root', 'POST', '/servers/test', { transport: transport(auth) }));
    expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });
});
