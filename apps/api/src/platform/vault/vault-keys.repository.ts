import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Tx } from '../database/tx.js';

/** A data key, wrapped by a master key. Owners have one per generation; the newest seals. */
export interface WrappedKey {
  readonly id: string;
  readonly owner: string;
  readonly generation: number;
  readonly wrapped: string;
  /** Names the master key that wrapped it; null for keys of older releases. */
  readonly masterId: string | null;
}

/** How many data keys a master key wraps. */
export interface WrappedCount {
  readonly masterId: string | null;
  readonly keys: number;
}

const SELECT = 'SELECT id, owner, generation, wrapped, master_id AS "masterId" FROM vault_keys';

@Injectable()
export class VaultKeysRepository {
  constructor(private readonly tx: Tx) {}

  async newestOf(ctx: Ctx, owner: string): Promise<WrappedKey | null> {
    return this.first(ctx, `${SELECT} WHERE owner = $1 ORDER BY generation DESC LIMIT 1`, [owner]);
  }

  async byId(ctx: Ctx, id: string): Promise<WrappedKey | null> {
    return this.first(ctx, `${SELECT} WHERE id = $1`, [id]);
  }

  /** Keeps the key unless another process was first with the same owner and generation. */
  async insert(ctx: Ctx, { id, owner, generation, wrapped, masterId }: WrappedKey): Promise<void> {
    const insert =
      'INSERT INTO vault_keys (id, owner, generation, wrapped, master_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (owner, generation) DO NOTHING';
    await this.tx.manager(ctx).query(insert, [id, owner, generation, wrapped, masterId]);
  }

  async counts(ctx: Ctx): Promise<readonly WrappedCount[]> {
    return this.tx.manager(ctx).query('SELECT master_id AS "masterId", count(*)::int AS keys FROM vault_keys GROUP BY master_id');
  }

  /** Keys that another master key than this one wraps, or nobody knows which. */
  async wrappedByOthers(ctx: Ctx, masterId: string, limit: number): Promise<readonly WrappedKey[]> {
    return this.tx.manager(ctx).query(`${SELECT} WHERE master_id IS DISTINCT FROM $1 ORDER BY id LIMIT $2`, [masterId, limit]);
  }

  /** Puts another wrapping in the place of the one that was read; does nothing where somebody else was first. */
  async rewrap(ctx: Ctx, before: WrappedKey, after: { readonly wrapped: string; readonly masterId: string }): Promise<void> {
    const update = 'UPDATE vault_keys SET wrapped = $3, master_id = $4 WHERE id = $1 AND wrapped = $2';
    await this.tx.manager(ctx).query(update, [before.id, before.wrapped, after.wrapped, after.masterId]);
  }

  private async first(ctx: Ctx, query: string, values: unknown[]): Promise<WrappedKey | null> {
    const rows: WrappedKey[] = await this.tx.manager(ctx).query(query, values);
    return rows[0] ?? null;
  }
}
