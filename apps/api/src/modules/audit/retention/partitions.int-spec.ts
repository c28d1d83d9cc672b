import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { spooledRows } from '../testing/spooled-rows.js';
import { PartitionsRepository } from './partitions.repository.js';

const DAY_MS = 86_400_000;

jest.setTimeout(30_000);

describe('the partitions of call records', () => {
  let database: TestDatabase;
  let partitions: PartitionsRepository;
  let writes: CallWritesRepository;
  const days = async (parent = 'mcp_tool_calls_standard'): Promise<string[]> =>
    (
      await database.owner.query(
        `SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = $1::regclass AND relname ~ '[0-9]{8}$' ORDER BY 1`,
        [parent],
      )
    ).map(({ relname }: { relname: string }) => relname.slice(-8));
  const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const total = async (where = 'true'): Promise<number> =>
    (await database.owner.query(`SELECT count(*)::int AS n FROM mcp_tool_calls WHERE ${where}`))[0].n;

  beforeEach(async () => {
    database = await createTestDatabase();
    const tx = new Tx(database.dataSource, new ChangeFeed());
    partitions = new PartitionsRepository(tx);
    writes = new CallWritesRepository(tx);
  });
  afterEach(() => database.drop());

  it('reach from yesterday to a week ahead after migrating, and farther when asked, in every class', async () => {
    expect(await days()).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7].map(day));
    await partitions.ensure(9, 24);
    expect(await days()).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(day));
    expect(await days('mcp_tool_calls_hold')).toHaveLength(11);
  });

  it('are made once when several processes ask at the same time', async () => {
    await Promise.all(Array.from({ length: 6 }, () => partitions.ensure(12, 30)));
    expect(await days()).toHaveLength(14);
  });

  it('take over rows that came before their day was made', async () => {
    await writes.insert(
      spooledRows([callRecord({ receivedAt: Date.now() + 10 * DAY_MS }), callRecord({ receivedAt: Date.now() + 30 * DAY_MS })]),
    );
    await partitions.ensure(12, 24);
    expect(await total()).toBe(2);
    expect((await database.owner.query('SELECT count(*)::int AS n FROM mcp_tool_calls_standard_default'))[0].n).toBe(1);
    expect((await database.owner.query(`SELECT count(*)::int AS n FROM mcp_tool_calls_standard_${day(10)}`))[0].n).toBe(1);
  });

  it('past retention are dropped, those within stay', async () => {
    await writes.insert(
      spooledRows([
        callRecord({ receivedAt: Date.now() - DAY_MS }),
        callRecord({ receivedAt: Date.now() }),
        callRecord({ receivedAt: Date.now() - 200 * DAY_MS }),
      ]),
    );
    expect(await partitions.dropOlderThan(90)).toEqual({ emptied: 0, removed: 0, busy: 0 });
    expect(await total()).toBe(2);
    // Yesterday of the classes standard and long; nothing was in the latter.
    expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 1, removed: 2, busy: 0 });
    expect(await days()).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(day));
    expect(await total()).toBe(1);
  });

  it('of the class hold are never dropped, those of the class long only once no workspace keeps them that long', async () => {
    await database.owner
      .query(`INSERT INTO mcp_tool_calls (retention_class, call_id, created_at, workspace_id, token_id, token_name, tool_name, published_name, status, outcome, latency_ms, request_bytes)
      SELECT class, 'call_' || class, now() - interval '1 day', 'ws', 'tok', 't', 'x', 'x', 200, 'success', 1, 1 FROM unnest(ARRAY['long', 'hold']) AS class`);
    await database.owner.query(`INSERT INTO audit_policies (workspace_id, retention_days) VALUES ('ws_other', 200)`);
    await partitions.dropOlderThan(0);
    expect(await total(`retention_class IN ('long', 'hold')`)).toBe(2);
    await database.owner.query('UPDATE audit_policies SET retention_days = NULL');
    await partitions.dropOlderThan(0);
    expect(await total(`retention_class = 'long'`)).toBe(0);
    expect(await total(`retention_class = 'hold'`)).toBe(1);
  });

  it('of the future are never dropped, whatever the caller believes', async () => {
    await expect(database.dataSource.query('SELECT drop_call_partitions(current_date + 2)')).rejects.toThrow(/future/);
    await expect(database.dataSource.query(`SELECT drop_call_day('standard', current_date + 1, current_date + 2)`)).rejects.toThrow(
      /future/,
    );
    await expect(database.dataSource.query(`SELECT drop_call_day('standard', current_date, current_date)`)).rejects.toThrow(/not past/);
    await expect(database.dataSource.query(`SELECT drop_call_day('hold', current_date - 1, current_date)`)).rejects.toThrow(
      /never dropped/,
    );
    await expect(partitions.dropOlderThan(-1)).rejects.toThrow(/future/);
  });

  describe('that somebody reads', () => {
    /** An insert that is seen to wait for a lock so often in a row is stalled; whoever passes by is seen once or twice. */
    const STALLED_LOOKS = 8;
    const BETWEEN_LOOKS_MS = 20;
    /** The tables of other days are not even opened. */
    const OF_TODAY = `mcp_tool_calls WHERE retention_class = 'standard' AND created_at >= '${new Date().toISOString().slice(0, 10)}T00:00:00Z'`;
    const calls = (receivedAt: number, count: number) => spooledRows(Array.from({ length: count }, () => callRecord({ receivedAt })));
    /** A transaction that goes on reading what it was given until it is told to end. */
    const reading = async (sql: string): Promise<() => Promise<void>> => {
      const reader = database.dataSource.createQueryRunner();
      await reader.query('BEGIN');
      await reader.query(sql);
      return async () => {
        await reader.query('COMMIT');
        await reader.release();
      };
    };
    /** Inserts without a pause while something is done. @returns how often in a row an insert was seen to wait for a lock, at most */
    const insertingDuring = async (work: () => Promise<void>): Promise<number> => {
      let isOver = false;
      let inserts = 0;
      let [row, longest] = [0, 0];
      const insert = async (): Promise<void> => {
        for (; !isOver || inserts < 20; inserts++) await writes.insert(calls(Date.now(), 50));
      };
      const look = async (): Promise<void> => {
        while (!isOver || inserts < 20) {
          const [{ n }] = await database.owner.query(
            `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database ON pg_database.oid = database
              WHERE datname = current_database() AND NOT granted AND mode = 'RowExclusiveLock'`,
          );
          row = n > 0 ? row + 1 : 0;
          longest = Math.max(longest, row);
          await pause(BETWEEN_LOOKS_MS);
        }
      };
      await Promise.all([work().finally(() => (isOver = true)), insert(), insert(), look()]);
      return longest;
    };

    beforeEach(() => writes.insert(calls(Date.now() - DAY_MS, 100)));

    it('are emptied at once where others are read, no insert waits, and go when the reader is done', async () => {
      const stop = await reading(`SELECT count(*) FROM ${OF_TODAY}`);
      const looks = await insertingDuring(async () => {
        expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 1, removed: 1, busy: 1 });
      });
      expect(looks).toBeLessThan(STALLED_LOOKS);
      expect(await total('created_at < current_date')).toBe(0);
      expect(await days()).toContain(day(-1));
      await stop();
      expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 0, removed: 1, busy: 0 });
      expect(await days()).not.toContain(day(-1));
    });

    it('are left where they are read themselves, no insert waits, and go when the reader is done', async () => {
      const stop = await reading('SELECT count(*) FROM mcp_tool_calls');
      const looks = await insertingDuring(async () => {
        expect(await partitions.dropOlderThan(0)).toMatchObject({ emptied: 0, busy: 2 });
      });
      expect(looks).toBeLessThan(STALLED_LOOKS);
      expect(await total('created_at < current_date')).toBe(100);
      await stop();
      expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 1, removed: 2, busy: 0 });
    });

    it('are removed between inserts that never end', async () => {
      const looks = await insertingDuring(async () => {
        expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 1, removed: 2, busy: 0 });
      });
      expect(looks).toBeLessThan(STALLED_LOOKS);
    });

    it('have rows again where records came late, and are emptied again', async () => {
      const stop = await reading(`SELECT FROM ${OF_TODAY}`);
      expect(await partitions.dropOlderThan(0)).toMatchObject({ emptied: 1 });
      await writes.insert(calls(Date.now() - DAY_MS, 3));
      await stop();
      expect(await partitions.dropOlderThan(0)).toEqual({ emptied: 1, removed: 1, busy: 0 });
      expect(await total('created_at < current_date')).toBe(0);
    });
  });
});

describe('the tables of the audit room', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    'UPDATE mcp_tool_calls SET status = 1',
    'DELETE FROM mcp_tool_calls',
    'TRUNCATE mcp_tool_calls',
    'DROP TABLE mcp_tool_calls',
    'ALTER TABLE mcp_tool_calls ADD x int',
    'UPDATE mcp_tool_calls_standard_default SET status = 1',
    'DELETE FROM mcp_tool_calls_standard_default',
    'SELECT * FROM mcp_tool_calls_standard_default',
    'UPDATE ledger SET event = event',
    'DELETE FROM ledger',
    'TRUNCATE ledger',
  ])('are closed to the server: %s', async (statement) => {
    await expect(database.dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('answer a page of one workspace from its index, touching only the days asked for', async () => {
    const plan = await database.owner.query(
      `EXPLAIN SELECT * FROM mcp_tool_calls WHERE workspace_id = 'w' AND created_at >= now() - interval '1 hour' AND created_at < now() ORDER BY created_at DESC, call_id DESC LIMIT 50`,
    );
    expect(JSON.stringify(plan)).not.toMatch(/standard_\d{8}.*standard_\d{8}.*standard_\d{8}/);
  });
});
