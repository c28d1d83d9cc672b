import { Injectable } from '@nestjs/common';
import { UpstreamFailure, type UpstreamTarget } from '@mcpnest/gateway-core';
import {
  PackageProblem,
  PackageStore,
  type InstalledPackage,
  type NamedPackage,
  type PinnedPackage,
  type RunnerPackages,
} from '@mcpnest/mcp-upstream';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { LocalPackageRepository } from '../local/local-package.repository.js';
import { scriptsOf, type LocalPackage } from '../local/local-package.js';

const CTX = systemCtx('runner');

/** The packages of a runner: what it hosts is brought here when it is first needed, exactly as its integrity is on record. */
@Injectable()
export class PackagesHere implements RunnerPackages {
  /** What is here, or on its way. */
  private readonly brought = new Map<string, Promise<unknown>>();

  constructor(
    private readonly packages: PackageStore,
    private readonly records: LocalPackageRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Sees to it that the program of a target is on this machine. @throws UpstreamFailure, never `sent` */
  async bring({ transport }: UpstreamTarget): Promise<void> {
    if (transport.type !== 'stdio' || transport.package === null) return;
    const pinned = transport.package;
    const name = JSON.stringify(pinned);
    let bringing = this.brought.get(name);
    if (!bringing) this.brought.set(name, (bringing = this.installed(pinned)));
    try {
      await bringing;
    } catch (error) {
      this.brought.delete(name);
      const message = error instanceof PackageProblem ? error.message : 'The package could not be installed on its runner';
      throw new UpstreamFailure('gateway.upstream-unreachable', message, false);
    }
  }

  /** A package whose integrity is on record; null where it is not here. @throws PackageProblem */
  async find(named: NamedPackage): Promise<{ readonly lockHash: string } | null> {
    const found = await this.packages.find(pinnedOf(await this.onRecord(named)));
    return found && { lockHash: found.lockHash };
  }

  /** @throws PackageProblem */
  async install(named: NamedPackage): Promise<{ readonly lockHash: string }> {
    const { lockHash } = await this.installed(pinnedOf(await this.onRecord(named)));
    return { lockHash };
  }

  lacks(): Promise<readonly string[]> {
    return this.packages.lacks();
  }

  /** @throws PackageProblem */
  newest(name: string): Promise<string> {
    return this.packages.newest(name);
  }

  /** @throws PackageProblem */
  pin(spec: string): Promise<string> {
    return this.packages.pin(spec);
  }

  /** Scripts that run are noted before they do, wherever they do. */
  private async installed(pinned: PinnedPackage): Promise<InstalledPackage> {
    const here = await this.packages.find(pinned);
    if (here) return here;
    const { spec, scripts = [] } = pinned;
    if (scripts.length > 0) {
      const { askedByName: askedBy } = await this.onRecord(pinned);
      const subject = { kind: 'settings', id: spec, name: spec } as const;
      await this.tx.run(CTX, (inside) =>
        this.ledger.append(inside, { event: 'servers.install-scripts-started', subject, facts: { package: spec, scripts, askedBy } }),
      );
    }
    return this.packages.install(pinned);
  }

  private async onRecord({ spec, scripts = [] }: NamedPackage): Promise<LocalPackage> {
    const row = await this.records.find(CTX, { spec, scripts: scripts.join(' ') });
    if (!row) throw new PackageProblem('Nobody has pinned this package; enter a server with it first.');
    return row;
  }
}

const pinnedOf = (row: LocalPackage): PinnedPackage => ({ spec: row.spec, integrity: row.integrity, scripts: scriptsOf(row) });
