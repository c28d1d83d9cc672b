import fc from 'fast-check';
import { ListenStream } from '../local/listen-stream.js';
import type { ExposureRoute, RouteTable, UpstreamTarget, WorkspaceRoute } from '../routing/route-table.js';
import { ManualClock } from '../testing/manual-clock.js';
import { ScriptedConnector } from '../testing/scripted-connector.js';
import { versionLock } from '../testing/version-lock.js';
import { CHANGE_KINDS, type ChangeKind } from './change-kind.js';
import type { Listener, NoticeSink } from './listener.js';
import type { ResourceDirectory } from './resource-directory.js';
import { SubscriptionQuota } from './subscription-quota.js';
import { UpstreamWatches } from './upstream-watches.js';
import { WorkspaceListeners } from './workspace-listeners.js';

const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

const target = (serverSlug: string, key = `key_${serverSlug}`): UpstreamTarget => ({
  key,
  serverId: `srv_${serverSlug}`,
  serverSlug,
  version: 1,
  transport: { type: 'streamable-http', url: `https://${serverSlug}.example/mcp`, era: 'auto' },
  headers: {},
  missingCredentials: [],
});

const LOCK = versionLock();

const exposure = (serverSlug: string, overrides: Partial<ExposureRoute> = {}): ExposureRoute => ({
  exposureId: `exp_${serverSlug}`,
  lock: LOCK,
  target: target(serverSlug),
  toolPrefix: '',
  position: 0,
  createdAt: 1,
  toolSettings: new Map(),
  ...overrides,
});

const workspace = (slug: string, exposures: readonly ExposureRoute[]): WorkspaceRoute => ({
  workspaceId: `ws_${slug}`,
  slug,
  name: slug,
  toolNameLengthMax: 46,
  exposures,
  limits: { ratePerSecond: 200, burst: 2_000, concurrency: 256 },
});

const table = (...workspaces: WorkspaceRoute[]): RouteTable => ({
  generation: 1,
  bySlug: new Map(workspaces.map((one) => [one.slug, one])),
});

/** Publishes every URI under the name of its workspace. */
const directory: ResourceDirectory = {
  ownerOf: () => Promise.resolve(undefined),
  publishedUri: ({ slug }, _exposure, uri) => `${slug}+${uri}`,
};

class Told implements NoticeSink {
  readonly told: string[] = [];
  hasEnded = false;

  constructor(
    readonly principalKey: string,
    readonly kinds: ReadonlySet<ChangeKind> = new Set(CHANGE_KINDS),
  ) {}

  tell(method: string, uri?: string): void {
    this.told.push(uri ?? method.split('/')[1]!);
  }

  end(): void {
    this.hasEnded = true;
  }
}

function setUp(...workspaces: WorkspaceRoute[]) {
  const clock = new ManualClock();
  const connector = new ScriptedConnector({ files: {}, mail: {}, chat: {} });
  const watches = new UpstreamWatches(connector, clock, { invalidate: () => undefined, renew: () => Promise.resolve() });
  const listeners = new WorkspaceListeners({ watches, quota: new SubscriptionQuota(3), clock, directory });
  listeners.swap(table(...workspaces));
  const settle = async (): Promise<void> => {
    await turns();
    clock.advance(200);
    clock.advance(200);
    await turns();
  };
  return { clock, connector, listeners, settle };
}

const wanting = (slug: string, serverSlug: string, uri: string) => ({ published: `${slug}+${uri}`, exposureId: `exp_${serverSlug}`, uri });

describe('listeners of a workspace', () => {
  it('hear the servers of their own workspace alone', async () => {
    const [acme, beta] = [workspace('acme', [exposure('files')]), workspace('beta', [exposure('mail')])];
    const { connector, listeners, settle } = setUp(acme, beta);
    const [one, two] = [new Told('ws_acme:1'), new Told('ws_beta:1')];
    listeners.add(acme, one);
    listeners.add(beta, two);
    await settle();
    connector.watching('mail')[0]!.notify('notifications/tools/list_changed');
    await turns();
    expect([one.told, two.told]).toEqual([[], ['tools']]);
  });

  it('hear what they asked for alone', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { connector, listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1', new Set(['prompts']));
    listeners.add(acme, told);
    await settle();
    for (const kind of CHANGE_KINDS) connector.watching('files')[0]!.notify(`notifications/${kind}/list_changed`);
    await turns();
    expect(told.told).toEqual(['prompts']);
  });

  it('share one watch between workspaces', async () => {
    const [acme, beta] = [workspace('acme', [exposure('files')]), workspace('beta', [exposure('files')])];
    const { connector, listeners, settle } = setUp(acme, beta);
    const all = [acme, beta, acme].map((route, n) => {
      const told = new Told(`${route.workspaceId}:${n}`);
      listeners.add(route, told);
      return told;
    });
    await settle();
    expect(connector.watches).toHaveLength(1);
    connector.watches[0]!.notify('notifications/tools/list_changed');
    await turns();
    expect(all.map(({ told }) => told)).toEqual([['tools'], ['tools'], ['tools']]);
  });

  it('are told once of all kinds when the workspace shows something else, and not when it shows the same', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1');
    listeners.add(acme, told);
    await settle();
    listeners.swap(table(workspace('acme', [exposure('files', { position: 3 })])));
    expect(told.told).toEqual([]);
    const settings = new Map([['echo', { enabled: false, alias: null, description: null }]]);
    listeners.swap(table(workspace('acme', [exposure('files', { toolSettings: settings })])));
    await settle();
    expect(told.told).toEqual(['tools', 'prompts', 'resources']);
  });

  it.each([
    ['a server joins', [exposure('files'), exposure('mail')]],
    ['a server leaves', []],
    ['a prefix changes', [exposure('files', { toolPrefix: 'f_' })]],
    ['a server is upgraded', [exposure('files', { target: target('files', 'key_2') })]],
    ['a server is replaced', [exposure('mail')]],
  ])('are told when %s', (_what, exposures) => {
    const acme = workspace('acme', [exposure('files')]);
    const { listeners } = setUp(acme);
    const told = new Told('ws_acme:1');
    listeners.add(acme, told);
    listeners.swap(table(workspace('acme', exposures)));
    expect(told.told).toEqual(['tools', 'prompts', 'resources']);
  });

  it('end with their workspace, and with their token', () => {
    const [acme, beta] = [workspace('acme', [exposure('files')]), workspace('beta', [exposure('files')])];
    const { listeners } = setUp(acme, beta);
    const told = ['ws_acme:1', 'ws_beta:1', 'ws_beta:2'].map((key) => new Told(key));
    told.forEach((sink) => listeners.add(sink.principalKey.startsWith('ws_acme') ? acme : beta, sink));
    listeners.swap(table(beta));
    listeners.endWhere((key) => key === 'ws_beta:2');
    expect(told.map(({ hasEnded }) => hasEnded)).toEqual([true, false, true]);
  });

  it('stop every watch when they are removed', async () => {
    const acme = workspace('acme', [exposure('files'), exposure('mail')]);
    const { clock, connector, listeners, settle } = setUp(acme);
    const listener = listeners.add(acme, new Told('ws_acme:1'));
    listener.subscribe(wanting('acme', 'files', 'a://1'));
    await settle();
    expect(connector.watches).toHaveLength(2);
    listeners.remove(listener);
    clock.advance(10_000);
    expect(connector.watches.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('follow a route that was swapped between their request and their listening', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { connector, listeners, settle } = setUp(workspace('acme', [exposure('mail')]));
    listeners.add(acme, new Told('ws_acme:1'));
    await settle();
    expect(connector.watches.map((watch) => watch.server)).toEqual(['mail']);
  });

  it('that want to know of no lists have no server watched but those of their resources', async () => {
    const acme = workspace('acme', [exposure('files'), exposure('mail')]);
    const { connector, listeners, settle } = setUp(acme);
    listeners.add(acme, new Told('ws_acme:1', new Set())).subscribe(wanting('acme', 'files', 'a://1'));
    await settle();
    expect(connector.watches.map((watch) => watch.server)).toEqual(['files']);
  });
});

describe('subscriptions of a listener', () => {
  it('come under the name the client knows, also for what lies inside', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { connector, listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1', new Set());
    listeners.add(acme, told).subscribe({ published: 'a://as-asked', exposureId: 'exp_files', uri: 'a://own' });
    await settle();
    const [watch] = connector.watching('files');
    watch!.notify('notifications/resources/updated', { uri: 'a://own', more: 'text' });
    watch!.notify('notifications/resources/updated', { uri: 'a://own/inside' });
    expect(told.told).toEqual(['a://as-asked', 'acme+a://own/inside']);
  });

  it('collapse a flood per resource', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { clock, connector, listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1', new Set());
    const listener = listeners.add(acme, told);
    for (const uri of ['a://1', 'a://2']) listener.subscribe(wanting('acme', 'files', uri));
    await settle();
    for (let n = 0; n < 1_000; n++) {
      for (const uri of ['a://1', 'a://2']) connector.watching('files')[0]!.notify('notifications/resources/updated', { uri });
      clock.advance(1);
    }
    expect(told.told.length).toBeGreaterThan(8);
    expect(told.told.length).toBeLessThanOrEqual(12);
  });

  it('are bounded per token, over all of its listeners, and given back', () => {
    const acme = workspace('acme', [exposure('files')]);
    const { listeners } = setUp(acme);
    const [one, two, other] = ['ws_acme:1', 'ws_acme:1', 'ws_acme:2'].map((key) => listeners.add(acme, new Told(key, new Set())));
    const taken = ['a', 'b'].map((uri) => one!.subscribe(wanting('acme', 'files', uri)));
    taken.push(...['c', 'd'].map((uri) => two!.subscribe(wanting('acme', 'files', uri))));
    expect(taken).toEqual([true, true, true, false]);
    expect(other!.subscribe(wanting('acme', 'files', 'd'))).toBe(true);
    listeners.remove(one!);
    expect(two!.subscribe(wanting('acme', 'files', 'd'))).toBe(true);
  });

  it('end with their server and move with it to its new version', async () => {
    const acme = workspace('acme', [exposure('files'), exposure('mail')]);
    const { connector, listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1', new Set());
    const listener = listeners.add(acme, told);
    listener.subscribe(wanting('acme', 'files', 'a://1'));
    listener.subscribe(wanting('acme', 'mail', 'm://1'));
    await settle();
    const [mail] = connector.watching('mail');
    listeners.swap(table(workspace('acme', [exposure('files', { target: target('files', 'key_2') })])));
    await settle();
    mail!.notify('notifications/resources/updated', { uri: 'm://1' });
    connector.watching('files').at(-1)!.notify('notifications/resources/updated', { uri: 'a://1' });
    expect(connector.watching('files').at(-1)!.uris).toEqual(['a://1']);
    expect(told.told).toEqual(['acme+a://1']);
  });

  it('end before what was held back for them is told', async () => {
    const acme = workspace('acme', [exposure('files')]);
    const { clock, connector, listeners, settle } = setUp(acme);
    const told = new Told('ws_acme:1', new Set());
    const listener = listeners.add(acme, told);
    listener.subscribe(wanting('acme', 'files', 'a://1'));
    await settle();
    for (let n = 0; n < 3; n++) connector.watching('files')[0]!.notify('notifications/resources/updated', { uri: 'a://1' });
    listener.unsubscribe('acme+a://1');
    clock.advance(1_000);
    expect(told.told).toEqual(['acme+a://1']);
  });
});

/** Everything that can happen, in any order. */
type Step =
  | { readonly what: 'listen'; readonly slug: Slug; readonly uris: readonly Uri[] }
  | { readonly what: 'leave'; readonly which: number }
  | { readonly what: 'swap'; readonly servers: Readonly<Record<Slug, readonly Server[]>> }
  | { readonly what: 'update'; readonly server: Server; readonly n: number }
  | { readonly what: 'change'; readonly server: Server }
  | { readonly what: 'lose'; readonly server: Server }
  | { readonly what: 'pass'; readonly ms: number };

type Slug = 'acme' | 'beta';
type Server = 'files' | 'mail' | 'chat';
type Uri = readonly [Server, number];

const server = fc.constantFrom<Server>('files', 'mail', 'chat');
const slug = fc.constantFrom<Slug>('acme', 'beta');
const uri = fc.tuple(server, fc.nat(2));
const exposed = fc.uniqueArray(server, { maxLength: 3 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ what: fc.constant('listen' as const), slug, uris: fc.uniqueArray(uri, { maxLength: 3, selector: String }) }),
    },
    fc.record({ what: fc.constant('leave' as const), which: fc.nat(5) }),
    fc.record({ what: fc.constant('swap' as const), servers: fc.record({ acme: exposed, beta: exposed }) }),
    { weight: 4, arbitrary: fc.record({ what: fc.constant('update' as const), server, n: fc.nat(2) }) },
    fc.record({ what: fc.constant('change' as const), server }),
    fc.record({ what: fc.constant('lose' as const), server }),
    fc.record({ what: fc.constant('pass' as const), ms: fc.constantFrom(1, 200, 11_000) }),
  ),
  { minLength: 5, maxLength: 40 },
);

describe('whatever happens, in whatever order', () => {
  it('nobody hears of a URI that is not its own to see, nor under the id of another subscription', async () => {
    let heard = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        let routes = { acme: ['files', 'mail'], beta: ['mail', 'chat'] } as Readonly<Record<Slug, readonly Server[]>>;
        const tableOf = () =>
          table(
            ...(['acme', 'beta'] as const).map((one) =>
              workspace(
                one,
                routes[one].map((name) => exposure(name)),
              ),
            ),
          );
        const { clock, connector, listeners } = setUp(...tableOf().bySlug.values());
        /** What servers have told of so far; one that was lost has told of everything. */
        const spoken = new Set<string>();
        const open: { readonly slug: Slug; readonly listener: Listener; readonly leave: () => void }[] = [];

        const listen = (which: Slug, uris: readonly Uri[]): void => {
          const idText = JSON.stringify(`listen-${open.length}`);
          const mine = new Set(uris.map(([name, n]) => `${name}+x://${n}`));
          let isOpen = true;
          const take = (text: string): void => {
            const message = JSON.parse(text) as { method?: string; params?: { uri?: string; _meta: Record<string, unknown> } };
            expect(isOpen).toBe(true);
            expect(JSON.stringify(message.params!._meta['io.modelcontextprotocol/subscriptionId'])).toBe(idText);
            const told = message.params!.uri;
            if (told === undefined) return;
            heard++;
            expect(mine.has(told)).toBe(true);
            expect(spoken.has(told)).toBe(true);
            expect(routes[which]).toContain(told.split('+')[0]);
          };
          const stream = new ListenStream(
            { send: take, notify: take, end: () => undefined },
            { principalKey: `ws_${which}:${open.length}`, idText, serverInfoText: '{}' },
            ['tools'],
          );
          const listener = listeners.add(tableOf().bySlug.get(which)!, stream);
          for (const [name, n] of uris) listener.subscribe({ published: `${name}+x://${n}`, exposureId: `exp_${name}`, uri: `x://${n}` });
          stream.acknowledge({ kinds: ['tools'], uris: [] });
          open.push({
            slug: which,
            listener,
            leave: () => {
              isOpen = false;
              listeners.remove(listener);
            },
          });
        };

        for (const step of script) {
          if (step.what === 'listen') listen(step.slug, step.uris);
          if (step.what === 'leave') open[step.which]?.leave();
          if (step.what === 'swap') {
            routes = step.servers;
            listeners.swap(tableOf());
          }
          if (step.what === 'pass') clock.advance(step.ms);
          if (step.what === 'update') spoken.add(`${step.server}+x://${step.n}`);
          if (step.what === 'lose') for (const n of [0, 1, 2]) spoken.add(`${step.server}+x://${n}`);
          for (const watch of 'server' in step ? connector.watching(step.server) : []) {
            if (step.what === 'change') watch.notify('notifications/tools/list_changed');
            if (step.what === 'update') watch.notify('notifications/resources/updated', { uri: `x://${step.n}` });
            if (step.what === 'lose') {
              watch.lose();
              watch.reopen();
            }
          }
          await turns();
        }
        for (const one of open) one.leave();
        clock.advance(10_000);
        await turns();
        expect(connector.watches.filter(({ isClosed }) => !isClosed)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(heard).toBeGreaterThan(20);
  });
});
