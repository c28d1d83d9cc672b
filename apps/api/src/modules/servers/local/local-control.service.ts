import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HostedState, HostReport } from '@mcpnest/mcp-upstream';
import { LocalConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { LocalHosting } from '../runners/local-hosting.js';
import { presentFence } from './local-servers.presenter.js';

/** Whether local servers may run, and what keeps them apart wherever they do. */
export interface LocalStanding {
  readonly enabled: boolean;
  readonly isOnRunners: boolean;
  readonly hosts: readonly HostReport[];
  /** What has to be installed, wherever local servers run, before some packages can be, in sentences. */
  readonly lacks: readonly string[];
}

/** The same, with what each host runs. */
export interface LocalOverview extends LocalStanding {
  readonly states: readonly HostedState[];
}

/** What operators see and do about the programs that run here. */
@Injectable()
export class LocalControl implements OnModuleInit {
  constructor(
    private readonly config: LocalConfig,
    private readonly hosting: LocalHosting,
    private readonly servers: ServerRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly health: HealthRegistry,
  ) {}

  /** The machine is looked at once, before anybody asks. */
  onModuleInit(): void {
    if (this.config.enabled) void this.hosting.programs.reports();
    this.health.report('localServers', async () => {
      const standing = await this.standing();
      const { enabled, fence, holds, gaps, lacks, running } = presentFence(standing);
      const runners = standing.hosts.filter(({ runner }) => runner !== null).length;
      return { enabled, fence, holds, gaps, lacks, running, runners };
    });
  }

  async standing(): Promise<LocalStanding> {
    const { enabled } = this.config;
    const { programs, isOnRunners } = this.hosting;
    const [hosts, lacks] = await Promise.all([programs.reports(), enabled ? this.hosting.lacks() : []]);
    return { enabled, isOnRunners, hosts, lacks };
  }

  async overview(): Promise<LocalOverview> {
    const [standing, states] = await Promise.all([this.standing(), this.hosting.programs.states()]);
    return { ...standing, states };
  }

  async states(ctx: Ctx, reference: string): Promise<readonly HostedState[]> {
    const { id } = await this.servers.get(ctx, reference);
    return this.hosting.programs.states(id);
  }

  /** Ends the server's processes; `restart` lets the next call start it at once, whatever happened before. */
  async end(ctx: Ctx, reference: string, by: 'restart' | 'stop'): Promise<void> {
    const { id, slug, name } = await this.servers.get(ctx, reference);
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, { event: 'servers.local-stopped', subject: { kind: 'server', id, name }, facts: { slug, by } }),
    );
    await this.hosting.programs.end(id, by);
  }
}
