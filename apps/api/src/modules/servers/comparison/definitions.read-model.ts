import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ListedDefinition } from './definition-diff.js';

/** What the servers of Versions defined, whole. */
@Injectable()
export class DefinitionsReadModel {
  constructor(private readonly tx: Tx) {}

  /** In the order in which the server listed them; empty before first contact. */
  async of(ctx: Ctx, versionId: string): Promise<readonly ListedDefinition[]> {
    return this.tx.manager(ctx).query(
      `SELECT 'tools' AS kind, entry.tool_name AS key, definition.hash, definition.definition AS text
         FROM server_version_tools entry JOIN tool_definitions definition ON definition.hash = entry.definition_hash
        WHERE entry.version_id = $1 ORDER BY entry.position`,
      [versionId],
    );
  }
}
