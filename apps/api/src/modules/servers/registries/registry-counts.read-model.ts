import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** How much of a registry is kept here; what it deleted is not counted. */
export interface RegistryCounts {
  readonly registryId: string;
  readonly entries: number;
  readonly withWarnings: number;
}

/** Counts the entries of registries. */
@Injectable()
export class RegistryCountsReadModel {
  constructor(private readonly tx: Tx) {}

  of(ctx: Ctx, ids: readonly string[]): Promise<RegistryCounts[]> {
    return this.tx.manager(ctx).query(
      `SELECT registry_id AS "registryId", count(*)::int AS entries,
              (count(*) FILTER (WHERE jsonb_path_exists(parsed, '$[*].warnings[*]')))::int AS "withWarnings"
         FROM registry_entries WHERE registry_id = ANY ($1) AND status <> 'deleted' GROUP BY registry_id`,
      [ids],
    );
  }
}
