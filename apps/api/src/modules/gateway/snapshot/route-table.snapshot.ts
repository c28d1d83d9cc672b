import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FreezeSet, Gateway, type RouteTable, type UpstreamTarget } from '@mcpnest/gateway-core';
import { FreezesService, ServerDirectory } from '../../servers/index.js';
import { WorkspaceDirectory } from '../../workspaces/index.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { CreditedConnector } from '../adapters/credited-connector.js';
import { compileRouteTable } from './compile-route-table.js';

/** Keeps the gateway on the newest configuration: reads the directories, compiles a table, swaps it in whole. */
@Injectable()
export class RouteTableSnapshot implements ChangeConsumer, OnModuleInit {
  readonly name = 'route-table';
  private table: RouteTable | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly workspaces: WorkspaceDirectory,
    private readonly servers: ServerDirectory,
    private readonly freezes: FreezesService,
    private readonly changeFeed: ChangeFeed,
    private readonly health: HealthRegistry,
    private readonly connector: CreditedConnector,
  ) {}

  onModuleInit(): void {
    this.changeFeed.subscribe(this);
    this.health.addCheck('route-table', () => (this.table ? null : 'No configuration has been loaded yet.'));
    this.health.report('routeTableGeneration', () => this.gateway.generation);
  }

  /** Says in which workspaces local servers are shown, ends those that are frozen in all of them, and starts those that are to run while nobody calls. */
  private runLocals({ bySlug, freezes }: RouteTable): void {
    const shownIn = new Map<string, string[]>();
    const targets = new Map<string, UpstreamTarget>();
    for (const { workspaceId, exposures } of bySlug.values()) {
      for (const target of exposures.flatMap((exposure) => [exposure.target, ...(exposure.canary ? [exposure.canary.target] : [])])) {
        if (target.transport.type !== 'stdio') continue;
        targets.set(target.key, target);
        shownIn.set(target.key, [...(shownIn.get(target.key) ?? []), workspaceId]);
      }
    }
    const isHeld = ({ key, serverId }: UpstreamTarget): boolean =>
      freezes !== undefined && (shownIn.get(key) ?? []).every((workspaceId) => freezes.stopsTarget(workspaceId, serverId, undefined));
    const running = [...targets.values()].filter((target) => !isHeld(target));
    const runningIds = new Set(running.map(({ serverId }) => serverId));
    const held = new Set([...targets.values()].map(({ serverId }) => serverId).filter((id) => !runningIds.has(id)));
    this.connector.runLocals(running, shownIn, held);
  }

  /** A failure leaves the old table in force; the change feed tries again. */
  async apply(ledgerNumber: number): Promise<void> {
    const [workspaces, exposures, freezes] = await Promise.all([
      this.workspaces.all(),
      this.servers.exposureRoutes(),
      this.freezes.inForce(),
    ]);
    const table = compileRouteTable(ledgerNumber, workspaces, exposures, this.table);
    this.table = freezes.length === 0 ? table : { ...table, freezes: new FreezeSet(freezes) };
    this.gateway.swap(this.table);
    this.runLocals(this.table);
  }
}
