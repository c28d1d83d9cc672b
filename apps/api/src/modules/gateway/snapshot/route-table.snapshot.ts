import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FreezeSet, Gateway, type RouteTable } from '@mcpnest/gateway-core';
import { FreezesService, ServerDirectory } from '../../servers/index.js';
import { WorkspaceDirectory } from '../../workspaces/index.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
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
  ) {}

  onModuleInit(): void {
    this.changeFeed.subscribe(this);
    this.health.addCheck('route-table', () => (this.table ? null : 'No configuration has been loaded yet.'));
    this.health.report('routeTableGeneration', () => this.gateway.generation);
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
  }
}
