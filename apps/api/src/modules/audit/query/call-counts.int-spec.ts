import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { inWorkspace, systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';
import { CallCountsReadModel } from './call-counts.read-model.js';

describe('the figures of versions', () => {
  let database: TestDatabase;
  let writes: CallWritesRepository;
  let counts: CallCountsReadModel;
  const ctx = inWorkspace(systemCtx('test'), 'ws_1');

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    const tx = new Tx(database.dataSource, new ChangeFeed());
    writes = new CallWritesRepository(tx);
    counts = new CallCountsReadModel(tx);
  });
  afterAll(() => database.drop());

  it('count what tells something of a server, by version, and nothing that its client caused', async () => {
    const now = Date.now();
    const of = (serverVersion: number, outcome: string, latencyMs: number, more: object = {}) =>
      callRecord({ serverSlug: 'crm', serverVersion, outcome, latencyMs, receivedAt: now, ...more } as Parameters<typeof callRecord>[0]);
    await insertCalls(writes, [
      ...Array.from({ length: 95 }, () => of(1, 'success', 10)),
      ...Array.from({ length: 5 }, () => of(1, 'success', 200)),
      of(2, 'success', 20),
      of(2, 'tool_error', 30),
      of(2, 'upstream_error', 40),
      of(2, 'timeout', 50),
      ...['denied', 'invalid', 'limited', 'cancelled', 'overloaded'].map((outcome) => of(2, outcome, 9_999)),
      of(3, 'success', 1),
      of(2, 'success', 9_999, { serverSlug: 'mail' }),
      of(2, 'success', 9_999, { workspaceId: 'ws_2' }),
      of(2, 'success', 9_999, { receivedAt: now - 60_000 }),
    ]);
    const figures = await counts.byVersion(ctx, { serverSlug: 'crm', versions: [1, 2, 9], since: new Date(now - 1_000) });
    expect([...figures].sort((a, b) => a.version - b.version)).toEqual([
      { version: 1, calls: 100, toolErrors: 0, serverErrors: 0, p50Ms: 10, p95Ms: 19.5 },
      { version: 2, calls: 4, toolErrors: 1, serverErrors: 2, p50Ms: 35, p95Ms: 48.5 },
    ]);
  });
});
