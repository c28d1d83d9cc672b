import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import type { StorageConfig } from '../../config/slices.js';
import { ChangeFeed } from './change-feed.js';
import { LEDGER_CHANNEL, LedgerListener } from './ledger-listener.js';
import { quietLog } from '../../testing/quiet-log.js';

quietLog();

const NEVER_MS = 3_600_000;

describe('the listener of the ledger', () => {
  let database: TestDatabase;
  let feed: ChangeFeed;
  let listener: LedgerListener;
  let applied: number[];
  let waiting: { number: number; resolve: () => void }[];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    feed = new ChangeFeed();
    applied = [];
    waiting = [];
    feed.subscribe({
      name: 'test',
      apply: async (number) => {
        applied.push(number);
        for (const waiter of waiting.splice(0)) {
          if (number >= waiter.number) waiter.resolve();
          else waiting.push(waiter);
        }
      },
    });
    listener = new LedgerListener({ databaseUrl: database.appUrl } as StorageConfig, feed);
  });
  afterEach(() => listener.stop());

  /** What another process does: it counts up, with or without telling. */
  const growLedger = async (notice: boolean): Promise<number> => {
    const [[row]] = await database.owner.query('UPDATE ledger_counter SET number = number + 1 RETURNING number');
    if (notice) await database.owner.query(`SELECT pg_notify('${LEDGER_CHANNEL}', $1)`, [row.number]);
    return Number(row.number);
  };
  const until = (number: number): Promise<void> =>
    applied.some((seen) => seen >= number) ? Promise.resolve() : new Promise((resolve) => waiting.push({ number, resolve }));

  it('loads every consumer before it has started', async () => {
    await listener.start(NEVER_MS);
    expect(applied).toHaveLength(1);
  });

  it('hears the notice of another process', async () => {
    await listener.start(NEVER_MS);
    await until(await growLedger(true));
  });

  it('heals a lost notice by its poll', async () => {
    await listener.start(20);
    await until(await growLedger(false));
  });

  it('comes back after the database ended its connection', async () => {
    await listener.start(NEVER_MS);
    const number = await growLedger(false);
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mcpnest-ledger-listener' AND datname = current_database()`,
    );
    await until(number);
    await until(await growLedger(true));
  });

  it('loads again when a restored database counts fewer changes', async () => {
    await growLedger(false);
    const back = new Promise<void>((resolve) =>
      feed.subscribe({
        name: 'back',
        apply: async (number) => {
          if (number === 0) resolve();
        },
      }),
    );
    await listener.start(20);
    await database.owner.query('UPDATE ledger_counter SET number = 0');
    await back;
  });
});
