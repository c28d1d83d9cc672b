import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { Draining } from './platform/context/draining.js';
import { HttpServer } from './platform/http/http-server.js';
import { createTestApp, type TestApp } from './testing/create-test-app.js';

describe('the whole product', () => {
  let product: TestApp;
  beforeAll(async () => {
    product = await createTestApp();
  }, 30_000);
  afterAll(() => product.close());

  it('is ready and tells who is signed in', async () => {
    expect((await product.client().get('//readyz')).status).toBe(200);
    const operator = await product.operator();
    expect((await operator.get('/me')).body).toMatchObject({ email: 'operator@example.com', operator: true });
  });

  it('refuses everything to strangers', async () => {
    expect((await product.client().get('/me')).status).toBe(401);
    expect((await product.client().post('//api/gw/acme', { jsonrpc: '2.0', id: 1, method: 'tools/list' })).status).toBe(401);
  });

  it('has a change in force when it is answered', async () => {
    const operator = await product.operator();
    expect((await operator.post('/workspaces', { name: 'Acme', slug: 'acme' })).status).toBe(201);
    const { status, body } = await operator.post('/workspaces/acme/tokens', { name: 'first' });
    expect(status).toBe(201);
    const client = product.client({ authorization: `Bearer ${body.token}` });
    const listed = await client.post('//api/gw/acme', { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
    expect(listed.body).toMatchObject({ id: 1, result: { tools: expect.any(Array) } });
  });

  it('is no longer ready once the stop begins', async () => {
    const stopping = await createTestApp();
    stopping.app.get(Draining).begin();
    expect((await stopping.client().get('//readyz')).status).toBe(503);
    await stopping.close();
  }, 30_000);
});

describe('the listener', () => {
  it('tells requests to come back until there is something to serve', async () => {
    const server = await HttpServer.open('127.0.0.1', 0);
    const response = await fetch(`http://127.0.0.1:${server.port}/anything`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    await server.close(0);
  });

  it('lets a request under way end, and takes no new connection meanwhile', async () => {
    const server = await HttpServer.open('127.0.0.1', 0);
    const { port } = server;
    let finish: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) =>
      server.serve([], (_request, response) => {
        finish = () => response.end('done');
        resolve();
      }),
    );
    const answer = fetch(`http://127.0.0.1:${port}/`);
    await arrived;
    const closed = server.close(10_000);
    const [refusal] = await once(connect(port, '127.0.0.1'), 'error');
    expect(refusal).toMatchObject({ code: 'ECONNREFUSED' });
    finish();
    expect(await (await answer).text()).toBe('done');
    await closed;
  });

  it('cuts requests that never end after its patience', async () => {
    const server = await HttpServer.open('127.0.0.1', 0);
    const arrived = new Promise<void>((resolve) => server.serve([], () => resolve()));
    const answer = fetch(`http://127.0.0.1:${server.port}/`).then(
      () => 'answered',
      () => 'cut',
    );
    await arrived;
    await server.close(50);
    expect(await answer).toBe('cut');
  });

  it('fails at once where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(HttpServer.open('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
    other.close();
  });
});
