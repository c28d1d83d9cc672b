import { ToolViews } from './catalog/tool-views.js';
import type { ListProblem, ToolView } from './catalog/tool-view.js';
import { UpstreamLists } from './catalog/upstream-lists.js';
import { refuse } from './errors/refuse.js';
import type { Exchange } from './exchange/exchange.js';
import type { Reply } from './exchange/reply.js';
import { TokenLimiter } from './limits/token-limiter.js';
import type { GatewayParts } from './pipeline/gateway-parts.js';
import { exchangePipeline } from './pipeline/pipeline.js';
import type { OriginPolicy } from './policy/origin-policy.js';
import type { Clock } from './ports/clock.js';
import type { Log } from './ports/log.js';
import type { Replicas } from './ports/replicas.js';
import type { Sealer } from './ports/sealer.js';
import type { SessionStore } from './ports/session-store.js';
import type { UpstreamConnector } from './ports/upstream-connector.js';
import type { RouteTable } from './routing/route-table.js';

/** What the gateway needs from outside. */
export interface GatewayPorts {
  readonly connector: UpstreamConnector;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly replicas: Replicas;
}

export interface GatewayOptions {
  readonly origins: OriginPolicy;
  /** The product's version. */
  readonly version: string;
  /** UTF-8 bytes of a text. */
  readonly byteLength: (text: string) => number;
}

const EMPTY: RouteTable = { generation: 0, bySlug: new Map() };

/** The whole gateway behind one method: plain values in, plain values out. */
export class Gateway {
  private table = EMPTY;
  private draining = false;
  private underWay = 0;
  private onIdle: (() => void) | undefined;
  private readonly lists: UpstreamLists;
  private readonly parts: GatewayParts;

  constructor(
    private readonly ports: GatewayPorts,
    options: GatewayOptions,
  ) {
    this.lists = new UpstreamLists(ports.connector, ports.clock, ports.log);
    this.parts = { ...ports, ...options, views: new ToolViews(this.lists), limiter: new TokenLimiter(), isDraining: () => this.draining };
  }

  /** The ledger number of the table in force. */
  get generation(): number {
    return this.table.generation;
  }

  /** Answers one request; never throws. */
  async handle(exchange: Exchange): Promise<Reply> {
    this.underWay++;
    try {
      return await exchangePipeline.run({ exchange, table: this.table }, this.parts);
    } catch (error) {
      this.ports.log.fault(error, { workspace: exchange.slug });
      return refuse('gateway.internal', undefined);
    } finally {
      if (--this.underWay === 0) this.onIdle?.();
    }
  }

  /** Puts a new table in force, whole. Requests under way finish on the one they started with. */
  swap(table: RouteTable): void {
    this.table = table;
    const keys = new Set<string>();
    for (const { exposures } of table.bySlug.values()) for (const { target } of exposures) keys.add(target.key);
    this.lists.retain(keys);
  }

  /** The workspace a slug stands for, or undefined. */
  workspaceIdOf(slug: string): string | undefined {
    return this.table.bySlug.get(slug)?.workspaceId;
  }

  /** What clients of a workspace see now and what was withheld, with the servers that could not be listed. */
  async describeTools(slug: string): Promise<{ readonly view: ToolView; readonly problems: readonly ListProblem[] } | undefined> {
    const workspace = this.table.bySlug.get(slug);
    if (!workspace) return undefined;
    const view = await this.parts.views.fresh(workspace);
    return { view, problems: this.parts.views.problems(workspace) };
  }

  /** Refuses what is new and resolves when what was under way is answered. */
  async drain(): Promise<void> {
    this.draining = true;
    if (this.underWay > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
  }
}
