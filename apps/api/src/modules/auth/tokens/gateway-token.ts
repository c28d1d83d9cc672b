/** What is known of a gateway token; never the token itself. */
export interface GatewayToken {
  readonly id: string;
  readonly workspaceId: string;
  readonly ownerUserId: string;
  readonly name: string;
  readonly last4: string;
  readonly tools: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly replacedBy: string | null;
  readonly diesAt: Date | null;
}

/** A token just made, with the secret that is shown once. */
export interface IssuedToken {
  readonly record: GatewayToken;
  readonly secret: string;
}

/** `rotating`: replaced, but still working until its replacement is used or its time is up. */
export type TokenState = 'active' | 'rotating' | 'expired' | 'revoked';

export function tokenState(token: Pick<GatewayToken, 'expiresAt' | 'revokedAt' | 'diesAt' | 'replacedBy'>, now: number): TokenState {
  if (token.revokedAt !== null || (token.diesAt !== null && token.diesAt.getTime() <= now)) return 'revoked';
  if (token.expiresAt !== null && token.expiresAt.getTime() <= now) return 'expired';
  return token.replacedBy === null ? 'active' : 'rotating';
}
