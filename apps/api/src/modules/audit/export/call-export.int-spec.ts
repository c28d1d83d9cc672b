import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';

jest.setTimeout(60_000);

describe('an export of calls', () => {
  let product: TestApp;
  let operator: RestClient;

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    const ids: string[] = [];
    for (const name of ['Acme', 'Other']) ids.push((await operator.post('/workspaces', { name })).body.id);
    const records = Array.from({ length: 2_300 }, (_, at) =>
      callRecord({
        workspaceId: ids[at % 10 === 0 ? 1 : 0]!,
        receivedAt: Date.now() - 60_000 - at,
        toolName: at % 2 === 0 ? '=cmd' : 'read',
        outcome: at % 3 === 0 ? 'timeout' : 'success',
      }),
    );
    await insertCalls(product.app.get(CallWritesRepository, { strict: false }), records);
  });
  afterAll(() => product.close());

  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

  it('holds every filtered call once, over many pages', async () => {
    const { key } = (await operator.post('/api-keys', { name: 'export' })).body;
    const address = `${product.url}/api/v1/workspaces/acme/call-export?format=ndjson&outcome=failed`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const calls = lines(await answer.text()).map((line) => JSON.parse(line) as { callId: string; outcome: string });
    expect(new Set(calls.map(({ callId }) => callId)).size).toBe(calls.length);
    expect([calls.length, new Set(calls.map(({ outcome }) => outcome))]).toEqual([690, new Set(['timeout'])]);
  });

  it('is a table that starts no formula', async () => {
    const { text } = await operator.get('/call-export');
    expect(lines(text)).toHaveLength(2_301);
    expect(text).toContain(`"'=cmd"`);
    expect(text).not.toContain(',=cmd');
  });

  it('stands in the ledger, with its filters', async () => {
    await operator.get('/workspaces/other/call-export?format=csv&tool=read');
    const [entry] = (await operator.get('/ledger?event=audit.calls-exported')).body.data;
    expect(entry).toMatchObject({ subject: { kind: 'workspace', name: 'other' }, facts: { format: 'csv' } });
    expect(entry.facts.filters).toEqual(['tool=read', expect.stringMatching(/^to=/)]);
  });

  it('is refused like the list itself', async () => {
    expect((await product.client().get('/workspaces/acme/call-export')).status).toBe(401);
    expect((await operator.get('/workspaces/nowhere/call-export')).status).toBe(404);
    expect((await operator.get('/call-export?format=xls')).status).toBe(400);
  });
});
