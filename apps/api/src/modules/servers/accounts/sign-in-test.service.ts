import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { EVERYBODY } from '../credentials/credential.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import type { SignInReport } from './accounts.dto.js';
import { OAuthClients } from './oauth-clients.service.js';
import { OAuthDiscovery } from './oauth-discovery.service.js';
import { SignInServers } from './sign-in-servers.service.js';

/** Finds out how people would sign in to a server, before anybody does. */
@Injectable()
export class SignInTest {
  constructor(
    private readonly servers: SignInServers,
    private readonly egress: EgressDirectory,
    private readonly discovery: OAuthDiscovery,
    private readonly clients: OAuthClients,
  ) {}

  /** @throws DomainError as `OAuthDiscovery.find` and `SignInServers.find` do */
  async run(ctx: Ctx, reference: string): Promise<SignInReport> {
    const { transport, auth } = await this.servers.find(ctx, reference, EVERYBODY);
    this.egress.assertNotDenied(transport);
    const { issuer, resource, scopes } = await this.discovery.find(transport, auth);
    return {
      issuer: issuer.issuer,
      resource,
      scopes: [...scopes],
      authorizationEndpoint: issuer.authorizationEndpoint,
      tokenEndpoint: issuer.tokenEndpoint,
      revocable: issuer.revocationEndpoint !== null,
      client: this.clients.wayTo(issuer, auth),
      redirectUri: this.clients.redirectUri,
    };
  }
}
