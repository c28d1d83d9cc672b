import { IsNull, Not, type EntityManager } from 'typeorm';
import { LimitRuleEntity } from '../../modules/workspaces/limits/limit-rule.entity.js';
import { createTestDatabase, type TestDatabase } from '../create-test-database.js';
import { quietLog } from '../quiet-log.js';
import { inWorkspace, systemCtx, type Ctx } from '../../platform/context/ctx.js';
import { ChangeFeed } from '../../platform/events/change-feed.js';
import { Tx } from '../../platform/database/tx.js';

quietLog();

describe('what a query that forgot its workspace reaches', () => {
  let database: TestDatabase;
  let tx: Tx;
  const ctx = systemCtx('test');
  const mine = inWorkspace(ctx, 'ws_mine');
  const theirs = inWorkspace(ctx, 'ws_theirs');
  const FORGETFUL = 'SELECT workspace_id AS id FROM limit_rules ORDER BY workspace_id';
  const seen = async (manager: EntityManager): Promise<string[]> =>
    ((await manager.query(FORGETFUL)) as { id: string }[]).map(({ id }) => id);

  beforeAll(async () => {
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
    for (const slug of ['mine', 'theirs'])
      await database.owner.query(
        `WITH w AS (INSERT INTO gateway_workspaces (id, slug, name, rate_per_second, burst, concurrency, tool_name_length_max, created_at)
           VALUES ($1, $2, 'One', 1, 1, 1, 64, now()) RETURNING id) SELECT id FROM w`,
        [`ws_${slug}`, slug],
      );
  });
  beforeEach(async () => {
    await database.owner.query('DELETE FROM limit_rules');
    await database.owner.query(
      `INSERT INTO limit_rules (workspace_id, scope, subject, burst) VALUES ('ws_mine', 'workspace', '', 1), ('ws_theirs', 'workspace', '', 1)`,
    );
  });
  afterAll(() => database.drop());

  it('is its own workspace, outside of transactions and inside', async () => {
    expect(await seen(tx.manager(mine))).toEqual(['ws_mine']);
    expect(await tx.run(mine, (inside) => seen(tx.manager(inside)))).toEqual(['ws_mine']);
  });

  it('is nothing without a workspace, and everything for what says that it crosses them', async () => {
    expect(await seen(tx.manager(ctx))).toEqual([]);
    expect(await seen(tx.acrossWorkspaces(mine))).toEqual(['ws_mine', 'ws_theirs']);
    expect(await seen(tx.managerOf(ctx, ['ws_theirs', 'ws_theirs']))).toEqual(['ws_theirs']);
    expect(await seen(tx.managerOf(ctx, ['ws_theirs', 'ws_mine']))).toEqual(['ws_mine', 'ws_theirs']);
    expect(await seen(tx.managerOf(ctx, [null]))).toEqual(['ws_mine', 'ws_theirs']);
    expect(await seen(tx.managerOf(ctx, []))).toEqual([]);
  });

  it('is the same by entities, builders and repositories', async () => {
    const rows = tx.manager(theirs).getRepository(LimitRuleEntity);
    expect((await rows.find()).map(({ workspaceId }) => workspaceId)).toEqual(['ws_theirs']);
    expect(await rows.countBy({ scope: 'workspace' })).toBe(1);
    expect(await tx.manager(theirs).createQueryBuilder(LimitRuleEntity, 'rule').getManyAndCount()).toEqual([[expect.anything()], 1]);
    expect((await rows.delete({ subject: '' })).affected).toBe(1);
    expect(await seen(tx.acrossWorkspaces(ctx))).toEqual(['ws_mine']);
  });

  it('cannot be changed in a transaction of another workspace', async () => {
    const affected = await tx.run(mine, async (inside) => {
      const { affected: changed } = await tx.manager(inside).update(LimitRuleEntity, { burst: Not(IsNull()) }, { burst: 7 });
      return changed;
    });
    expect(affected).toBe(1);
    expect(await database.owner.query('SELECT burst FROM limit_rules ORDER BY workspace_id')).toEqual([{ burst: 7 }, { burst: 1 }]);
    const foreign = tx.run(mine, (inside) =>
      tx.manager(inside).insert(LimitRuleEntity, { workspaceId: 'ws_theirs', scope: 'tool', subject: 'a:b', burst: 1 }),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it('stays apart where one transaction speaks for several at once', async () => {
    const answers = await tx.run(ctx, async (inside) => {
      const scopes: Ctx[] = [];
      for (let i = 0; i < 20; i++) scopes.push(inWorkspace(inside, 'ws_mine'), inWorkspace(inside, 'ws_theirs'), inside);
      return Promise.all(scopes.map((scope) => seen(tx.manager(scope))));
    });
    for (let i = 0; i < answers.length; i += 3) expect(answers.slice(i, i + 3)).toEqual([['ws_mine'], ['ws_theirs'], []]);
  });

  it('leaves no trace on the connection, also after a failure', async () => {
    await expect(tx.manager(mine).query('SELECT 1 / 0')).rejects.toThrow(/division by zero/);
    await expect(tx.run(mine, (inside) => tx.manager(inside).query('SELECT nothing'))).rejects.toThrow(/does not exist/);
    await Promise.all(Array.from({ length: 30 }, (_, i) => seen(tx.manager(i % 2 ? mine : theirs))));
    const settings = await Promise.all(
      Array.from({ length: 8 }, () => database.dataSource.query(`SELECT current_setting('mcpnest.workspace', true) AS workspace`)),
    );
    expect(settings.flat().filter(({ workspace }) => workspace)).toEqual([]);
    expect(await seen(tx.manager(ctx))).toEqual([]);
  });

  it('keeps what one statement wrote, without a transaction around it', async () => {
    await tx.manager(mine).insert(LimitRuleEntity, { workspaceId: 'ws_mine', scope: 'tool', subject: 'a:b', burst: 3 });
    await tx.manager(mine).save(LimitRuleEntity, { workspaceId: 'ws_mine', scope: 'tool', subject: 'a:c', burst: 4 });
    expect(await database.owner.query(`SELECT burst FROM limit_rules WHERE scope = 'tool' ORDER BY burst`)).toEqual([
      { burst: 3 },
      { burst: 4 },
    ]);
  });

  it('is never a name that is no id', () => {
    for (const name of ['*', '', `ws'; --`]) expect(() => tx.manager(inWorkspace(ctx, name))).toThrow(TypeError);
  });
});
