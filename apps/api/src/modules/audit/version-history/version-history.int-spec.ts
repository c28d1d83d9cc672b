import type { LedgerEvents } from '@mcpnest/shared/audit';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { AuditLedger } from '../ledger/audit-ledger.repository.js';
import { VersionHistoryReadModel } from './version-history.read-model.js';

const ada: Ctx = { ...systemCtx('test'), actor: { kind: 'user', id: 'usr_ada', name: 'Ada', operator: true } };

describe('the history of a server’s versions', () => {
  let database: TestDatabase;
  let tx: Tx;
  let history: VersionHistoryReadModel;
  const ledger = new AuditLedger();
  const note = <E extends 'servers.version-created' | 'servers.version-state-changed'>(version: string, event: E, facts: LedgerEvents[E]) =>
    tx.run(ada, (inside) => ledger.append(inside, { event, subject: { kind: 'version', id: `ver_${version}`, name: version }, facts }));
  const moved = (version: string, from: string, to: string, why: string | null) =>
    note(version, 'servers.version-state-changed', { slug: 'a', number: 1, from, to, note: why });

  beforeAll(async () => {
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
    history = new VersionHistoryReadModel(tx);
    await database.owner.query(`INSERT INTO servers (id, slug, name, created_at, updated_at)
      SELECT 'srv_' || slug, slug, slug, now(), now() FROM unnest(ARRAY['aa', 'bb']) slug`);
    await database.owner.query(`INSERT INTO server_versions (id, server_id, number, state, transport, created_at, created_by_name)
      SELECT 'ver_' || name, 'srv_' || left(name, 2), right(name, 1)::int, 'approved', '{}', now(), 'Ada' FROM unnest(ARRAY['aa1', 'aa2', 'bb1']) name`);
    await note('aa1', 'servers.version-created', { slug: 'aa', number: 1, state: 'draft' });
    await moved('aa1', 'draft', 'pending', null);
    await note('bb1', 'servers.version-created', { slug: 'bb', number: 1, state: 'approved' });
    await note('aa2', 'servers.version-created', { slug: 'aa', number: 2, state: 'approved' });
    await moved('aa1', 'pending', 'approved', 'Looked at it');
  });
  afterAll(() => database.drop());

  it('tells every step with who, when and why, and those of that server alone', async () => {
    const { data, nextCursor } = await history.list(ada, 'aa', { limit: 50 });
    expect(data.map(({ version, from, to, note: why }) => [version, from, to, why])).toEqual([
      [1, 'pending', 'approved', 'Looked at it'],
      [2, null, 'approved', null],
      [1, 'draft', 'pending', null],
      [1, null, 'draft', null],
    ]);
    expect(data[0]).toMatchObject({ actor: { kind: 'user', id: 'usr_ada', name: 'Ada' }, createdAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(nextCursor).toBeNull();
    expect((await history.list(ada, 'srv_bb', { limit: 50 })).data).toHaveLength(1);
  });

  it('is read page by page', async () => {
    const first = await history.list(ada, 'aa', { limit: 3 });
    const second = await history.list(ada, 'aa', { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.data, ...second.data].map(({ to }) => to)).toEqual(['approved', 'approved', 'pending', 'draft']);
    expect(second.nextCursor).toBeNull();
  });

  it('does not exist for a server that does not', async () => {
    await expect(history.list(ada, 'nowhere', { limit: 50 })).rejects.toMatchObject({ code: 'servers.not-found' });
  });
});
