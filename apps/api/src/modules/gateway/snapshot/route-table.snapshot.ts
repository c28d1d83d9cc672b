import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gateway, type RouteTable } from '@mcpnest/gateway-core';
import { RunnersConfig } from '../../../config/slices.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { CreditedConnector } from '../adapters/credited-connector.js';
import { localTargetsOf } from './local-targets.js';
import { RouteTables } from './route-tables.js';

/** Keeps the gateway on the newest configuration: reads the directories, compiles a table, swaps it in whole. */
@Injectable()
export class RouteTableSnapshot implements ChangeConsumer, OnModuleInit {
  readonly name = 'route-table';
  private table: RouteTable | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly tables: RouteTables,
    private readonly changeFeed: ChangeFeed,
    private readonly health: HealthRegistry,
    private readonly connector: CreditedConnector,
    private readonly config: RunnersConfig,
  ) {}

  onModuleInit(): void {
    // A runner serves no client: it has a table of its own.
    if (this.config.role === 'runner') return;
    this.changeFeed.subscribe(this);
    this.health.addCheck('route-table', () => (this.table ? null : 'No configuration has been loaded yet.'));
    this.health.report('routeTableGeneration', () => this.gateway.generation);
  }

  /** A failure leaves the old table in force; the change feed tries again. */
  async apply(ledgerNumber: number): Promise<void> {
    this.table = await this.tables.read(ledgerNumber, this.table);
    this.gateway.swap(this.table);
    // Says where local servers are shown, ends those that are frozen everywhere, starts those that are to run while nobody calls.
    const { running, shownIn, held } = localTargetsOf(this.table);
    this.connector.runLocals(running, shownIn, held);
  }
}
