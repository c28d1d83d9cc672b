import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { VersionEntity } from './version.entity.js';
import type { ListedTool, ServerVersion } from './version.js';

/** A Version with what lists show of its tools; `tools` is null until first contact. */
export interface VersionView extends ServerVersion {
  readonly tools: readonly ListedTool[] | null;
}

const DESCRIPTION_LENGTH_MAX = 1_000;

/** Versions as the console shows them. */
@Injectable()
export class VersionReadModel {
  constructor(private readonly tx: Tx) {}

  /** Newest first, from below the version of an id. */
  async listOf(ctx: Ctx, serverId: string, page: { afterId: string | null; take: number }): Promise<readonly VersionView[]> {
    const query = this.tx.manager(ctx).createQueryBuilder(VersionEntity, 'version').where('version.server_id = :serverId', { serverId });
    if (page.afterId !== null) query.andWhere('version.number < (SELECT number FROM server_versions WHERE id = :id)', { id: page.afterId });
    return this.withTools(ctx, await query.orderBy('version.number', 'DESC').take(page.take).getMany());
  }

  async one(ctx: Ctx, serverId: string, number: number): Promise<VersionView | null> {
    const version = await this.tx.manager(ctx).findOneBy(VersionEntity, { serverId, number });
    return version ? ((await this.withTools(ctx, [version]))[0] ?? null) : null;
  }

  /** The newest Version of each server. */
  async newestOf(ctx: Ctx, serverIds: readonly string[]): Promise<ReadonlyMap<string, VersionView>> {
    if (serverIds.length === 0) return new Map();
    const newest = await this.tx
      .manager(ctx)
      .createQueryBuilder(VersionEntity, 'version')
      .distinctOn(['version.server_id'])
      .where('version.server_id IN (:...serverIds)', { serverIds })
      .orderBy('version.server_id')
      .addOrderBy('version.number', 'DESC')
      .getMany();
    const views = await this.withTools(ctx, newest);
    return new Map(views.map((view) => [view.serverId, view]));
  }

  private async withTools(ctx: Ctx, versions: readonly ServerVersion[]): Promise<readonly VersionView[]> {
    const listed = versions.filter((version) => version.listedAt !== null).map((version) => version.id);
    const rows: { versionId: string; name: string; title: string | null; description: string | null }[] =
      listed.length === 0
        ? []
        : await this.tx.manager(ctx).query(
            `SELECT entry.version_id AS "versionId", entry.tool_name AS name, definition.title, left(definition.description, $2) AS description
         FROM server_version_tools entry JOIN tool_definitions definition ON definition.hash = entry.definition_hash
        WHERE entry.version_id = ANY ($1) ORDER BY entry.version_id, entry.position`,
            [listed, DESCRIPTION_LENGTH_MAX],
          );
    const byVersion = new Map<string, ListedTool[]>();
    for (const { versionId, ...tool } of rows) {
      const tools = byVersion.get(versionId);
      if (tools) tools.push(tool);
      else byVersion.set(versionId, [tool]);
    }
    return versions.map((version) => ({ ...version, tools: version.listedAt === null ? null : (byVersion.get(version.id) ?? []) }));
  }
}
