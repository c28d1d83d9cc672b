import { Injectable } from '@nestjs/common';
import type { RemoteTransport } from '../transports/transport.js';
import type { OAuthMemberAuth } from '../transports/server-auth.js';
import { explainOAuthFault } from './oauth-fault.js';
import { OAuthRequests } from './oauth-requests.service.js';
import {
  isSafeAddress,
  issuerMetadataPlaces,
  MetadataRefused,
  readChallenge,
  readIssuerMetadata,
  readResourceMetadata,
  resourceMetadataPlaces,
  scopesIn,
  type IssuerMetadata,
  type ResourceMetadata,
} from './read-metadata.js';

/** How people sign in to a server. */
export interface FoundSignIn {
  readonly issuer: IssuerMetadata;
  readonly resource: string;
  /** What to ask for. */
  readonly scopes: readonly string[];
}

/** Does nothing at a server that lets everybody in, and makes one ask for a login that does not. */
const PROBE = { jsonrpc: '2.0', id: 1, method: 'ping' };

/** Finds out who gives tokens for a server (2025-11-25, "Authorization"; RFC 9728, RFC 8414). Nothing that a document says is believed before it was checked. */
@Injectable()
export class OAuthDiscovery {
  constructor(private readonly requests: OAuthRequests) {}

  /** @throws DomainError `servers.oauth-discovery-refused`, `servers.oauth-unreachable` */
  async find({ url }: RemoteTransport, auth: OAuthMemberAuth): Promise<FoundSignIn> {
    try {
      const challenge = readChallenge((await this.requests.send(url, PROBE)).challenge);
      const resource = await this.resourceOf(url, challenge['resource_metadata']);
      const issuer = await this.issuerOf(chosenIssuer(resource, url, auth.issuer));
      return { issuer, resource: resource?.resource ?? url, scopes: wishedScopes(auth, challenge['scope'], resource, issuer) };
    } catch (error) {
      throw explainOAuthFault(error);
    }
  }

  /** Null for a server of 2025-03-26, which has no such metadata: its origin is the issuer. */
  private async resourceOf(url: string, named: string | undefined): Promise<ResourceMetadata | null> {
    if (named !== undefined) {
      if (!isSafeAddress(named)) throw new MetadataRefused('The server says that its metadata stands at an address that is none.');
      const { status, json } = await this.requests.read(named);
      if (status !== 200 || !json) throw new MetadataRefused('There is no metadata where the server says that it stands.');
      return readResourceMetadata(json, url);
    }
    const json = await this.first(resourceMetadataPlaces(url));
    return json && readResourceMetadata(json, url);
  }

  private async issuerOf(issuer: string): Promise<IssuerMetadata> {
    const json = await this.first(issuerMetadataPlaces(issuer));
    if (!json) throw new MetadataRefused('The authorization server has no metadata at any place where it belongs.');
    return readIssuerMetadata(json, issuer);
  }

  private async first(places: readonly string[]): Promise<Readonly<Record<string, unknown>> | null> {
    for (const place of places) {
      const { status, json } = await this.requests.read(place);
      if (status === 200 && json) return json;
    }
    return null;
  }
}

/** The operator's word goes before the server's, and the server must agree. */
function chosenIssuer(resource: ResourceMetadata | null, url: string, wanted: string | null): string {
  if (!resource) return wanted ?? new URL(url).origin;
  if (wanted === null) return resource.issuers[0]!;
  if (!resource.issuers.includes(wanted))
    throw new MetadataRefused('The server names another authorization server than the one that an operator set for it.');
  return wanted;
}

/** The operator's, else the challenge's, else all that the resource has (2025-11-25, "Scope Selection Strategy"); `offline_access` where it is offered. */
function wishedScopes(
  { scopes }: OAuthMemberAuth,
  challenged: string | undefined,
  resource: ResourceMetadata | null,
  issuer: IssuerMetadata,
): readonly string[] {
  if (scopes.length > 0) return scopes;
  const asked = scopesIn(challenged);
  const base = asked.length > 0 ? asked : (resource?.scopes ?? []);
  return issuer.scopes.includes('offline_access') && !base.includes('offline_access') ? [...base, 'offline_access'] : base;
}
