const DAY_MS = 24 * 60 * 60_000;

/** Why a token was revoked. What is compromised stays revoked. */
export const REVOKE_REASONS = ['not-needed', 'replaced', 'owner-left', 'compromised', 'other'] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

/** How long a mistake can be taken back. */
export const RESTORABLE_MS = 60 * 60_000;

/** What is known of a gateway token; never the token itself. */
export interface GatewayToken {
  readonly id: string;
  readonly workspaceId: string;
  /** Null: a service token, which belongs to the workspace and outlives its maker's membership. */
  readonly ownerUserId: string | null;
  readonly name: string;
  readonly last4: string;
  readonly tools: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastAddress: string | null;
  readonly lastClient: string | null;
  readonly refusedAt: Date | null;
  readonly refusedAddress: string | null;
  readonly revokeReason: RevokeReason | null;
  readonly rotatedAt: Date | null;
  readonly replacedBy: string | null;
  readonly diesAt: Date | null;
  readonly revision: number;
}

/** A token just made, with the secret that is shown once. */
export interface IssuedToken {
  readonly record: GatewayToken;
  readonly secret: string;
}

/** `rotating`: replaced, but still working until its replacement is used or its time is up. */
export type TokenState = 'active' | 'rotating' | 'expired' | 'revoked';

/** Why a living token wants a look. */
export const TOKEN_ATTENTIONS = ['expiring', 'unused'] as const;
export type TokenAttention = (typeof TOKEN_ATTENTIONS)[number];
export const EXPIRING_DAYS = 14;
export const UNUSED_DAYS = 90;

export interface TokenFilter {
  readonly state?: TokenState;
  readonly attention?: TokenAttention;
}

export function tokenState(token: Pick<GatewayToken, 'expiresAt' | 'revokedAt' | 'diesAt' | 'replacedBy'>, now: number): TokenState {
  if (token.revokedAt !== null || (token.diesAt !== null && token.diesAt.getTime() <= now)) return 'revoked';
  if (token.expiresAt !== null && token.expiresAt.getTime() <= now) return 'expired';
  return token.replacedBy === null ? 'active' : 'rotating';
}

/** Until when a revoked token can be made valid again; null where it cannot. */
export function restorableUntil(
  token: Pick<GatewayToken, 'revokedAt' | 'revokeReason' | 'expiresAt' | 'diesAt'>,
  now: number,
): Date | null {
  if (token.revokedAt === null || token.revokeReason === 'compromised') return null;
  const until = Math.min(
    token.revokedAt.getTime() + RESTORABLE_MS,
    token.expiresAt?.getTime() ?? Infinity,
    token.diesAt?.getTime() ?? Infinity,
  );
  return until > now ? new Date(until) : null;
}

/** What somebody should know of a living token. */
export function attentionOf(token: GatewayToken, now: number): TokenAttention | null {
  if (!['active', 'rotating'].includes(tokenState(token, now))) return null;
  if (token.expiresAt !== null && token.expiresAt.getTime() < now + EXPIRING_DAYS * DAY_MS) return 'expiring';
  return (token.lastUsedAt ?? token.createdAt).getTime() < now - UNUSED_DAYS * DAY_MS ? 'unused' : null;
}
