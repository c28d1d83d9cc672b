import { exposureRoute, ManualClock, RecordedLog, ScriptedConnector, type ScriptedServer } from '../testing/index.js';
import { UpstreamFailure, type ListKind } from '../ports/upstream-connector.js';
import { UpstreamLists } from './upstream-lists.js';

const { target } = exposureRoute('one');
const KINDS: readonly ListKind[] = ['tools', 'prompts'];

class Setup {
  readonly clock = new ManualClock();
  readonly log = new RecordedLog();
  readonly connector: ScriptedConnector;
  readonly lists: UpstreamLists;

  constructor(server: ScriptedServer) {
    this.connector = new ScriptedConnector({ one: server });
    this.lists = new UpstreamLists(this.connector, this.clock, this.log);
  }

  ensure(kinds: readonly ListKind[] = ['tools'], maxAgeMs = 5_000): Promise<void> {
    return this.lists.ensure([target], kinds, maxAgeMs);
  }
}

describe('the lists of servers', () => {
  it('are kept apart by kind, each fetched once', async () => {
    const { lists, connector, ensure } = bound(new Setup({ tools: [{ name: 'a' }], prompts: [{ name: 'p' }, { name: 'q' }] }));
    await Promise.all([ensure(KINDS), ensure(KINDS)]);
    expect(connector.listed.map(({ kind }) => kind)).toEqual(['tools', 'prompts']);
    expect(KINDS.map((kind) => lists.listOf(target, kind)?.items.length)).toEqual([1, 2]);
    expect(lists.listOf(target, 'resources')).toBeUndefined();
  });

  it('keep their identity, and so the version, as long as the server says the same', async () => {
    const { lists, clock, ensure } = bound(new Setup({ tools: [{ name: 'a' }] }));
    await ensure();
    const [list, version] = [lists.listOf(target, 'tools'), lists.version];
    clock.advance(6_000);
    await ensure();
    expect([lists.listOf(target, 'tools') === list, lists.version]).toEqual([true, version]);
  });

  it('are fetched again once the server said that they changed, the others not', async () => {
    const { lists, connector, ensure } = bound(new Setup({ tools: [{ name: 'a' }], prompts: [] }));
    await ensure(KINDS);
    lists.invalidate(target.key, 'tools');
    expect(lists.ageOf(target, 'tools')).toBe(Infinity);
    await ensure(KINDS);
    expect(connector.listed.map(({ kind }) => kind)).toEqual(['tools', 'prompts', 'tools']);
    expect(lists.ageOf(target, 'tools')).toBe(0);
  });

  it('are not fresh where the change came while they were fetched', async () => {
    let release = (): void => undefined;
    const { lists, connector, ensure } = bound(
      new Setup({ tools: [{ name: 'a' }], beforeList: () => new Promise((resolve) => (release = resolve)) }),
    );
    const first = ensure();
    lists.invalidate(target.key, 'tools');
    release();
    await first;
    expect(lists.listOf(target, 'tools')?.items).toHaveLength(1);
    const second = ensure();
    expect(connector.lists).toBe(2);
    release();
    await second;
  });

  it('stay in use while a changed one cannot be had', async () => {
    let isBroken = false;
    const beforeList = (): void => {
      if (isBroken) throw new UpstreamFailure('gateway.upstream-unreachable', 'down', false);
    };
    const { lists, ensure } = bound(new Setup({ tools: [{ name: 'a' }], beforeList }));
    await ensure();
    isBroken = true;
    lists.invalidate(target.key, 'tools');
    await ensure();
    expect(lists.listOf(target, 'tools')?.items).toHaveLength(1);
    expect(lists.failureOf(target, 'tools')).toBe('gateway.upstream-unreachable');
  });

  it('report an outage once, however many kinds fail', async () => {
    const beforeList = (): void => {
      throw new UpstreamFailure('gateway.upstream-unreachable', 'down', false);
    };
    const { log, ensure } = bound(new Setup({ beforeList }));
    await ensure(['tools', 'prompts', 'resources', 'templates']);
    expect(log.warnings).toHaveLength(1);
  });

  it('bring what the server says about itself, the newest word counting', async () => {
    const { lists, connector, ensure } = bound(new Setup({ capabilities: { tools: {} }, instructions: 'Old.' }));
    expect(lists.factsOf(target)).toBeUndefined();
    await ensure();
    expect(lists.factsOf(target)).toMatchObject({ era: 'legacy', instructions: 'Old.' });
    connector.servers['one'] = { capabilities: { tools: {}, prompts: {} }, instructions: 'New.' };
    await ensure(['prompts']);
    expect(lists.factsOf(target)).toMatchObject({ capabilities: { prompts: {} }, instructions: 'New.' });
  });

  it('know nothing of a server that is not there', () => {
    const { lists } = new Setup({});
    lists.invalidate('key_nobody', 'tools');
    expect([lists.version, lists.failureOf(target, 'tools'), lists.ageOf(target, 'tools')]).toEqual([0, null, Infinity]);
  });
});

/** The setup with `ensure` free to be passed around. */
function bound(setup: Setup): Pick<Setup, 'lists' | 'connector' | 'clock' | 'log' | 'ensure'> {
  const { lists, connector, clock, log } = setup;
  return { lists, connector, clock, log, ensure: (...args) => setup.ensure(...args) };
}
