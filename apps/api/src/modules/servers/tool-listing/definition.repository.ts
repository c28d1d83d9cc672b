import { Injectable } from '@nestjs/common';
import type { SeenItem } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { readDefinition } from './read-definition.js';
import { ToolDefinitionEntity } from './tool-definition.entity.js';

const BATCH = 200;

/** The texts of definitions, each once however many locks and listings name it. */
@Injectable()
export class DefinitionRepository {
  constructor(private readonly tx: Tx) {}

  /** To be called in a transaction, before anything names the hashes. */
  async keep(ctx: Ctx, items: readonly SeenItem[]): Promise<void> {
    // Always in the order of the hashes: two that store the same definitions then never wait for each other in a circle.
    const byHash = [...new Map(items.map((item) => [item.hash, item])).values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    for (let at = 0; at < byHash.length; at += BATCH) {
      const rows = byHash.slice(at, at + BATCH).map((item) => {
        const { name, title, description, text } = readDefinition(item);
        return { hash: item.hash, name, title, description, definition: text };
      });
      await this.tx.manager(ctx).createQueryBuilder().insert().into(ToolDefinitionEntity).values(rows).orIgnore().execute();
    }
  }

  /** Forgets those of the hashes that nothing names any more: a server that changes all the time leaves nothing behind. */
  async forgetUnused(ctx: Ctx, hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await this.tx.manager(ctx).query(
      `DELETE FROM tool_definitions definition
        WHERE definition.hash = ANY ($1)
          AND NOT EXISTS (SELECT FROM server_lock_items item WHERE item.approved_hash = definition.hash OR item.seen_hash = definition.hash)
          AND NOT EXISTS (SELECT FROM server_version_tools entry WHERE entry.definition_hash = definition.hash)`,
      [[...hashes].sort()],
    );
  }
}
