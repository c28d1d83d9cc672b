import { attentionOf, restorableUntil, tokenState, type GatewayToken, type KnownPerson } from '../../auth/index.js';
import type { Token, TokenUse } from './tokens-answers.dto.js';

export function presentToken(token: GatewayToken, owner: KnownPerson | undefined, now = Date.now()): Token {
  const endedAt = token.revokedAt ?? (token.diesAt !== null && token.diesAt.getTime() <= now ? token.diesAt : null);
  return {
    id: token.id,
    name: token.name,
    prefix: 'mng_',
    last4: token.last4,
    kind: token.ownerUserId === null ? 'service' : 'personal',
    owner: token.ownerUserId === null ? null : { userId: token.ownerUserId, name: owner?.name ?? null, email: owner?.email ?? '' },
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    state: tokenState(token, now),
    revokedAt: endedAt?.toISOString() ?? null,
    tools: token.tools,
    addresses: token.addresses,
    lastUse: useOf(token.lastUsedAt, token.lastAddress, token.lastClient),
    lastRefusal: useOf(token.refusedAt, token.refusedAddress, null),
    attention: attentionOf(token, now),
    replacedBy: token.replacedBy,
    endsAt: token.diesAt?.toISOString() ?? null,
    usedSinceRotation: token.rotatedAt !== null && token.lastUsedAt !== null && token.lastUsedAt > token.rotatedAt,
    revokeReason: token.revokeReason,
    restorableUntil: restorableUntil(token, now)?.toISOString() ?? null,
    etag: token.revision,
  };
}

const useOf = (at: Date | null, address: string | null, client: string | null): TokenUse | null =>
  at && { at: at.toISOString(), client, address };
