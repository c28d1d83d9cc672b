import type { MemberRow } from './member-list.read-model.js';
import type { Member } from './members.dto.js';

export const presentMember = (row: MemberRow, inviteUrl?: string): Member => ({
  userId: row.userId,
  email: row.email,
  name: row.name,
  role: row.role,
  state: row.joinedAt === null ? 'invited' : 'active',
  joinedAt: row.joinedAt?.toISOString() ?? null,
  ...(inviteUrl !== undefined && { inviteUrl }),
});
