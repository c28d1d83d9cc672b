import { Injectable } from '@nestjs/common';
import { FreezeSet, type RouteTable } from '@mcpnest/gateway-core';
import { FreezesService, ServerDirectory } from '../../servers/index.js';
import { WorkspaceDirectory } from '../../workspaces/index.js';
import { compileRouteTable } from './compile-route-table.js';

/** Reads the directories and compiles what they say. */
@Injectable()
export class RouteTables {
  constructor(
    private readonly workspaces: WorkspaceDirectory,
    private readonly servers: ServerDirectory,
    private readonly freezes: FreezesService,
  ) {}

  /** The whole state anew; what did not change keeps its identity from the table before. */
  async read(ledgerNumber: number, before: RouteTable | undefined): Promise<RouteTable> {
    const [workspaces, exposures, freezes] = await Promise.all([
      this.workspaces.all(),
      this.servers.exposureRoutes(),
      this.freezes.inForce(),
    ]);
    const table = compileRouteTable(ledgerNumber, workspaces, exposures, before);
    return freezes.length === 0 ? table : { ...table, freezes: new FreezeSet(freezes) };
  }
}
