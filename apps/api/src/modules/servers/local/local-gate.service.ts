import { Injectable } from '@nestjs/common';
import { readPackageSpec } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import { LocalConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import type { Transport } from '../transports/transport.js';
import { PackageDesk } from './package-desk.service.js';

/**
 * The only way by which a program of somebody's choice comes to be run on this machine: for those who may decide that, and where
 * the installation allows it (security S1). Everything that stores or tries a transport goes through here.
 */
@Injectable()
export class LocalGate {
  constructor(
    private readonly config: LocalConfig,
    private readonly permissions: Permissions,
    private readonly packages: PackageDesk,
  ) {}

  /** @throws DomainError `servers.local-off`, `auth.forbidden`, `servers.command-not-listed` for a local server that this person may not have run */
  assertMayRun(ctx: Ctx, transport: Transport): void {
    const refusal = transport.type === 'stdio' ? this.refusal(ctx, transport.command) : null;
    if (refusal) throw refusal;
  }

  /** Why this person may not have a package, or a command of the machine, run here; null where they may. */
  refusal(ctx: Ctx, command: string | null): DomainError | null {
    if (!this.config.enabled)
      return new DomainError('servers.local-off', {
        detail: 'LOCAL_SERVERS=off is set. Give the address of a server that runs elsewhere.',
      });
    if (!this.permissions.ofInstallation(ctx.actor).includes('servers:run-local'))
      return new DomainError('auth.forbidden', {
        detail: 'Programs are run for operators alone: the permission servers:run-local is needed.',
      });
    if (command === null || this.config.commands.includes(command)) return null;
    return new DomainError('servers.command-not-listed', {
      detail: 'Whoever runs the gateway lists the programs that servers may run as in LOCAL_COMMANDS.',
    });
  }

  /**
   * A package with its exact version: the one it names, or the newest of today.
   * @throws DomainError `servers.local-off`, `auth.forbidden`, `servers.package-not-available`
   */
  async exact(ctx: Ctx, spec: string): Promise<string> {
    const refusal = this.refusal(ctx, null);
    if (refusal) throw refusal;
    return readPackageSpec(spec) ? spec : this.packages.newest(spec);
  }

  /**
   * The transport with its package pinned to what it is today; a package that is not here yet is on its way then.
   * @throws DomainError as `assertMayRun`, `servers.package-not-available`
   */
  async pinned(ctx: Ctx, transport: Transport): Promise<Transport> {
    this.assertMayRun(ctx, transport);
    if (transport.type !== 'stdio' || transport.package === null) return transport;
    return {
      ...transport,
      integrity: await this.packages.pin(ctx, { spec: transport.package, scripts: (transport.scripts ?? []).join(' ') }),
    };
  }
}
