import { Injectable } from '@nestjs/common';
import type { UpstreamTarget } from '@mcpnest/gateway-core';
import type { AskedTarget } from '@mcpnest/mcp-upstream';
import { systemCtx } from '../../../platform/context/ctx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { targetOf } from '../transports/upstream-target.js';
import { VersionRepository } from '../versions/version.repository.js';
import { PackagesHere } from './packages-here.service.js';

const CTX = systemCtx('runner');

/** What a runner finds out by itself. Gateways name things; what is started stands in the database. */
@Injectable()
export class RunnerWork {
  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly lender: CredentialLender,
    /** What lies on this machine. */ readonly packages: PackagesHere,
  ) {}

  /** The target of an approved Version that is shown nowhere yet, with everybody's credentials; null where the name is of nothing such. */
  async approved({ key, serverId, version: number }: AskedTarget): Promise<UpstreamTarget | null> {
    const version = await this.versions.get(CTX, serverId, number).catch(() => null);
    if (version?.state !== 'approved' || version.transport.type !== 'stdio') return null;
    const server = await this.servers.get(CTX, serverId);
    const lent = await this.lender.lend(CTX, version);
    const target = targetOf({ serverId, serverSlug: server.slug, version: number, transport: version.transport }, lent);
    return target.key === key ? target : null;
  }
}
