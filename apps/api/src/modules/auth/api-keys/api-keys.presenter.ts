import type { ApiKeyEntity } from './api-key.entity.js';
import type { ApiKey } from './api-keys.dto.js';

export const presentApiKey = (key: ApiKeyEntity): ApiKey => ({
  id: key.id,
  name: key.name,
  last4: key.last4,
  scopes: key.scopes,
  expiresAt: key.expiresAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
});
