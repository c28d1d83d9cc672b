// Joins servers and server_versions of the servers room, to find a server's versions by its slug.
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import type { VersionStep } from './version-history.dto.js';

interface StepRow {
  readonly number: string;
  readonly created_at: Date;
  readonly actor_kind: 'user' | 'api-key' | 'system';
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly version: number;
  readonly facts: { readonly state?: string; readonly from?: string; readonly to?: string; readonly note?: string | null };
}

const STEPS = `
  SELECT step.number, step.created_at, step.actor_kind, step.actor_id, step.actor_name, version.number AS version, step.facts
    FROM server_versions version
    JOIN ledger step ON step.subject_id = version.id
   WHERE version.server_id = $1
     AND step.event IN ('servers.version-created', 'servers.version-state-changed')
     AND ($2::bigint IS NULL OR step.number < $2)
   ORDER BY step.number DESC
   LIMIT $3`;

/** The lifecycle of a server's Versions as the ledger tells it, newest first. */
@Injectable()
export class VersionHistoryReadModel {
  constructor(private readonly tx: Tx) {}

  /** @param server slug or id. @throws DomainError `servers.not-found` */
  async list(ctx: Ctx, server: string, page: PageRequest): Promise<Page<VersionStep>> {
    const manager = this.tx.acrossWorkspaces(ctx);
    const found: { id: string }[] = await manager.query(`SELECT id FROM servers WHERE ${server.includes('_') ? 'id' : 'slug'} = $1`, [
      server,
    ]);
    const [entry] = found;
    if (!entry) throw new DomainError('servers.not-found', { detail: 'The catalogue has no server of this slug or id.' });
    const after = decodeCursor(page.cursor);
    const below = after === null ? null : /^\d{1,18}$/.test(after.id) ? after.id : '0';
    const rows: StepRow[] = await manager.query(STEPS, [entry.id, below, page.limit + 1]);
    return pageOf(rows, page.limit, { item: stepOf, position: (row) => ({ createdAt: row.created_at, id: row.number }) });
  }
}

const stepOf = ({ number, created_at: createdAt, version, facts, ...row }: StepRow): VersionStep => ({
  number: Number(number),
  createdAt: createdAt.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  version,
  from: facts.from ?? null,
  to: facts.to ?? facts.state ?? 'draft',
  note: facts.note ?? null,
});
