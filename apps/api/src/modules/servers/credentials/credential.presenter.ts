import type { CredentialSlot } from './credential-slots.js';
import type { RetiredCredential } from './credential.js';
import type { CredentialHistoryList, CredentialList } from './credentials.dto.js';

export const presentCredentials = (slots: readonly CredentialSlot[]): CredentialList => ({
  data: slots.map(({ name, attached, stored }) => ({
    name,
    set: stored !== null,
    attached,
    last4: stored?.last4 ?? null,
    reference: stored?.reference ?? null,
    version: stored?.version ?? null,
    setBy: stored?.setBy ?? null,
    updatedAt: stored?.updatedAt.toISOString() ?? null,
    lastUsedAt: stored?.lastUsedAt?.toISOString() ?? null,
    lastSuccessAt: stored?.lastSuccessAt?.toISOString() ?? null,
    lastFailureAt: stored?.lastFailureAt?.toISOString() ?? null,
    lastFailureReason: stored?.lastFailureReason ?? null,
  })),
});

export const presentHistory = (former: readonly RetiredCredential[]): CredentialHistoryList => ({
  data: former.map(({ id, name, version, last4, reference, setBy, setAt, retiredAt, retiredBy, why, sealed }) => ({
    ...{ id, name, version, last4, reference, setBy, retiredBy, why },
    setAt: setAt.toISOString(),
    retiredAt: retiredAt.toISOString(),
    restorable: sealed !== null,
  })),
});
