import { quietLog } from '../../../testing/quiet-log.js';
import { eventually } from '../../../testing/eventually.js';
import { describeWithRedis, freePort, startRedis, type TestRedis } from '../../../testing/test-redis.js';
import { LimitedProcess } from '../testing/limits-bench.js';

quietLog();

/** As the sharing itself: a process that was silent for so long is gone. */
const GONE_MS = 3_001;

describeWithRedis('a bound of what is under way that processes share through Redis', () => {
  let redis: TestRedis;
  let port: number;
  const processes: LimitedProcess[] = [];
  let counter = 0;

  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
  });
  afterEach(() => {
    for (const one of processes.splice(0)) one.end();
  });
  afterAll(() => redis?.close());

  /** Two processes that hear each other. */
  const two = async (): Promise<[LimitedProcess, LimitedProcess]> => {
    const subject = `tok_${process.pid}_${counter++}`;
    const pair: [LimitedProcess, LimitedProcess] = [new LimitedProcess(redis.url, subject), new LimitedProcess(redis.url, subject)];
    processes.push(...pair);
    for (const one of pair) one.listen();
    await Promise.all(pair.map((one) => one.ready()));
    await Promise.all([heard(...pair), heard(pair[1], pair[0])]);
    return pair;
  };
  /** Until one process was told of a place of the other, which is then given back. */
  const heard = async (teller: LimitedProcess, hearer: LimitedProcess): Promise<void> => {
    const { limiter } = teller;
    const place = { workspaceId: 'ws_1', scope: 'tool' as const, subject: `knock-${counter++}`, limits: { concurrency: 1 } };
    const taken = limiter.take([place], 0);
    await eventually(
      () => teller.busy.tell().then(() => hearer.limiter.take([place], 0).ok),
      (isFree) => !isFree,
      10_000,
    );
    if (taken.ok) taken.lease.release();
    await teller.busy.tell();
  };
  const free = (one: LimitedProcess, concurrency: number): number => {
    const places = one.takePlaces(concurrency);
    for (const giveBack of places) giveBack();
    return places.length;
  };

  it('is one bound: places taken in one process are taken in the other, and free when they are given back', async () => {
    const [one, other] = await two();
    const held = one.takePlaces(3);
    expect(held).toHaveLength(3);
    await one.busy.tell();
    await eventually(
      () => free(other, 3),
      (places) => places === 0,
    );
    held.pop()!();
    await one.busy.tell();
    await eventually(
      () => free(other, 3),
      (places) => places === 1,
    );
    for (const giveBack of held) giveBack();
    await one.busy.tell();
    await eventually(
      () => free(other, 3),
      (places) => places === 3,
    );
  });

  it('is told anew as a whole, so that a word that was lost is lost for a second', async () => {
    const [one, other] = await two();
    one.takePlaces(3);
    one.limiter.busySince();
    await eventually(
      () => one.busy.tell().then(() => free(other, 3)),
      (places) => places === 0,
    );
  });

  it('gives back the places of a process that ended without a word', async () => {
    const [one, other] = await two();
    one.takePlaces(3);
    await one.busy.tell();
    await eventually(
      () => free(other, 3),
      (places) => places === 0,
    );
    one.end();
    await other.busy.tell(performance.now() + GONE_MS);
    expect(free(other, 3)).toBe(3);
  });

  it.each([
    '',
    'x',
    '{}',
    '[]',
    '{"from":1,"whole":true,"busy":[]}',
    '{"from":"x","whole":true,"busy":[["tok",-1]]}',
    '{"from":"x","whole":true,"busy":[["tok",1,2]]}',
  ])('takes %j for no word of a process', async (text) => {
    const [one] = await two();
    const before = free(one, 5);
    one.busy.hear(text, performance.now());
    expect(free(one, 5)).toBe(before);
  });

  it('leaves each its share when Redis is killed, and is one bound again when it is back', async () => {
    const [one, other] = await two();
    await redis.close();
    for (const process of [one, other])
      await eventually(
        () => process.busy.tell().then(() => free(process, 7)),
        (places) => places === 3,
        10_000,
      );
    // Silence says nothing of who is there while nobody can be heard.
    await one.busy.tell(performance.now() + GONE_MS);
    expect([free(one, 7), one.take(10)]).toEqual([3, 5]);
    redis = await startRedis(port);
    for (const process of [one, other])
      await eventually(
        () => process.busy.tell().then(() => free(process, 7)),
        (places) => places === 7,
        20_000,
      );
    one.takePlaces(7);
    await eventually(
      () => one.busy.tell().then(() => free(other, 7)),
      (places) => places === 0,
      10_000,
    );
  });
});
