import { Injectable } from '@nestjs/common';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { GuardedOutbound } from '../egress/guarded-outbound.js';
import { prove } from '../lending/client-proof.js';
import type { MemberMethod } from '../transports/server-auth.js';
import { readTokens, type TokensGranted } from './read-tokens.js';

const DOCUMENT_LENGTH_MAX = 256 * 1024;

/** The gateway towards one authorization server. */
export interface ClientAtIssuer {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly method: MemberMethod;
  /** Empty for a client without one. */
  readonly secret: string;
}

/** What a token endpoint said. Of errors only those are told apart that something follows from. */
export type TokenAnswer = TokensGranted | { readonly refused: 'invalid_client' | 'invalid_grant' | 'other' };

/** A document as it was answered; `json` null where it is no JSON object, or too long. */
export interface OAuthDocument {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>> | null;
  readonly challenge: string | undefined;
}

/** Speaks to servers and authorization servers under the egress rules: no redirects, ten seconds, documents of 256 KiB at most. */
@Injectable()
export class OAuthRequests {
  constructor(private readonly outbound: GuardedOutbound) {}

  /** @throws UpstreamFailure in words of ours */
  read(url: string): Promise<OAuthDocument> {
    return this.exchange(url, { method: 'GET', headers: { accept: 'application/json' } });
  }

  /** @throws UpstreamFailure in words of ours */
  send(url: string, body: unknown): Promise<OAuthDocument> {
    const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
    return this.exchange(url, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Asks for tokens. @throws UpstreamFailure where the authorization server cannot be reached or is in trouble */
  async token(client: ClientAtIssuer, parameters: Readonly<Record<string, string>>): Promise<TokenAnswer> {
    const { status, json } = await this.submit(client.tokenEndpoint, client, parameters);
    if (status >= 500 || status === 429) throw inTrouble();
    if (status < 300) return (json && readTokens(json)) ?? { refused: 'other' };
    const error = json?.['error'];
    return { refused: error === 'invalid_client' || error === 'invalid_grant' ? error : 'other' };
  }

  /** Takes a token back (RFC 7009, section 2.2). @throws UpstreamFailure where the authorization server cannot be reached or is in trouble */
  async revoke(endpoint: string, client: ClientAtIssuer, token: string): Promise<'revoked' | 'refused'> {
    const { status } = await this.submit(endpoint, client, { token });
    if (status >= 500 || status === 429) throw inTrouble();
    return status < 300 ? 'revoked' : 'refused';
  }

  private submit(url: string, client: ClientAtIssuer, parameters: Readonly<Record<string, string>>): Promise<OAuthDocument> {
    const form = new URLSearchParams(parameters);
    const proof = prove({ ...client, tokenUrl: client.tokenEndpoint }, client.secret, form);
    const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    if (proof[0] !== undefined && proof[1] !== undefined) headers[proof[0]] = proof[1];
    return this.exchange(url, { method: 'POST', headers, body: form.toString() });
  }

  private async exchange(url: string, request: Parameters<GuardedOutbound['fetch']>[1]): Promise<OAuthDocument> {
    const response = await this.outbound.fetch(url, request);
    const text = await response.text();
    const challenge = response.headers.get('www-authenticate') ?? undefined;
    return { status: response.status, json: text.length <= DOCUMENT_LENGTH_MAX ? objectIn(text) : null, challenge };
  }
}

const inTrouble = () => new UpstreamFailure('gateway.upstream-unreachable', 'The authorization server is in trouble', false);

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
