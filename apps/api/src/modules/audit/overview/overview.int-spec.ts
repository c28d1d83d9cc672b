import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';

jest.setTimeout(60_000);

describe('the overview', () => {
  let product: TestApp;
  let operator: RestClient;

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    const workspaceId: string = (await operator.post('/workspaces', { name: 'Acme' })).body.id;
    for (const [name, days] of [
      ['soon', 3],
      ['later', 40],
    ] as const) {
      const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
      await operator.post('/workspaces/acme/tokens', { name, expiresAt });
    }
    await operator.post('/workspaces/acme/tokens', { name: 'forgotten' });
    await product.database.owner.query(`UPDATE tokens SET created_at = now() - interval '100 days' WHERE name = 'forgotten'`);
    const failed = { outcome: 'timeout', status: 504, origin: 'upstream', serverSlug: 'slow' } as const;
    await insertCalls(product.app.get(CallWritesRepository, { strict: false }), [
      ...Array.from({ length: 4 }, (_, at) => callRecord({ workspaceId, receivedAt: Date.now() - 1_000 - at, ...failed })),
      callRecord({ workspaceId, receivedAt: Date.now() - 5_000, clientName: 'cursor/1' }),
      callRecord({ workspaceId, receivedAt: Date.now() - 2 * 3_600_000, ...failed, serverSlug: 'was-slow' }),
      callRecord({ workspaceId, receivedAt: Date.now() - 30 * 3_600_000 }),
    ]);
  });
  afterAll(() => product.close());

  it('counts the last day', async () => {
    const { calls, activeClients } = (await operator.get('/overview')).body;
    expect([calls.calls, calls.failed, activeClients]).toEqual([6, 5, 2]);
  });

  it('names what needs attention, with numbers that the linked lists hold', async () => {
    const { attention } = (await operator.get('/overview')).body;
    expect(attention).toEqual([
      { kind: 'server-failing', workspace: null, server: 'slow', count: 4, from: expect.any(String) },
      { kind: 'tokens-expiring', workspace: 'acme', server: null, count: 1, from: null },
      { kind: 'tokens-unused', workspace: 'acme', server: null, count: 1, from: null },
    ]);
    const { data } = (await operator.get(`/calls?server=slow&origin=upstream&from=${attention[0].from}`)).body;
    expect(data).toHaveLength(4);
  });

  it('is empty for who has no workspace', async () => {
    expect((await product.client().get('/overview')).status).toBe(401);
  });
});
