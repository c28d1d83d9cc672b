import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { violates } from '../constraint.js';
import { registryNotFound, type Registry, type RegistrySettings } from './registry.js';

const COLUMNS = `id, name, url, enabled, every_minutes AS "everyMinutes", created_at AS "createdAt", revision, running_since AS "runningSince",
  tried_at AS "triedAt", succeeded_at AS "succeededAt", problem, problem_detail AS "problemDetail", unreadable, synced_until AS "syncedUntil"`;
/** A process that holds a registry for longer than this is gone. */
const HELD_MAX = `interval '15 minutes'`;

/** How a round ended. */
export interface RoundEnd {
  readonly problem: string | null;
  readonly detail: string | null;
  readonly unreadable: number;
  readonly syncedUntil: Date | null;
}

/** Write model of registries. */
@Injectable()
export class RegistryRepository {
  constructor(private readonly tx: Tx) {}

  /** Oldest first. */
  all(ctx: Ctx): Promise<Registry[]> {
    return this.tx.manager(ctx).query(`SELECT ${COLUMNS} FROM registries ORDER BY created_at, id`);
  }

  /** @throws DomainError `servers.registry-not-found` */
  async get(ctx: Ctx, id: string): Promise<Registry> {
    return found(await this.tx.manager(ctx).query(`SELECT ${COLUMNS} FROM registries WHERE id = $1`, [id]));
  }

  /** Reads and locks the row until the transaction ends. @throws DomainError `servers.registry-not-found` */
  async lock(ctx: Ctx, id: string): Promise<Registry> {
    return found(await this.tx.manager(ctx).query(`SELECT ${COLUMNS} FROM registries WHERE id = $1 FOR UPDATE`, [id]));
  }

  /** @throws DomainError `servers.registry-exists` */
  async insert(ctx: Ctx, id: string, { name, url, enabled, everyMinutes }: RegistrySettings): Promise<void> {
    await guarded(
      this.tx
        .manager(ctx)
        .query('INSERT INTO registries (id, name, url, enabled, every_minutes, created_at) VALUES ($1, $2, $3, $4, $5, now())', [
          id,
          name,
          url,
          enabled,
          everyMinutes,
        ]),
    );
  }

  /** Another address begins anew. @throws DomainError `servers.registry-exists` */
  async update(ctx: Ctx, id: string, { name, url, enabled, everyMinutes }: RegistrySettings): Promise<void> {
    await guarded(
      this.tx.manager(ctx).query(
        `UPDATE registries SET name = $2, url = $3, enabled = $4, every_minutes = $5, revision = revision + 1,
                synced_until = CASE WHEN url = $3 THEN synced_until END, tried_at = CASE WHEN url = $3 THEN tried_at END
          WHERE id = $1`,
        [id, name, url, enabled, everyMinutes],
      ),
    );
  }

  async delete(ctx: Ctx, id: string): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM registries WHERE id = $1', [id]);
  }

  /** Those whose next round has come, the longest untried first. */
  async due(ctx: Ctx): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.tx.manager(ctx).query(`
      SELECT id FROM registries
       WHERE enabled AND (tried_at IS NULL OR tried_at < now() - make_interval(mins => every_minutes))
       ORDER BY tried_at NULLS FIRST, id`);
    return rows.map(({ id }) => id);
  }

  /** Takes a registry for a round. @returns null where another process reads it */
  async begin(ctx: Ctx, id: string): Promise<Registry | null> {
    const [rows]: [Registry[], number] = await this.tx.manager(ctx).query(
      `UPDATE registries SET running_since = now(), tried_at = now()
        WHERE id = $1 AND (running_since IS NULL OR running_since < now() - ${HELD_MAX}) RETURNING ${COLUMNS}`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** @param url that was read: what was read of another address says nothing about this one. */
  async finish(ctx: Ctx, id: string, url: string, { problem, detail, unreadable, syncedUntil }: RoundEnd): Promise<void> {
    await this.tx.manager(ctx).query(
      `UPDATE registries SET running_since = NULL, problem = $3, problem_detail = $4, unreadable = $5,
              succeeded_at = CASE WHEN $3::text IS NULL THEN now() ELSE succeeded_at END,
              synced_until = CASE WHEN url = $2 THEN $6 ELSE synced_until END
        WHERE id = $1`,
      [id, url, problem, detail, unreadable, syncedUntil],
    );
  }
}

function found(rows: readonly Registry[]): Registry {
  if (!rows[0]) throw registryNotFound();
  return rows[0];
}

async function guarded(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (violates(error, 'registries_url_unique'))
      throw new DomainError('servers.registry-exists', { detail: 'A registry at this address is there already.' });
    throw error;
  }
}
