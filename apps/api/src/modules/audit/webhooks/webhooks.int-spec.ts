import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';

jest.setTimeout(120_000);

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const HOOKS = '/settings/webhooks';

/** Whether a signature of the header was made with this secret, by the text of the specification. */
function isSignedBy({ headers, body }: Received, secret: string): boolean {
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(content)
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`);
}

describe('webhooks', () => {
  let product: TestApp;
  let operator: RestClient;
  let receiver: Server;
  let url: string;
  let received: Received[];
  let answer: { status: number; headers?: Record<string, string> };

  beforeAll(async () => {
    quietLog();
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(answer.status, answer.headers).end('a body nobody keeps');
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/hook/secret-part`;
    product = await createTestApp({ jobsByHand: true, environment: { EGRESS_ALLOW: `127.0.0.1:${port}` } });
    operator = await product.operator();
  });
  afterAll(async () => {
    await product.close();
    receiver.close();
  });
  beforeEach(() => {
    received = [];
    answer = { status: 204 };
  });

  const round = () => product.app.get(JobRunner).runNow('audit.send-webhooks');
  const create = async (name: string, events: string[], to = url) => {
    const { status, body } = await operator.post(HOOKS, { name, url: to, events });
    expect([status, body]).toEqual([201, expect.objectContaining({ secret: expect.stringMatching(/^whsec_[\w+/=]{44}$/) })]);
    return body as { id: string; secret: string };
  };
  const deliveries = async (id: string) => (await operator.get(`${HOOKS}/${id}/deliveries`)).body.data;
  const types = () => received.map(({ body }) => JSON.parse(body).type);
  const soon = (id: string) =>
    product.database.owner.query(`UPDATE webhook_messages SET next_at = now() WHERE webhook_id = $1 AND state = 'waiting'`, [id]);

  it('send facts that are wanted, each once, signed as Standard Webhooks says', async () => {
    const { id, secret } = await create('siem', ['workspaces.']);
    await operator.post('/workspaces', { name: 'Acme' });
    await operator.post('/api-keys', { name: 'not wanted' });
    await round();
    await round();
    expect(types()).toEqual(['workspaces.created']);
    const [message] = received;
    expect(isSignedBy(message!, secret)).toBe(true);
    expect(Math.abs(Number(message!.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(message!.body)).toEqual({
      type: 'workspaces.created',
      timestamp: expect.stringMatching(/Z$/),
      data: expect.objectContaining({
        event: 'workspaces.created',
        actor: expect.objectContaining({ kind: 'user' }),
        facts: { slug: 'acme', name: 'Acme' },
      }),
    });
    expect(await deliveries(id)).toEqual([
      expect.objectContaining({
        id: message!.headers['webhook-id'],
        state: 'delivered',
        nextAt: null,
        attempts: [expect.objectContaining({ status: 204, problem: null })],
      }),
    ]);
    await operator.delete(`${HOOKS}/${id}`);
  });

  it('sign with both secrets for a day after a rotation', async () => {
    const { id, secret } = await create('rotated', ['webhook.test']);
    const { body: rotated } = await operator.post(`${HOOKS}/${id}/rotate`);
    expect(Date.parse(rotated.formerSecretUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect((await operator.post(`${HOOKS}/${id}/test`)).body).toMatchObject({ type: 'webhook.test', state: 'delivered' });
    expect([secret, rotated.secret].map((one) => isSignedBy(received[0]!, one))).toEqual([true, true]);
    await product.database.owner.query(`UPDATE webhooks SET former_until = now() - interval '1 second'`);
    await operator.post(`${HOOKS}/${id}/test`);
    expect([secret, rotated.secret].map((one) => isSignedBy(received[1]!, one))).toEqual([false, true]);
    await operator.delete(`${HOOKS}/${id}`);
  });

  it('try again with growing pauses and the same id, wait for whoever names a time, then give up; a replay goes on', async () => {
    const { id } = await create('slow', ['webhook.test']);
    answer = { status: 503, headers: { 'retry-after': '100' } };
    const { body: first } = await operator.post(`${HOOKS}/${id}/test`);
    expect(first).toMatchObject({ state: 'waiting', attempts: [{ status: 503, problem: 'answered 503' }] });
    expect((Date.parse(first.nextAt) - Date.now()) / 1000).toBeGreaterThan(90);
    await round();
    expect(received).toHaveLength(1);
    answer = { status: 500 };
    for (let tries = 2; tries <= 10; tries++) {
      await soon(id);
      await round();
      expect(received).toHaveLength(tries);
    }
    const [dead] = await deliveries(id);
    expect([dead.state, dead.nextAt, dead.attempts.length]).toEqual(['dead', null, 10]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await round();
    expect(received).toHaveLength(10);
    answer = { status: 200 };
    expect((await operator.post(`${HOOKS}/${id}/deliveries/${dead.id}/replay`)).body).toMatchObject({ id: dead.id, state: 'delivered' });
    await operator.delete(`${HOOKS}/${id}`);
  });

  it('are switched off by a receiver that is gone, and deliver what waited once they are on again', async () => {
    const { id } = await create('gone', ['workspaces.']);
    answer = { status: 410 };
    await operator.post(`${HOOKS}/${id}/test`);
    expect((await operator.get(HOOKS)).body.data[0]).toMatchObject({ enabled: false, problem: expect.stringContaining('410') });
    answer = { status: 200 };
    expect((await operator.patch(`${HOOKS}/${id}`, { enabled: true })).body).toMatchObject({ enabled: true, problem: null });
    await operator.post('/workspaces', { name: 'Later' });
    await round();
    expect(types()).toEqual(['webhook.test', 'workspaces.created']);
    await operator.delete(`${HOOKS}/${id}`);
  });

  it('tell of checkpoints and of lost records, once each', async () => {
    const { id } = await create('audit', ['audit.checkpoint', 'audit.records-lost']);
    const writes = product.app.get(CallWritesRepository, { strict: false });
    const now = new Date().toISOString();
    const checkpoint = {
      ...{
        chain: 'w0.standard.2026-11-30',
        writer: 'w0',
        number: 1,
        sequence: 1,
        hash: 'h',
        dropped: 0,
        kind: 'interval' as const,
        madeAt: now,
      },
      ...{ previous: null, keyId: 'k', signature: 's' },
    } as const;
    product.app.get(CheckpointFeed, { strict: false }).tell([checkpoint]);
    await writes.checkpoint(checkpoint);
    const gap = { id: 'w0.1', writer: 'w0', reason: 'full', chain: null, from: null, to: null, hash: null, count: 3 } as const;
    await writes.gap({ ...gap, since: now, until: now, keyId: 'k', signature: 's' });
    await round();
    await round();
    const mine = received.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.writer === 'w0');
    expect(mine.map(({ type }) => type).sort()).toEqual(['audit.checkpoint', 'audit.records-lost']);
    expect(mine.find(({ type }) => type === 'audit.checkpoint').data).toEqual(checkpoint);
    await operator.delete(`${HOOKS}/${id}`);
  });

  it('reach no address that the rules deny, and no secret stands anywhere', async () => {
    const { id, secret } = await create('inside', ['*'], 'http://127.0.0.1:1/secret-part');
    const { body } = await operator.post(`${HOOKS}/${id}/test`);
    expect(body).toMatchObject({ state: 'waiting', attempts: [{ status: null, problem: expect.any(String) }] });
    expect(body.attempts[0].problem).not.toContain('127.0.0.1');
    const tables = ['ledger', 'webhooks', 'webhook_messages'];
    const stored = await Promise.all(tables.map((table) => product.database.owner.query(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored[0])).not.toContain('secret-part');
    expect((await operator.post(HOOKS, { name: 'inside', url, events: ['*'] })).body.code).toBe('audit.webhook-name-taken');
    for (const bad of [{ url: 'ftp://x/' }, { url: 'https://a:b@x.example/' }, { events: [] }, { events: ['DROP'] }])
      expect((await operator.post(HOOKS, { name: 'bad', url, events: ['*'], ...bad })).status).toBe(400);
  });
});
