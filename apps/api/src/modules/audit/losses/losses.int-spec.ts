import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { AuditSigner } from '../chain/audit-signer.js';
import { CallSpool } from '../spool/call-spool.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';

jest.setTimeout(60_000);

const WRITER = 'w0123456789abcdef';

describe('missing call records', () => {
  let product: TestApp;
  let operator: RestClient;

  /** A gap as a writer tells it to the database. */
  const gap = (number: number, count: number): Promise<void> => {
    const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, number, second)).toISOString();
    const said = { chain: null, from: null, to: null, hash: null, since: at(0), until: at(30) };
    const signed = product.app
      .get(AuditSigner)
      .sign({ id: `${WRITER}.${number}`, writer: WRITER, reason: 'full' as const, count, ...said });
    return product.app.get(CallWritesRepository).gap(signed);
  };
  const open = async (): Promise<unknown> => (await operator.get('/audit/status')).body.open;
  const facts = async (): Promise<readonly unknown[]> =>
    (await operator.get('/ledger?event=audit.losses-acknowledged')).body.data.map((entry: { facts: unknown }) => entry.facts);

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    for (const number of [1, 2, 10]) await gap(number, number * 3);
  });
  afterAll(() => product.close());

  it('are told with what became of all the others', async () => {
    const spool = product.app.get(CallSpool);
    void spool.append(callRecord());
    await spool.flush();
    const { status, body } = await operator.get('/audit/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mode: 'available',
      open: { gaps: 3, records: 39 },
      figures: { accepted: 1, spooled: 1, stored: 1, waiting: 0, dropped: 0, unnoted: 0 },
    });
  });

  it('are listed newest first, page by page', async () => {
    const first = (await operator.get('/audit/gaps?limit=2')).body;
    const second = (await operator.get(`/audit/gaps?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...second.data].map(({ id }: { id: string }) => id)).toEqual([`${WRITER}.10`, `${WRITER}.2`, `${WRITER}.1`]);
    expect(first.data[0]).toMatchObject({ reason: 'full', count: 30, until: '2026-01-01T00:10:30.000Z', acknowledgement: null });
    expect(second.nextCursor).toBeNull();
  });

  it('stay open until somebody takes note of them, once, and that stands in the ledger', async () => {
    const request = { gaps: [`${WRITER}.1`, `${WRITER}.2`], note: 'The disk was full.' };
    expect((await operator.post('/audit/gap-acknowledgements', request)).body).toEqual({ gaps: 1, records: 30 });
    expect((await operator.post('/audit/gap-acknowledgements', { ...request, note: 'Again.' })).status).toBe(200);
    expect(await facts()).toEqual([{ gaps: request.gaps, more: 0, records: 9, note: 'The disk was full.' }]);
    expect(await open()).toEqual({ gaps: 1, records: 30 });
    expect((await operator.get('/audit/gaps?open=true')).body.data.map(({ id }: { id: string }) => id)).toEqual([`${WRITER}.10`]);
    expect((await operator.get('/audit/gaps')).body.data[1].acknowledgement).toEqual({
      at: expect.stringMatching(/Z$/),
      by: expect.any(String),
      note: 'The disk was full.',
    });
  });

  it('are taken note of all or none: a gap that is none refuses the rest', async () => {
    const { status, body } = await operator.post('/audit/gap-acknowledgements', { gaps: [`${WRITER}.10`, `${WRITER}.99`] });
    expect([status, body.code]).toEqual([404, 'audit.gap-not-found']);
    expect(await open()).toEqual({ gaps: 1, records: 30 });
  });

  it.each([{ gaps: [] }, { gaps: ['x'] }, { gaps: 'all' }, { gaps: [`${WRITER}.10`], note: '\u0000' }])(
    'need a request that is one: %j',
    async (body) => {
      expect((await operator.post('/audit/gap-acknowledgements', body)).status).toBe(400);
    },
  );

  it('are for readers of the ledger alone', async () => {
    const { body } = await operator.post('/workspaces', { name: 'Acme' });
    const invited = await operator.post(`/workspaces/${body.slug}/members`, { email: 'anna@example.com', role: 'auditor' });
    const member = product.client();
    const code = new URL(invited.body.inviteUrl).hash.slice(1);
    await member.post('/auth/invites/accept', { code, name: 'Anna', password: 'a long enough password' });
    expect((await member.get('/audit/status')).status).toBe(403);
    expect((await member.get('/audit/gaps')).status).toBe(403);
    expect((await member.post('/audit/gap-acknowledgements', { gaps: [`${WRITER}.10`] })).status).toBe(403);
  });
});
