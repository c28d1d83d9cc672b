import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { RegistryItem } from './read-registry-item.js';

/** Write model of the entries of registries. */
@Injectable()
export class RegistryEntriesRepository {
  constructor(private readonly tx: Tx) {}

  /** Keeps items, each name once. @returns those whose status is another than before, new ones that are not active included */
  async save(ctx: Ctx, registryId: string, items: readonly RegistryItem[]): Promise<readonly RegistryItem[]> {
    const byName = new Map(items.map((item) => [item.name, item]));
    const manager = this.tx.manager(ctx);
    const before: { name: string; status: string }[] = await manager.query(
      'SELECT name, status FROM registry_entries WHERE registry_id = $1 AND name = ANY ($2)',
      [registryId, [...byName.keys()]],
    );
    const rows = [...byName.values()].map((item) => ({ id: newId('registryEntry'), ...item }));
    await manager.query(
      `INSERT INTO registry_entries (id, registry_id, name, status, status_detail, words, raw, parsed, first_seen_at, updated_at)
       SELECT id, $1, name, status, "statusDetail", words, raw, parsed, now(), "updatedAt"
         FROM jsonb_to_recordset($2::jsonb) given (id text, name text, status text, "statusDetail" text, words text, raw jsonb, parsed jsonb, "updatedAt" timestamptz)
       ON CONFLICT (registry_id, name) DO UPDATE SET status = EXCLUDED.status, status_detail = EXCLUDED.status_detail, words = EXCLUDED.words,
         raw = EXCLUDED.raw, parsed = EXCLUDED.parsed, updated_at = EXCLUDED.updated_at`,
      [registryId, JSON.stringify(rows)],
    );
    const statuses = new Map(before.map(({ name, status }) => [name, status]));
    return [...byName.values()].filter(({ name, status }) => (statuses.get(name) ?? 'active') !== status);
  }

  /** The servers of the catalogue that were made of entries of these names. */
  installed(
    ctx: Ctx,
    names: readonly string[],
  ): Promise<{ readonly id: string; readonly slug: string; readonly name: string; readonly entry: string }[]> {
    return this.tx
      .manager(ctx)
      .query(`SELECT id, slug, name, source ->> 'name' AS entry FROM servers WHERE source ->> 'name' = ANY ($1) ORDER BY slug`, [names]);
  }
}
