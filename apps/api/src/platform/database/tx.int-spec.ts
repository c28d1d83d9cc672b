import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { systemCtx } from '../context/ctx.js';
import { ChangeFeed } from '../events/change-feed.js';
import { transactionOf } from './open-transaction.js';
import { SettingsRepository } from './settings.repository.js';
import { Tx } from './tx.js';
import { quietLog } from '../../testing/quiet-log.js';

quietLog();

describe('a transaction', () => {
  let database: TestDatabase;
  let tx: Tx;
  let settings: SettingsRepository;
  let feed: ChangeFeed;
  const ctx = systemCtx('test');
  const count = async () => Number((await database.owner.query('SELECT number FROM ledger_counter'))[0].number);
  /** What the audit room does with a fact. */
  const appendFact = async (inside: typeof ctx) => {
    const transaction = transactionOf(inside)!;
    const [[row]] = await transaction.in('').query('UPDATE ledger_counter SET number = number + 1 RETURNING number');
    transaction.ledgerNumber = Number(row.number);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    feed = new ChangeFeed();
    tx = new Tx(database.dataSource, feed);
    settings = new SettingsRepository(tx);
  });

  it('keeps what was written by its nested runs, in one commit', async () => {
    const seenFromOutside = await tx.run(ctx, async (outer) => {
      await settings.write(outer, 'test.one', 1);
      await tx.run(outer, (inner) => settings.write(inner, 'test.two', 2));
      return settings.read(ctx, 'test.two');
    });
    expect(seenFromOutside).toBeUndefined();
    expect(await settings.read(ctx, 'test.two')).toBe(2);
  });

  it('drops the change together with its ledger row when it fails', async () => {
    const before = await count();
    const failing = tx.run(ctx, async (inside) => {
      await settings.write(inside, 'test.gone', 1);
      await tx.run(inside, appendFact);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await settings.read(ctx, 'test.gone')).toBeUndefined();
    expect(await count()).toBe(before);
  });

  it('answers only when this process runs on the change, and after it can be read', async () => {
    const loaded: unknown[] = [];
    feed.subscribe({ name: 'test', apply: async () => void loaded.push(await settings.read(ctx, 'test.loaded')) });
    await tx.run(ctx, async (inside) => {
      await settings.write(inside, 'test.loaded', 'new');
      await appendFact(inside);
    });
    expect(loaded).toEqual(['new']);
  });

  it('is answered although a consumer fails', async () => {
    feed.subscribe({ name: 'test', apply: () => Promise.reject(new Error('broken')) });
    await expect(
      tx.run(ctx, async (inside) => {
        await appendFact(inside);
        return 'done';
      }),
    ).resolves.toBe('done');
  });
});

describe('settings', () => {
  it('are written once where only one may win', async () => {
    const database = await createTestDatabase();
    const settings = new SettingsRepository(new Tx(database.dataSource, new ChangeFeed()));
    const won = await Promise.all([1, 2, 3, 4].map((value) => settings.writeOnce(systemCtx('test'), 'test.winner', value)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await settings.remove(systemCtx('test'), 'test.winner')).toBe(true);
    expect(await settings.remove(systemCtx('test'), 'test.winner')).toBe(false);
    await database.drop();
  });
});
