import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { LocalPackageEntity } from './local-package.entity.js';
import { scriptsOf, type LocalPackage, type PackageKey } from './local-package.js';

const LIST_MAX = 500;

/** Packages that servers run, whatever machine they were brought to. */
@Injectable()
export class LocalPackageRepository {
  constructor(private readonly tx: Tx) {}

  async find(ctx: Ctx, { spec, scripts }: PackageKey): Promise<LocalPackage | null> {
    return this.rows(ctx).findOneBy({ spec, scripts });
  }

  /** What the registry said of this version when it was first asked, whatever scripts may run. */
  async integrityOf(ctx: Ctx, spec: string): Promise<string | null> {
    return (await this.rows(ctx).findOne({ where: { spec }, order: { createdAt: 'ASC' } }))?.integrity ?? null;
  }

  /** The newest first. */
  async list(ctx: Ctx): Promise<readonly LocalPackage[]> {
    return this.rows(ctx).find({ order: { createdAt: 'DESC' }, take: LIST_MAX });
  }

  /** Those whose installation was begun and never ended. */
  async unfinished(ctx: Ctx): Promise<readonly LocalPackage[]> {
    return this.rows(ctx).find({ where: { state: 'installing' }, take: LIST_MAX });
  }

  /** Adds it, unless somebody was faster: then that one stays. */
  async add(ctx: Ctx, row: LocalPackage): Promise<void> {
    await this.rows(ctx)
      .createQueryBuilder()
      .insert()
      .values({ ...row })
      .orIgnore()
      .execute();
  }

  async change(ctx: Ctx, { spec, scripts }: PackageKey, change: Pick<LocalPackage, 'state' | 'problem' | 'lockHash'>): Promise<void> {
    await this.rows(ctx).update({ spec, scripts }, { ...change, changedAt: new Date() });
  }

  /** Ids of Versions that run this package, with these scripts, and never answered. */
  async waitingVersions(ctx: Ctx, { spec, scripts }: PackageKey): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.tx.manager(ctx).query(
      `SELECT id FROM server_versions
          WHERE listed_at IS NULL AND state = 'approved' AND transport ->> 'package' = $1
            AND coalesce(transport -> 'scripts', '[]') = $2::jsonb`,
      [spec, JSON.stringify(scriptsOf({ scripts }))],
    );
    return rows.map(({ id }) => id);
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(LocalPackageEntity);
  }
}
