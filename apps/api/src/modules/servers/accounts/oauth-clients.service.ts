import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { HttpConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { API_PREFIX } from '../../../platform/http/api-prefix.js';
import type { MemberMethod, OAuthMemberAuth } from '../transports/server-auth.js';
import type { ClientOrigin } from './account.js';
import { ClientSecrets } from './client-secrets.service.js';
import type { OAuthClientEntity } from './oauth-client.entity.js';
import { OAuthClientRepository } from './oauth-client.repository.js';
import { explainOAuthFault } from './oauth-fault.js';
import { OAuthRequests } from './oauth-requests.service.js';
import type { IssuerMetadata } from './read-metadata.js';

/** The gateway as an authorization server knows it. */
export interface ChosenClient {
  readonly clientOrigin: ClientOrigin;
  readonly clientId: string;
  readonly method: MemberMethod;
}

const NAME = 'MCPNest Gateway';
const CLIENT_ID = /^[\x20-\x7e]{1,2048}$/;
/** In the order of strength; `none` only where nothing else is taken. */
const REGISTERED_METHODS = ['client_secret_basic', 'client_secret_post', 'none'] as const;

/**
 * Which client the gateway is at an authorization server, in the order of the specification: the id that an operator gave, an
 * address where the client describes itself, a registration of its own. Registrations are kept by issuer and shown to no other.
 */
@Injectable()
export class OAuthClients {
  constructor(
    private readonly http: HttpConfig,
    private readonly requests: OAuthRequests,
    private readonly registered: OAuthClientRepository,
    private readonly secrets: ClientSecrets,
  ) {}

  /** Where people come back to. */
  get redirectUri(): string {
    return `${this.http.publicUrl}/${API_PREFIX}/oauth/callback`;
  }

  /** The client as it describes itself (Client ID Metadata Documents); its address is its id. */
  document() {
    return {
      client_id: this.documentAddress,
      client_name: NAME,
      client_uri: this.http.publicUrl,
      redirect_uris: [this.redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'web',
    };
  }

  /** How the client would be had, without having it. */
  wayTo(issuer: IssuerMetadata, auth: OAuthMemberAuth): ClientOrigin | null {
    if (auth.clientId !== null) return 'given';
    if (issuer.takesClientDocuments && this.http.publicUrl.startsWith('https:')) return 'document';
    return issuer.registrationEndpoint === null ? null : 'registered';
  }

  /** @throws DomainError `servers.oauth-client-needed`, `servers.oauth-unreachable`, `servers.oauth-discovery-refused` */
  async choose(ctx: Ctx, issuer: IssuerMetadata, auth: OAuthMemberAuth): Promise<ChosenClient> {
    switch (this.wayTo(issuer, auth)) {
      case 'given':
        return { clientOrigin: 'given', clientId: auth.clientId!, method: auth.method };
      case 'document':
        return { clientOrigin: 'document', clientId: this.documentAddress, method: 'none' };
      case 'registered': {
        const { clientId, method } = await this.living(ctx, issuer).catch((error: unknown) => {
          throw explainOAuthFault(error);
        });
        return { clientOrigin: 'registered', clientId, method };
      }
      case null:
        throw new DomainError('servers.oauth-client-needed', {
          detail:
            'The authorization server takes no registrations. Register the gateway there, then give its client id in a new version of the server.',
        });
    }
  }

  /** The registration that is kept, if the authorization server still knows it; else a new one. */
  private async living(ctx: Ctx, issuer: IssuerMetadata): Promise<OAuthClientEntity> {
    const kept = await this.registered.of(ctx, issuer.issuer, this.redirectUri);
    if (kept && (await this.isKnown(ctx, issuer, kept))) return kept;
    if (kept) await this.registered.forget(ctx, kept.issuer, kept.clientId);
    return this.registered.keep(ctx, await this.register(ctx, issuer));
  }

  /** A dead registration would show itself only in the browser, where nobody could mend it: so it is tried with a token that is none. */
  private async isKnown(
    ctx: Ctx,
    { tokenEndpoint }: IssuerMetadata,
    { id, clientId, method, sealed }: OAuthClientEntity,
  ): Promise<boolean> {
    const secret = await this.secrets.ofRegistered(ctx, { id, sealed });
    if (secret === null) return false;
    const client = { tokenEndpoint, clientId, method, secret };
    const answer = await this.requests.token(client, { grant_type: 'refresh_token', refresh_token: 'is-this-client-known' });
    return !('refused' in answer) || answer.refused !== 'invalid_client';
  }

  private async register(ctx: Ctx, { issuer, registrationEndpoint, methods }: IssuerMetadata): Promise<OAuthClientEntity> {
    const wished = REGISTERED_METHODS.find((method) => methods.includes(method)) ?? 'none';
    const { client_id: _, ...description } = this.document();
    const { status, json } = await this.requests.send(registrationEndpoint!, { ...description, token_endpoint_auth_method: wished });
    const { client_id: clientId, client_secret: secret, token_endpoint_auth_method: method = wished } = json ?? {};
    const isRegistered = status < 300 && typeof clientId === 'string' && CLIENT_ID.test(clientId);
    const isProvable = method === 'none' || (REGISTERED_METHODS.includes(method as 'none') && typeof secret === 'string' && secret !== '');
    if (!isRegistered || !isProvable)
      throw new DomainError('servers.oauth-client-needed', {
        detail:
          'The authorization server did not register the gateway. Register it there yourself, then give its client id in a new version of the server.',
      });
    const id = newId('oauthClient');
    const sealed = method === 'none' ? null : await this.secrets.seal(ctx, id, secret as string);
    const registered = { id, issuer, redirectUri: this.redirectUri, clientId, method: method as MemberMethod, sealed };
    return { ...registered, createdAt: new Date() };
  }

  private get documentAddress(): string {
    return `${this.http.publicUrl}/${API_PREFIX}/oauth/client.json`;
  }
}
