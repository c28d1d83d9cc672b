import { ParkedCalls } from './bridge/parked-calls.js';
import { CatalogViews } from './catalog/catalog-views.js';
import type { Catalog } from './catalog/compile-catalog.js';
import type { ListProblem } from './catalog/tool-view.js';
import { UpstreamLists } from './catalog/upstream-lists.js';
import { refuse } from './errors/refuse.js';
import type { Exchange } from './exchange/exchange.js';
import type { Principal } from './exchange/principal.js';
import type { Reply } from './exchange/reply.js';
import { UnderWay } from './exchange/under-way.js';
import { DailyQuotas } from './limits/daily-quotas.js';
import { Limiter } from './limits/limiter.js';
import { DefinitionHashes, type Sha256 } from './lock/definition-hashes.js';
import { LockWatch } from './lock/lock-watch.js';
import { Locks } from './lock/locks.js';
import type { GatewayParts } from './pipeline/gateway-parts.js';
import { exchangePipeline } from './pipeline/pipeline.js';
import type { ExplainHidden } from './policy/explain-hidden.js';
import type { OriginPolicy } from './policy/origin-policy.js';
import type { Clock } from './ports/clock.js';
import type { DriftReporter } from './ports/drift-reporter.js';
import type { Log } from './ports/log.js';
import type { Replicas } from './ports/replicas.js';
import type { Sealer } from './ports/sealer.js';
import type { SessionStore } from './ports/session-store.js';
import type { Tracer } from './ports/tracer.js';
import type { ListKind, UpstreamConnector } from './ports/upstream-connector.js';
import { routedVersions, routeFor, sameVariant } from './routing/canaries.js';
import { PersonalTargets } from './routing/personal-targets.js';
import type { RouteTable, WorkspaceRoute } from './routing/route-table.js';
import { tokenIdOf, workspaceIdOf } from './sessions/legacy-session.js';
import { KeepAlive } from './streams/keep-alive.js';
import { OpenStreams } from './streams/open-streams.js';
import { ReplayShelf } from './streams/replay-shelf.js';
import { CatalogDirectory } from './watch/catalog-directory.js';
import { Listeners } from './watch/listeners.js';

/** What the gateway needs from outside. */
export interface GatewayPorts {
  readonly connector: UpstreamConnector;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly replicas: Replicas;
  readonly drift: DriftReporter;
  /** Absent where nobody follows requests. */
  readonly tracer?: Tracer | undefined;
}

export interface GatewayOptions {
  readonly origins: OriginPolicy;
  /** The product's version. */
  readonly version: string;
  /** UTF-8 bytes of a text. */
  readonly byteLength: (text: string) => number;
  readonly sha256: Sha256;
  /** See `GatewayParts`. */
  readonly explainHidden?: ExplainHidden;
  /** See `GatewayParts`. */
  readonly noteClient?: (tokenId: string, client: string) => void;
}

const EMPTY: RouteTable = { generation: 0, bySlug: new Map() };

/** The whole gateway behind one method: plain values in, plain values out. */
export class Gateway {
  private table = EMPTY;
  private draining = false;
  private readonly underWay = new UnderWay();
  /** Rates and places, for who shares them with other processes. */
  readonly limiter = new Limiter();
  /** Calls of the day, for who keeps them. */
  readonly quotas = new DailyQuotas();
  private readonly lists: UpstreamLists;
  private readonly lockWatch: LockWatch;
  private readonly personalTargets: PersonalTargets;
  private readonly parts: GatewayParts;

  constructor(
    private readonly ports: GatewayPorts,
    options: GatewayOptions,
  ) {
    const locks = new Locks(new DefinitionHashes(options.sha256));
    this.lockWatch = new LockWatch(locks, ports.drift);
    this.lists = new UpstreamLists(ports.connector, ports.clock, ports.log, this.lockWatch);
    this.personalTargets = new PersonalTargets(ports.connector);
    const keepAlive = new KeepAlive(ports.clock);
    const views = new CatalogViews({ lists: this.lists, locks }, (workspace) => this.inForce(workspace));
    const { connector, clock } = ports;
    this.parts = {
      ...ports,
      ...options,
      lists: this.lists,
      locks,
      views,
      limiter: this.limiter,
      quotas: this.quotas,
      keepAlive,
      shelf: new ReplayShelf(ports.clock, keepAlive),
      openStreams: new OpenStreams(),
      underWay: this.underWay,
      parked: new ParkedCalls(ports.clock),
      listeners: new Listeners({ connector, clock, lists: this.lists, directory: new CatalogDirectory(views) }),
      isDraining: () => this.draining,
    };
  }

  /** The ledger number of the table in force. */
  get generation(): number {
    return this.table.generation;
  }

  /** Answers one request; never throws. */
  handle(exchange: Exchange): Promise<Reply> {
    this.underWay.begin();
    return exchangePipeline.run({ exchange, table: this.table }, this.parts).then(this.answered, (error: unknown) => {
      this.ports.log.fault(error, { workspace: exchange.slug });
      return this.answered(refuse('gateway.internal', undefined));
    });
  }

  private readonly answered = (reply: Reply): Reply => {
    this.underWay.end();
    return reply;
  };

  /** Puts a new table in force, whole. Requests under way find in the catalogue what it says, and keep all else they began with. */
  swap(table: RouteTable): void {
    this.table = table;
    this.lockWatch.swap(table);
    this.parts.listeners.swap(table);
    this.lists.retain(new Set([...routedVersions(table)].map(({ target }) => target.key)));
    this.personalTargets.retain(routedVersions(table));
    const exposureIds = new Set([...table.bySlug.values()].flatMap(({ exposures }) => exposures.map(({ exposureId }) => exposureId)));
    this.parts.views.retain(exposureIds);
    this.parts.parked.retain(exposureIds);
    const workspaceIds = new Set([...table.bySlug.values()].map(({ workspaceId }) => workspaceId));
    this.parts.openStreams.endWhere((principalKey) => !workspaceIds.has(workspaceIdOf(principalKey)));
  }

  /** The tokens for which calls wait between two rounds of questions, each with the key of its principal. */
  *tokensThatWait(): Generator<{ readonly tokenId: string; readonly principalKey: string }> {
    for (const principalKey of this.parts.parked.principalKeys) yield { tokenId: tokenIdOf(principalKey), principalKey };
  }

  /** Whether a caller is on hold. */
  isFrozen(principal: Principal): boolean {
    return this.table.freezes?.stopsCaller(principal) ?? false;
  }

  /** Ends the long-lived streams and the waiting calls of a principal whose token is no longer valid. */
  endStreams(principalKey: string): void {
    this.parts.openStreams.endWhere((key) => key === principalKey);
    this.parts.parked.cancelOf(principalKey);
    this.parts.listeners.endWhere((key) => key === principalKey);
  }

  /** A principal is limited to other tools now: its clients that listen are told so. */
  scopeChanged(principal: Principal): void {
    this.parts.listeners.scopeChanged(principal);
  }

  /** Ends the streams that only wait: their clients come back, to another process. What is under way goes on. */
  endLongStreams(): void {
    this.parts.openStreams.endAll();
  }

  /** The workspace a slug stands for, or undefined. */
  workspaceIdOf(slug: string): string | undefined {
    return this.table.bySlug.get(slug)?.workspaceId;
  }

  private inForce(workspace: WorkspaceRoute): WorkspaceRoute {
    const newest = this.table.bySlug.get(workspace.slug);
    return newest?.workspaceId === workspace.workspaceId ? sameVariant(workspace, newest) : workspace;
  }

  /**
   * What clients of a workspace see now and what was withheld, fresh in one kind, with the servers that could not be listed.
   * @param tokenId of one whose requests without a session are meant, where canaries may serve it something else.
   */
  async describe(
    slug: string,
    kind: ListKind,
    tokenId?: string,
  ): Promise<{ readonly catalog: Catalog; readonly problems: readonly ListProblem[] } | undefined> {
    const configured = this.table.bySlug.get(slug);
    if (!configured) return undefined;
    const workspace = tokenId === undefined ? configured : routeFor(configured, { tokenId, sessionId: undefined });
    const catalog = await this.parts.views.fresh(workspace, kind);
    return { catalog, problems: this.parts.views.problems(workspace, kind) };
  }

  /** Refuses what is new, ends the streams that only wait, and resolves when what was under way is answered. */
  async drain(): Promise<void> {
    this.draining = true;
    this.parts.openStreams.endAll();
    this.parts.listeners.end();
    this.parts.parked.cancelAll();
    await this.underWay.idle();
    this.parts.keepAlive.stop();
  }
}
