/** How call records of a workspace are kept; null: as the installation does. */
interface AuditPolicyFacts {
  mode: string | null;
  retentionDays: number | null;
  legalHold: boolean;
}

/** Ledger events of the audit room. */
export interface AuditEvents {
  /** Somebody followed the chains of these days. */
  'audit.verified': { from: string; to: string; ok: boolean; rows: number; firstFault: string | null };
  /** Somebody took call records out; `filters` as `name=value`. */
  'audit.calls-exported': { format: string; filters: readonly string[] };
  /** Call records are taken out every hour or day. */
  'audit.export-scheduled': { name: string; format: string; every: string; enabled: boolean };
  'audit.export-changed': { name: string; format: string; every: string; enabled: boolean };
  'audit.export-unscheduled': { name: string; format: string; every: string; enabled: boolean };
  /** Of webhooks, address and secret never stand in facts. */
  'audit.webhook-created': { name: string; events: readonly string[]; enabled: boolean };
  'audit.webhook-changed': { name: string; events: readonly string[]; enabled: boolean };
  /** It has a new secret; the one before signs for a day. */
  'audit.webhook-rotated': { name: string; events: readonly string[]; enabled: boolean };
  'audit.webhook-removed': { name: string; events: readonly string[]; enabled: boolean };
  'audit.webhook-tested': { name: string; events: readonly string[]; enabled: boolean };
  /** A message was sent again by hand. */
  'audit.webhook-replayed': { name: string; events: readonly string[]; enabled: boolean };
  /** Filters of the call log are kept by a name. */
  'audit.view-saved': { name: string; shared: boolean };
  'audit.view-removed': { name: string; shared: boolean };
  /** Somebody took the ledger out. */
  'audit.ledger-exported': { format: string; filters: readonly string[] };
  /** Somebody took note of records that are missing; the first hundred gaps by their id. */
  'audit.losses-acknowledged': { gaps: readonly string[]; more: number; records: number; note: string | null };
  /** `slug` null: the workspace is gone. */
  'audit.policy-changed': { slug: string | null; before: AuditPolicyFacts; after: AuditPolicyFacts };
}
