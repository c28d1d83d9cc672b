import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { openHttpBench, type HttpBench } from './testing/http-bench.js';

describe('the console', () => {
  let bench: HttpBench;
  beforeAll(async () => {
    bench = await openHttpBench([], { console: true });
  });
  afterAll(() => bench.close());

  it.each(['/', '/workspaces/acme/calls', '/connect', '/index.html', '/setup'])(
    'answers its own address %s with its page, never cached',
    async (path) => {
      const response = await bench.request(path);
      expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(await response.text()).toContain('<title>Console</title>');
    },
  );

  it('gives run-time styles a fresh nonce in page and policy, and scripts none', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await bench.request('/');
        const [, inPage] = /content="([^"]+)"/.exec(await response.text()) ?? [];
        expect(response.headers.get('content-security-policy')).toBe(
          `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${inPage}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
        );
        return inPage;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('keeps hashed files for ever and others fresh', async () => {
    expect((await bench.request('/assets/index-abc123.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await bench.request('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/gone.js', '/.env', '/assets/', '/a/../b.txt'])('answers %s with 404, not with a page', async (path) => {
    const response = await bench.request(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).not.toContain('html');
  });

  it.each(['/../../../../../../etc/passwd', '/assets/..%2f..%2f..%2f..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd'])(
    'never leaves its folder for %s',
    async (path) => {
      const { port } = new URL(bench.url);
      const sent = request({ port, host: '127.0.0.1', path }).end();
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      let text = '';
      for await (const chunk of answer) text += String(chunk);
      expect(text).not.toContain('root:');
    },
  );

  it.each([
    '/api',
    '/api/v1/nothing',
    '/api/gw',
    '/.well-known/oauth-authorization-server',
    '/.well-known/oauth-protected-resource/api/gw/acme',
    '/register',
    '/authorize',
    '/token',
    '/livez/x',
  ])('never answers for %s', async (path) => {
    const response = await bench.request(path, { headers: { accept: 'text/html' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('tells clients that register by themselves where a token is to be had', async () => {
    const response = await bench.request('/register', { method: 'POST', body: { redirect_uris: [] } });
    expect(response.status).toBe(400);
    const { error, error_description } = (await response.json()) as Record<string, string>;
    expect(error).toBe('invalid_client_metadata');
    expect(error_description).toContain('http://gateway.example/connect');
  });

  it('says in a plain sentence that it is not built', async () => {
    const unbuilt = await openHttpBench([]);
    const response = await unbuilt.request('/');
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(await response.text()).toMatch(/not built.*npm run build/);
    await unbuilt.close();
  });
});
