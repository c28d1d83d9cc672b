import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { LedgerFact } from '../../../platform/events/ledger.port.js';
import { eventually } from '../../../testing/eventually.js';
import { AuditLedger } from './audit-ledger.repository.js';
import { LedgerQuery } from './ledger-query.dto.js';
import { LedgerReadModel } from './ledger.read-model.js';

const ctx = systemCtx('test');
const fact = (slug: string, workspaceId?: string): LedgerFact<'servers.deleted'> => ({
  event: 'servers.deleted',
  subject: { kind: 'server', id: `srv_${slug}`, name: slug },
  facts: { slug, name: slug },
  ...(workspaceId ? { workspaceId } : {}),
});
const query = (change: Partial<LedgerQuery> = {}): LedgerQuery => Object.assign(new LedgerQuery(), change);

jest.setTimeout(30_000);

describe('the ledger', () => {
  let database: TestDatabase;
  let feed: ChangeFeed;
  let tx: Tx;
  let list: LedgerReadModel;
  const ledger = new AuditLedger();

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    await database.owner.query('TRUNCATE ledger; UPDATE ledger_counter SET number = 0, sequence = 0, hash = NULL');
    feed = new ChangeFeed();
    tx = new Tx(database.dataSource, feed);
    list = new LedgerReadModel(tx);
  });
  afterAll(() => database.drop());

  it('takes a row with its number, and gives it back as it was', async () => {
    await tx.run({ ...ctx, actor: { kind: 'user', id: 'usr_1', name: 'Olga', operator: true }, requestId: 'req_1' }, (inner) =>
      ledger.append(inner, fact('demo', 'ws_1')),
    );
    expect((await list.list(ctx, query())).data).toEqual([
      {
        number: 1,
        sequence: 1,
        createdAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
        actor: { kind: 'user', id: 'usr_1', name: 'Olga' },
        event: 'servers.deleted',
        subject: { kind: 'server', id: 'srv_demo', name: 'demo' },
        workspaceId: 'ws_1',
        requestId: 'req_1',
        facts: { slug: 'demo', name: 'demo' },
        changes: [],
        moreChanges: 0,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('refuses a row outside a transaction', async () => {
    await expect(ledger.append(ctx, fact('demo'))).rejects.toThrow(/transaction/);
  });

  it('loses the row, and gives the number again, when the change is rolled back', async () => {
    await expect(
      tx.run(ctx, async (inner) => {
        await ledger.append(inner, fact('gone'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await tx.run(ctx, (inner) => ledger.append(inner, fact('kept')));
    expect((await list.list(ctx, query())).data.map(({ number, subject }) => [number, subject.name])).toEqual([[1, 'kept']]);
  });

  it('numbers densely and in order, however many changes commit at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => tx.run(ctx, (inner) => ledger.append(inner, fact(`s${i}`)))));
    const numbers = (await list.list(ctx, query({ limit: 200 }))).data.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => 40 - i));
  });

  it('settles the change feed with the last number of the transaction', async () => {
    const applied: number[] = [];
    feed.subscribe({
      name: 'test',
      apply: (number) => {
        applied.push(number);
        return Promise.resolve();
      },
    });
    await tx.run(ctx, async (inner) => {
      await ledger.append(inner, fact('a'));
      await ledger.append(inner, fact('b'));
    });
    expect(applied).toEqual([2]);
  });

  it('tells other replicas by a notice that goes out with the commit', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const notices: string[] = [];
    client.on('notification', ({ payload }) => notices.push(payload ?? ''));
    await client.query('LISTEN mcpnest_ledger');
    await tx.run(ctx, (inner) => ledger.append(inner, fact('a')));
    await eventually(
      () => notices,
      (all) => all.length > 0,
    );
    expect(notices).toEqual(['1']);
    await client.end();
  });

  it('is read in pages and by event, workspace and time', async () => {
    for (let i = 0; i < 5; i++) await tx.run(ctx, (inner) => ledger.append(inner, fact(`s${i}`, i % 2 ? 'ws_odd' : 'ws_even')));
    const first = await list.list(ctx, query({ limit: 2 }));
    const second = await list.list(ctx, query({ limit: 2, cursor: first.nextCursor ?? '' }));
    const third = await list.list(ctx, query({ limit: 2, cursor: second.nextCursor ?? '' }));
    expect([first, second, third].map(({ data }) => data.map(({ number }) => number))).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.nextCursor).toBeNull();
    expect((await list.list(ctx, query({ workspace: 'ws_odd' }))).data.map(({ number }) => number)).toEqual([4, 2]);
    expect((await list.list(ctx, query({ event: 'auth.signed-in' }))).data).toEqual([]);
    expect((await list.list(ctx, query({ to: '2001-01-01T00:00:00Z' }))).data).toEqual([]);
    expect((await list.list(ctx, query({ from: '2001-01-01T00:00:00Z' }))).data).toHaveLength(5);
  });
});
