/** Ledger events of the workspaces room. Display names are those of the time of the event. */
export interface WorkspacesEvents {
  'workspaces.created': { slug: string; name: string };
  'workspaces.updated': { slug: string; changed: readonly string[] };
  'workspaces.deleted': { slug: string; name: string };
  'workspaces.member-invited': { email: string; role: string };
  'workspaces.member-joined': { email: string; role: string };
  'workspaces.member-role-changed': { email: string; from: string; to: string };
  'workspaces.member-removed': { email: string; role: string };
  /** `owner` null: a service token. */
  'workspaces.token-created': {
    name: string;
    last4: string;
    owner: string | null;
    expiresAt: string | null;
    addresses?: readonly string[] | null;
  };
  /** `owner`: whose the new one is, where that is somebody else. */
  'workspaces.token-rotated': { name: string; last4: string; overlapSeconds: number | null; until: string | null; owner?: string | null };
  /** `changed`: which of name, tools, addresses and expiry; the values stand in `changes`. */
  'workspaces.token-updated': { name: string; last4: string; changed: readonly string[] };
  'workspaces.token-retired': { name: string; last4: string; diesAt: string };
  'workspaces.token-revoked': { name: string; reason?: string; note?: string | null };
  'workspaces.token-restored': { name: string; last4: string };
  /** `owner`: whose it was. */
  'workspaces.token-taken-over': { name: string; last4: string; owner: string | null };
  'workspaces.token-policy-changed': { lifetimeDaysMax: number | null; mayNeverExpire: boolean };
  /** `subject`: a token's id or `server:tool`; null numbers are not bounded by it. */
  'workspaces.limit-changed': {
    scope: string;
    subject: string | null;
    ratePerSecond: number | null;
    burst: number | null;
    concurrency: number | null;
    callsPerDay: number | null;
  };
  'workspaces.toolset-created': { name: string; tools: readonly string[] };
  'workspaces.toolset-updated': { name: string; changed: readonly string[]; tools: readonly string[]; tokens: number };
  'workspaces.toolset-deleted': { name: string };
}
