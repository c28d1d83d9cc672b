import { Injectable } from '@nestjs/common';
import type { UpstreamTarget } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { CredentialLender, type Borrower } from '../lending/credential-lender.js';
import { CredentialUse } from '../lending/credential-use.service.js';
import { memberAuthOf } from '../transports/transport.js';
import { targetOf, type Lent } from '../transports/upstream-target.js';

/** A Version in use by a workspace. */
export interface VersionInUse extends Borrower {
  readonly serverSlug: string;
  readonly version: number;
  readonly workspaceId: string;
}

/** Where a workspace's requests go, and those of members with credentials of their own. */
export interface RouteTargets {
  readonly target: UpstreamTarget;
  readonly personal?: ReadonlyMap<string, UpstreamTarget>;
  readonly needsAccount?: true;
}

/** Makes the targets of a route table. Whoever sends the same to the same Version shares one: connections and remembered eras. */
@Injectable()
export class RouteTargetMaker {
  constructor(
    private readonly lender: CredentialLender,
    private readonly use: CredentialUse,
  ) {}

  /** In the order of what is in use. */
  async make(inUse: readonly VersionInUse[]): Promise<readonly RouteTargets[]> {
    const lent = await this.lender.lendAll(systemCtx('route-table'), inUse);
    const known = new Map<string, UpstreamTarget>();
    const carried = new Map<string, readonly string[]>();
    const targetFor = (version: VersionInUse, values: Lent): UpstreamTarget => {
      const target = targetOf(version, values);
      if (values.credentialIds.length > 0) carried.set(target.key, values.credentialIds);
      const before = known.get(target.key);
      if (!before) known.set(target.key, target);
      return before ?? target;
    };
    const targets = inUse.map((version, index): RouteTargets => {
      const { shared, personal } = lent[index]!;
      const own = [...personal].map(([userId, values]) => [userId, targetFor(version, values)] as const);
      const needsAccount = memberAuthOf(version.transport) !== null && { needsAccount: true as const };
      return { target: targetFor(version, shared), ...(own.length > 0 && { personal: new Map(own) }), ...needsAccount };
    });
    this.use.learn(carried);
    return targets;
  }
}
