import type { AccountAtServer } from './accounts.service.js';
import type { ServerAccountView } from './accounts.dto.js';

export function presentAccount({ server: { id, slug, name }, account }: AccountAtServer): ServerAccountView {
  return {
    server: { id, slug, name },
    state: account?.state ?? 'none',
    account: account?.label ?? null,
    issuer: account?.issuer ?? null,
    scopes: [...(account?.scopes ?? [])],
    connectedAt: account?.connectedAt.toISOString() ?? null,
    expiresAt: account?.expiresAt?.toISOString() ?? null,
    renewable: account?.renewable ?? false,
    refreshedAt: account?.refreshedAt?.toISOString() ?? null,
    lastUsedAt: account?.lastUsedAt?.toISOString() ?? null,
    lastSuccessAt: account?.lastSuccessAt?.toISOString() ?? null,
    lastFailureAt: account?.lastFailureAt?.toISOString() ?? null,
    lastFailureReason: account?.lastFailureReason ?? account?.lapseReason ?? null,
  };
}
