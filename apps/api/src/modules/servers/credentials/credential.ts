/** Whose value it is: everybody's (both null), one workspace's, or one member's there. */
export interface CredentialHolder {
  readonly workspaceId: string | null;
  readonly userId: string | null;
}

/** The catalogue's own value, for every workspace that has none of its own. */
export const EVERYBODY: CredentialHolder = { workspaceId: null, userId: null };

/** A sealed value of one slot for one origin. Never changed: a new value is a new row, so the id is its revision. */
export interface StoredCredential extends CredentialHolder {
  readonly id: string;
  readonly serverId: string;
  readonly origin: string;
  readonly name: string;
  /** Counts the values that its slot had. */
  readonly version: number;
  /** Where the value is read, `file:…` or `env:…`, where it is none itself. No secret. */
  readonly reference: string | null;
  readonly sealed: string;
  readonly last4: string | null;
  readonly setBy: string | null;
  readonly updatedAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailureReason: string | null;
}

/** A former value; it can be restored for as long as it is kept. */
export interface RetiredCredential extends CredentialHolder {
  readonly id: string;
  readonly serverId: string;
  readonly origin: string;
  readonly name: string;
  readonly version: number;
  readonly reference: string | null;
  /** Null once it is gone: after the days of grace, or at once where it was removed. */
  readonly sealed: string | null;
  readonly last4: string | null;
  readonly setBy: string | null;
  readonly setAt: Date;
  readonly retiredAt: Date;
  readonly retiredBy: string | null;
  readonly why: 'replaced' | 'removed';
}

/** For how long a replaced value can be restored. */
export const RESTORABLE_DAYS = 7;

const LAST4_FROM_LENGTH = 12;

/** The last four characters, where the value is long enough that they give nothing away. */
export const last4Of = (value: string): string | null => (value.length >= LAST4_FROM_LENGTH ? value.slice(-4) : null);
