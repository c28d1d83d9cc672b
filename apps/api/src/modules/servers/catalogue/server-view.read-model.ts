import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import { CredentialEntity } from '../credentials/credential.entity.js';
import { areCredentialsSet } from '../credentials/credential-slots.js';
import { RegistryNoticesReadModel, type RegistryNotice } from '../registries/registry-notices.read-model.js';
import { VersionReadModel, type VersionView } from '../versions/version.read-model.js';
import type { VersionState } from '../versions/version-states.js';
import type { CatalogueServer } from './server.js';
import { ServerEntity } from './server.entity.js';

/** A server as the console shows it. */
export interface ServerView extends CatalogueServer {
  readonly latestVersion: VersionView | null;
  readonly credentialsSet: boolean | null;
  readonly exposedIn: number;
  readonly registryNotice: RegistryNotice | null;
}

/** Which servers a list shows; all conditions hold at once. */
export interface ServerFilter {
  readonly text?: string | undefined;
  readonly tag?: string | undefined;
  readonly owner?: string | undefined;
  /** Of the newest Version. */
  readonly state?: VersionState | undefined;
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const SEARCHED = ['name', 'slug', 'description', 'owner', 'purpose'];

function narrow(query: SelectQueryBuilder<ServerEntity>, { text, tag, owner, state }: ServerFilter): void {
  if (text) {
    const anywhere = new Brackets((either) => {
      either.where(`array_to_string(server.tags, ' ') ILIKE :text`);
      for (const column of SEARCHED) either.orWhere(`server.${column} ILIKE :text`);
    });
    query.andWhere(anywhere, { text: pattern(text) });
  }
  if (tag !== undefined) query.andWhere('server.tags @> ARRAY[:tag]::text[]', { tag });
  if (owner !== undefined) query.andWhere('server.owner = :owner', { owner });
  if (state !== undefined)
    query.andWhere(
      '(SELECT version.state FROM server_versions version WHERE version.server_id = server.id ORDER BY version.number DESC LIMIT 1) = :state',
      { state },
    );
}

/** The catalogue's table and one row of it. Counts exposures of the same room. */
@Injectable()
export class ServerViewReadModel {
  constructor(
    private readonly tx: Tx,
    private readonly versions: VersionReadModel,
    private readonly notices: RegistryNoticesReadModel,
  ) {}

  /** Newest first. */
  async list(ctx: Ctx, page: ServerFilter & { after: Position | null; take: number }): Promise<readonly ServerView[]> {
    const query = this.tx.manager(ctx).createQueryBuilder(ServerEntity, 'server');
    if (page.after) query.andWhere('(server.created_at, server.id) < (:createdAt, :id)', page.after);
    narrow(query, page);
    const servers = await query.orderBy('server.createdAt', 'DESC').addOrderBy('server.id', 'DESC').take(page.take).getMany();
    return this.viewsOf(ctx, servers);
  }

  async of(ctx: Ctx, server: CatalogueServer): Promise<ServerView> {
    const [view] = await this.viewsOf(ctx, [server]);
    return view ?? { ...server, latestVersion: null, credentialsSet: null, exposedIn: 0, registryNotice: null };
  }

  private async viewsOf(ctx: Ctx, servers: readonly CatalogueServer[]): Promise<readonly ServerView[]> {
    if (servers.length === 0) return [];
    const ids = servers.map((server) => server.id);
    const manager = this.tx.manager(ctx);
    const versions = await this.versions.newestOf(ctx, ids);
    const stored = await manager
      .createQueryBuilder(CredentialEntity, 'credential')
      .where('credential.server_id IN (:...ids)', { ids })
      .getMany();
    const counts: { serverId: string; count: number }[] = await this.tx
      .acrossWorkspaces(ctx)
      .query(
        'SELECT server_id AS "serverId", count(*)::int AS count FROM gateway_workspace_servers WHERE server_id = ANY ($1) GROUP BY server_id',
        [ids],
      );
    const notices = new Map((await this.notices.of(ctx, ids)).map((notice) => [notice.serverId, notice]));
    const exposedIn = new Map(counts.map(({ serverId, count }) => [serverId, count]));
    return servers.map((server) => {
      const latestVersion = versions.get(server.id) ?? null;
      const own = stored.filter((credential) => credential.serverId === server.id);
      return {
        ...server,
        latestVersion,
        credentialsSet: areCredentialsSet(latestVersion?.transport ?? null, own),
        exposedIn: exposedIn.get(server.id) ?? 0,
        registryNotice: notices.get(server.id) ?? null,
      };
    });
  }
}
