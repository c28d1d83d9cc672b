import { hash } from 'node:crypto';
import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { TokenIndex } from './token-index.js';
import { TokenUses } from './token-uses.js';

describe('the index of tokens', () => {
  let bench: PeopleBench;
  let root: Caller;
  const index = () => bench.app.get(TokenIndex, { strict: false });
  const uses = () => bench.app.get(TokenUses, { strict: false });
  const found = (token: string) => index().find(hash('sha256', token, 'binary'));
  const make = async (slug = 'acme') => must(201, await bench.call(root, 'POST', `/workspaces/${slug}/tokens`, { name: 'ci' })).body;
  const isAlive = (token: string) => {
    try {
      return bench.verifier().verify(`Bearer ${token}`, 'acme') !== null;
    } catch {
      return false;
    }
  };

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Acme' }));
  });
  afterAll(() => bench.close());

  it('forgets the tokens of a deleted workspace and keeps all others', async () => {
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Brief' }));
    const [gone, kept] = [await make('brief'), await make()];
    expect([found(gone.token)?.id, found(kept.token)?.id]).toEqual([gone.id, kept.id]);
    must(204, await bench.call(root, 'DELETE', '/workspaces/brief'));
    expect([found(gone.token), found(kept.token)?.id]).toEqual([undefined, kept.id]);
  });

  it('believes nothing it had loaded when the database was restored to an earlier state', async () => {
    const { token, id } = await make();
    const [{ number }] = await bench.database.owner.query('SELECT number::int FROM ledger_counter');
    await bench.database.owner.query('DELETE FROM tokens WHERE id = $1', [id]);
    await bench.database.owner.query('UPDATE ledger_counter SET number = 1');
    await index().apply(1);
    expect(found(token)).toBeUndefined();
    await bench.database.owner.query('UPDATE ledger_counter SET number = $1', [number]);
    await index().apply(number);
  });

  it('loads more tokens than one page holds', async () => {
    const [{ workspaceId, ownerId }] = await bench.database.owner.query(
      'SELECT w.id AS "workspaceId", u.id AS "ownerId" FROM gateway_workspaces w, users u LIMIT 1',
    );
    await bench.database.owner.query(
      `INSERT INTO tokens (id, workspace_id, owner_user_id, name, hash, last4, created_at)
       SELECT 'tok_bulk' || g, $1, $2, 'bulk', sha256(('bulk' || g)::bytea), 'abcd', now() FROM generate_series(1, 2500) g`,
      [workspaceId, ownerId],
    );
    const second = await openPeopleBench({ database: bench.database });
    try {
      const loaded = second.app.get(TokenIndex, { strict: false });
      for (const n of [1, 999, 1000, 1001, 2500]) expect(loaded.find(hash('sha256', `bulk${n}`, 'binary'))?.id).toBe(`tok_bulk${n}`);
    } finally {
      await second.close();
    }
  });

  it('keeps a rotated token ended although the database cannot be told yet, and tells it later', async () => {
    const old = await make();
    const fresh = must(201, await bench.call(root, 'POST', `/workspaces/acme/tokens/${old.id}/rotate`, {})).body;
    const [{ role }] = await bench.database.dataSource.query('SELECT current_user AS role');
    await bench.database.owner.query(`REVOKE UPDATE ON tokens FROM ${role}`);
    expect([isAlive(fresh.token), isAlive(old.token)]).toEqual([true, false]);
    await uses().flush();
    expect(await bench.database.owner.query('SELECT dies_at FROM tokens WHERE id = $1', [old.id])).toEqual([{ dies_at: null }]);
    await index().apply(bench.app.get(ChangeFeed).appliedNumber);
    expect([isAlive(fresh.token), isAlive(old.token)]).toEqual([true, false]);
    await bench.database.owner.query(`GRANT UPDATE ON tokens TO ${role}`);
    await uses().flush();
    expect(await bench.database.owner.query('SELECT dies_at <= now() AS ended FROM tokens WHERE id = $1', [old.id])).toEqual([
      { ended: true },
    ]);
    expect(
      (await bench.ledger()).filter(({ event, facts }) => event === 'workspaces.token-retired' && facts['last4'] === old.last4),
    ).toHaveLength(1);
  });

  it('writes down what is noted when the process stops', async () => {
    const second = await openPeopleBench({ database: bench.database });
    const { token, id } = must(201, await second.call(root, 'POST', '/workspaces/acme/tokens', { name: 'last' })).body;
    second.verifier().verify(`Bearer ${token}`, 'acme');
    await second.close();
    const [row] = await bench.database.owner.query('SELECT last_used_at FROM tokens WHERE id = $1', [id]);
    expect(row.last_used_at).toBeInstanceOf(Date);
  });
});
