import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ListedDefinition } from './definition-diff.js';

/** What is approved of Versions, whole definitions. */
@Injectable()
export class DefinitionsReadModel {
  constructor(private readonly tx: Tx) {}

  /** By kind and key; empty before first contact. What an operator blocked is not part of it. */
  async of(ctx: Ctx, versionId: string): Promise<readonly ListedDefinition[]> {
    return this.tx.manager(ctx).query(
      `SELECT item.kind, item.key, definition.hash, definition.definition AS text
         FROM server_lock_items item JOIN tool_definitions definition ON definition.hash = item.approved_hash
        WHERE item.version_id = $1 AND item.state <> 'blocked' ORDER BY item.kind, item.key`,
      [versionId],
    );
  }
}
