import type { UpstreamTarget } from '../routing/route-table.js';
import { ManualClock } from '../testing/manual-clock.js';
import { ScriptedConnector, type ScriptedServer } from '../testing/scripted-connector.js';
import type { ScriptedWatch } from '../testing/scripted-watch.js';
import { UpstreamWatches } from './upstream-watches.js';
import type { ListHearer } from './list-changes.js';
import type { UpdateHearer } from './resource-updates.js';

/** Remembers what it was told. */
class Heard implements ListHearer, UpdateHearer {
  readonly told: string[] = [];

  listChanged(kind: string): void {
    this.told.push(kind);
  }

  updated(_target: unknown, subscribed: string, updated: string): void {
    this.told.push(`${subscribed} ${updated}`);
  }
}

/** Lets every turn that is due happen. */
const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

const TARGET: UpstreamTarget = {
  key: 'key_files',
  serverId: 'srv_files',
  serverSlug: 'files',
  version: 1,
  transport: { type: 'streamable-http', url: 'https://files.example/mcp', era: 'auto' },
  headers: {},
  missingCredentials: [],
};

function setUp(server: ScriptedServer = {}) {
  const clock = new ManualClock();
  const connector = new ScriptedConnector({ files: server });
  const outdated: string[] = [];
  const renewals: (() => void)[] = [];
  let isSlow = false;
  const lists = {
    invalidate: (key: string, kind: string) => void outdated.push(`${key} ${kind}`),
    renew: () => (isSlow ? new Promise<void>((resolve) => renewals.push(resolve)) : Promise.resolve()),
  };
  const watches = new UpstreamWatches(connector, clock, lists);
  /** Lists take from now on until they are told to be there. */
  const slowDown = (): (() => void) => {
    isSlow = true;
    return () => renewals.splice(0).forEach((resolve) => resolve());
  };
  const watch = (): ScriptedWatch => {
    const [only, ...others] = connector.watching('files');
    if (!only || others.length > 0) throw new Error(`${connector.watching('files').length} watches are open`);
    return only;
  };
  return { clock, connector, watches, outdated, watch, slowDown };
}

describe('the watch over a server', () => {
  it('is one, however many hear it, and each of them is told', async () => {
    const { watches, watch } = setUp();
    const [one, two] = [new Heard(), new Heard()];
    for (const heard of [one, two]) watches.hear(TARGET, heard);
    await turns();
    watch().notify('notifications/prompts/list_changed');
    await turns();
    expect([one.told, two.told]).toEqual([['prompts'], ['prompts']]);
  });

  it('closes a while after the last has left, and not when somebody comes back', async () => {
    const { clock, connector, watches, watch } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    await turns();
    watches.unhear(TARGET, heard);
    clock.advance(5_000);
    watches.hear(TARGET, heard);
    clock.advance(60_000);
    watch();
    watches.unhear(TARGET, heard);
    clock.advance(10_000);
    expect(connector.watching('files')).toEqual([]);
  });

  it('closes at once when no route uses the server any more', async () => {
    const { connector, watches } = setUp();
    watches.hear(TARGET, new Heard());
    await turns();
    watches.retain(new Set());
    expect(connector.watching('files')).toEqual([]);
  });

  it('is not opened where credentials are missing', async () => {
    const { connector, watches } = setUp();
    const target = { ...TARGET, missingCredentials: ['X-Api-Key'] };
    const heard = new Heard();
    watches.hear(target, heard);
    watches.subscribe(target, 'a://1', heard);
    expect(await watches.honours(target, ['a://1'])).toEqual(new Set());
    expect(connector.watches).toEqual([]);
  });

  it('makes lists old before anybody is told', async () => {
    const { watches, outdated, watch } = setUp();
    const seen: string[][] = [];
    watches.hear(TARGET, { listChanged: () => seen.push([...outdated]) });
    await turns();
    watch().notify('notifications/resources/list_changed');
    await turns();
    expect(seen).toEqual([['key_files resources', 'key_files templates']]);
  });

  it('tells of a change once the new lists were fetched, and again of what changed meanwhile', async () => {
    const { clock, watches, watch, slowDown } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    await turns();
    const fetched = slowDown();
    watch().notify('notifications/tools/list_changed');
    for (let n = 0; n < 10; n++) {
      clock.advance(200);
      watch().notify('notifications/tools/list_changed');
      await turns();
    }
    expect(heard.told).toEqual([]);
    fetched();
    await turns();
    expect(heard.told).toEqual(['tools']);
    clock.advance(200);
    fetched();
    await turns();
    fetched();
    await turns();
    expect(heard.told).toEqual(['tools', 'tools']);
  });

  it('collapses a flood, however many hear it', async () => {
    const { clock, watches, watch, outdated } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    await turns();
    for (let n = 0; n < 10_000; n++) watch().notify('notifications/tools/list_changed');
    await turns();
    clock.advance(200);
    clock.advance(200);
    await turns();
    expect(heard.told).toEqual(['tools', 'tools']);
    expect(outdated).toHaveLength(2);
  });

  it('takes everything for changed after it could not be heard', async () => {
    const { watches, watch, outdated } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    watches.subscribe(TARGET, 'a://1', heard);
    await turns();
    watch().lose();
    expect(heard.told).toEqual([]);
    watch().reopen();
    await turns();
    expect(heard.told.sort()).toEqual(['a://1 a://1', 'prompts', 'resources', 'tools']);
    expect(outdated).toHaveLength(4);
  });

  it('stays silent about what has nothing to do with it', async () => {
    const { watches, watch } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    watches.subscribe(TARGET, 'a://1', heard);
    await turns();
    watch().notify('notifications/message', { level: 'info', data: 'x' });
    watch().notify('notifications/resources/updated', { uri: 'a://2' });
    watch().notify('notifications/resources/updated', { uri: 7 });
    watch().notify('notifications/resources/updated');
    expect(heard.told).toEqual([]);
  });
});

describe('subscriptions to a server', () => {
  it('that begin in one turn are asked for at once, with the watch itself', async () => {
    const { connector, watches } = setUp();
    for (const uri of ['a://1', 'a://2', 'a://3']) watches.subscribe(TARGET, uri, new Heard());
    await turns();
    expect(connector.watches.map(({ uris }) => uris)).toEqual([['a://1', 'a://2', 'a://3']]);
  });

  it('are counted: the server is asked to stop when the last subscriber has gone', async () => {
    const { watches, watch } = setUp();
    const [one, two] = [new Heard(), new Heard()];
    for (const heard of [one, two]) watches.subscribe(TARGET, 'a://1', heard);
    watches.subscribe(TARGET, 'a://2', one);
    await turns();
    watches.unsubscribe(TARGET, 'a://1', one);
    await turns();
    expect(watch().uris).toEqual(['a://1', 'a://2']);
    watch().notify('notifications/resources/updated', { uri: 'a://1' });
    expect([one.told, two.told]).toEqual([[], ['a://1 a://1']]);
    watches.unsubscribe(TARGET, 'a://1', two);
    await turns();
    expect(watch().uris).toEqual(['a://2']);
  });

  it('are told apart by what the server honours', async () => {
    const { watches } = setUp({ honours: (uri) => uri !== 'a://2' });
    const heard = new Heard();
    for (const uri of ['a://1', 'a://2']) watches.subscribe(TARGET, uri, heard);
    expect(await watches.honours(TARGET, ['a://1', 'a://2'])).toEqual(new Set(['a://1']));
    watches.subscribe(TARGET, 'a://3', heard);
    expect(await watches.honours(TARGET, ['a://3'])).toEqual(new Set(['a://3']));
    expect(await watches.honours(TARGET, ['a://2', 'a://3'])).toEqual(new Set(['a://3']));
  });

  it('wait no longer than five seconds for a server that says nothing', async () => {
    const { clock, watches, watch } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    await turns();
    watch().lose();
    watches.subscribe(TARGET, 'a://1', heard);
    const honoured = watches.honours(TARGET, ['a://1']);
    watch().close();
    await turns();
    clock.advance(5_000);
    expect(await honoured).toEqual(new Set());
  });

  it('are answered when a server comes back in time', async () => {
    const { watches, watch } = setUp();
    const heard = new Heard();
    watches.hear(TARGET, heard);
    await turns();
    watch().lose();
    watches.subscribe(TARGET, 'a://1', heard);
    expect(await watches.honours(TARGET, ['a://1'])).toEqual(new Set(['a://1']));
    expect(heard.told).toContain('a://1 a://1');
  });

  it('hear of updates of what lies inside of them, each subscriber once', async () => {
    const { watches, watch } = setUp();
    const [whole, both] = [new Heard(), new Heard()];
    watches.subscribe(TARGET, 'file:///a', whole);
    for (const uri of ['file:///a', 'file:///a/b']) watches.subscribe(TARGET, uri, both);
    await turns();
    watch().notify('notifications/resources/updated', { uri: 'file:///a/b' });
    watch().notify('notifications/resources/updated', { uri: 'file:///ab' });
    expect([whole.told, both.told]).toEqual([['file:///a file:///a/b'], ['file:///a/b file:///a/b']]);
  });

  it('are told of the whole where a server floods them with parts of it', async () => {
    const { clock, watches, watch } = setUp();
    const heard = new Heard();
    watches.subscribe(TARGET, 'file:///a', heard);
    await turns();
    for (let n = 0; n < 5_000; n++) watch().notify('notifications/resources/updated', { uri: `file:///a/${n}` });
    expect(heard.told).toHaveLength(65);
    expect(heard.told.at(-1)).toBe('file:///a file:///a');
    clock.advance(200);
    expect(heard.told).toHaveLength(66);
  });

  it('have a bound per server', () => {
    const { watches } = setUp();
    const heard = new Heard();
    const taken = Array.from({ length: 2_001 }, (_, n) => watches.subscribe(TARGET, `a://${n}`, heard));
    expect(taken.filter(Boolean)).toHaveLength(2_000);
    expect(watches.subscribe(TARGET, 'a://0', new Heard())).toBe(true);
  });
});
