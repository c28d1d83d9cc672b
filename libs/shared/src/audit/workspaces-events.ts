/** Ledger events of the workspaces room. Display names are those of the time of the event. */
export interface WorkspacesEvents {
  'workspaces.created': { slug: string; name: string };
  'workspaces.updated': { slug: string; changed: readonly string[] };
  'workspaces.deleted': { slug: string; name: string };
  'workspaces.member-invited': { email: string; role: string };
  'workspaces.member-joined': { email: string; role: string };
  'workspaces.member-role-changed': { email: string; from: string; to: string };
  'workspaces.member-removed': { email: string; role: string };
  'workspaces.token-created': { name: string; last4: string; owner: string; expiresAt: string | null };
  'workspaces.token-rotated': { name: string; last4: string; overlapSeconds: number | null; until: string | null };
  'workspaces.token-retired': { name: string; last4: string; diesAt: string };
  'workspaces.token-revoked': { name: string };
  'workspaces.toolset-created': { name: string; tools: readonly string[] };
  'workspaces.toolset-updated': { name: string; changed: readonly string[]; tools: readonly string[]; tokens: number };
  'workspaces.toolset-deleted': { name: string };
}
