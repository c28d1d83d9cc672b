import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { OAuthClientEntity } from './oauth-client.entity.js';

/** Write model of the gateway's registrations at authorization servers. */
@Injectable()
export class OAuthClientRepository {
  constructor(private readonly tx: Tx) {}

  async of(ctx: Ctx, issuer: string, redirectUri: string): Promise<OAuthClientEntity | null> {
    return this.rows(ctx).findOneBy({ issuer, redirectUri });
  }

  async byClientId(ctx: Ctx, issuer: string, clientId: string): Promise<OAuthClientEntity | null> {
    return this.rows(ctx).findOneBy({ issuer, clientId });
  }

  /** Keeps a registration unless another process was first. @returns the one that is kept */
  async keep(ctx: Ctx, client: OAuthClientEntity): Promise<OAuthClientEntity> {
    await this.rows(ctx).createQueryBuilder().insert().values(client).orIgnore().execute();
    return (await this.of(ctx, client.issuer, client.redirectUri)) ?? client;
  }

  /** Forgets a registration that its authorization server no longer knows. */
  async forget(ctx: Ctx, issuer: string, clientId: string): Promise<void> {
    await this.rows(ctx).delete({ issuer, clientId });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(OAuthClientEntity);
  }
}
