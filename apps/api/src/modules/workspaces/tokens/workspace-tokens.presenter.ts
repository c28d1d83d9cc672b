import { tokenState, type GatewayToken, type KnownPerson } from '../../auth/index.js';
import type { Token } from './workspace-tokens.dto.js';

export function presentToken(token: GatewayToken, owner: KnownPerson | undefined, now = Date.now()): Token {
  const endedAt = token.revokedAt ?? (token.diesAt !== null && token.diesAt.getTime() <= now ? token.diesAt : null);
  return {
    id: token.id,
    name: token.name,
    prefix: 'mng_',
    last4: token.last4,
    owner: { userId: token.ownerUserId, name: owner?.name ?? null, email: owner?.email ?? '' },
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    state: tokenState(token, now),
    revokedAt: endedAt?.toISOString() ?? null,
    tools: token.tools,
    replacedBy: token.replacedBy,
  };
}
