import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';

jest.setTimeout(120_000);

interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: any;
  readonly timestamp: string;
}

describe('webhooks tell of what happens by itself:', () => {
  let product: TestApp;
  let operator: RestClient;
  let receiver: Server;
  let upstream: FakeUpstream;
  let received: Received[];

  beforeAll(async () => {
    quietLog();
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ ...(JSON.parse(body) as Received), id: String(request.headers['webhook-id']) });
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    upstream = await startFakeUpstream({ era: 'dual' });
    const { port } = receiver.address() as AddressInfo;
    product = await createTestApp({ jobsByHand: true, environment: { EGRESS_ALLOW: `127.0.0.1:${port},127.0.0.1:${upstream.port}` } });
    operator = await product.operator();
    await operator.post('/workspaces', { name: 'Acme' });
    const url = `http://127.0.0.1:${port}/`;
    await operator.post('/settings/webhooks', { name: 'ops', url, events: ['server.down', 'server.up', 'token.expiring'] });
    await operator.post('/settings/webhooks', { name: 'others', url: `${url}other`, events: ['servers.', 'tokens.'] });
    received = [];
  });
  afterAll(async () => {
    await product.close();
    receiver.close();
    await upstream.close();
  });

  const run = (job: string) => product.app.get(JobRunner).runNow(job);
  const looks = async (count: number): Promise<void> => {
    for (let look = 0; look < count; look++) await run('servers.look-at-servers');
  };
  /** What was sent by two rounds, which send everything once. */
  const told = async (): Promise<Received[]> => {
    received = [];
    await run('audit.send-webhooks');
    await run('audit.send-webhooks');
    return received.filter(({ type }) => /^(server|token)\./.test(type));
  };
  const health = async () => (await operator.get('/workspaces/acme/servers')).body.data[0].health;

  it('a server that goes away, after three looks that say so, and comes back, after two', async () => {
    const transport = { type: 'streamable-http', url: upstream.url };
    expect((await operator.post('/servers', { name: 'Fake', slug: 'fake', transport })).status).toBe(201);
    await operator.post('/workspaces/acme/servers', { server: 'fake' });
    await looks(2);
    expect([await told(), await health()]).toMatchObject([[], { state: 'ok' }]);
    const { port } = upstream;
    await upstream.close();
    await looks(2);
    expect(await told()).toEqual([]);
    await looks(2);
    const [down, ...more] = await told();
    expect([down, more]).toEqual([
      {
        id: expect.stringMatching(/^msg_turn_trn_/),
        type: 'server.down',
        timestamp: expect.stringMatching(/Z$/),
        data: {
          server: { id: expect.stringMatching(/^srv_/), slug: 'fake', name: 'Fake' },
          version: 1,
          reason: 'gateway.upstream-unreachable',
          upSince: expect.stringMatching(/Z$/),
        },
      },
      [],
    ]);
    expect(await health()).toMatchObject({ state: 'failing', reason: 'gateway.upstream-unreachable' });
    upstream = await startFakeUpstream({ era: 'dual', port });
    await looks(1);
    expect(await told()).toEqual([]);
    await looks(2);
    expect(await told()).toMatchObject([{ type: 'server.up', data: { server: { slug: 'fake' }, version: 1, downSince: down!.timestamp } }]);
    expect(await health()).toMatchObject({ state: 'ok', reason: null });
  });

  it('nothing of a server that nobody shows any more', async () => {
    await operator.patch('/workspaces/acme/servers/fake', { enabled: false });
    await looks(1);
    expect(await product.database.owner.query('SELECT * FROM server_looks')).toEqual([]);
  });

  it('a token that expires, seven days and one day before, once each', async () => {
    const ids = new Map<string, string>();
    for (const name of ['month', 'soon', 'short', 'revoked', 'never']) {
      const { body } = await operator.post('/workspaces/acme/tokens', { name, kind: 'service' });
      ids.set(name, body.id);
    }
    const expires = (name: string, expiresIn: string, age = '60 days') =>
      product.database.owner.query(`UPDATE tokens SET expires_at = now() + $2::interval, created_at = now() - $3::interval WHERE id = $1`, [
        ids.get(name),
        expiresIn,
        age,
      ]);
    await product.database.owner.query(`UPDATE webhooks SET created_at = now() - interval '90 days'`);
    await expires('month', '30 days');
    await expires('soon', '6 days 23 hours');
    await expires('short', '3 days', '1 hour');
    await expires('revoked', '2 days');
    await operator.post(`/workspaces/acme/tokens/${ids.get('revoked')}/revoke`, {});
    const [first, ...more] = await told();
    expect([first, more]).toEqual([
      {
        id: expect.stringMatching(/^msg_expiring_tok_\w+_\d+_7$/),
        type: 'token.expiring',
        timestamp: expect.stringMatching(/Z$/),
        data: {
          token: { id: ids.get('soon'), name: 'soon', last4: expect.stringMatching(/^\w{4}$/), kind: 'service', owner: null },
          workspace: { id: expect.stringMatching(/^ws_/), slug: 'acme', name: 'Acme' },
          expiresAt: expect.stringMatching(/Z$/),
          days: 7,
        },
      },
      [],
    ]);
    await expires('soon', '23 hours');
    expect((await told()).map(({ data }) => [data.token.name, data.days])).toEqual([['soon', 1]]);
    expect(await told()).toEqual([]);
  });
});
