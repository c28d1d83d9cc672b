import type { HeldTokenRow, PersonRow } from './people-list.read-model.js';
import type { HeldToken, PersonView } from './people.dto.js';

export const presentPerson = (row: PersonRow): PersonView => ({
  ...row,
  state: row.state as PersonView['state'],
  createdAt: row.createdAt.toISOString(),
  lastActiveAt: row.lastActiveAt?.toISOString() ?? null,
});

export const presentHeldToken = (row: HeldTokenRow): HeldToken => ({ ...row, lastUsedAt: row.lastUsedAt?.toISOString() ?? null });
