/** Ledger events of the audit room. */
export interface AuditEvents {
  /** Somebody followed the chains of these days. */
  'audit.verified': { from: string; to: string; ok: boolean; rows: number; firstFault: string | null };
}
