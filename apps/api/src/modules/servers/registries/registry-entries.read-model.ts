import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { CatalogueOffer } from '../bundled-catalogue/catalogue-offer.js';
import type { ImportEntry } from '../import-reading/import-entry.js';

export interface RegistryEntriesAsked {
  readonly registryId: string;
  /** In lower case; all have to stand somewhere in the entry. */
  readonly words: readonly string[];
  readonly transport: string | null;
}

interface Row {
  readonly id: string;
  readonly registryUrl: string;
  readonly parsed: ImportEntry;
}

const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
const SELECT = `SELECT entry.id || '.' || part.place AS id, registry.url AS "registryUrl", part.value AS parsed`;
/** One row for each address of an entry. */
const FROM = `
    FROM registry_entries entry
    JOIN registries registry ON registry.id = entry.registry_id
    CROSS JOIN LATERAL jsonb_array_elements(entry.parsed) WITH ORDINALITY part (value, place)`;
const WHERE = `
   WHERE entry.registry_id = $1 AND entry.status <> 'deleted' AND entry.words LIKE ALL ($2::text[])
     AND ($3::text IS NULL OR COALESCE(part.value #>> '{transport,type}', 'local') = $3)`;

/** The entries of registries, as they are offered. */
@Injectable()
export class RegistryEntriesReadModel {
  constructor(private readonly tx: Tx) {}

  /** By name. */
  async list(
    ctx: Ctx,
    asked: RegistryEntriesAsked,
    page: { readonly from: number; readonly take: number },
  ): Promise<readonly CatalogueOffer[]> {
    const rows: Row[] = await this.tx
      .manager(ctx)
      .query(`${SELECT} ${FROM} ${WHERE} ORDER BY entry.name, part.place OFFSET $4 LIMIT $5`, [...valuesOf(asked), page.from, page.take]);
    return rows.map(offerOf);
  }

  async count(ctx: Ctx, asked: RegistryEntriesAsked): Promise<number> {
    const rows: { count: number }[] = await this.tx.manager(ctx).query(`SELECT count(*)::int AS count ${FROM} ${WHERE}`, valuesOf(asked));
    return rows[0]?.count ?? 0;
  }

  /** @param place among the addresses of the entry, from 1. */
  async one(ctx: Ctx, id: string, place: number): Promise<CatalogueOffer | null> {
    const rows: Row[] = await this.tx
      .manager(ctx)
      .query(`${SELECT} ${FROM} WHERE entry.id = $1 AND part.place = $2 AND entry.status <> 'deleted'`, [id, place]);
    return rows[0] ? offerOf(rows[0]) : null;
  }
}

const valuesOf = ({ registryId, words, transport }: RegistryEntriesAsked): unknown[] => [registryId, words.map(pattern), transport];

const offerOf = ({ id, registryUrl, parsed }: Row): CatalogueOffer => ({ ...parsed, id, registryUrl, source: 'synced' });
