import { Injectable } from '@nestjs/common';
import { Gateway } from '@mcpnest/gateway-core';
import { EndpointDirectory } from '../../auth/index.js';

/** Tells the guard which workspace a slug stands for, from the table in force. */
@Injectable()
export class RouteTableEndpoints extends EndpointDirectory {
  constructor(private readonly gateway: Gateway) {
    super();
  }

  workspaceIdOf(slug: string): string | undefined {
    return this.gateway.workspaceIdOf(slug);
  }
}
