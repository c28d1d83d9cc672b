import { systemCtx } from '../../../platform/context/ctx.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { SessionsBench } from '../testing/sessions-bench.js';

quietLog();

const CTX = systemCtx('test');

describe('the replicas that share a database', () => {
  let bench: SessionsBench;
  beforeAll(async () => {
    bench = await SessionsBench.open();
  });
  afterAll(() => bench.close());

  it('know each other by their beats, and themselves not as another', async () => {
    const one = (await bench.process('http://127.0.0.1:2001')).replicas;
    const two = (await bench.process('http://127.0.0.1:2002')).replicas;
    expect([two.urlOf(one.self), one.isReachable(two.self)]).toEqual(['http://127.0.0.1:2001', false]);
    await one.beat();
    expect([one.urlOf(two.self), one.isReachable(one.self)]).toEqual(['http://127.0.0.1:2002', false]);
    await two.onApplicationShutdown();
    await one.beat();
    expect(one.isReachable(two.self)).toBe(false);
  });

  it('take one that missed three beats for gone, and forget it after a while', async () => {
    const one = (await bench.process('http://127.0.0.1:2003')).replicas;
    const two = (await bench.process('http://127.0.0.1:2004')).replicas;
    await one.beat();
    await bench.database.owner.query(`UPDATE replicas SET seen_at = now() - interval '7 seconds' WHERE id = $1`, [two.self]);
    await one.beat();
    expect(one.isReachable(two.self)).toBe(false);
    await two.beat();
    await one.beat();
    expect(one.isReachable(two.self)).toBe(true);
    await bench.database.owner.query(`UPDATE replicas SET seen_at = now() - interval '2 hours' WHERE id = $1`, [two.self]);
    await bench.replicaRows.removeLost(CTX);
    expect(await bench.database.owner.query('SELECT 1 FROM replicas WHERE id = $1', [two.self])).toEqual([]);
  });

  it('take one that refuses connections for gone for a while', async () => {
    const one = (await bench.process('http://127.0.0.1:2005')).replicas;
    const two = (await bench.process('http://127.0.0.1:2006')).replicas;
    await one.beat();
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    one.distrust(two.self);
    await one.beat();
    expect(one.isReachable(two.self)).toBe(false);
    now.mockReturnValue(6_001);
    expect(one.isReachable(two.self)).toBe(true);
    now.mockRestore();
  });

  it('keep the last picture while the database is away', async () => {
    const one = (await bench.process('http://127.0.0.1:2007')).replicas;
    const two = (await bench.process('http://127.0.0.1:2008')).replicas;
    await one.beat();
    const broken = jest.spyOn(Object.getPrototypeOf(bench.replicaRows) as { beat(): Promise<never> }, 'beat');
    broken.mockRejectedValue(new Error('the database is away'));
    await one.beat();
    expect(one.isReachable(two.self)).toBe(true);
    broken.mockRestore();
  });

  it('stand alone without an address', async () => {
    const known = (await bench.process('http://127.0.0.1:2009')).replicas;
    const alone = (await bench.process(null)).replicas;
    await alone.beat();
    await known.beat();
    expect([alone.isReachable(known.self), known.isReachable(alone.self)]).toEqual([false, false]);
  });
});
