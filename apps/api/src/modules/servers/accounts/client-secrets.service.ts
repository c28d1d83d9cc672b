import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import { CredentialRepository } from '../credentials/credential.repository.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import { valueFor } from '../credentials/credential-slots.js';
import { ReferencedValues } from '../credentials/referenced-values.js';
import { authSlots, type OAuthMemberAuth } from '../transports/server-auth.js';
import type { RemoteTransport } from '../transports/transport.js';
import type { TokenGiver } from './account.js';
import type { OAuthClientEntity } from './oauth-client.entity.js';
import { OAuthClientRepository } from './oauth-client.repository.js';
import type { ClientAtIssuer } from './oauth-requests.service.js';

/** A server that people sign in to, as the version in use defines it. */
export interface SignInServer {
  readonly serverId: string;
  readonly transport: RemoteTransport;
  readonly auth: OAuthMemberAuth;
}

const placeOf = (id: string): SealedPlace => ({ table: 'oauth_clients', rowId: id, owner: 'installation', column: 'sealed' });

/** What the gateway's clients prove themselves with: secrets that operators set, and those that came with registrations. */
@Injectable()
export class ClientSecrets {
  private readonly log = new Logger('servers');

  constructor(
    private readonly vault: Vault,
    private readonly registered: OAuthClientRepository,
    private readonly credentials: CredentialRepository,
    private readonly sealer: CredentialSealer,
    private readonly references: ReferencedValues,
  ) {}

  seal(ctx: Ctx, id: string, secret: string): Promise<string> {
    return this.vault.seal(ctx, placeOf(id), secret);
  }

  /** Empty for a public client; null where it cannot be read. */
  async ofRegistered(ctx: Ctx, { id, sealed }: Pick<OAuthClientEntity, 'id' | 'sealed'>): Promise<string | null> {
    return sealed === null ? '' : this.vault.open(ctx, placeOf(id), sealed).catch(() => null);
  }

  /** The client that an account was connected with, ready to ask for tokens. @param server where an operator set its secret; null: nowhere any more. @throws DomainError `servers.oauth-client-needed` where its secret is gone */
  async proven(ctx: Ctx, giver: TokenGiver, server: SignInServer | null): Promise<ClientAtIssuer> {
    const { tokenEndpoint, clientId, method } = giver;
    const secret =
      method === 'none' ? '' : await (giver.clientOrigin === 'given' ? server && this.given(ctx, server) : this.kept(ctx, giver));
    if (secret !== null) return { tokenEndpoint, clientId, method, secret };
    throw new DomainError('servers.oauth-client-needed', {
      detail: 'The secret of the gateway’s client is not set, or cannot be read. Set it among the credentials of the server.',
    });
  }

  /** The authorization server no longer knows a registration: the next connection makes another. */
  async forget(ctx: Ctx, { issuer, clientId, clientOrigin }: TokenGiver): Promise<void> {
    if (clientOrigin !== 'registered') return;
    this.log.warn({
      code: 'servers.oauth-client-needed',
      msg: 'An authorization server no longer knows the gateway; it will be registered anew.',
    });
    await this.registered.forget(ctx, issuer, clientId);
  }

  private async kept(ctx: Ctx, { issuer, clientId }: TokenGiver): Promise<string | null> {
    const client = await this.registered.byClientId(ctx, issuer, clientId);
    return client && this.ofRegistered(ctx, client);
  }

  private async given(ctx: Ctx, { serverId, transport, auth }: SignInServer): Promise<string | null> {
    const [slot] = authSlots(auth);
    const stored = slot === undefined ? null : valueFor(transport, slot, await this.credentials.ofServers(ctx, [serverId]));
    if (!stored) return null;
    const text = await this.sealer.open(ctx, stored).catch(() => null);
    if (text === null || stored.reference === null) return text;
    return (await this.references.read(text))?.value ?? null;
  }
}
