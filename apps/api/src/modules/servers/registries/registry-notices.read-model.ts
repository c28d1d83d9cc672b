import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What a registry says of an entry that a server was made of. */
export interface RegistryNotice {
  readonly serverId: string;
  readonly registry: string;
  readonly status: 'deprecated' | 'deleted';
  readonly detail: string | null;
}

/** Which servers of the catalogue were made of entries that registries deprecated or deleted since. */
@Injectable()
export class RegistryNoticesReadModel {
  constructor(private readonly tx: Tx) {}

  /** At most one for each server: what is deleted goes before what is deprecated. */
  of(ctx: Ctx, serverIds: readonly string[]): Promise<RegistryNotice[]> {
    return this.tx.manager(ctx).query(
      `SELECT DISTINCT ON (server.id) server.id AS "serverId", registry.name AS registry, entry.status, entry.status_detail AS detail
         FROM servers server
         JOIN registry_entries entry ON entry.name = server.source ->> 'name' AND entry.status <> 'active'
         JOIN registries registry ON registry.id = entry.registry_id AND registry.enabled
        WHERE server.id = ANY ($1) ORDER BY server.id, entry.status, registry.created_at`,
      [serverIds],
    );
  }
}
