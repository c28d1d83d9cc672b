import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gateway, type RouteTable } from '@mcpnest/gateway-core';
import { ServerDirectory } from '../../servers/index.js';
import { WorkspaceDirectory } from '../../workspaces/index.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { compileRouteTable } from './compile-route-table.js';

/** Keeps the gateway on the newest configuration: reads the directories, compiles a table, swaps it in whole. */
@Injectable()
export class RouteTableSnapshot implements ChangeConsumer, OnModuleInit {
  readonly name = 'route-table';
  private table: RouteTable | undefined;

  constructor(
    private readonly gateway: Gateway, private readonly workspaces: WorkspaceDirectory,
    private readonly servers: ServerDirectory, private readonly changeFeed: ChangeFeed,
  ) {}

  onModuleInit(): void {
    this.changeFeed.subscribe(this);
  }

  /** Whether a table is in force at all. */
  get isLoaded(): boolean {
    return this.table !== undefined;
  }

  /** A failure leaves the old table in force; the change feed tries again. */
  async apply(ledgerNumber: number): Promise<void> {
    const [workspaces, exposures] = await Promise.all([this.workspaces.all(), this.servers.exposureRoutes()]);
    this.table = compileRouteTable(ledgerNumber, workspaces, exposures, this.table);
    this.gateway.swap(this.table);
  }
}
