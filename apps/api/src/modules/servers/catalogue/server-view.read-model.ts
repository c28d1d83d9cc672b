import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import { CredentialEntity } from '../credentials/credential.entity.js';
import { areCredentialsSet } from '../credentials/credential-slots.js';
import { VersionReadModel, type VersionView } from '../versions/version.read-model.js';
import type { CatalogueServer } from './server.js';
import { ServerEntity } from './server.entity.js';

/** A server as the console shows it. */
export interface ServerView extends CatalogueServer {
  readonly latestVersion: VersionView | null;
  readonly credentialsSet: boolean | null;
  readonly exposedIn: number;
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The catalogue's table and one row of it. Counts exposures of the same room. */
@Injectable()
export class ServerViewReadModel {
  constructor(
    private readonly tx: Tx,
    private readonly versions: VersionReadModel,
  ) {}

  /** Newest first. */
  async list(ctx: Ctx, page: { after: Position | null; take: number; text?: string }): Promise<readonly ServerView[]> {
    const query = this.tx.manager(ctx).createQueryBuilder(ServerEntity, 'server');
    if (page.after) query.andWhere('(server.created_at, server.id) < (:createdAt, :id)', page.after);
    if (page.text) {
      const text = pattern(page.text);
      query.andWhere(
        new Brackets((either) =>
          either.where('server.name ILIKE :text').orWhere('server.slug ILIKE :text').orWhere('server.description ILIKE :text'),
        ),
        { text },
      );
    }
    const servers = await query.orderBy('server.createdAt', 'DESC').addOrderBy('server.id', 'DESC').take(page.take).getMany();
    return this.viewsOf(ctx, servers);
  }

  async of(ctx: Ctx, server: CatalogueServer): Promise<ServerView> {
    const [view] = await this.viewsOf(ctx, [server]);
    return view ?? { ...server, latestVersion: null, credentialsSet: null, exposedIn: 0 };
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
    const counts: { serverId: string; count: number }[] = await manager.query(
      'SELECT server_id AS "serverId", count(*)::int AS count FROM gateway_workspace_servers WHERE server_id = ANY ($1) GROUP BY server_id',
      [ids],
    );
    const exposedIn = new Map(counts.map(({ serverId, count }) => [serverId, count]));
    return servers.map((server) => {
      const latestVersion = versions.get(server.id) ?? null;
      const own = stored.filter((credential) => credential.serverId === server.id);
      return {
        ...server,
        latestVersion,
        credentialsSet: areCredentialsSet(latestVersion?.transport ?? null, own),
        exposedIn: exposedIn.get(server.id) ?? 0,
      };
    });
  }
}
