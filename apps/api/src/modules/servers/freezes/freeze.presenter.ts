import type { FreezeEntity } from './freeze.entity.js';
import type { FreezeInForce } from './freezes.dto.js';

export const presentFreeze = ({ createdAt, ...freeze }: FreezeEntity): FreezeInForce => ({
  id: freeze.id,
  kind: freeze.kind,
  subject: freeze.subject,
  subjectName: freeze.subjectName,
  everywhere: freeze.workspaceId === null,
  workspaceId: freeze.workspaceId,
  reason: freeze.reason,
  createdBy: freeze.createdBy,
  createdAt: createdAt.toISOString(),
});
