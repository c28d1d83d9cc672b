/** One row of an administrative table that a change added, changed or removed. */
export interface LedgerChange {
  /** What the row is called, such as `token`. */
  readonly kind: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly change: 'added' | 'changed' | 'removed';
  /** Columns with their values; of those that may be secret only `(set)`. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A row of the ledger as the API shows it, without its hash: the members that are chained. */
export interface LedgerMembers {
  readonly number: number;
  /** Place in the chain; null in rows from before there was one. */
  readonly sequence: number | null;
  readonly createdAt: string;
  readonly actor: { readonly kind: 'user' | 'api-key' | 'system'; readonly id: string | null; readonly name: string };
  readonly event: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly workspaceId: string | null;
  readonly requestId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly changes: readonly LedgerChange[];
  /** Changed rows besides those of `changes`. */
  readonly moreChanges: number;
}

/** A row as the database has it. */
export interface StoredLedgerRow {
  readonly number: string;
  readonly sequence: string | null;
  readonly created_at: Date;
  readonly actor_kind: 'user' | 'api-key' | 'system';
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly event: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly workspace_id: string | null;
  readonly request_id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly changes: readonly LedgerChange[];
  readonly more_changes: number;
  readonly hash: Buffer | null;
}

export const LEDGER_COLUMNS = `number, sequence, created_at, actor_kind, actor_id, actor_name, event, subject_kind, subject_id, subject_name,
  workspace_id, request_id, facts, changes, more_changes, hash`;

export const membersOf = (row: StoredLedgerRow): LedgerMembers => ({
  number: Number(row.number),
  sequence: row.sequence === null ? null : Number(row.sequence),
  createdAt: row.created_at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  event: row.event,
  subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
  workspaceId: row.workspace_id,
  requestId: row.request_id,
  facts: row.facts,
  changes: row.changes,
  moreChanges: row.more_changes,
});

/** With its hash in hexadecimal: what an export holds, and what the chain is followed by. */
export const exportedLedgerRow = (row: StoredLedgerRow): LedgerMembers & { readonly hash: string | null } => ({
  ...membersOf(row),
  hash: row.hash?.toString('hex') ?? null,
});
