import { startFakeUpstream, startSdkServer, type FakeUpstream, type SdkServer } from '@mcpnest/testkit';
import type { TestReport } from '@mcpnest/api-client';
import { filesHolding } from '../harness/data-search.js';
import { givenInstallation, type Installation } from '../harness/given.js';
import type { RestClient } from '../harness/rest-client.js';

describe('the connection test', () => {
  let installation: Installation;
  let operator: RestClient;
  let upstream: FakeUpstream;
  let sdk: SdkServer;

  beforeAll(async () => {
    [upstream, sdk, installation] = await Promise.all([startFakeUpstream(), startSdkServer({ version: 2 }), givenInstallation()]);
    ({ operator } = installation);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([upstream?.close(), sdk?.close(), installation?.server.remove()]);
  }, 60_000);

  const transportOf = (url: string, headers: readonly object[] = []): object => ({ type: 'streamable-http', url, headers });

  it('tells each stage, the family and the tools, and stores nothing', async () => {
    const before = (await operator.get<{ data: unknown[] }>('/servers')).data;
    const report = await operator.send<TestReport>('POST', '/servers/test', { body: { transport: transportOf(sdk.url) } });
    expect(report.status).toBe(200);
    expect(report.body).toMatchObject({
      ok: true,
      era: 'modern',
      serverInfo: { name: 'sdk-v2', version: '2.0.0' },
      tools: [{ name: 'greet', title: 'Greet', description: 'Says hello' }],
    });
    expect(report.body.stages.map(({ name, ok }) => [name, ok])).toEqual([
      ['address', true],
      ['connect', true],
      ['handshake', true],
      ['tools', true],
    ]);
    expect((await operator.get<{ data: unknown[] }>('/servers')).data).toEqual(before);
  });

  it('knows the demo', async () => {
    const report = await operator.send<TestReport>('POST', '/servers/test', { body: { transport: { type: 'builtin', name: 'demo' } } });
    expect(report.body).toMatchObject({ ok: true });
    expect(report.body.tools?.map(({ name }) => name)).toContain('echo');
  });

  it('says at which stage and why it failed', async () => {
    const dead = await startFakeUpstream();
    await dead.close();
    const refused = await operator.send<TestReport>('POST', '/servers/test', { body: { transport: transportOf(dead.url) } });
    expect(refused.body).toMatchObject({
      ok: false,
      stages: expect.arrayContaining([
        { name: 'connect', ok: false, reason: 'gateway.upstream-unreachable', detail: expect.any(String), ms: expect.any(Number) },
      ]),
    });
    const web = await startFakeUpstream();
    for (const method of ['server/discover', 'initialize'])
      web.misbehave(method, ({ response }) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
    const page = await operator.send<TestReport>('POST', '/servers/test', { body: { transport: transportOf(web.url) } });
    expect(page.body.ok).toBe(false);
    expect(page.body.stages.at(-1)).toMatchObject({ name: 'handshake', ok: false });
    await web.close();
  });

  it('uses credentials for itself alone', async () => {
    const value = 'only-for-this-test-77aa';
    await operator
      .post('/servers/test', { transport: transportOf(upstream.url, [{ name: 'X-Key', secret: true }]), credentials: { 'X-Key': value } })
      .catch(() => undefined);
    expect(upstream.received.some(({ headers }) => headers['x-key'] === value)).toBe(true);
    expect(filesHolding(installation.server.dataDir, value)).toEqual([]);
  });
});
