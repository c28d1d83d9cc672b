import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PackageProblem, PackageStore, readPackageSpec, type PinnedPackage } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import { LocalConfig } from '../../../config/slices.js';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { LocalPackageRepository } from './local-package.repository.js';
import { scriptsOf, type LocalPackage, type PackageKey } from './local-package.js';

const CONTACT_MS = 20_000;

/** Brings packages to this machine: what a version is, is asked for once; from then on nothing else is taken for it. */
@Injectable()
export class PackageDesk implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('servers');
  private isStopping = false;

  constructor(
    private readonly store: PackageStore,
    private readonly packages: LocalPackageRepository,
    private readonly contact: FirstContact,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly config: LocalConfig,
  ) {}

  /** Goes on with what a stop interrupted. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.enabled) return;
    const ctx = systemCtx('local-packages');
    for (const one of await this.packages.unfinished(ctx).catch(() => [])) void this.bring(one);
  }

  /** What is being installed is gone on with after the next start. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.store.close();
  }

  list(ctx: Ctx): Promise<readonly LocalPackage[]> {
    return this.packages.list(ctx);
  }

  /** @throws DomainError `servers.package-not-found` */
  async get(ctx: Ctx, key: PackageKey): Promise<LocalPackage> {
    const found = await this.packages.find(ctx, key);
    if (!found) throw new DomainError('servers.package-not-found', { detail: 'Look the packages up in their list.' });
    return found;
  }

  /** The integrity of a package; one that is not here yet is on its way then. @throws DomainError `servers.package-not-available` */
  async pin(ctx: Ctx, key: PackageKey): Promise<string> {
    const before = await this.packages.find(ctx, key);
    const known = before ?? (await this.enter(ctx, key));
    // One that was entered just now may be here from before, such as under another database; its row has yet to say so.
    const isWanted = before === null || (before.state !== 'failed' && (await this.store.find(pinnedOf(before))) === null);
    if (isWanted) void this.bring(known);
    return known.integrity;
  }

  /** Installs a package, again where that failed or where this machine does not have it. @throws DomainError `servers.package-not-available` */
  async install(ctx: Ctx, key: PackageKey): Promise<LocalPackage> {
    if (!this.config.enabled) throw new DomainError('servers.local-off', { detail: 'LOCAL_SERVERS=off is set.' });
    if (![key.spec, ...scriptsOf(key)].every((spec) => readPackageSpec(spec)))
      throw new DomainError('servers.package-not-available', {
        detail: 'Name a package with its exact version, such as npm:@scope/name@1.2.3 or pypi:name==1.2.3.',
      });
    const known = (await this.packages.find(ctx, key)) ?? (await this.enter(ctx, key));
    if ((await this.store.find(pinnedOf(known))) !== null && known.state === 'installed') return known;
    await this.packages.change(ctx, key, { state: 'installing', problem: null, lockHash: null });
    void this.bring(known);
    return this.get(ctx, key);
  }

  /** The exact newest version of `npm:name` or `pypi:name`. @throws DomainError `servers.package-not-available` */
  newest(name: string): Promise<string> {
    return this.store.newest(name).catch(explained);
  }

  private async enter(ctx: Ctx, { spec, scripts }: PackageKey): Promise<LocalPackage> {
    const integrity = (await this.packages.integrityOf(ctx, spec)) ?? (await this.store.pin(spec).catch(explained));
    const now = new Date();
    const row = { spec, scripts, integrity, state: 'installing', problem: null, lockHash: null, askedByName: ctx.actor.name } as const;
    await this.packages.add(ctx, { ...row, createdAt: now, changedAt: now });
    return this.get(ctx, { spec, scripts });
  }

  /** Never rejects: what came of it stands in the package's row. */
  private async bring(row: LocalPackage): Promise<void> {
    const ctx = systemCtx('local-packages');
    const { spec, integrity } = row;
    const subject = { kind: 'settings', id: spec, name: spec } as const;
    const scripts = scriptsOf(row);
    try {
      // Noted before anything of it runs; what cannot be noted does not run.
      if (scripts.length > 0) {
        const facts = { package: spec, scripts, askedBy: row.askedByName };
        await this.tx.run(ctx, (inside) => this.ledger.append(inside, { event: 'servers.install-scripts-started', subject, facts }));
      }
      const { lockHash } = await this.store.install(pinnedOf(row));
      await this.tx.run(ctx, async (inside) => {
        await this.packages.change(inside, row, { state: 'installed', problem: null, lockHash });
        await this.ledger.append(inside, {
          event: 'servers.package-installed',
          subject,
          facts: { package: spec, integrity, lock: lockHash, scripts },
        });
      });
      for (const versionId of await this.packages.waitingVersions(ctx, row)) await this.contact.make(versionId, CONTACT_MS);
    } catch (error) {
      if (this.isStopping) return;
      const problem = error instanceof PackageProblem ? error.message : 'The installation broke off.';
      this.log.warn({ code: 'servers.package-not-available', spec, msg: problem });
      await this.packages.change(ctx, row, { state: 'failed', problem, lockHash: null }).catch(() => undefined);
    }
  }
}

const pinnedOf = (row: LocalPackage): PinnedPackage => ({ spec: row.spec, integrity: row.integrity, scripts: scriptsOf(row) });

function explained(error: unknown): never {
  throw error instanceof PackageProblem ? new DomainError('servers.package-not-available', { detail: error.message }) : error;
}
