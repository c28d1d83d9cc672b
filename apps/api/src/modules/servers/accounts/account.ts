import type { CredentialHolder } from '../credentials/credential.js';
import type { MemberMethod } from '../transports/server-auth.js';

/** How the gateway came to the client id that an authorization server knows it by. */
export type ClientOrigin = 'given' | 'document' | 'registered';

/** What is known of a server's sign-in: who gives tokens, and where. Every address was checked when it was read. */
export interface TokenGiver {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  /** What the tokens are for (RFC 8707): the server as it names itself. */
  readonly resource: string;
  readonly clientOrigin: ClientOrigin;
  readonly clientId: string;
  readonly method: MemberMethod;
}

/** An account at a server that somebody connected. A new connection is a new row, so the id is its revision. */
export interface ServerAccount extends CredentialHolder, TokenGiver {
  readonly id: string;
  readonly serverId: string;
  /** Origin of the server the tokens may be sent to (security C2). */
  readonly origin: string;
  /** What the authorization server calls the account, where it says. */
  readonly label: string | null;
  readonly scopes: readonly string[];
  /** Both tokens, sealed. */
  readonly sealed: string;
  /** Counts the tokens that were had for it; tells replicas whether theirs is the newest. */
  readonly tokenNumber: number;
  /** When the access token ends; null where nobody said. */
  readonly expiresAt: Date | null;
  /** Whether a new token can be had without the person. */
  readonly renewable: boolean;
  /** Lapsed: it takes the person to connect it again. */
  readonly state: 'connected' | 'lapsed';
  /** A code of the error catalogue. */
  readonly lapseReason: string | null;
  readonly connectedAt: Date;
  readonly refreshedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailureReason: string | null;
  /** Who is renewing its token, and until when nobody else does. */
  readonly leaseId: string | null;
  readonly leaseUntil: Date | null;
}

/** What is sealed of an account. */
export interface AccountTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** A connection under way: where its answer will come from, and for whom. */
export interface AccountFlow extends CredentialHolder, TokenGiver {
  /** SHA-256 of the `state`. */
  readonly stateHash: Buffer;
  readonly serverId: string;
  /** Who began it; only they can end it. */
  readonly personId: string;
  readonly origin: string;
  readonly scopes: readonly string[];
  /** Whether the answer must name its issuer (RFC 9207). */
  readonly issRequired: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Accounts are lent like credentials, and told from them by their ids. */
export const isAccountId = (id: string): boolean => id.startsWith('acc_');
