import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { QuotaKeeper } from './quota-keeper.js';

jest.setTimeout(60_000);

interface Limit {
  readonly scope: string;
  readonly subject: string | null;
  readonly [field: string]: unknown;
}

describe('the limits of a workspace', () => {
  let product: TestApp;
  let operator: RestClient;
  let token: { id: string; token: string };
  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    await operator.post('/workspaces', { name: 'Acme', slug: 'acme' });
    await operator.post('/servers', { slug: 'demo', name: 'Demo', transport: { type: 'builtin', name: 'demo' } });
    await operator.post('/workspaces/acme/servers', { server: 'demo' });
    token = (await operator.post('/workspaces/acme/tokens', { name: 'laptop' })).body;
  });
  afterAll(() => product.close());

  const put = (body: object) => operator.put('/workspaces/acme/limits', body);
  const limitOf = async (scope: string, subject: string | null = null): Promise<Limit | undefined> =>
    ((await operator.get('/workspaces/acme/limits')).body.data as Limit[]).find((one) => one.scope === scope && one.subject === subject);
  const call = async (name = 'echo', secret = token.token) => {
    const response = await fetch(`${product.url}/api/gw/acme`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: { message: 'x' } } }),
    });
    const { error } = (await response.json()) as { error?: { data: { reason: string; limit: { scope: string } } } };
    return { status: response.status, headers: response.headers, reason: error?.data.reason, scope: error?.data.limit?.scope };
  };
  const clear = (scope: string, subject?: string) => put({ scope, ...(subject && { subject }) });

  it('begin with what is built in, and say so', async () => {
    expect(await limitOf('each-token')).toMatchObject({
      ratePerSecond: { value: 200, source: 'default' },
      burst: { value: 2_000, source: 'default' },
      concurrency: { value: 256, source: 'default' },
      callsPerDay: { value: null, source: 'default' },
    });
    expect(await limitOf('token', token.id)).toMatchObject({ name: 'laptop', ratePerSecond: { value: 200, source: 'default' } });
    expect(await limitOf('workspace')).toMatchObject({ ratePerSecond: { value: null, source: 'default' } });
  });

  it('of each token are those of the workspace, and can be another for one', async () => {
    await put({ scope: 'each-token', ratePerSecond: 20, callsPerDay: 500 });
    await put({ scope: 'token', subject: token.id, concurrency: 3 });
    expect((await operator.get('/workspaces/acme')).body.limits).toEqual({ ratePerSecond: 20, burst: 200, concurrency: 256 });
    expect(await limitOf('token', token.id)).toMatchObject({
      ratePerSecond: { value: 20, source: 'workspace' },
      burst: { value: 200, source: 'workspace' },
      concurrency: { value: 3, source: 'own' },
      callsPerDay: { value: 500, source: 'workspace' },
      callsToday: 0,
    });
    await clear('each-token');
    await clear('token', token.id);
    expect(await limitOf('token', token.id)).toMatchObject({ concurrency: { value: 256, source: 'default' } });
  });

  it.each([
    ['workspace', undefined],
    ['each-address', undefined],
    ['tool', 'demo:echo'],
  ])('of a %s are in force when they are answered, and gone when they are taken away', async (scope, subject) => {
    expect((await put({ scope, subject: subject ?? null, ratePerSecond: 1, burst: 1 })).status).toBe(200);
    // Both at once: a second later another one would be let through.
    const [passed, refused] = (await Promise.all([call(), call()])).sort((a, b) => a.status - b.status);
    expect(passed!.status).toBe(200);
    expect(refused).toMatchObject({ status: 429, reason: 'gateway.rate-limited', scope: scope.replace('each-', '') });
    expect(refused!.headers.get('retry-after')).toBe('1');
    expect(refused!.headers.get('ratelimit-policy')).toBe(`"${scope.replace('each-', '')}";q=1;w=1`);
    await clear(scope, subject);
    expect((await call()).status).toBe(200);
  });

  it('of a day survive the end of the process, to the call', async () => {
    await put({ scope: 'token', subject: token.id, callsPerDay: 3 });
    expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
    await product.app.get(QuotaKeeper, { strict: false }).tell();
    expect(await limitOf('token', token.id)).toMatchObject({ callsToday: 2, callsPerDay: { value: 3, source: 'own' } });
    const [{ calls }] = await product.database.owner.query('SELECT calls FROM limit_usage');
    expect(Number(calls)).toBe(2);
    // Another process counted one, and this one hears of it with what it tells next.
    await product.database.owner.query('UPDATE limit_usage SET calls = calls + 1');
    expect((await call()).status).toBe(200);
    await product.app.get(QuotaKeeper, { strict: false }).tell();
    const spent = await call();
    expect(spent).toMatchObject({ status: 429, reason: 'gateway.quota-spent', scope: 'token' });
    expect(spent.headers.get('ratelimit-policy')).toBe('"token-day";q=3;w=86400');
    await clear('token', token.id);
    expect((await call()).status).toBe(200);
  });

  it.each<[object, string]>([
    [{ scope: 'tool', subject: 'no colon' }, '/subject'],
    [{ scope: 'tool' }, '/subject'],
    [{ scope: 'token' }, '/subject'],
    [{ scope: 'workspace', subject: 'x' }, '/subject'],
    [{ scope: 'workspace', burst: 5 }, '/burst'],
    [{ scope: 'workspace', ratePerSecond: 0 }, '/ratePerSecond'],
    [{ scope: 'workspace', callsPerDay: 1.5 }, '/callsPerDay'],
    [{ scope: 'everything' }, '/scope'],
  ])('refuse %j', async (body, pointer) => {
    const { status, body: problem } = await put(body);
    expect([status, problem.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, [pointer]]);
  });

  it('know no token of elsewhere', async () => {
    expect((await put({ scope: 'token', subject: 'tok_nowhere', concurrency: 1 })).body.code).toBe('workspaces.token-not-found');
  });

  it('stand in the ledger, with who set them', async () => {
    const { data } = (await operator.get('/ledger?limit=50')).body;
    expect(data.find(({ event }: { event: string }) => event === 'workspaces.limit-changed').facts).toHaveProperty('scope');
  });
});
