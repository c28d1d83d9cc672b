import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What the catalogue can be narrowed by, most used first. */
export interface CatalogueFacets {
  readonly tags: readonly string[];
  readonly owners: readonly string[];
}

const FACETS_MAX = 200;

@Injectable()
export class CatalogueFacetsReadModel {
  constructor(private readonly tx: Tx) {}

  async read(ctx: Ctx): Promise<CatalogueFacets> {
    const manager = this.tx.manager(ctx);
    const tags: { word: string }[] = await manager.query(
      'SELECT tag AS word FROM servers, unnest(tags) tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT $1',
      [FACETS_MAX],
    );
    const owners: { word: string }[] = await manager.query(
      'SELECT owner AS word FROM servers WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC, owner LIMIT $1',
      [FACETS_MAX],
    );
    return { tags: tags.map(({ word }) => word), owners: owners.map(({ word }) => word) };
  }
}
