import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocalReport, LocalServerState } from '@mcpnest/mcp-upstream';
import { LocalConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { presentStanding } from './local-servers.presenter.js';
import { LocalSupervisor } from './local.providers.js';

/** Whether local servers may run, and what keeps them apart where they do. */
export interface LocalStanding {
  readonly enabled: boolean;
  readonly report: LocalReport;
  /** What has to be installed on this machine before some packages can be, in sentences. */
  readonly lacks: readonly string[];
}

/** What operators see and do about the programs that run here. */
@Injectable()
export class LocalControl implements OnModuleInit {
  constructor(
    private readonly config: LocalConfig,
    private readonly supervisor: LocalSupervisor,
    private readonly servers: ServerRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly health: HealthRegistry,
  ) {}

  /** The machine is looked at once, before anybody asks. */
  onModuleInit(): void {
    if (this.config.enabled) void this.supervisor.report();
    this.health.report('localServers', async () => {
      const { enabled, fence, holds, gaps, lacks, running } = presentStanding(await this.standing());
      return { enabled, fence, holds, gaps, lacks, running };
    });
  }

  async standing(): Promise<LocalStanding> {
    const { enabled } = this.config;
    return { enabled, report: await this.supervisor.report(), lacks: enabled ? await this.supervisor.lacks() : [] };
  }

  async states(ctx: Ctx, reference: string): Promise<readonly LocalServerState[]> {
    const { id } = await this.servers.get(ctx, reference);
    return this.supervisor.states(id);
  }

  /** Ends the server's processes; `restart` lets the next call start it at once, whatever happened before. */
  async end(ctx: Ctx, reference: string, by: 'restart' | 'stop'): Promise<void> {
    const { id, slug, name } = await this.servers.get(ctx, reference);
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, { event: 'servers.local-stopped', subject: { kind: 'server', id, name }, facts: { slug, by } }),
    );
    await this.supervisor.end(id, by);
  }
}
