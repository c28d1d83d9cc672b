import type { CredentialSlot } from './credential-slots.js';
import type { CredentialList } from './credentials.dto.js';

export const presentCredentials = (slots: readonly CredentialSlot[]): CredentialList => ({
  data: slots.map(({ name, attached, stored }) => ({
    name,
    set: stored !== null,
    attached,
    last4: stored?.last4 ?? null,
    updatedAt: stored?.updatedAt.toISOString() ?? null,
    lastUsedAt: stored?.lastUsedAt?.toISOString() ?? null,
  })),
});
