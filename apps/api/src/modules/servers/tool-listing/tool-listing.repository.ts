import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { definitionHash } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { sha256 } from './definition-hash.js';
import { ToolDefinitionEntity } from './tool-definition.entity.js';
import { VersionEntity } from '../versions/version.entity.js';
import { VersionToolEntity } from './version-tool.entity.js';
import type { ListedTool } from '../versions/version.js';

/** One tool as its server defined it: what lists show, and the raw definition. */
export interface DefinedTool extends ListedTool {
  readonly text: string;
}

const BATCH = 200;
const hashOf = (text: string): string => definitionHash(text, sha256);

/** Keeps what a Version's server listed at first contact; definitions are shared by content. */
@Injectable()
export class ToolListingRepository {
  constructor(private readonly tx: Tx) {}

  /** Stores the first listing of a Version; a later one is ignored. To be called in a transaction. */
  async storeFirst(ctx: Ctx, versionId: string, tools: readonly DefinedTool[]): Promise<void> {
    const manager = this.tx.manager(ctx);
    const now = new Date();
    const claimed = await manager.update(
      VersionEntity,
      { id: versionId, listedAt: IsNull() },
      { listedAt: now, checkedAt: now, checkReason: null },
    );
    if (claimed.affected !== 1) return;
    const rows = tools.map((tool, position) => ({ ...tool, position, hash: hashOf(tool.text) }));
    const definitions = new Map(
      rows.map(({ hash, name, title, description, text }) => [hash, { hash, name, title, description, definition: text }]),
    );
    // Always in the order of the hashes: two listings that share definitions then never wait for each other in a circle.
    const sorted = [...definitions.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    for (let i = 0; i < sorted.length; i += BATCH) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(ToolDefinitionEntity)
        .values(sorted.slice(i, i + BATCH))
        .orIgnore()
        .execute();
    }
    for (let i = 0; i < rows.length; i += BATCH) {
      await manager.insert(
        VersionToolEntity,
        rows.slice(i, i + BATCH).map(({ position, name, hash }) => ({ versionId, position, toolName: name, definitionHash: hash })),
      );
    }
  }
}
